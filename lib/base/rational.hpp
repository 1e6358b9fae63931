#pragma once
// Exact fractions: rates, shares and amounts before their one rounding.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace svcadm {

/// An exact fraction in lowest terms, denominator above 0.  Arithmetic that would leave 64 bits throws
/// Failure::bug: no result of svcadm is ever approximate.
class Rational {
 public:
  constexpr Rational() = default;
  Rational(std::int64_t whole) : numerator_{whole} {}  // NOLINT(google-explicit-constructor): 3 is a fraction
  /// \pre denominator != 0
  Rational(std::int64_t numerator, std::int64_t denominator);

  std::int64_t numerator() const { return numerator_; }
  std::int64_t denominator() const { return denominator_; }
  bool is_whole() const { return denominator_ == 1; }

  friend Rational operator+(const Rational& a, const Rational& b);
  friend Rational operator-(const Rational& a, const Rational& b);
  friend Rational operator*(const Rational& a, const Rational& b);
  /// \pre b != 0
  friend Rational operator/(const Rational& a, const Rational& b);
  Rational& operator+=(const Rational& other) { return *this = *this + other; }

  friend bool operator==(const Rational&, const Rational&) = default;
  friend std::strong_ordering operator<=>(const Rational& a, const Rational& b);

 private:
  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
};

/// "40%", "2/3", "1.5" or "3"; nothing when the text is none of them.
std::optional<Rational> parse_rational(std::string_view text);

/// "2/3", "3"; a finite decimal where there is one ("21.75", "0.5").
std::string to_string(const Rational& value);
/// "40%"; falls back to the fraction where the percentage is no finite decimal.
std::string to_percent(const Rational& value);

/// How a fraction becomes a whole number.
enum class Rounding { half_up, half_even, down, up };

/// Rounds away from or towards zero symmetrically: half_up of -2.5 is -3.
std::int64_t round_to_whole(const Rational& value, Rounding rounding);

}  // namespace svcadm
