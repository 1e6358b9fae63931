// Claims about exact fractions and their one rounding.

#include "property/property.hpp"
#include "property/random_month.hpp"
#include "support/printing.hpp"

using namespace svcadm;
using test::holds;
using test::pick;
using test::pick_of;

namespace {

Rational random_fraction() { return Rational{pick(-100000000, 100000000), pick(1, 2175)}; }

RoundingRule random_rule() {
  return {pick_of<Rounding>({Rounding::half_up, Rounding::half_even, Rounding::down, Rounding::up}),
          pick_of<std::int64_t>({1, 10, 100})};
}

Rational distance(const Rational& a, const Rational& b) { return a < b ? b - a : a - b; }

}  // namespace

TEST_CASE("a rounded amount is less than a unit off, half a unit where halves decide, and a multiple of the unit") {
  holds("rounding moves less than a unit", [] {
    const Rational exact = random_fraction();
    const RoundingRule rule = random_rule();
    const Money amount = round_money(exact, rule);
    const Rational off = distance(exact, Rational{amount.fen});
    RC_ASSERT(off < Rational{rule.unit_fen});
    RC_ASSERT(amount.fen % rule.unit_fen == 0);
    const bool to_nearest = rule.rounding == Rounding::half_up || rule.rounding == Rounding::half_even;
    if (to_nearest) RC_ASSERT(off * Rational{2} <= Rational{rule.unit_fen});
    RC_ASSERT(round_money(Rational{} - exact, rule) == -amount);
    RC_ASSERT(round_money(Rational{amount.fen}, rule) == amount);
  });
}

TEST_CASE("rounding keeps order") {
  holds("more is never rounded to less", [] {
    const Rational one = random_fraction();
    const Rational more = one + Rational{pick(0, 1000000), pick(1, 2175)};
    const RoundingRule rule = random_rule();
    RC_ASSERT(round_money(one, rule) <= round_money(more, rule));
  });
}

TEST_CASE("a part of the month is paid to less than a unit of its exact share") {
  holds("base pay of a part month", [] {
    auto policy = test::plain_with();
    const Money amount{pick(0, 2000000)};
    policy.payroll.items[0].amount = amount;
    policy.payroll.rounding->value = random_rule();
    const int from = pick(1, 31);
    test::MonthBuilder month{policy, test::nine_to_six};
    month.served(test::october(from), test::october(pick(from, 31)));
    const auto facts = month.facts();
    const Rational exact = Rational{amount.fen} * Rational{facts.segments[0].workdays, 18};
    RC_ASSERT(distance(exact, Rational{domain::compute_pay(facts).column(domain::PayColumn::base).fen}) <
              Rational{policy.payroll.rounding->value.unit_fen});
  });
}

TEST_CASE("fractions: sums and products come back") {
  holds("a + b - b = a, a * b / b = a", [] {
    const Rational a = random_fraction();
    const Rational b = random_fraction();
    RC_ASSERT(a + b - b == a);
    if (b != Rational{}) RC_ASSERT(a * b / b == a);
    RC_ASSERT((a < b) == (b > a));
  });
}
