#pragma once
// What lies in a closed month no longer changes.

#include <optional>

#include "base/error.hpp"
#include "store/database.hpp"

namespace svcadm::usecase {

/// A problem where something that holds from `from` on would change a closed month; none else.
std::optional<Problem> closed_month_problem(store::Database& database, Date from);

/// Whether a problem is that of closed_month_problem.
bool is_closed_month(const Problem& problem);

/// Failure::conflict where something that holds from `from` on would change a closed month.
void require_open_month(store::Database& database, Date from);

}  // namespace svcadm::usecase
