// Divisors, rounding, lines, and what happens below zero under other houses' regulations.

#include <doctest/doctest.h>

#include "support/month_builder.hpp"

using namespace svcadm;
using domain::PayColumn;
using test::changed;
using test::half_up;
using test::house;
using test::house_month;
using test::MonthBuilder;
using test::october;

namespace {

const Money whole_pay = yuan(2175);

Money personal(const MonthBuilder& month) { return month.column(PayColumn::personal_deduction); }

/// What one day (or half of it) of personal leave takes when a month is worth `base` over 18 workdays.
Money rounded(const std::string& text, const std::string& base, int days = 1) {
  MonthBuilder month = house_month(changed(text, "payroll.item.base.amount", base));
  for (const int day : {12, 13, 14}) {
    if (days-- > 0) month.leave(day, "personal");
  }
  return personal(month);
}

}  // namespace

TEST_CASE("a day is the month's pay over 21.75, the month's workdays, its days, or the rostered days") {
  const auto day = [](const std::string& text) { return personal(house_month(text).leave(12, "personal")); };
  CHECK(day(house("divisor-fixed")) == Money{217500 * 100 / 2175});
  CHECK(day(house("divisor-month-workdays")) == half_up(217500, 18));
  CHECK(day(house("divisor-calendar-days")) == half_up(217500, 31));
  CHECK(day(house("divisor-rostered-days")) == half_up(217500, 18));
  CHECK(day(changed(house("divisor-fixed"), "payroll.divisor.days", "20")) == Money{217500 / 20});
}

TEST_CASE("rostered days are the person's own: two more shifts make a day worth less") {
  const auto month = [](const std::string& text) {
    return house_month(text).shift(17, "09:00-18:00").shift(18, "09:00-18:00").leave(12, "personal");
  };
  CHECK(personal(month(house("divisor-rostered-days"))) == Money{217500 / 20});
  CHECK(personal(month(house("divisor-month-workdays"))) == half_up(217500, 18));
  CHECK(personal(house_month(house("divisor-rostered-days")).shift(30, "").leave(12, "personal")) ==
        half_up(217500, 17));
}

TEST_CASE("rostered days of who joined in mid-month: absent on all of them, he loses what he earned and not more") {
  for (const char* name : {"divisor-rostered-days", "divisor-month-workdays"}) {
    CAPTURE(name);
    MonthBuilder month = house_month(house(name)).served(october(19), october(31));
    for (const int day : {19, 20, 21, 22, 23, 26, 27, 28, 29, 30}) month.leave(day, "personal");
    CHECK(month.column(PayColumn::base) == Money{217500 * 10 / 18});
    CHECK(personal(month) == Money{217500 * 10 / 18});
    CHECK(month.payable() == Money{});
  }
}

TEST_CASE("rounding to the fen: half up, half even, down, up") {
  const std::string half_up = house("divisor-month-workdays");
  CHECK(rounded(half_up, "1800.09") == Money{10001});  // 10000.5 exactly
  CHECK(rounded(house("rounding-half-even"), "1800.09") == Money{10000});
  CHECK(rounded(house("rounding-half-even"), "1800.27") == Money{10002});  // 10001.5 exactly
  CHECK(rounded(house("rounding-down"), "1800.17") == Money{10000});       // 10000.94
  CHECK(rounded(house("rounding-up"), "1800.01") == Money{10001});         // 10000.06
  CHECK(rounded(house("rounding-up"), "1800.00") == Money{10000});
  CHECK(rounded(house("rounding-half-even"), "1800.10") == Money{10001});  // just over the half
  CHECK(rounded(half_up, "1800.08") == Money{10000});                      // just under it
}

TEST_CASE("rounding to the jiao and to the yuan, with every method, exact halves included") {
  const auto in_unit = [](const std::string& unit, const std::string& method, const std::string& base) {
    std::string text = changed(house("rounding-jiao"), "payroll.rounding.unit", unit);
    return rounded(changed(text, "payroll.rounding.method", method), base);
  };
  // 1800.90 / 18 = 100.05: half of a jiao; 1809.00 / 18 = 100.50: half of a yuan
  CHECK(in_unit("0.10", "half-up", "1800.90") == Money{10010});
  CHECK(in_unit("0.10", "half-even", "1800.90") == Money{10000});
  CHECK(in_unit("0.10", "half-even", "1802.70") == Money{10020});  // 100.15
  CHECK(in_unit("0.10", "down", "1801.62") == Money{10000});       // 100.09
  CHECK(in_unit("0.10", "up", "1800.18") == Money{10010});         // 100.01
  CHECK(in_unit("1.00", "half-up", "1809.00") == yuan(101));
  CHECK(in_unit("1.00", "half-even", "1809.00") == yuan(100));
  CHECK(in_unit("1.00", "half-even", "1827.00") == yuan(102));  // 101.50
  CHECK(in_unit("1.00", "down", "1817.82") == yuan(100));       // 100.99
  CHECK(in_unit("1.00", "up", "1800.18") == yuan(101));
}

TEST_CASE("rounding to the yuan is of every line that is reckoned, and their sum is what is paid") {
  MonthBuilder month = house_month(house("rounding-yuan")).served(october(19), october(31));
  CHECK(month.column(PayColumn::base) == yuan(1208));  // 1208.33
  month.leave(20, "personal").leave(21, "sick");
  CHECK(month.payable() == yuan(1208 - 121 - 48));  // 120.83, 48.33
}

TEST_CASE("what rounding changes is shown with its clause, what it leaves alone is not") {
  const auto rounded = [](const MonthBuilder& month, const std::string& item) {
    std::vector<domain::Ground> found;
    for (const domain::PayLine& line : month.pay().lines) {
      for (const domain::Ground& ground : line.grounds) {
        if (line.item == item && ground.message.id == "ground.rounded") found.push_back(ground);
      }
    }
    return found;
  };
  const std::string entered = changed(house("pay-entered"), "payroll.rounding.unit", "1.00");
  const auto bonus = [&](const std::string& text, Money amount) {
    return rounded(house_month(text).input("sales_bonus", amount), "sales_bonus");
  };
  REQUIRE(bonus(entered, Money{12345}).size() == 1);
  CHECK(bonus(entered, Money{12345})[0].message.args == std::vector<Arg>{Money{12345}, yuan(123)});
  CHECK(bonus(entered, Money{12345})[0].cite.clause == "9");
  CHECK(bonus(entered, yuan(123)).empty());
  CHECK(bonus(house("pay-entered"), Money{12345}).empty());
  // A deduction likewise: 2175 / 18 = 120.83 is taken as 121.
  MonthBuilder day = house_month(house("rounding-yuan")).leave(20, "personal");
  REQUIRE(rounded(day, "personal").size() == 1);
  CHECK(rounded(day, "personal")[0].message.args == std::vector<Arg>{Rational{2175, 18}, yuan(121)});
}

TEST_CASE("an amount below zero is rounded as its positive twin is") {
  const std::string text = changed(house("pay-share-of"), "payroll.item.base.amount", "0.00");
  CHECK(house_month(text).payable() == Money{});
  for (const Rounding rounding : {Rounding::half_up, Rounding::half_even, Rounding::down, Rounding::up}) {
    for (const std::int64_t unit : {1, 10, 100}) {
      for (const std::int64_t thirds : {1, 2, 15, 150, 151, 300, 450}) {
        const RoundingRule rule{rounding, unit};
        CHECK(round_money(Rational{-thirds, 3}, rule) == -round_money(Rational{thirds, 3}, rule));
      }
    }
  }
}

TEST_CASE("what a line takes is rounded once: three days, not three times a day") {
  CHECK(rounded(house("divisor-month-workdays"), "2175.00", 3) == Money{217500 * 3 / 18});
  CHECK(rounded(house("divisor-month-workdays"), "2175.00", 1) == half_up(217500, 18));
}

TEST_CASE("kinds that share a line are rounded together, kinds with lines of their own apart") {
  const auto month = [](const std::string& text) { return house_month(text).leave(12, "personal").leave(13, "sick"); };
  // 120.8333... and 48.3333...
  const auto together = month(house("deductions-share-a-line")).pay();
  CHECK(together.column(PayColumn::personal_deduction) == Money{(217500 * 14 / 18 + 5) / 10});
  CHECK(together.column(PayColumn::sick_deduction) == Money{});
  const auto apart = month(house("divisor-month-workdays")).pay();
  CHECK(apart.column(PayColumn::personal_deduction) == Money{12083});
  CHECK(apart.column(PayColumn::sick_deduction) == Money{4833});
  CHECK(together.payable == apart.payable - Money{1});  // 169.1666... is 169.17
}

TEST_CASE("what lateness became is rounded together with leave that was asked for, or apart") {
  const auto month = [](const std::string& text) {
    return personal(
        house_month(text).late(12, minutes(31)).leave(13, "personal", 1).times(13, {"12:55:00", "18:02:00"}));
  };
  const std::string text = changed(house("deductions-conversions-apart"), "payroll.item.base.amount", "1800.09");
  CHECK(month(text) == Money{5000 + 5000});                                                           // 5000.25 each
  CHECK(month(changed(text, "payroll.deduction.personal.conversions", "together")) == Money{10001});  // 10000.5
}

TEST_CASE("what pay cannot cover is carried to the next month, or dropped") {
  const auto absent = [](const std::string& text, int days) {
    MonthBuilder month =
        house_month(text, changed(house("absenteeism-three-days"), "attendance.absenteeism.days_pay", "5"));
    for (const int day : {12, 13, 14, 15, 16}) {
      if (days-- > 0) month.without_punches(day);
    }
    return month.pay();
  };
  for (const char* name : {"below-zero-carry", "below-zero-drop"}) {
    CHECK(absent(house(name), 4).payable == whole_pay - yuan(4 * 500));
    CHECK(absent(house(name), 4).carried_out.other == Money{});
  }
  const auto carried = absent(house("below-zero-carry"), 5);
  CHECK(carried.payable == Money{});
  CHECK(carried.carried_out.other == yuan(5 * 500) - whole_pay);
  CHECK(carried.column(PayColumn::absenteeism_deduction) == yuan(2500));
  const auto dropped = absent(house("below-zero-drop"), 5);
  CHECK(dropped.payable == Money{});
  CHECK(dropped.carried_out.other == Money{});
  CHECK(dropped.column(PayColumn::absenteeism_deduction) == whole_pay);
  CHECK(absent(changed(house("below-zero-drop"), "payroll.below_zero.method", "carry"), 5).carried_out.other ==
        yuan(325));
}

TEST_CASE("exactly nothing left is neither carried nor dropped") {
  const std::string text = changed(house("below-zero-carry"), "payroll.divisor.days", "1");
  const auto sheet = house_month(text).without_punches(12).pay();
  CHECK(sheet.payable == Money{});
  CHECK(sheet.carried_out.other == Money{});
}

TEST_CASE("what is dropped is dropped from the line that is taken last, in the order of the file") {
  const auto sheet = [](const std::string& name) {
    std::string text = changed(changed(house(name), "payroll.below_zero.method", "drop"), "payroll.divisor.days", "1");
    return house_month(text).without_punches(12).late(13, minutes(1)).leave(14, "personal").pay();
  };
  const auto absence_first = sheet("deductions-absenteeism-first");
  CHECK(absence_first.column(PayColumn::absenteeism_deduction) == whole_pay);
  CHECK(absence_first.column(PayColumn::lateness_deduction) == Money{});
  CHECK(absence_first.column(PayColumn::personal_deduction) == Money{});
  const auto lateness_first = sheet("deductions-lateness-first");
  CHECK(lateness_first.column(PayColumn::lateness_deduction) == yuan(10));
  CHECK(lateness_first.payable == Money{});
  CHECK(lateness_first.column(PayColumn::absenteeism_deduction) +
            lateness_first.column(PayColumn::personal_deduction) ==
        whole_pay - yuan(10));
}

TEST_CASE("what was carried in is taken this month, and what it cannot take is carried on") {
  const auto month = [](const std::string& name) { return house_month(house(name)).carried({{}, yuan(500)}); };
  CHECK(month("below-zero-carry").payable() == whole_pay - yuan(500));
  for (const char* name : {"below-zero-carry", "below-zero-drop"}) {
    const auto sheet = house_month(house(name)).carried({{}, yuan(3000)}).pay();
    CHECK(sheet.payable == Money{});
    CHECK(sheet.carried_out.other == yuan(3000) - whole_pay);  // an old debt is not this month's to drop
  }
}

TEST_CASE("a debt carried in, and deductions that are dropped: the debt is kept, the deductions go first") {
  const auto sheet = house_month(house("below-zero-drop")).carried({{}, yuan(2100)}).leave(12, "personal").pay();
  CHECK(sheet.column(PayColumn::personal_deduction) == yuan(75));
  CHECK(sheet.carried_out.other == Money{});
  CHECK(sheet.payable == Money{});
}

TEST_CASE("without a rule for what happens below zero the run stops where it is needed, and only there") {
  auto policy = test::plain_with();
  policy.payroll.below_zero.reset();
  MonthBuilder month{policy, test::nine_to_six};
  CHECK(month.payable() == whole_pay);
  CHECK_THROWS_AS(month.carried({{}, yuan(3000)}).payable(), Error);
}
