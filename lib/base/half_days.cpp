#include "base/half_days.hpp"

#include <cstdlib>

#include <fmt/format.h>

namespace svcadm {

std::string to_string(HalfDays days) {
  const std::string text = to_decimal(days);
  return text.ends_with(".0") ? text.substr(0, text.size() - 2) : text;
}

std::string to_decimal(HalfDays days) {
  const int halves = std::abs(days.halves);
  return fmt::format("{}{}.{}", days.halves < 0 ? "-" : "", halves / 2, halves % 2 == 0 ? 0 : 5);
}

}  // namespace svcadm
