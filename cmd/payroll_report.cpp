// svcadm payroll report: a year's pay, the months across.

#include <array>

#include <fmt/format.h>

#include "cmd/columns.hpp"
#include "cmd/payroll.hpp"
#include "locale/catalogue.hpp"
#include "usecase/office.hpp"
#include "usecase/payroll.hpp"

namespace svcadm::cmd {

namespace {

using tabular::Cell;
using tabular::Kind;

constexpr std::size_t months_on_terminal = 4;  // the newest; the others with --wide

struct Options {
  std::string person;
  int year = 0;
};

/// What there is of a month.
struct Shown {
  bool open = false;  ///< it has begun and is not closed
  bool paid = false;  ///< a closed run pays somebody for it
};

std::array<Shown, 12> months_of(const usecase::YearReport& report) {
  std::array<Shown, 12> months;
  for (const Month month : report.open) months.at(static_cast<std::size_t>(month_number(month)) - 1).open = true;
  for (const usecase::YearRow& row : report.rows) {
    for (std::size_t at = 0; at < months.size(); ++at) months[at].paid |= row.paid[at].has_value();
  }
  return months;
}

std::vector<tabular::Column> columns_of(const usecase::YearReport& report, bool of_items, bool people) {
  std::vector<tabular::Column> columns{column("employee_no", Kind::identifier, !of_items),
                                       column("name", Kind::text, !of_items)};
  if (of_items) columns.push_back(column("item"));
  const auto months = months_of(report);
  const auto first_month = columns.size();
  for (std::size_t at = 0; at < months.size(); ++at) {
    const auto number = static_cast<std::int64_t>(at) + 1;
    const char* heading = months[at].open ? "column.open-month-of-year" : "column.month-of-year";
    columns.push_back({fmt::format("month_{:02}", number), locale::say(Message{heading, {number}}), Kind::money,
                       months[at].paid, false});
  }
  for (std::size_t at = months.size(), room = months_on_terminal; at-- > 0 && room > 0;) {
    if (!months[at].open && !months[at].paid) continue;
    columns[first_month + at].console = true;
    --room;
  }
  columns.push_back(column("total", Kind::money));
  columns.back().total = true;
  if (!people) columns.push_back(column("open_months"));
  return columns;
}

int run(const Options& options, Session& session) {
  if (options.year < 1900 || options.year > 2200) {
    throw Error{Failure::usage, Message{"payroll.no-year", {std::int64_t{options.year}}}};
  }
  auto& office = session.office();
  const auto report = usecase::report_year(office, options.year, options.person);
  const bool people = for_people(session);
  const std::string whom = options.person.empty() || report.rows.empty()
                               ? std::string{}
                               : "  " + report.rows.front().employee_no + " " + report.rows.front().name;
  const auto writer = session.writer();
  writer->begin({.title = locale::text("title.payroll-report"),
                 .subtitle = office.company() + "  " + std::to_string(options.year) + whom,
                 .name = options.person.empty() ? "payroll.report" : "payroll.report-items",
                 .columns = columns_of(report, !options.person.empty(), people),
                 .total_label = locale::text("word.total"),
                 .created = session.now()});
  std::string open;
  for (const Month month : report.open) open += (open.empty() ? "" : " ") + to_string(month);
  for (const usecase::YearRow& row : report.rows) {
    std::vector<Cell> cells{row.employee_no, row.name};
    const std::string name = people ? locale::label(row.label) : std::string{};
    if (!options.person.empty()) cells.emplace_back(name.empty() ? row.item : name);
    Money total;
    for (const auto& paid : row.paid) {
      cells.push_back(optional_cell(paid));
      total += paid.value_or(Money{});
    }
    cells.emplace_back(total);
    if (!people) cells.push_back(text_cell(open));
    writer->row(cells);
  }
  writer->end();
  for (const Month month : report.open) session.note({"note.payroll.month-open", {month}});
  return 0;
}

void declare(Words& words, Options& options) {
  words.argument("PERSON", options.person, "One person, item by item; everybody where nobody is named");
  words.option("--year", options.year, "YEAR", "The year").required();
  words.explain(
      "What closed runs paid, the months across; open months are marked. A terminal shows the newest four, "
      "and all with --wide.");
  words.example("svcadm payroll report --year 2026");
  words.example("svcadm payroll report 1003 --year 2026 --format xlsx --output 1003.xlsx");
}

}  // namespace

Verb payroll_report() { return verb<Options>("report", "A year's pay, month by month", declare, Needs::reading, run); }

}  // namespace svcadm::cmd
