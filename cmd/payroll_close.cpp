// svcadm payroll close: the month's results become final.

#include <fmt/format.h>

#include "cmd/audit.hpp"
#include "cmd/payroll.hpp"
#include "usecase/office.hpp"
#include "usecase/payroll_steps.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string month;
  std::string run;
};

int run(const Options& options, Session& session) {
  const auto outcome = usecase::close_run(session.office(), read_run_choice(options.run, options.month, session));
  const store::RunRow& closed = outcome.run;
  const std::string name = closed.name();
  if (closed.kind != store::RunKind::month && !outcome.was_closed) {
    session.note({"note.payroll.run-closed", {name, closed.month, closed.payable}});
  } else {
    session.note({outcome.was_closed ? "note.payroll.was-closed" : "note.payroll.closed",
                  {closed.month, name, closed.people, closed.payable}});
  }
  if (!outcome.was_closed) session.note(head_note(session.office()));
  return 0;
}

void declare(Words& words, Options& options) {
  words.option("--month", options.month, "MONTH", "The month to close");
  words.option("--run", options.run, "RUN", "The run of one person to close, such as PR4");
  words.explain(
      "A closed month never changes: its run is final. It must be approved and paid. Months are closed one "
      "after the other, by payroll officers only.");
  words.example("svcadm payroll close --month 2026-09");
}

}  // namespace

Verb payroll_close() { return verb<Options>("close", "Close a month: its run is final", declare, Needs::writing, run); }

}  // namespace svcadm::cmd
