#pragma once
// Whether inputs are named as what they are: points as scores, pieces in gates, yuan in items.

#include <vector>

#include "domain/policy.hpp"
#include "regulation/references.hpp"

namespace svcadm::regulation {

/// Names of inputs that would never be looked at, or counted as something else, where they stand; and items that
/// distinguish people on probation where nothing says how long that is.
std::vector<Misfit> find_unsound_pay(const domain::Policy& policy);

}  // namespace svcadm::regulation
