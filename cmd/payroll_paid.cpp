// svcadm payroll paid: a run was paid.

#include <fmt/format.h>

#include "base/suggestion.hpp"
#include "cmd/payroll.hpp"
#include "usecase/office.hpp"
#include "usecase/payroll_steps.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string run;
  std::string month;
  std::string on;
  std::vector<std::string> failed;
};

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const auto outcome = usecase::pay_run(office, read_run_choice(options.run, options.month, session),
                                        read_day(options.on, session.present()), options.failed);
  const std::string name = outcome.run.name();
  session.note({"note.payroll.paid", {name, outcome.people, outcome.amount}});
  for (const usecase::CarriedPerson& person : outcome.failed) {
    session.note({"note.payroll.not-reached", {person.employee_no, person.name}});
  }
  if (session.options.dry_run) return 0;
  if (!outcome.failed.empty()) {
    session.note({"note.payroll.pay-later", {suggest("svcadm payroll paid --run {} --on DATE", name)}});
  }
  if (outcome.run.closed()) return 0;
  const bool own = outcome.run.kind == store::RunKind::month;
  session.note({"note.next",
                {own ? suggest("svcadm payroll close --month {}", to_string(outcome.run.month))
                     : suggest("svcadm payroll close --run {}", name)}});
  return 0;
}

void declare(Words& words, Options& options) {
  words.option("--run", options.run, "RUN", "The run that was paid, such as PR4");
  words.option("--month", options.month, "MONTH", "The month whose run was paid");
  words.option("--on", options.on, "DATE", "The day of the payment").required();
  words.option("--failed", options.failed, "PERSON", "Who was not reached; paid by a later payment");
  words.explain(
      "Needs an approval that stands. Facts that come after the payment change the run no more. A second "
      "payment of the same run is of those whom the first did not reach.");
  words.example("svcadm payroll paid --month 2026-10 --on 2026-11-10");
  words.example("svcadm payroll paid --run PR4 --on 2026-11-10 --failed 1003");
}

}  // namespace

Verb payroll_paid() { return verb<Options>("paid", "Record that a run was paid", declare, Needs::writing, run); }

}  // namespace svcadm::cmd
