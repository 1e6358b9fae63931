#include "usecase/rejects.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "usecase/closed_month.hpp"
#include "usecase/import_request.hpp"

namespace svcadm::usecase {

namespace {

int line_of(const Problem& problem) { return problem.place ? problem.place->line : 0; }

RejectedLine* find_line(Rejects& rejects, int line) {
  const auto found = std::ranges::lower_bound(rejects.lines, line, {}, &RejectedLine::line);
  return found == rejects.lines.end() || found->line != line ? nullptr : &*found;
}

}  // namespace

bool Rejects::holds(int line) const { return std::ranges::binary_search(lines, line, {}, &RejectedLine::line); }

tabular::Problems all_problems(const Rejects& rejects) {
  tabular::Problems problems;
  for (const RejectedLine& line : rejects.lines) {
    problems.insert(problems.end(), line.problems.begin(), line.problems.end());
  }
  return problems;
}

void complete(Rejects& rejects, const tabular::Text& text, int header_line) {
  std::ranges::stable_sort(rejects.lines, {}, &RejectedLine::line);
  if (std::ranges::none_of(rejects.lines, [](const RejectedLine& line) { return line.cells.empty(); })) return;
  rejects.headings.clear();
  tabular::Problems said_already;
  tabular::CsvReader records{text.name(), text.view(), tabular::find_delimiter(text.view()), said_already};
  for (tabular::Record record; records.next(record);) {
    if (record.line == header_line) {
      for (const std::string& cell : record.fields) rejects.headings.emplace_back(trim(cell));
    }
    RejectedLine* line = find_line(rejects, record.line);
    if (line != nullptr && line->cells.empty()) line->cells = record.fields;
  }
}

Rejects sort_to_rows(const tabular::Text& text, int header_line, tabular::Problems problems) {
  std::ranges::stable_sort(problems, {}, line_of);
  Rejects rejects;
  for (Problem& problem : problems) {
    const int line = line_of(problem);
    if (rejects.lines.empty() || rejects.lines.back().line != line)
      rejects.lines.push_back({.line = line, .problems = {}});
    rejects.lines.back().problems.push_back(std::move(problem));
  }
  complete(rejects, text, header_line);
  const auto is_row = [&](const RejectedLine& line) { return line.line > header_line && !line.cells.empty(); };
  // With the structure broken the rows may be no rows: everything is said, nothing goes in.
  if ((header_line == 0 && !rejects.lines.empty()) || !std::ranges::all_of(rejects.lines, is_row)) {
    throw ImportRefused{Failure::input, all_problems(rejects), std::move(rejects)};
  }
  return rejects;
}

Rejects put_aside(const tabular::Text& text, int header_line, tabular::Problems problems, bool keep_good,
                  const tabular::Problems& repeated) {
  tabular::Problems all = problems;
  all.insert(all.end(), repeated.begin(), repeated.end());
  Rejects rejects = sort_to_rows(text, header_line, std::move(all));
  if (!rejects.lines.empty() && !keep_good) {
    const auto failure = std::ranges::all_of(problems, is_closed_month) ? Failure::conflict : Failure::input;
    std::ranges::stable_sort(problems, {}, line_of);
    throw ImportRefused{failure, std::move(problems), std::move(rejects)};
  }
  return rejects;
}

}  // namespace svcadm::usecase
