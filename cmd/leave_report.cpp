// svcadm leave report: leave taken in a year.

#include "usecase/leave_report.hpp"
#include "cmd/columns.hpp"
#include "cmd/leave.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

using tabular::Kind;

struct Options {
  std::string person;
  std::optional<int> year;
};

void declare(Words& words, Options& options) {
  words.argument("PERSON", options.person, "Whose leave; everybody's, where nobody is named");
  words.option("--year", options.year, "YEAR", "The year; this one, where none is given");
  words.explain(
      "What was taken over from the older books for that year stands in a column of its own; leave counts up to "
      "today.");
  words.example("svcadm leave report --year 2026");
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const int year = options.year.value_or(year_of(office.today()));
  const auto report = usecase::report_leave(office, options.person, year);
  const auto writer = session.writer();
  writer->begin({.title = locale::text("Leave taken"),
                 .subtitle = std::to_string(year),
                 .name = "leave.report",
                 .columns = {column("employee_no", Kind::identifier), column("name"), column("kind"),
                             column("taken_over_days", Kind::days), column("taken_days", Kind::days),
                             column("year_days", Kind::days)},
                 .created = session.now()});
  for (const auto& one : report) {
    writer->row(std::vector<tabular::Cell>{one.employee_no, one.name,
                                           for_people(session) ? locale::label(one.label) : one.kind, one.taken_over,
                                           one.taken, one.taken_over + one.taken});
  }
  writer->end();
  return 0;
}

}  // namespace

Verb leave_report() {
  return verb<Options>("report", "Days of leave taken in a year, by kind", declare, Needs::reading, run);
}

}  // namespace svcadm::cmd
