#pragma once
// Days of leave, absence and work, counted in halves of a workday.

#include <compare>
#include <string>

#include "base/rational.hpp"

namespace svcadm {

/// A number of half workdays.
struct HalfDays {
  int halves = 0;

  constexpr auto operator<=>(const HalfDays&) const = default;
  constexpr HalfDays operator+(HalfDays other) const { return {halves + other.halves}; }
  constexpr HalfDays operator-(HalfDays other) const { return {halves - other.halves}; }
  constexpr HalfDays& operator+=(HalfDays other) {
    halves += other.halves;
    return *this;
  }
  /// In days, exactly.
  Rational days() const { return Rational{halves, 2}; }
};

constexpr HalfDays whole_days(int days) { return {days * 2}; }

/// "3" or "2.5".
std::string to_string(HalfDays days);
/// "3" or "2.5" as machines read it: always one decimal, "3.0".
std::string to_decimal(HalfDays days);

}  // namespace svcadm
