#include <fmt/format.h>

#include "base/suggestion.hpp"
#include "store/audit_store.hpp"
#include "usecase/objections.hpp"
#include "usecase/office.hpp"
#include "usecase/payroll_steps.hpp"
#include "usecase/run_approval.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

CloseOutcome close_run(Office& office, const RunChoice& choice) {
  UnitOfWork work{office, domain::Permission::close_month, "payroll.close"};
  store::PayrollStore payroll{office.database()};
  store::PayrollStepsStore steps{office.database()};

  // Gather.
  const store::RunRow run = require_run(office.database(), choice);
  const std::string name = run.name();
  if (run.closed()) return {run, true};
  const auto payments = steps.payments(run.id);

  // Decide.
  require_final(office, run);
  require_answers(office, run.month, run.employee == 0 ? std::nullopt : std::optional{run.employee});
  if (payments.empty()) {
    if (const auto now = compare_run(office, run, known_now(office)); !now.holds()) {
      throw Error{Failure::conflict, changes_since(office, run, now)};
    }
    const bool approved = steps.approval(run.id).has_value();
    throw Error{Failure::conflict, Message{approved ? "payroll.not-paid" : "payroll.not-approved", {name}},
                suggest(approved ? "svcadm payroll paid --run {} --on DATE" : "svcadm payroll approve --run {}", name)};
  }
  // What was paid is what becomes final: a fact that came after the payment is a late one.
  const std::int64_t known = payments.front().event - 1;
  const auto paid = store::AuditStore{office.database()}.find(payments.front().event);
  const auto then = compare_run(office, run, {.event = known, .now = paid.value().event.as_of});
  if (!then.holds()) {
    std::vector<Problem> problems = changes_since(office, run, then);
    problems.front() = {.message = {"payroll.paid-differs", {name}}, .way_out = "svcadm audit verify"};
    throw Error{Failure::conflict, std::move(problems)};
  }

  // Record.
  if (run.kind == store::RunKind::month) {
    payroll.close(work.event(), run.month, run.id, known);
  } else {
    payroll.close_single(work.event(), run.month, run.id, known);
  }
  work.conclude(run.kind == store::RunKind::month ? to_string(run.month) : name,
                fmt::format(R"({{"run":{},"people":{},"payable_fen":{}}})", run.number, run.people, run.payable.fen));
  return {run, false};
}

}  // namespace svcadm::usecase
