#include "base/money.hpp"

#include <doctest/doctest.h>

#include "base/half_days.hpp"

using namespace svcadm;

TEST_CASE("money is read to the fen and written with two decimals") {
  CHECK(parse_money("1800") == yuan(1800));
  CHECK(parse_money("30.5") == yuan(30, 50));
  CHECK(parse_money("-40.91") == Money{-4091});
  CHECK(parse_money("999999999999.99") == Money{99'999'999'999'999});
  CHECK(to_string(Money{-5}) == "-0.05");
  CHECK(to_string(yuan(1800)) == "1800.00");
  for (const char* text : {"", "-", ".5", "5.", "1.234", "1,800", "1e3", "--1", "+1", "1000000000000", "¥5", " 5"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_money(text));
  }
}

TEST_CASE("a line is rounded once, half up away from zero unless told otherwise") {
  CHECK(round_money(Rational{5, 2}) == Money{3});
  CHECK(round_money(Rational{-5, 2}) == Money{-3});
  CHECK(round_money(Rational{180000, 22}) == Money{8182});  // 1800.00 over 22 days: 81.8181...
  CHECK(round_money(Rational{5, 2}, {.rounding = Rounding::half_even}) == Money{2});
  CHECK(round_money(Rational{7, 2}, {.rounding = Rounding::half_even}) == Money{4});
  CHECK(round_money(Rational{8181, 1}, {.unit_fen = 100}) == Money{8200});
  CHECK(round_money(Rational{8181, 1}, {.rounding = Rounding::down, .unit_fen = 10}) == Money{8180});
  CHECK(round_money(Rational{8181, 1}, {.rounding = Rounding::up, .unit_fen = 10}) == Money{8190});
}

TEST_CASE("days are counted in halves") {
  CHECK(to_string(HalfDays{5}) == "2.5");
  CHECK(to_string(whole_days(3)) == "3");
  CHECK(to_decimal(whole_days(3)) == "3.0");
  CHECK(to_string(HalfDays{-1}) == "-0.5");
  CHECK(HalfDays{5}.days() == Rational{5, 2});
}
