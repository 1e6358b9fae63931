#pragma once
// Late facts of closed months, person by person: what they change, to be paid in the open month.

#include <cstdint>
#include <map>
#include <vector>

#include "domain/payroll.hpp"
#include "usecase/finding.hpp"
#include "usecase/known_at.hpp"

namespace svcadm::usecase {

/// What all that is known gives for each closed month, less what its closed runs paid and closed runs since have
/// adjusted.  The order in which facts arrive cannot matter: only their sum is looked at.
///
/// Whom a month knows of changes no more: means and balances stay as they were when it was closed.  Looked at are
/// only people with a fact newer than what the newest close before the run's month has looked at, for at that close
/// nothing was left to adjust.
class Adjustments {
 public:
  /// Those that a run of that scope pays.
  Adjustments(Office& office, const store::RunScope& scope, const KnownAt& known);

  /// By employee; who has none is left out.  In the order of months and of each month's sheet.
  const std::map<std::int64_t, std::vector<domain::Adjustment>>& by_employee() const { return by_employee_; }
  const std::vector<domain::Adjustment>& of(std::int64_t employee) const;
  /// What stands in the way of computing a closed month again.
  const std::vector<Finding>& findings() const { return findings_; }

 private:
  void look_at(Office& office, Month month, const store::RunScope& scope, std::int64_t since, const KnownAt& known);

  std::map<std::int64_t, std::vector<domain::Adjustment>> by_employee_;
  std::vector<Finding> findings_;
};

/// An adjustment that waits for the open month's run.
struct WaitingAdjustment {
  std::string employee_no;
  std::string name;
  domain::Adjustment adjustment;
};

/// What the run of an open month would adjust now; nothing is written.
/// Failure::conflict for a month that is paid or closed, Failure::refused with what stands in the way.
std::vector<WaitingAdjustment> list_adjustments(Office& office, std::optional<Month> month);

}  // namespace svcadm::usecase
