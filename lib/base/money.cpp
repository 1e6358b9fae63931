#include "base/money.hpp"

#include <charconv>

#include <fmt/compile.h>

namespace svcadm {

std::optional<Money> parse_money(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const auto dot = text.find('.');
  const std::string_view whole = text.substr(0, dot);
  const std::string_view decimals = dot == std::string_view::npos ? std::string_view{} : text.substr(dot + 1);
  const auto all_digits = [](std::string_view digits) {
    return digits.find_first_not_of("0123456789") == std::string_view::npos;
  };
  if (whole.empty() || whole.size() > 12 || !all_digits(whole) || !all_digits(decimals)) return std::nullopt;
  if (dot != std::string_view::npos && (decimals.empty() || decimals.size() > 2)) return std::nullopt;
  std::int64_t fen = 0;
  std::from_chars(whole.data(), whole.data() + whole.size(), fen);
  fen *= 100;
  if (!decimals.empty()) fen += (decimals[0] - '0') * 10;
  if (decimals.size() == 2) fen += decimals[1] - '0';
  return Money{negative ? -fen : fen};
}

std::string to_string(Money amount) {
  const std::int64_t fen = amount.fen < 0 ? -amount.fen : amount.fen;
  return fmt::format(FMT_COMPILE("{}{}.{:02}"), amount.fen < 0 ? "-" : "", fen / 100, fen % 100);
}

Money round_money(const Rational& fen, const RoundingRule& rule) {
  return Money{round_to_whole(fen / Rational{rule.unit_fen}, rule.rounding) * rule.unit_fen};
}

}  // namespace svcadm
