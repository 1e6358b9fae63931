#pragma once
// A stored run beside what the facts give.

#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/money.hpp"
#include "store/payroll_store.hpp"
#include "usecase/known_at.hpp"

namespace svcadm::usecase {

class Office;

/// Somebody of whom the run keeps something else than the facts give: an amount, a reason, a balance carried on.
struct PayDifference {
  std::string employee_no;
  std::string name;
  std::optional<Money> stored;    ///< payable by the run; nothing where it does not know him
  std::optional<Money> computed;  ///< payable by the facts; nothing where they give none
};

struct RunComparison {
  std::vector<PayDifference> differences;  ///< in ascending order of people's ids
  std::vector<Problem> missing;            ///< what would now stand in the way of the run
  bool totals_agree = true;                ///< the run's head count and sum are those of the facts

  bool holds() const { return differences.empty() && missing.empty() && totals_agree; }
};

/// Computes the run's month anew from what is known, and compares every row that the run keeps.
/// \pre in a transaction
RunComparison compare_run(Office& office, const store::RunRow& run, const KnownAt& known);

}  // namespace svcadm::usecase
