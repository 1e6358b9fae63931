#include "base/rational.hpp"

#include <limits>

#include <doctest/doctest.h>

#include "base/error.hpp"

using namespace svcadm;

TEST_CASE("fractions are kept in lowest terms") {
  CHECK(Rational{6, 4} == Rational{3, 2});
  CHECK(Rational{1, -2} == Rational{-1, 2});
  CHECK(Rational{0, 5} == Rational{0});
  CHECK(Rational{1, 3} + Rational{1, 6} == Rational{1, 2});
  CHECK(Rational{1, 3} - Rational{1, 2} == Rational{-1, 6});
  CHECK(Rational{2, 3} * Rational{3, 4} == Rational{1, 2});
  CHECK(Rational{2, 3} / Rational{-4, 3} == Rational{-1, 2});
  CHECK(Rational{1, 3} < Rational{34, 100});
}

TEST_CASE("what leaves 64 bits is an error, never a guess") {
  const Rational large{std::numeric_limits<std::int64_t>::max()};
  CHECK_THROWS_AS(large + Rational{1}, Error);
  CHECK_THROWS_AS(large * large, Error);
  CHECK_THROWS_AS(Rational{1} / Rational{0}, Error);
  CHECK_THROWS_AS((Rational{1, 0}), Error);
  CHECK(large * Rational{1, 2} * Rational{2} == large);
}

TEST_CASE("rates are read as percentages, fractions and decimals") {
  CHECK(parse_rational("40%") == Rational{2, 5});
  CHECK(parse_rational("12.5%") == Rational{1, 8});
  CHECK(parse_rational("2/3") == Rational{2, 3});
  CHECK(parse_rational("21.75") == Rational{87, 4});
  for (const char* text : {"", "%", "1/0", "/3", "1/", "-1", "1.2.3", "0,5", "1.", ".5", "4 0%", "1.1234567890"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_rational(text));
  }
}

TEST_CASE("a finite decimal is written as one, a third as a third") {
  CHECK(to_string(Rational{87, 4}) == "21.75");
  CHECK(to_string(Rational{-1, 2}) == "-0.5");
  CHECK(to_string(Rational{2, 3}) == "2/3");
  CHECK(to_percent(Rational{2, 5}) == "40%");
  CHECK(to_percent(Rational{1, 3}) == "1/3");
}

TEST_CASE("rounding to a whole number is symmetrical") {
  for (const Rounding rounding : {Rounding::half_up, Rounding::half_even, Rounding::down, Rounding::up}) {
    for (int numerator = -20; numerator <= 20; ++numerator) {
      CHECK(round_to_whole(Rational{-numerator, 4}, rounding) == -round_to_whole(Rational{numerator, 4}, rounding));
    }
  }
  CHECK(round_to_whole(Rational{5, 2}, Rounding::half_up) == 3);
  CHECK(round_to_whole(Rational{5, 2}, Rounding::half_even) == 2);
  CHECK(round_to_whole(Rational{5, 2}, Rounding::down) == 2);
  CHECK(round_to_whole(Rational{9, 4}, Rounding::up) == 3);
}
