#pragma once
// The part that runs of every kind share.

#include <optional>

#include "usecase/payroll.hpp"
#include "usecase/run_again.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

/// Computes and records a run of that scope and concludes the work; for the use-cases that begin one.
/// Failure::conflict when the run that it would replace is paid.
/// With `again` only some people of an open draft of that scope.
RunOutcome compute_run(Office& office, UnitOfWork& work, const store::RunScope& scope, const Progress& progress,
                       std::optional<RunAgain> again = {});

}  // namespace svcadm::usecase
