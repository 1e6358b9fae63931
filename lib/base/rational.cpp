#include "base/rational.hpp"

#include <charconv>
#include <limits>
#include <numeric>

#include <fmt/format.h>

#include "base/error.hpp"

namespace svcadm {

namespace {

__extension__ using Wide = __int128;

Wide absolute(Wide value) { return value < 0 ? -value : value; }

Wide greatest_common_divisor(Wide a, Wide b) {
  a = absolute(a);
  b = absolute(b);
  while (b != 0) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

/// Reduces to lowest terms and narrows, or gives up: a result that does not fit is a bug, not a guess.
Rational narrow(Wide numerator, Wide denominator) {
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  const Wide divisor = greatest_common_divisor(numerator, denominator);
  numerator /= divisor;
  denominator /= divisor;
  constexpr Wide limit = std::numeric_limits<std::int64_t>::max();
  if (absolute(numerator) > limit || denominator > limit) bug("a fraction left 64 bits");
  return Rational{static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator)};
}

std::optional<std::int64_t> parse_digits(std::string_view text) {
  if (text.empty() || text.front() == '-') return std::nullopt;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<Rational> parse_decimal(std::string_view text) {
  const auto dot = text.find('.');
  if (dot == std::string_view::npos) {
    const auto whole = parse_digits(text);
    if (!whole) return std::nullopt;
    return Rational{*whole};
  }
  const auto whole = parse_digits(text.substr(0, dot));
  const std::string_view decimals = text.substr(dot + 1);
  const auto fraction = parse_digits(decimals);
  if (!whole || !fraction || decimals.size() > 9 || *whole > 1'000'000'000) return std::nullopt;
  std::int64_t scale = 1;
  for (std::size_t i = 0; i < decimals.size(); ++i) scale *= 10;
  return Rational{*whole} + Rational{*fraction, scale};
}

/// The finite decimal form, or nothing for thirds and their like.
std::optional<std::string> decimal(const Rational& value) {
  std::int64_t scale = 1;
  int digits = 0;
  while (scale % value.denominator() != 0) {
    if (digits == 9) return std::nullopt;
    scale *= 10;
    ++digits;
  }
  const Rational scaled = value * Rational{scale};
  const bool negative = scaled.numerator() < 0;
  const std::int64_t whole = negative ? -scaled.numerator() : scaled.numerator();
  if (digits == 0) return fmt::format("{}{}", negative ? "-" : "", whole);
  return fmt::format("{}{}.{:0{}}", negative ? "-" : "", whole / scale, whole % scale, digits);
}

}  // namespace

Rational::Rational(std::int64_t numerator, std::int64_t denominator)
    : numerator_{numerator}, denominator_{denominator} {
  if (denominator == 0) bug("a fraction with denominator 0");
  if (denominator == 1) return;
  const std::int64_t divisor = std::gcd(numerator, denominator);
  const std::int64_t sign = denominator < 0 ? -1 : 1;
  numerator_ = sign * (numerator / divisor);
  denominator_ = sign * (denominator / divisor);
}

Rational operator+(const Rational& a, const Rational& b) {
  return narrow(Wide{a.numerator_} * b.denominator_ + Wide{b.numerator_} * a.denominator_,
                Wide{a.denominator_} * b.denominator_);
}

Rational operator-(const Rational& a, const Rational& b) {
  return narrow(Wide{a.numerator_} * b.denominator_ - Wide{b.numerator_} * a.denominator_,
                Wide{a.denominator_} * b.denominator_);
}

Rational operator*(const Rational& a, const Rational& b) {
  return narrow(Wide{a.numerator_} * b.numerator_, Wide{a.denominator_} * b.denominator_);
}

Rational operator/(const Rational& a, const Rational& b) {
  if (b.numerator_ == 0) bug("a fraction divided by 0");
  return narrow(Wide{a.numerator_} * b.denominator_, Wide{a.denominator_} * b.numerator_);
}

std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
  const Wide left = Wide{a.numerator_} * b.denominator_;
  const Wide right = Wide{b.numerator_} * a.denominator_;
  if (left < right) return std::strong_ordering::less;
  return left == right ? std::strong_ordering::equal : std::strong_ordering::greater;
}

std::optional<Rational> parse_rational(std::string_view text) {
  if (text.ends_with('%')) {
    const auto percent = parse_decimal(text.substr(0, text.size() - 1));
    if (!percent) return std::nullopt;
    return *percent / Rational{100};
  }
  if (const auto slash = text.find('/'); slash != std::string_view::npos) {
    const auto numerator = parse_digits(text.substr(0, slash));
    const auto denominator = parse_digits(text.substr(slash + 1));
    if (!numerator || !denominator || *denominator == 0) return std::nullopt;
    return Rational{*numerator, *denominator};
  }
  return parse_decimal(text);
}

std::string to_string(const Rational& value) {
  if (const auto text = decimal(value)) return *text;
  return fmt::format("{}/{}", value.numerator(), value.denominator());
}

std::string to_percent(const Rational& value) {
  if (const auto text = decimal(value * Rational{100})) return *text + "%";
  return to_string(value);
}

std::int64_t round_to_whole(const Rational& value, Rounding rounding) {
  const bool negative = value.numerator() < 0;
  const std::int64_t numerator = negative ? -value.numerator() : value.numerator();
  const std::int64_t denominator = value.denominator();
  std::int64_t whole = numerator / denominator;
  const std::int64_t rest = numerator % denominator;
  const Wide twice = Wide{rest} * 2;
  switch (rounding) {
    case Rounding::half_up: whole += twice >= denominator ? 1 : 0; break;
    case Rounding::half_even: whole += twice > denominator || (twice == denominator && whole % 2 == 1) ? 1 : 0; break;
    case Rounding::up: whole += rest > 0 ? 1 : 0; break;
    case Rounding::down: break;
  }
  return negative ? -whole : whole;
}

}  // namespace svcadm
