#pragma once
// Whether a run may become final: for the use-cases that approve, pay and close it.

#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "store/payroll_steps_store.hpp"
#include "usecase/payroll.hpp"
#include "usecase/payroll_compare.hpp"

namespace svcadm::usecase {

/// Failure::not_found when there is none.  \pre in a transaction
store::RunRow require_run(store::Database& database, const RunChoice& choice);

/// The command that computes the run again.
std::string run_again(Office& office, const store::RunRow& run);

/// The month that has to be closed before this one, if there is one.
std::optional<Month> open_before(Office& office, Month month);

/// Throws Failure::not_permitted where a run of one person pays only who acts.
void require_other_than_paid(Office& office, const store::RunRow& run);

/// Throws where a run cannot become final yet whatever is in it: its month is before the first, or not over, an earlier
/// one is open, a day of it is provisional, a newer run of the month before carries something else forward, a
/// settlement is open.
void require_final(Office& office, const store::RunRow& run);

/// What has changed since the run: first the run itself, then whose pay it is, what is missing now, and the events
/// since that may have done it.
std::vector<Problem> changes_since(Office& office, const store::RunRow& run, const RunComparison& now);

/// An approval, and why it does not count any more.
struct CheckedApproval {
  std::optional<store::ApprovalRow> approval;
  std::vector<Problem> fallen;
  bool stands() const { return approval && fallen.empty(); }
};
/// \pre in a transaction
CheckedApproval check_approval(Office& office, const store::RunRow& run);

}  // namespace svcadm::usecase
