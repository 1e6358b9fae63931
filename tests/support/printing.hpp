#pragma once
// How doctest prints our values when a check fails.

#include <doctest/doctest.h>

#include "base/date.hpp"
#include "base/half_days.hpp"
#include "base/moment.hpp"
#include "base/money.hpp"

namespace svcadm {

inline doctest::String toString(Money amount) { return to_string(amount).c_str(); }
inline doctest::String toString(HalfDays days) { return to_string(days).c_str(); }
inline doctest::String toString(Date day) { return to_string(day).c_str(); }
inline doctest::String toString(Span span) { return to_string(span).c_str(); }

}  // namespace svcadm
