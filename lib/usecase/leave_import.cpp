// A sheet of approved leave.

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "tabular/row_fields.hpp"
#include "tabular/sheet_reader.hpp"
#include "usecase/closed_month.hpp"
#include "usecase/directory.hpp"
#include "usecase/leave.hpp"
#include "usecase/leave_desk.hpp"
#include "usecase/office.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

using tabular::Need;
using tabular::RowFields;
using tabular::SheetRow;

/// What a line says has become of the leave.
struct Outcome {
  bool lives = true;           ///< neither cancelled nor rejected
  const char* field = "";      ///< the column that says it was not granted, and what is wrong then
  std::optional<Message> bad;  ///< none for one that was granted
};

/// A leave of the file and where it stands.
struct Line {
  int line = 0;
  NewLeave leave;
  Outcome outcome;
  std::string name;              ///< the file's own name of the person; may be empty
  std::optional<HalfDays> days;  ///< how many the file says
};

struct Sheet {
  std::vector<Line> lines;
  std::map<std::string, std::string> headings;  ///< field -> the file's own heading
  int header_line = 0;
  std::int64_t read = 0;
};

/// A day, and the half it ends in where only one is meant.
struct DayHalf {
  Date day;
  int half = 0;  ///< 0: the whole day
};

int half_of_word(std::string_view word) {
  const std::string folded = fold(word);
  if (folded == "am" || folded == "上午") return 1;
  return folded == "pm" || folded == "下午" ? 2 : 0;
}

std::string with_separators(std::string text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> marks{{{"年", "-"}, {"月", "-"}, {"日", ""}}};
  for (const auto& [mark, separator] : marks) {
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark)) {
      text.replace(at, mark.size(), separator);
    }
  }
  return text;
}

/// "2026-10-12", "2026-10-12am", "2026/10/12 下午".
std::optional<DayHalf> read_day_half(std::string_view cell) {
  std::string text = fold(cell);
  int half = 0;
  for (const std::string_view suffix : {"am", "pm", "上午", "下午"}) {
    if (!text.ends_with(suffix)) continue;
    half = half_of_word(suffix);
    text.resize(text.size() - suffix.size());
    break;
  }
  const auto day = parse_date(trim(with_separators(text)));
  if (!day) return std::nullopt;
  return DayHalf{*day, half};
}

/// The day of a field, with the half that its own column may name.
std::optional<DayHalf> read_end(const SheetRow& row, RowFields& fields, const tabular::Layout& layout, const char* key,
                                const std::string& half_key) {
  const auto cell = fields.text(key);
  if (!cell) return std::nullopt;
  auto end = read_day_half(*cell);
  if (!end) {
    fields.problem(key, {"leave.row.day", {*cell}});
    return std::nullopt;
  }
  const bool has_half = std::any_of(layout.fields.begin(), layout.fields.end(),
                                    [&](const tabular::Field& field) { return field.key == half_key; });
  if (!has_half || row.get(half_key).empty()) return end;
  end->half = half_of_word(row.get(half_key));
  if (end->half == 0) fields.problem(half_key, {"leave.row.half", {std::string{row.get(half_key)}}});
  return end;
}

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// In the words of our own lists, in either language, and of offices' forms; what nobody knows was not granted.
Outcome outcome_of(const std::string& cancelled, const std::string& status) {
  std::string word = fold(status);
  for (const std::string_view late : {" (late)", " 补录"}) {
    if (word.ends_with(late)) word.resize(word.size() - late.size());
  }
  if (!one_of(fold(cancelled), {"", "false", "no", "n", "0", "否"})) {
    return {.lives = false, .field = "cancelled", .bad = Message{"leave.row.cancelled", {}}};
  }
  if (one_of(word, {"", "granted", "approved", "已准", "准假", "批准", "已批准", "同意", "已同意", "通过", "已通过",
                    "审批通过"})) {
    return {};
  }
  return {.lives = !one_of(word, {"cancelled", "rejected", "已撤销", "未准"}),
          .field = "status",
          .bad = Message{"leave.row.not-granted", {status}}};
}

Sheet read_sheet(const tabular::Text& text, const ImportRequest& request, tabular::Problems& problems) {
  const tabular::Layout& layout = import_layout("leave").sheet;
  tabular::SheetReader reader{text, layout, request.mappings, problems};
  require_person_column(reader, import_layout("leave"), problems);
  throw_problems(std::exchange(problems, {}));
  Sheet sheet{.lines = {}, .headings = {}, .header_line = reader.header_line()};
  SheetRow row;
  while (reader.next(row)) {
    ++sheet.read;
    if (sheet.headings.empty()) {
      for (const tabular::Field& field : layout.fields) sheet.headings[field.key] = row.heading(field.key);
    }
    RowFields fields{row, problems};
    Line line{.line = row.line(), .leave = {}, .outcome = {}, .name = {}, .days = {}};
    const Need number = row.get("name").empty() ? Need::required : Need::optional;
    line.leave.person = fields.text("employee_no", number, 200).value_or("");
    line.name = fields.text("name", Need::optional, 200).value_or("");
    line.leave.kind = fields.text("kind", Need::required, 200).value_or("");
    line.leave.paper = fields.text("paper", Need::optional, 200).value_or("");
    line.days = fields.half_days("days", Need::optional);
    line.outcome = outcome_of(fields.text("cancelled", Need::optional, 200).value_or(""),
                              fields.text("status", Need::optional, 200).value_or(""));
    const auto from = read_end(row, fields, layout, "from", "from_half");
    const auto to = read_end(row, fields, layout, "to", "to_half");
    if (!from || !to || !fields.good()) continue;
    line.leave.span = {from->day, std::max(1, from->half), to->day, to->half == 0 ? 2 : to->half};
    if (const auto bad = bad_span(line.leave.span)) {
      fields.problem(bad->field, bad->problem.message);
    } else {
      sheet.lines.push_back(std::move(line));
    }
  }
  return sheet;
}

struct Days {
  Date first;
  Date last;
};

Days days_of(const Sheet& sheet, Date otherwise) {
  if (sheet.lines.empty()) return {otherwise, otherwise};
  Days days{sheet.lines.front().leave.span.first, sheet.lines.front().leave.span.last};
  for (const Line& line : sheet.lines) {
    days.first = std::min(days.first, line.leave.span.first);
    days.last = std::max(days.last, line.leave.span.last);
  }
  return days;
}

/// Leaves that are recorded and were cancelled or rejected.
std::vector<store::LeaveRow> dead_leaves(Office& office, const Days& days) {
  auto rows = store::LeaveStore{office.database()}.all_between(days.first, days.last);
  std::erase_if(rows, [](const store::LeaveRow& row) { return !row.cancelled && !row.rejected; });
  return rows;
}

}  // namespace

ImportOutcome import_leaves(Office& office, const ImportRequest& request) {
  tabular::Problems problems;
  ImportFile file = open_import(request, "leave", "leave");
  const Sheet sheet = read_sheet(file.text, request, problems);
  file.batch.read = sheet.read;

  UnitOfWork work{office, domain::Permission::record_time, "leave.import"};
  const Days days = days_of(sheet, office.today());
  LeaveDesk desk{office, days.first, days.last};
  const auto dead = dead_leaves(office, days);
  const Directory directory{office.database(), days.first, days.last};

  // Decide: each line is known already, new, or wrong.
  std::vector<std::pair<int, store::LeaveRow>> fresh;  // line -> leave
  bool own = false;
  for (const Line& line : sheet.lines) {
    const auto complain = [&](const std::string& field, Problem problem) {
      problem.place = Place{file.text.name(), line.line, sheet.headings.at(field)};
      problems.push_back(std::move(problem));
    };
    const auto [person, problem, field] = directory.named(line.leave.person, line.name, line.leave.span.first);
    if (problem) complain(field, *problem);
    if (person == nullptr) continue;
    store::LeaveRow row;
    const auto faults = desk.check(*person, line.leave, row);
    const bool recorded = line.outcome.lives ? desk.same(row) != nullptr
                                             : std::any_of(dead.begin(), dead.end(),
                                                           [&](const auto& other) { return same_leave(row, other); });
    if (recorded) {
      ++file.batch.known;
      continue;
    }
    if (line.outcome.bad) {
      complain(line.outcome.field, {.message = *line.outcome.bad});
      continue;
    }
    for (const LeaveFault& fault : faults) {
      own = own || fault.failure == Failure::not_permitted;
      complain(fault.field, fault.problem);
    }
    if (faults.empty() && line.days) {
      const HalfDays counted = desk.count(*person, row);
      if (counted != *line.days) {
        complain("days", {.message = {"leave.days-differ",
                                      {*line.days, counted, row.first, row.last, person->employee_no, person->name}},
                          .way_out = suggest("svcadm calendar show --month {}", to_string(month_of(row.first)))});
      }
    }
    desk.reserve(row);
    fresh.emplace_back(line.line, row);
  }
  if (own && !request.keep_good) throw Error{Failure::not_permitted, std::move(problems)};
  Rejects rejects = put_aside(file.text, sheet.header_line, std::move(problems), request.keep_good);
  std::erase_if(fresh, [&](const auto& one) { return rejects.holds(one.first); });

  store::LeaveStore leaves{office.database()};
  for (const auto& [line, row] : fresh) {
    take_late_fact(office, row.first);
    leaves.add(work.event(), row);
  }
  file.batch.imported = static_cast<std::int64_t>(fresh.size());
  file.batch.rejected = static_cast<std::int64_t>(rejects.lines.size());
  conclude_import(work, office.database(), file.batch);
  return {file.batch, std::move(rejects)};
}

}  // namespace svcadm::usecase
