#pragma once
// Money: whole fen (1/100 yuan) in 64 bits.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/rational.hpp"

namespace svcadm {

/// An amount of yuan, in fen.
struct Money {
  std::int64_t fen = 0;

  constexpr auto operator<=>(const Money&) const = default;
  constexpr Money operator+(Money other) const { return {fen + other.fen}; }
  constexpr Money operator-(Money other) const { return {fen - other.fen}; }
  constexpr Money operator-() const { return {-fen}; }
  constexpr Money& operator+=(Money other) {
    fen += other.fen;
    return *this;
  }
  constexpr Money& operator-=(Money other) {
    fen -= other.fen;
    return *this;
  }
};

constexpr Money yuan(std::int64_t whole, std::int64_t fen = 0) { return {whole * 100 + fen}; }

/// "1800", "30.5" or "-40.91"; at most two decimals and 12 digits before them.
std::optional<Money> parse_money(std::string_view text);

/// "1800.00".
std::string to_string(Money amount);

/// How a line is rounded: by which rule and to which unit (1 fen, 10 for jiao, 100 for yuan).
struct RoundingRule {
  Rounding rounding = Rounding::half_up;
  std::int64_t unit_fen = 1;
  friend bool operator==(const RoundingRule&, const RoundingRule&) = default;
};

/// The one rounding of a line: an exact number of fen becomes money.
Money round_money(const Rational& fen, const RoundingRule& rule = {});

}  // namespace svcadm
