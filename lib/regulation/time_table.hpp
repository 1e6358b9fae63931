#pragma once
// Tables of lateness and early leaving.

#include "domain/attendance_policy.hpp"
#include "regulation/fields.hpp"

namespace svcadm::regulation {

/// method, precision, grace, tiers and repetition.
domain::TimeTable read_time_table(Fields& in);

}  // namespace svcadm::regulation
