#pragma once
// The monthly appraisal: composite, group mean, gates.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/appraisal_policy.hpp"
#include "domain/ground.hpp"

namespace svcadm::domain {

/// What was entered for one person and month.
struct MonthInputs {
  /// Values of a score, in hundredths of a point ("exam": one; "quality": each sample).
  std::map<std::string, std::vector<std::int64_t>> scores = {};
  /// Pieces ("orders", "returned_orders", "wrong_orders", "order_grabbing", "complaints").
  std::map<std::string, std::int64_t> counts = {};
  /// Amounts ("contract_bonus", "loss").
  std::map<std::string, Money> amounts = {};
  /// Upheld complaints by severity.
  std::map<std::string, int> complaints = {};
  bool on_leave_in_month = false;  ///< excuses a missed exam where the regulation says so
};

/// A person's composite before the comparison.
struct Composite {
  std::optional<Rational> value = std::nullopt;  ///< in points; none where every part is left out
  std::vector<std::string> missing = {};         ///< inputs without which it cannot be known
  std::vector<Ground> grounds = {};
};

Composite composite_of(const AppraisalPolicy& policy, const MonthInputs& inputs);

/// Gates that the inputs fail.
std::vector<Gate> failed_gates(const AppraisalPolicy& policy, const MonthInputs& inputs);

/// The group's sum and size: below the mean is value * size < sum, in exact fractions.
struct GroupMean {
  Rational sum = {};
  std::int64_t size = 0;

  void add(const Rational& value) {
    sum += value;
    ++size;
  }
  bool is_above(const Rational& value) const { return value * Rational{size} < sum; }
  Rational mean() const { return sum / Rational{size}; }
};

struct AppraisalResult {
  bool passed = true;
  std::vector<Ground> grounds = {};
};

/// \pre composite has a value wherever the regulation compares with a mean and the person belongs to the group
AppraisalResult appraise(const AppraisalPolicy& policy, const MonthInputs& inputs, const Composite& composite,
                         const GroupMean& group);

}  // namespace svcadm::domain
