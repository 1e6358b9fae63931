#include "usecase/month_run.hpp"

#include "base/error.hpp"
#include "usecase/office.hpp"

namespace svcadm::usecase {

MonthRun::MonthRun(Office& office, const store::RunScope& scope, const KnownAt& known) : scope_{scope} {
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
  }
  for (const store::Person& person : pay_->people()) {
    if (scope.kind == store::RunKind::month || person.id == scope.employee) people_.push_back(&person);
  }
}

bool MonthRun::is_settled(const store::Person& person) const {
  const auto found = settled_.find(person.id);
  if (found == settled_.end()) return false;
  // A draft of somebody who stays after all settles nothing.
  return found->second || (person.left && month_of(*person.left) == scope_.month);
}

std::optional<PersonPay> MonthRun::compute(const store::Person& person, std::vector<Finding>& findings) {
  if (is_settled(person)) return pay_->carried(person, "settled");
  if (holds_.contains(person.id)) return pay_->carried(person, "held");
  return pay_->compute(person, findings);
}

}  // namespace svcadm::usecase
