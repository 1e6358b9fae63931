// Payment of a run.

#include <map>

#include <fmt/format.h>

#include "base/suggestion.hpp"
#include "store/audit_store.hpp"
#include "usecase/office.hpp"
#include "usecase/payroll_steps.hpp"
#include "usecase/run_approval.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

/// Whom no payment of the run has reached yet, by id.
std::map<std::int64_t, store::PayRow> unpaid_of(Office& office, const store::RunRow& run,
                                                const std::vector<store::PaymentRow>& payments) {
  std::map<std::int64_t, store::PayRow> unpaid;
  store::PayrollStore{office.database()}.sheets(run.id, [&](std::int64_t employee, const std::string& json) {
    if (!payments.empty() && !payments.back().failed.contains(employee)) return;
    store::PayRow row = store::row_from_json(json);
    if (row.carried_as.empty()) unpaid.emplace(employee, std::move(row));
  });
  return unpaid;
}

/// Those of the unpaid who are named as not reached.
std::set<std::int64_t> find_failed(const std::map<std::int64_t, store::PayRow>& unpaid, const store::RunRow& run,
                                   const std::vector<std::string>& words) {
  std::set<std::int64_t> failed;
  std::vector<Problem> problems;
  for (const std::string& word : words) {
    std::vector<std::int64_t> meant;
    for (const auto& [employee, row] : unpaid) {
      if (row.employee_no == word || row.name == word) meant.push_back(employee);
    }
    if (meant.size() == 1) {
      failed.insert(meant.front());
    } else {
      problems.push_back({.message = {meant.empty() ? "payroll.not-to-pay" : "payroll.name-twice", {word, run.name()}},
                          .way_out = suggest("svcadm payroll show --run {}", run.name())});
    }
  }
  if (!problems.empty()) throw Error{Failure::not_found, std::move(problems)};
  return failed;
}

void require_approval(Office& office, const store::RunRow& run, Date on) {
  const CheckedApproval approval = check_approval(office, run);
  if (!approval.fallen.empty()) throw Error{Failure::conflict, approval.fallen};
  if (!approval.approval) {
    const RunComparison now = compare_run(office, run, known_now(office));
    if (!now.holds()) throw Error{Failure::conflict, changes_since(office, run, now)};
    throw Error{Failure::conflict, Message{"payroll.not-approved", {run.name()}},
                suggest("svcadm payroll approve --run {}", run.name())};
  }
  const auto approved = store::AuditStore{office.database()}.find(approval.approval->event);
  const Date day = date_of(approved.value().event.as_of);
  if (on < day) throw Error{Failure::refused, Message{"payroll.paid-too-early", {on, run.name(), day}}};
}

}  // namespace

PayOutcome pay_run(Office& office, const RunChoice& choice, Date on, const std::vector<std::string>& failed) {
  UnitOfWork work{office, domain::Permission::approve_pay, "payroll.paid"};
  store::PayrollStepsStore steps{office.database()};

  // Gather.
  PayOutcome outcome{.run = require_run(office.database(), choice), .people = 0, .amount = {}, .failed = {}};
  const store::RunRow& run = outcome.run;
  const auto payments = steps.payments(run.id);
  const auto unpaid = unpaid_of(office, run, payments);

  // Decide.
  require_other_than_paid(office, run);
  if (on > office.today()) throw Error{Failure::refused, Message{"payroll.paid-in-future", {on, office.today()}}};
  if (payments.empty()) {
    require_final(office, run);
    require_approval(office, run, on);
  } else if (unpaid.empty()) {
    throw Error{Failure::conflict, Message{"payroll.all-paid", {run.name(), payments.back().on}}};
  }
  store::PaymentRow payment{.id = 0, .event = 0, .run = run.id, .on = on, .failed = find_failed(unpaid, run, failed)};
  for (const auto& [employee, row] : unpaid) {
    if (payment.failed.contains(employee)) {
      outcome.failed.push_back({row.employee_no, row.name, {}, {}});
    } else {
      ++outcome.people;
      outcome.amount += row.sheet.payable;
    }
  }

  // Record.
  steps.pay(work.event(), payment);
  work.conclude(run.name(), fmt::format(R"({{"run":{},"on":"{}","people":{},"amount_fen":{},"failed":{}}})", run.number,
                                        to_string(on), outcome.people, outcome.amount.fen, outcome.failed.size()));
  return outcome;
}

RunState state_of(Office& office, const store::RunRow& run) {
  const Reading reading{office, domain::Permission::read_pay};
  store::PayrollStepsStore steps{office.database()};
  RunState state;
  state.paid = steps.payments(run.id);
  if (!state.paid.empty()) {
    for (const auto& [employee, row] : unpaid_of(office, run, state.paid)) {
      state.unpaid.push_back({row.employee_no, row.name, {}, {}});
    }
  }
  if (const auto approval = steps.approval(run.id)) {
    state.approved_by = store::AuditStore{office.database()}.find(approval->event).value().event.actor;
    if (state.paid.empty() && !run.closed()) state.fallen = check_approval(office, run).fallen;
  }
  return state;
}

}  // namespace svcadm::usecase
