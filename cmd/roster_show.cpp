// svcadm roster show: a month's roster as the sheet it came from.

#include <ostream>

#include "cmd/columns.hpp"
#include "cmd/verbs.hpp"
#include "tabular/writer.hpp"
#include "usecase/office.hpp"
#include "usecase/roster.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string month;
  std::string department;
  std::string person;
};

void declare(Words& words, Options& options) {
  words.option("--month", options.month, "MONTH", "The month").required();
  words.option("--department", options.department, "DEPARTMENT", "Only this department and those below it");
  words.argument("PERSON", options.person, "Only this person");
  words.explain(
      "On a terminal the month is printed in two halves; --wide prints it in one, and --format csv gives a "
      "file that roster import reads.");
  words.example("svcadm roster show --month 2026-10");
}

/// The days from first to last as one grid.
void print(Session& session, Month month, const std::vector<usecase::RosterRow>& rows, int first, int last) {
  tabular::Header header{.title = locale::text("Roster"),
                         .subtitle = to_string(month),
                         .name = "roster.show",
                         .columns = {column("employee_no", tabular::Kind::identifier), column("name")},
                         .created = session.now()};
  for (int day = first; day <= last; ++day) {
    header.columns.push_back({.key = std::to_string(day), .heading = std::to_string(day)});
  }
  const auto writer = session.writer();
  writer->begin(header);
  for (const auto& row : rows) {
    std::vector<tabular::Cell> cells{row.employee_no, row.name};
    for (int day = first; day <= last; ++day)
      cells.push_back(text_cell(row.codes.at(static_cast<std::size_t>(day) - 1)));
    writer->row(cells);
  }
  writer->end();
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const Month month = read_month(options.month, session.present());
  const auto rows = usecase::show_roster(office, month, options.department, options.person);
  const int last = days_in(month);
  const SharedOptions& shared = session.options;
  const bool halves =
      shared.format() == tabular::Format::table && !shared.wide && !shared.output && shared.columns.empty();
  if (halves) {
    constexpr int first_half = 15;
    print(session, month, rows, 1, first_half);
    session.out << '\n';
    print(session, month, rows, first_half + 1, last);
  } else {
    print(session, month, rows, 1, last);
  }
  return 0;
}

}  // namespace

Verb roster_show() { return verb<Options>("show", "Print a month's roster", declare, Needs::reading, run); }

}  // namespace svcadm::cmd
