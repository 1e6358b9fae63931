// svcadm payroll approve: another person than who ran it says yes to a run.

#include <fmt/format.h>

#include "base/suggestion.hpp"
#include "cmd/columns.hpp"
#include "cmd/payroll.hpp"
#include "locale/catalogue.hpp"
#include "usecase/office.hpp"
#include "usecase/payroll_steps.hpp"

namespace svcadm::cmd {

namespace {

using tabular::Cell;
using tabular::Kind;

struct Options {
  std::string run;
  std::string month;
};

void print_jumps(Session& session, const usecase::ApproveOutcome& outcome) {
  const bool silent = outcome.jumps.empty() && session.options.format() == tabular::Format::table;
  if (silent) return;
  const auto writer = session.writer();
  writer->begin({.title = locale::text("title.payroll-approve"),
                 .subtitle = to_string(outcome.run.month),
                 .name = "payroll.approve",
                 .columns = {column("employee_no", Kind::identifier), column("name"), column("last_month", Kind::money),
                             column("this_month", Kind::money), column("difference", Kind::money)},
                 .created = session.now()});
  for (const usecase::PayJump& one : outcome.jumps) {
    writer->row(std::vector<Cell>{one.employee_no, one.name, optional_cell(one.before), optional_cell(one.now),
                                  one.now.value_or(Money{}) - one.before.value_or(Money{})});
  }
  writer->end();
}

int run(const Options& options, Session& session) {
  const auto outcome = usecase::approve_run(session.office(), read_run_choice(options.run, options.month, session));
  const store::RunRow& approved = outcome.run;
  const std::string name = approved.name();
  print_jumps(session, outcome);
  session.note({outcome.was_approved      ? "note.payroll.was-approved"
                : session.options.dry_run ? "note.payroll.would-approve"
                                          : "note.payroll.approved",
                {name, approved.month, approved.people, approved.payable}});
  const auto count = static_cast<std::int64_t>(outcome.jumps.size());
  session.note(outcome.compared ? Message{"note.payroll.jumps", {count, approved.month - 1}}
                                : Message{"note.payroll.not-compared", {approved.month - 1}});
  if (!session.options.dry_run) session.note({"note.next", {suggest("svcadm payroll paid --run {} --on DATE", name)}});
  return 0;
}

void declare(Words& words, Options& options) {
  words.option("--run", options.run, "RUN", "The run to approve, such as PR4");
  words.option("--month", options.month, "MONTH", "The month whose run is approved");
  words.explain(
      "Another person than who ran it approves a run: head count, sum, and who is paid more than a tenth more "
      "or less than in the month before. The approval falls by itself when a later fact changes the result. "
      "With --dry-run nothing is approved.");
  words.example("svcadm payroll approve --run PR4");
}

}  // namespace

Verb payroll_approve() {
  return verb<Options>("approve", "Approve a run that somebody else has computed", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
