#pragma once
// A closed month, computed again from what was known at closing.

#include <vector>

#include "usecase/payroll_compare.hpp"

namespace svcadm::usecase {

/// A closed run beside what it was made of.
struct VerifiedRun {
  store::RunRow run;
  RunComparison comparison;
};

/// Every run that the closed month has.  Failure::not_found without a run, Failure::conflict while the month is open.
std::vector<VerifiedRun> verify_month(Office& office, Month month);

}  // namespace svcadm::usecase
