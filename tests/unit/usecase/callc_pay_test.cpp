// The rules of the customer-service centre's regulation about pay, from the shipped file to the fen.

#include <doctest/doctest.h>

#include "support/month_builder.hpp"

using namespace svcadm;
using domain::PayColumn;
using test::MonthBuilder;
using test::october;

namespace {

MonthBuilder agent() {
  MonthBuilder month{test::shipped("callc.toml")};
  month.composite(80, {80, 80});
  return month;
}

}  // namespace

TEST_CASE("CALLC.25 CALLC.26 CALLC.27 a clean month of a confirmed agent is base, full attendance and performance") {
  CHECK(agent().payable() == yuan(1800) + yuan(200) + yuan(200));
}

TEST_CASE("CALLC.24 on probation all month: flat pay and full attendance, no performance") {
  CHECK(agent().probation_until(october(31)).payable() == yuan(1800) + yuan(200));
}

TEST_CASE("CALLC.27 performance begins with the first full month after probation") {
  CHECK(agent().probation_until(october(12)).payable() == yuan(1800) + yuan(200));
  CHECK(agent().probation_until(october(4)).payable() == yuan(1800) + yuan(200));  // the first workday is the 8th
  CHECK(agent().probation_until(make_date(2026, 9, 30)).payable() == yuan(2200));
}

TEST_CASE("CALLC.41 up to five minutes late on a day costs 30, the fifth minute included") {
  CHECK(agent().late(12, Span{1}).payable() == yuan(2200) - yuan(30));
  CHECK(agent().late(12, minutes(5)).payable() == yuan(2200) - yuan(30));
}

TEST_CASE("CALLC.42 over five up to ten minutes costs 50") {
  CHECK(agent().late(12, Span{5 * 60 + 1}).payable() == yuan(2200) - yuan(50));
  CHECK(agent().late(12, minutes(10)).payable() == yuan(2200) - yuan(50));
}

TEST_CASE("CALLC.43 over ten up to fifteen minutes costs 80") {
  CHECK(agent().late(12, Span{10 * 60 + 1}).payable() == yuan(2200) - yuan(80));
  CHECK(agent().late(12, minutes(15)).payable() == yuan(2200) - yuan(80));
}

TEST_CASE("CALLC.44 over fifteen minutes late or early is half a day of personal leave and loses full attendance") {
  const Money half_day = Money{180000 / 18 / 2};
  CHECK(agent().late(12, Span{15 * 60 + 1}).payable() == yuan(2200) - half_day - yuan(200));
  CHECK(agent().early(12, Span{15 * 60 + 1}).payable() == yuan(2200) - half_day - yuan(200));
  CHECK(agent().early(12, minutes(15)).payable() == yuan(2200));
  CHECK(agent().late(12, minutes(16)).early(12, minutes(16)).pay().personal == whole_days(1));
}

TEST_CASE("CALLC.40 CALLC.47 late online and late back from lunch add up to one deduction a day") {
  auto month = agent().times(13, {"09:25:00", "12:30:00", "13:33:30", "18:32:00"}).online(13, "09:34:30");
  CHECK(month.payable() == yuan(2200) - yuan(50));   // 4:30 + 3:30 = 8:00
  CHECK(month.pay().late_count == 1);
  CHECK(month.pay().late_minutes == 8);
}

TEST_CASE("CALLC.60 CALLC.61 sick leave costs 40 % under two years of service and 30 % from the anniversary on") {
  auto month = agent().hired(make_date(2024, 10, 14));
  for (const int day : {12, 13, 14}) month.leave(day, "sick");
  const auto sheet = month.pay();
  CHECK(sheet.column(PayColumn::sick_deduction) == yuan(40) + yuan(40) + yuan(30));
  CHECK(sheet.payable == yuan(2200) - yuan(110) - yuan(200));
}

TEST_CASE("CALLC.26 statutory paid leave keeps full attendance") {
  CHECK(agent().leave(12, "annual").payable() == yuan(2200));
}

TEST_CASE("CALLC.53 CALLC.59 personal leave is rounded once, at the line's total") {
  auto month = agent();
  for (const int day : {12, 13, 14}) month.leave(day, "personal");
  auto facts = month.facts();
  facts.month_workdays = 22;
  facts.segments[0].workdays = 22;
  CHECK(domain::compute_pay(facts).column(PayColumn::personal_deduction) == Money{24545});   // 180000 * 3 / 22, once
}

TEST_CASE("CALLC.28 three days absent cost three days' pay and full attendance") {
  auto month = agent().without_punches(8).without_punches(9).without_punches(10);
  CHECK(month.payable() == yuan(2200) - yuan(3 * 100) - yuan(200));
  CHECK(month.pay().absent == whole_days(3));
}

TEST_CASE("CALLC.35 a return rate of exactly 5 % fails, 4 % passes, no orders pass") {
  CHECK(agent().count("orders", 100).count("returned_orders", 5).payable() == yuan(2200) - yuan(200));
  CHECK(agent().count("orders", 100).count("returned_orders", 4).payable() == yuan(2200));
  CHECK(agent().count("orders", 0).count("returned_orders", 0).payable() == yuan(2200));
}

TEST_CASE("CALLC.34 any upheld incident fails the performance money") {
  CHECK(agent().count("wrong_orders", 1).payable() == yuan(2000));
  CHECK(agent().count("order_grabbing", 1).payable() == yuan(2000));
}

TEST_CASE("CALLC.29 an upheld complaint costs at least 50 and fails the gate") {
  CHECK(agent().complaint("minor").payable() == yuan(2200) - yuan(50) - yuan(200));
  CHECK(agent().complaint("minor").complaint("minor").payable() == yuan(2200) - yuan(100) - yuan(200));
}

TEST_CASE("CALLC.31 below the mean loses the performance money; equal keeps it; one alone is never below") {
  const auto paid = [](int own, const std::vector<int>& group) {
    MonthBuilder month{test::shipped("callc.toml")};
    return month.composite(own, group).payable();
  };
  CHECK(paid(90, {90, 90, 89}) == yuan(2200));
  CHECK(paid(89, {90, 90, 89}) == yuan(2000));
  CHECK(paid(89, {89, 89, 89}) == yuan(2200));
  CHECK(paid(10, {10}) == yuan(2200));
}

TEST_CASE("CALLC.24 CALLC.25 a part month is paid by workdays, without full attendance and performance") {
  CHECK(agent().served(october(19), october(31)).payable() == Money{180000 * 10 / 18});
}

TEST_CASE("CALLC.30 losses are taken within 20 % of the month's pay and above the minimum wage, the rest is carried") {
  const auto low = agent().input("loss", yuan(3000)).limit(Rational{1, 5}, yuan(1700)).pay();
  CHECK(low.column(PayColumn::loss_deduction) == yuan(3000));
  CHECK(low.payable == yuan(2200) - yuan(440));
  CHECK(low.carried_out.loss == yuan(3000) - yuan(440));
  const auto high = agent().input("loss", yuan(3000)).limit(Rational{1, 5}, yuan(1900)).pay();
  CHECK(high.payable == yuan(1900));
  CHECK(high.carried_out.loss == yuan(2700));
  const auto next = agent().carried({yuan(2560), {}}).limit(Rational{1, 5}, yuan(1700)).pay();
  CHECK(next.payable == yuan(2200) - yuan(440));
  CHECK(next.carried_out.loss == yuan(2560) - yuan(440));
}

TEST_CASE("CALLC.30 without a place whose minimum wage is known a loss is held") {
  const auto sheet = agent().input("loss", yuan(3000)).pay();
  CHECK(sheet.payable == yuan(2200));
  CHECK(sheet.carried_out.loss == yuan(3000));
}

TEST_CASE("CALLC.38 the contract bonus is paid as entered") {
  CHECK(agent().input("contract_bonus", Money{12345}).payable() == yuan(2200) + Money{12345});
}
