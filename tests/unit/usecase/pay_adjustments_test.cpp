// Late facts of closed months in the pay of the open one.

#include <algorithm>

#include <doctest/doctest.h>

#include "domain/payroll.hpp"
#include "support/month_builder.hpp"

using namespace svcadm;
using domain::Adjustment;
using domain::PayColumn;
using test::MonthBuilder;
using test::shipped;

namespace {

constexpr Month september{2026 * 12 + 8};

Adjustment adjust(const std::string& item, Money was, Money is) {
  return {.origin = september, .item = item, .label = {item, item}, .was = was, .is = is, .grounds = {}};
}

/// October of somebody who came every day and earns 2200.00.
domain::PayFacts october() {
  static MonthBuilder month = MonthBuilder{shipped("callc.toml")}.composite(80, {80});  // facts point into it
  return month.facts();
}

domain::PaySheet pay(domain::PayFacts facts, const std::vector<Adjustment>& adjustments) {
  facts.adjustments = adjustments;
  const auto sheet = domain::compute_pay(facts);
  CHECK(test::broken_identity(sheet) == "");
  return sheet;
}

domain::PayFacts with_losses(Money fresh, Money brought) {
  domain::PayFacts facts = october();
  facts.inputs.amounts["loss"] = fresh;
  facts.carried_in.loss = brought;
  facts.damage_limit = domain::DamageLimit{{Rational{1, 5}, {}}, {yuan(1700), {}}};
  return facts;
}

}  // namespace

TEST_CASE("an adjustment is one line in its own column, named after item and month") {
  const Money without = pay(october(), {}).payable;
  const auto sheet = pay(october(), {adjust("lateness", -yuan(30), {}), adjust("sick", {}, -yuan(24, 55))});
  CHECK(sheet.payable == without + yuan(30) - yuan(24, 55));
  CHECK(sheet.column(PayColumn::adjustment) == yuan(30) - yuan(24, 55));
  CHECK(sheet.column(PayColumn::lateness_deduction) == Money{});
  const auto line = std::find_if(sheet.lines.begin(), sheet.lines.end(),
                                 [](const auto& one) { return one.item == "lateness@2026-09"; });
  REQUIRE(line != sheet.lines.end());
  CHECK(line->amount == yuan(30));
}

TEST_CASE("what cannot be taken from this month's pay is carried to the next") {
  const Money without = pay(october(), {}).payable;
  const auto sheet = pay(october(), {adjust("bonus", yuan(5000), yuan(500))});
  CHECK(sheet.payable == Money{});
  CHECK(sheet.carried_out.other == yuan(4500) - without);
}

TEST_CASE("a loss that is claimed late is taken as losses are: the law's share at most, the rest carried") {
  const auto sheet = pay(with_losses({}, {}), {adjust("loss", {}, -yuan(3000))});
  const Money earned = pay(october(), {}).payable;
  const Money share{earned.fen / 5};
  CHECK(sheet.payable == earned - share);
  CHECK(sheet.carried_out.loss == yuan(3000) - share);
}

TEST_CASE("a loss that is claimed no more is paid back as far as it was taken, and what is left of it is forgotten") {
  const Money earned = pay(october(), {}).payable;
  const auto sheet = pay(with_losses({}, yuan(2560)), {adjust("loss", -yuan(3000), {})});
  CHECK(sheet.payable == earned + yuan(3000) - yuan(2560));
  CHECK(sheet.carried_out == domain::Carry{});

  const auto another = pay(with_losses(yuan(100), yuan(2560)), {adjust("loss", -yuan(3000), {})});
  CHECK(another.payable == earned + yuan(3000) - yuan(2560) - yuan(100));
  CHECK(another.carried_out == domain::Carry{});
}

TEST_CASE("who is not paid for the month has the adjustments alone, and owes what is below nothing") {
  const auto more = domain::adjust_only({adjust("absenteeism", -yuan(81, 82), {})}, {});
  CHECK(more.payable == yuan(81, 82));
  const auto less =
      domain::adjust_only({adjust("absenteeism", {}, -yuan(81, 82))}, {.loss = yuan(10), .other = yuan(5)});
  CHECK(less.payable == Money{});
  CHECK(less.carried_out == domain::Carry{.loss = yuan(10), .other = yuan(5) + yuan(81, 82)});
  const auto refund = domain::adjust_only({adjust("loss", -yuan(100), {})}, {.loss = yuan(60), .other = yuan(5)});
  CHECK(refund.payable == yuan(100) - yuan(60) - yuan(5));
  for (const auto& sheet : {more, less, refund}) CHECK(test::broken_identity(sheet) == "");
}

TEST_CASE("what changes is found item by item; balances carried are no items") {
  const std::vector<domain::PaidItem> paid{{"base", {}, yuan(1800)},
                                           {"lateness", {}, -yuan(30)},
                                           {"lateness", {}, yuan(30)},  // adjusted since
                                           {"absenteeism", {}, -yuan(100)},
                                           {"carried_out", {}, yuan(7)}};
  std::vector<domain::PayLine> now;
  now.push_back({"base", {}, PayColumn::base, yuan(1800), {}});
  now.push_back({"lateness", {}, PayColumn::lateness_deduction, -yuan(50), {}});
  now.push_back({"carried_out", {}, std::nullopt, yuan(9), {}});
  const auto found = domain::adjustments_between(september, paid, now);
  REQUIRE(found.size() == 2);
  CHECK(found[0].item == "lateness");
  CHECK(found[0].amount() == -yuan(50) - (-yuan(30) + yuan(30)));
  CHECK(found[1].item == "absenteeism");
  CHECK(found[1].amount() == yuan(100));
}
