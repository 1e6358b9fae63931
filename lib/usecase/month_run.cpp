#include "usecase/month_run.hpp"

#include <algorithm>

#include "base/error.hpp"
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
    for (const auto& [employee, run] : settled_) {
      const auto left = payroll.remainders(run.id);
      const auto found = left.find(employee);
      left_by_settlement_[employee] = found == left.end() ? domain::Carry{} : found->second.carry;
    }
  }
  for (const store::Person& person : pay_->people()) {
    if (scope.kind == store::RunKind::month || person.id == scope.employee) people_.push_back(&person);
  }
  if (scope.kind == store::RunKind::month) add_who_left(office);
}

void MonthRun::add_who_left(Office& office) {
  store::PeopleStore people{office.database()};
  for (const auto& [employee, adjustments] : adjustments_.by_employee()) {
    if (pay_->times().person(employee) != nullptr) continue;
    left_.push_back(people.history(employee).value());
    people_.push_back(&left_.back());
  }
  if (left_.empty()) return;
  std::stable_sort(people_.begin(), people_.end(),
                   [](const auto* a, const auto* b) { return store::number_before(a->employee_no, b->employee_no); });
}

const store::RunRow* MonthRun::settlement_of(const store::Person& person) const {
  const auto found = settled_.find(person.id);
  if (found == settled_.end()) return nullptr;
  // A draft of somebody who stays after all settles nothing.
  const bool leaves = person.left && month_of(*person.left) == scope_.month;
  return found->second.closed() || leaves ? &found->second : nullptr;
}

bool MonthRun::lacks_punches() {
  MonthTimes& times = pay_->times();
  // Punches of its first day may be those of a shift of the month before.
  if (times.any_punches(at(times.first() + 1), at(times.last() + 1))) return false;
  bool due = false;
  for (const store::Person& person : times.people()) {
    const Traces traces = traces_of(times.judge(person));
    if (traces.known) return false;
    due = due || (traces.due && std::find(people_.begin(), people_.end(), &person) != people_.end());
  }
  return due;
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

std::optional<PersonPay> MonthRun::compute(const store::Person& person, std::vector<Finding>& findings) {
  const auto& adjustments = adjustments_.of(person.id);
  if (settlement_of(person) != nullptr) {
    if (adjustments.empty()) return pay_->carried(person, "settled");
    return pay_->adjust_only(person, adjustments, left_by_settlement_.at(person.id));
  }
  if (holds_.contains(person.id)) return pay_->carried(person, "held");
  if (pay_->times().person(person.id) == nullptr) return pay_->adjust_only(person, adjustments, std::nullopt);
  return pay_->compute(person, findings, adjustments);
}

}  // namespace svcadm::usecase
