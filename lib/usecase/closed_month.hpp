#pragma once
// What lies in a closed month, or in one that is paid, no longer changes; late facts about time and entries become
// adjustments.

#include <optional>

#include "base/error.hpp"
#include "store/database.hpp"

namespace svcadm::usecase {

class Office;

/// A problem where something that holds from `from` on would change a closed month; none else.
std::optional<Problem> closed_month_problem(store::Database& database, Date from);

/// Whether a problem is that of closed_month_problem.
bool is_closed_month(const Problem& problem);

/// Failure::conflict where something that holds from `from` on would change a closed month.
void require_open_month(store::Database& database, Date from);

/// A problem where a fact of time or an entry lies before the first month that was closed: nothing was paid for that,
/// so nothing can be adjusted.
std::optional<Problem> before_months_problem(store::Database& database, Date from);

/// Takes a fact of time, or an entry, that begins on that day: of a closed month it is a late one, which a note says.
/// Failure::conflict where it lies before the first month that was closed.
void take_late_fact(Office& office, Date from);

}  // namespace svcadm::usecase
