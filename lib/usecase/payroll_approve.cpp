// Approval of a run: given by another person than who ran it, taken back, fallen.

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "store/audit_store.hpp"
#include "store/people_store.hpp"
#include "usecase/office.hpp"
#include "usecase/payroll_steps.hpp"
#include "usecase/run_approval.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

/// Nobody approves what he has run; outside of a demo office neither does who types for him, nor for whom he typed.
void require_other_than_runner(Office& office, const store::RunRow& run) {
  const auto ran = store::AuditStore{office.database()}.find(run.event);
  if (!ran) bug("a run without its event");
  const store::AuditEvent& event = ran->event;
  const bool typed = !office.demo() && !event.delegate.empty() && office.is_own(event.delegate);
  if (!office.is_own(event.actor) && !typed) return;
  throw Error{Failure::not_permitted, Message{"payroll.own-run", {run.name(), event.actor}}, "svcadm role list"};
}

bool is_jump(Money before, Money now) {
  const std::int64_t difference = before < now ? (now - before).fen : (before - now).fen;
  return 10 * difference > before.fen;
}

/// Whose pay differs by more than a tenth from the month before, or was not there or is not any more.
std::vector<PayJump> find_jumps(Office& office, const store::RunRow& run) {
  store::PayrollStore payroll{office.database()};
  const auto before = payroll.closed_pay(run.month - 1);
  std::map<std::int64_t, PayJump> people;
  payroll.sheets(run.id, [&](std::int64_t employee, const std::string& json) {
    const store::PayRow row = store::row_from_json(json);
    if (row.carried_as.empty()) people[employee] = {row.employee_no, row.name, std::nullopt, row.sheet.payable};
  });
  for (const auto& [employee, paid] : before) {
    if (const auto found = people.find(employee); found != people.end()) {
      found->second.before = paid;
    } else if (run.kind == store::RunKind::month) {
      const auto person = store::PeopleStore{office.database()}.history(employee).value();
      people[employee] = {person.employee_no, person.name, paid, std::nullopt};
    }
  }
  std::vector<PayJump> jumps;
  for (const auto& [employee, one] : people) {
    if (!one.before || !one.now || is_jump(*one.before, *one.now)) jumps.push_back(one);
  }
  std::sort(jumps.begin(), jumps.end(),
            [](const PayJump& a, const PayJump& b) { return store::number_before(a.employee_no, b.employee_no); });
  return jumps;
}

}  // namespace

ApproveOutcome approve_run(Office& office, const RunChoice& choice) {
  UnitOfWork work{office, domain::Permission::approve_pay, "payroll.approve"};
  store::PayrollStepsStore steps{office.database()};

  // Gather.
  ApproveOutcome outcome{.run = require_run(office.database(), choice), .jumps = {}};
  const store::RunRow& run = outcome.run;
  const std::string name = run.name();
  if (run.closed()) throw Error{Failure::conflict, Message{"payroll.run-closed", {name}}};
  if (!steps.payments(run.id).empty()) {
    throw Error{Failure::conflict, Message{"payroll.is-paid", {name}}, suggest("svcadm payroll close --run {}", name)};
  }

  // Decide.
  require_other_than_runner(office, run);
  require_other_than_paid(office, run);
  require_final(office, run);
  const CheckedApproval present = check_approval(office, run);
  if (!present.fallen.empty()) throw Error{Failure::conflict, present.fallen};
  if (!present.approval) {
    const RunComparison now = compare_run(office, run, known_now(office));
    if (!now.holds()) throw Error{Failure::conflict, changes_since(office, run, now)};
  }
  outcome.compared = store::PayrollStore{office.database()}.is_closed(run.month - 1) &&
                     store::PayrollStore{office.database()}.run_of(run.month - 1).has_value();
  if (outcome.compared) outcome.jumps = find_jumps(office, run);
  outcome.was_approved = present.stands();
  if (outcome.was_approved) return outcome;

  // Record.
  steps.approve(work.event(), run.id, store::digest_of_run(office.database(), run.id));
  work.conclude(name,
                fmt::format(R"({{"run":{},"people":{},"payable_fen":{}}})", run.number, run.people, run.payable.fen));
  return outcome;
}

store::RunRow withdraw_approval(Office& office, const RunChoice& choice, const std::string& text) {
  UnitOfWork work{office, domain::Permission::approve_pay, "payroll.withdraw"};
  store::PayrollStepsStore steps{office.database()};
  const store::RunRow run = require_run(office.database(), choice);
  const std::string reason{trim(text)};

  if (reason.empty()) throw Error{Failure::usage, Message{"payroll.withdraw-needs-reason", {}}};
  if (run.closed()) throw Error{Failure::conflict, Message{"payroll.run-closed", {run.name()}}};
  if (!steps.payments(run.id).empty()) {
    throw Error{Failure::conflict, Message{"payroll.is-paid", {run.name()}},
                suggest("svcadm payroll close --run {}", run.name())};
  }
  const auto approval = steps.approval(run.id);
  if (!approval) throw Error{Failure::conflict, Message{"payroll.not-approved", {run.name()}}};

  steps.withdraw(work.event(), approval->id, reason);
  work.conclude(run.name(), fmt::format(R"({{"run":{}}})", run.number));
  return run;
}

}  // namespace svcadm::usecase
