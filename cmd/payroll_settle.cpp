// svcadm payroll settle: a leaver's pay, up to his last day.

#include <fmt/format.h>

#include "base/suggestion.hpp"
#include "cmd/payroll.hpp"
#include "locale/catalogue.hpp"
#include "usecase/office.hpp"
#include "usecase/payroll_steps.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string person;
  std::string last_day;
};

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const Date last_worked = read_day(options.last_day, session.present());
  const auto outcome = usecase::settle_person(office, options.person, last_worked);
  const std::string name = fmt::format("PR{}", outcome.run);
  if (session.options.dry_run) {
    session.note({"note.payroll.would-be", {month_of(last_worked), outcome.people, outcome.payable}});
  } else {
    print_sheet(session, usecase::find_run(office, {.run = outcome.run, .month = {}}));
    session.note({"note.payroll.settlement", {name, last_worked, outcome.payable}});
  }
  say_doubts(session, month_of(last_worked), outcome);
  if (!session.options.dry_run) session.note({"note.next", {suggest("svcadm payroll approve --run {}", name)}});
  return 0;
}

void declare(Words& words, Options& options) {
  words.argument("PERSON", options.person, "Number or name").required();
  words.option("--last-day", options.last_day, "DATE", "The last day worked").required();
  words.explain(
      "Ends the person's service with that day and computes the month up to it, as a run of its own that is "
      "approved, paid and closed like any. The month's own run lists this person as settled and does not pay "
      "again.");
  words.example("svcadm payroll settle 1003 --last-day 2026-10-20");
}

}  // namespace

Verb payroll_settle() {
  return verb<Options>("settle", "Compute the pay of who leaves, up to the last day", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
