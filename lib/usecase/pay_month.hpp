#pragma once
// Which months' pay may be computed yet.

#include <optional>

#include "base/error.hpp"

namespace svcadm::usecase {

class Office;

/// A problem where the month lies before the office's first; none else.
std::optional<Problem> before_first_month(Office& office, Month month);

/// A problem where the month is not over: its days to come would be absence.  It is over with the last second of its
/// last day.
std::optional<Problem> month_not_over(const Office& office, Month month);

}  // namespace svcadm::usecase
