#include "usecase/month_run.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/suggestion.hpp"
#include "usecase/day_findings.hpp"
#include "usecase/office.hpp"

namespace svcadm::usecase {

MonthRun::MonthRun(Office& office, const store::RunScope& scope, const KnownAt& known)
    : scope_{scope}, adjustments_{office, scope, known} {
  store::PayrollStore payroll{office.database()};
  if (scope.kind == store::RunKind::supplementary) {
    // The group's figures stay as the month's own run had them.
    const auto own = payroll.run_of(scope.month);
    if (!own || !own->closed()) bug("a supplementary run of an open month");
    const MonthPay as_closed{office, own->scope(), known_at_closing(office, *own)};
    pay_ = std::make_unique<MonthPay>(office, scope, known, &as_closed);
  } else {
    pay_ = std::make_unique<MonthPay>(office, scope, known);
  }
  if (scope.kind == store::RunKind::month) {
    holds_ = store::PayrollStepsStore{office.database()}.holds(scope.month, known.event);
    settled_ = payroll.settled(scope.month, known.event);
    for (const auto& [employee, run] : settled_) left_by_settlement_[employee] = balance_after(office, run);
  }
  for (const store::Person& person : pay_->people()) {
    if (scope.kind == store::RunKind::month || person.id == scope.employee) people_.push_back(&person);
  }
  if (scope.kind == store::RunKind::month) add_who_left(office, known);
}

domain::Carry MonthRun::balance_after(Office& office, const store::RunRow& settlement) {
  const std::int64_t employee = settlement.employee;
  const auto carry_of = [employee](const Remainders& all) {
    const auto found = all.find(employee);
    return found == all.end() ? domain::Carry{} : found->second.carry;
  };
  const domain::Carry left = carry_of(store::PayrollStore{office.database()}.remainders(settlement.id));
  // A month before that was still open left the settlement nothing to take.
  const domain::Carry now = pay_->brought_by(employee);
  const std::int64_t looked_at = settlement.known_at_close.value_or(settlement.last_event);
  const domain::Carry then = carry_of(brought_into(office, scope_.month, looked_at));
  return {.loss = left.loss + now.loss - then.loss, .other = left.other + now.other - then.other};
}

void MonthRun::add_who_left(Office& office, const KnownAt& known) {
  store::PeopleStore people{office.database()};
  std::set<std::int64_t> employees = pay_->with_balance();
  for (const auto& [employee, adjustments] : adjustments_.by_employee()) employees.insert(employee);
  for (const std::int64_t employee : employees) {
    if (pay_->times().person(employee) != nullptr) continue;
    left_.push_back(people.history(employee, known.event).value());
    people_.push_back(&left_.back());
  }
  if (left_.empty()) return;
  std::stable_sort(people_.begin(), people_.end(),
                   [](const auto* a, const auto* b) { return store::number_before(a->employee_no, b->employee_no); });
}

void MonthRun::look_only_at(std::set<std::int64_t> touched) {
  for (const auto& [employee, adjustments] : adjustments_.by_employee()) touched.insert(employee);
  touched = pay_->with_compared(std::move(touched));
  kept_ = std::ssize(people_);
  std::erase_if(people_, [&](const store::Person* person) { return !touched.contains(person->id); });
  kept_ -= std::ssize(people_);
  pay_->times().look_only_at(touched);
  touched_ = std::move(touched);
}

const store::RunRow* MonthRun::settlement_of(const store::Person& person) const {
  const auto found = settled_.find(person.id);
  if (found == settled_.end()) return nullptr;
  // A draft of somebody who stays after all settles nothing.
  const bool leaves = person.left && month_of(*person.left) == scope_.month;
  return found->second.closed() || leaves ? &found->second : nullptr;
}

bool MonthRun::lacks_punches() {
  if (kept_ > 0) return false;  // there was no draft without them
  MonthTimes& times = pay_->times();
  if (any_traces(times)) return false;
  return std::any_of(people_.begin(), people_.end(), [&](const store::Person* person) {
    return times.person(person->id) != nullptr && traces_of(times.judge(*person)).due;
  });
}

std::vector<Finding> MonthRun::office_findings() {
  std::vector<Finding> findings = pay_->office_findings();
  const bool governed = std::none_of(findings.begin(), findings.end(), [](const Finding& one) { return one.blocks; });
  if (governed && lacks_punches()) {
    findings.push_back({.employee_no = {},
                        .name = {},
                        .message = {"finding.punches.none", {scope_.month}},
                        .way_out = "svcadm clock-in import FILE"});
  }
  findings.insert(findings.end(), adjustments_.findings().begin(), adjustments_.findings().end());
  return findings;
}

void MonthRun::find_debt(const PersonPay& pay, std::vector<Finding>& findings) const {
  const domain::Carry& debt = pay.row.sheet.carried_out;
  if (debt.total() == Money{}) return;
  findings.push_back({.employee_no = pay.person->employee_no,
                      .name = pay.person->name,
                      .message = {"finding.leaver-owes", {debt.total(), debt.loss, debt.other}},
                      .way_out = suggest("svcadm payroll report {} --year {}", pay.person->employee_no,
                                         year_of(first_day(scope_.month))),
                      .blocks = false});
}

std::optional<PersonPay> MonthRun::compute(const store::Person& person, std::vector<Finding>& findings) {
  const auto& adjustments = adjustments_.of(person.id);
  if (settlement_of(person) != nullptr) {
    PersonPay pay = pay_->adjust_only(person, adjustments, left_by_settlement_.at(person.id));
    if (adjustments.empty() && pay.row.sheet.payable == Money{}) pay.row.carried_as = "settled";
    find_debt(pay, findings);
    return pay;
  }
  if (holds_.contains(person.id)) return pay_->carried(person, "held");
  if (pay_->times().person(person.id) == nullptr) {
    PersonPay pay = pay_->adjust_only(person, adjustments, pay_->brought_by(person.id));
    find_debt(pay, findings);
    return pay;
  }
  return pay_->compute(person, findings, adjustments);
}

}  // namespace svcadm::usecase
