#pragma once
// What a regulation says about pay: items, deductions, divisor, rounding, and what happens below zero.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/citation.hpp"
#include "base/message.hpp"
#include "base/money.hpp"
#include "base/rational.hpp"

namespace svcadm::domain {

/// Columns of the pay sheet in which an item's amount is shown.
enum class PayColumn {
  base,
  full_attendance,
  performance,
  bonus,
  other_pay,
  adjustment,  ///< of closed months; no regulation's item stands here
  lateness_deduction,
  absenteeism_deduction,
  personal_deduction,
  sick_deduction,
  complaint_deduction,
  loss_deduction,
  other_deduction,
};

enum class ItemMethod {
  fixed,       ///< the same amount for everybody it applies to
  by_grade,    ///< by the person's grade
  individual,  ///< the person's own base pay, as his terms say
  entered,     ///< entered for the month
  share_of,    ///< a share of another item's full amount
};

/// To whom an item applies.  A person on probation on any day of the month is not "confirmed" for the month
/// unless the item is paid by days.
enum class ItemFor { everybody, probation, confirmed };

/// What is paid for a month in which somebody joins, leaves or changes status.
enum class PartMonth {
  workdays,       ///< by workdays in service over workdays of the month
  calendar_days,  ///< by calendar days
  full_only,      ///< nothing unless in service on every workday, and of the status on every day of it
  whole,          ///< the whole amount
};

/// What takes a conditional item away.
struct Forfeits {
  bool leave = false;          ///< a day or half of a kind of leave that does not keep full attendance
  bool absenteeism = false;    ///< any half day of it
  bool conversion = false;     ///< time that became leave or absenteeism
  bool lateness = false;       ///< any lateness at all
  bool early_leaving = false;  ///< any early leaving at all
  bool appraisal = false;      ///< a failed appraisal (see AppraisalPolicy)
  friend bool operator==(const Forfeits&, const Forfeits&) = default;
};

struct PayItem {
  std::string code = {};
  Label label = {};
  PayColumn column = PayColumn::base;
  ItemMethod method = ItemMethod::fixed;
  ItemFor applies_to = ItemFor::everybody;
  Money amount = {};                           ///< fixed
  std::map<std::string, Money> by_grade = {};  ///< by_grade
  std::string input = {};                      ///< entered: the kind of input
  std::string of = {};                         ///< share_of: the other item's code
  Rational share = {};                         ///< share_of
  PartMonth part_month = PartMonth::workdays;
  Forfeits forfeits = {};
  bool is_day_pay = false;  ///< part of the pay that a day is worth
  Citation cite = {};
  friend bool operator==(const PayItem&, const PayItem&) = default;
};

/// What a deduction line takes together, and so rounds together.
struct DeductionLine {
  std::string code = {};
  Label label = {};
  PayColumn column = PayColumn::other_deduction;
  std::vector<std::string> leave_kinds = {};  ///< these kinds of leave
  bool absenteeism = false;
  bool lateness = false;           ///< what lateness and early leaving cost in money
  bool conversions_apart = false;  ///< what lateness became is rounded apart from what was asked for
  Citation cite = {};
  friend bool operator==(const DeductionLine&, const DeductionLine&) = default;

  /// Time that was not worked, as against a charge: the legal limit on damages looks at pay after it.
  bool is_unpaid_time() const { return absenteeism || !leave_kinds.empty(); }
};

enum class DivisorMethod { month_workdays, fixed, calendar_days, rostered_days };

/// By what a month's pay is divided to give a day's.
struct Divisor {
  DivisorMethod method = DivisorMethod::month_workdays;
  Rational days = {};  ///< fixed: 21.75
  Citation cite = {};
  friend bool operator==(const Divisor&, const Divisor&) = default;
};

/// Amount per upheld complaint of a severity.
struct ComplaintCharge {
  std::string severity = {};
  Label label = {};
  Money amount = {};
  Citation cite = {};
  friend bool operator==(const ComplaintCharge&, const ComplaintCharge&) = default;
};

enum class BelowZero { carry, drop };

/// Of which pay of the month the legal share for damages is taken.
enum class DamageBase {
  after_unpaid_time,     ///< earned: items less what leave and absence cost
  full_pay,              ///< items before any deduction
  after_all_deductions,  ///< what is left before the loss
};

struct PayrollPolicy {
  std::vector<PayItem> items = {};
  std::vector<DeductionLine> deductions = {};  ///< in the order in which they are taken
  std::optional<Divisor> divisor = std::nullopt;
  std::optional<Cited<RoundingRule>> rounding = std::nullopt;
  std::vector<ComplaintCharge> complaints = {};
  std::optional<Citation> losses = std::nullopt;  ///< losses are deducted, within the law's limit
  DamageBase loss_limit_of = DamageBase::after_unpaid_time;
  std::optional<Cited<BelowZero>> below_zero = std::nullopt;
  std::optional<Cited<int>> probation_months = std::nullopt;
  std::optional<Cited<bool>> last_day_is_worked = std::nullopt;  ///< the day of leaving belongs to the service

  const PayItem* find(std::string_view code) const {
    for (const PayItem& item : items) {
      if (item.code == code) return &item;
    }
    return nullptr;
  }
  friend bool operator==(const PayrollPolicy&, const PayrollPolicy&) = default;
};

/// Limits that law sets on deductions for damage, for the office's place.
struct DamageLimit {
  Cited<Rational> share;      ///< of the month's pay
  Cited<Money> minimum_wage;  ///< what must remain
};

}  // namespace svcadm::domain
