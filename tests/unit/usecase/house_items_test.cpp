// Pay items under other houses' regulations: amounts, conditions, part months, probation, changes within the month.

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
constexpr int workdays = 18;

/// In service from Monday the nineteenth: 10 of 18 workdays, 13 of 31 days.
MonthBuilder joiner(const std::string& text) { return house_month(text).served(october(19), october(31)); }

}  // namespace

TEST_CASE("base pay by grade") {
  const std::string text = house("pay-by-grade");
  CHECK(house_month(text).grade("A").payable() == yuan(3000));
  CHECK(house_month(text).grade("B").payable() == yuan(2500));
  CHECK(house_month(changed(text, "payroll.item.base.grades.B", "2600.00")).grade("B").payable() == yuan(2600));
}

TEST_CASE("a grade without an amount stops the run instead of paying nothing") {
  CHECK_THROWS_AS(house_month(house("pay-by-grade")).grade("D").payable(), Error);
  CHECK_THROWS_AS(house_month(house("pay-by-grade")).payable(), Error);
}

TEST_CASE("a promotion in mid-month pays each grade its workdays, rounded once") {
  auto month = house_month(house("pay-by-grade")).grade("B").grade_from(october(19), "A");
  CHECK(month.payable() == half_up(250000 * 8 + 300000 * 10, workdays));
  const auto day = [&](int number) {
    return MonthBuilder{month}.leave(number, "personal").column(PayColumn::personal_deduction);
  };
  CHECK(day(12) == half_up(250000 * 100, 2175));  // a day of the old grade
  CHECK(day(20) == half_up(300000 * 100, 2175));  // a day of the new one
}

TEST_CASE("a promotion in mid-month is two lines, each with its days, that add up to what one line would be") {
  auto month = house_month(house("pay-by-grade")).grade("B").grade_from(october(19), "A");
  std::vector<std::pair<std::string, Money>> lines;
  for (const domain::PayLine& line : month.pay().lines) {
    if (line.item == "base") lines.emplace_back(domain::name_of(line).en, line.amount);
  }
  const Money first = half_up(250000 * 8, workdays);
  const Money both = half_up(250000 * 8 + 300000 * 10, workdays);
  CHECK(lines == std::vector<std::pair<std::string, Money>>{{"base pay 10-01~10-18", first},
                                                            {"base pay 10-19~10-31", both - first}});
}

TEST_CASE("an item is named without the days of its parts, whatever part came first") {
  const Label whole{"基本工资", "base pay"};
  const domain::PayLine part{"base", whole, PayColumn::base, {}, {}, domain::Stretch{october(1), october(18)}};
  CHECK(domain::name_of(part) != whole);
  CHECK(domain::item_name(domain::name_of(part)) == whole);
  CHECK(domain::item_name(whole) == whole);
  CHECK(domain::item_name({"2026-09 基本工资", "2026-09 base pay"}).en == "2026-09 base pay");
  CHECK(domain::item_name({"", ""}) == Label{});
}

TEST_CASE("another department in mid-month is two lines, the same sum") {
  const auto month = house_month(house("part-month-workdays")).split_at(october(19));
  auto facts = month.facts();
  const auto base_lines = [&] {
    const auto lines = domain::compute_pay(facts).lines;
    return std::count_if(lines.begin(), lines.end(), [](const auto& line) { return line.item == "base"; });
  };
  CHECK(base_lines() == 1);  // nothing changes on the 19th
  facts.segments.back().department = 2;
  CHECK(base_lines() == 2);
  CHECK(domain::compute_pay(facts).payable == yuan(2175));
}

TEST_CASE("base pay as the person's own terms say, and a rise in mid-month") {
  const std::string text = house("pay-individual");
  CHECK(house_month(text).base_pay(yuan(3000)).payable() == yuan(3000));
  CHECK(house_month(text).base_pay(yuan(1800)).base_pay_from(october(19), yuan(3600)).payable() == yuan(800 + 2000));
  CHECK_THROWS_AS(house_month(text).payable(), Error);
  CHECK(house_month(changed(text, "payroll.item.base.part_month", "whole"))
            .base_pay(yuan(1800))
            .base_pay_from(october(19), yuan(3600))
            .payable() == yuan(3600));
}

TEST_CASE("an item that is entered each month, whole unless the regulation says by days") {
  const std::string text = house("pay-entered");
  CHECK(house_month(text).payable() == whole_pay);
  CHECK(house_month(text).input("sales_bonus", Money{12345}).column(PayColumn::bonus) == Money{12345});
  CHECK(joiner(text).input("sales_bonus", Money{12345}).column(PayColumn::bonus) == Money{12345});
  const std::string by_days = changed(text, "payroll.item.sales_bonus.part_month", "workdays");
  CHECK(joiner(by_days).input("sales_bonus", Money{12345}).column(PayColumn::bonus) == half_up(12345 * 10, workdays));
  CHECK(house_month(changed(text, "payroll.item.sales_bonus.input", "contract_bonus"))
            .input("sales_bonus", yuan(5))
            .payable() == whole_pay);
}

TEST_CASE("an item that is a share of another") {
  const std::string text = house("pay-share-of");
  CHECK(house_month(text).column(PayColumn::other_pay) == Money{21750});
  CHECK(joiner(text).column(PayColumn::other_pay) == half_up(21750 * 10, workdays));
  CHECK(house_month(changed(text, "payroll.item.post_allowance.share", "12%")).column(PayColumn::other_pay) ==
        yuan(261));
}

TEST_CASE("a share of an item that follows the grade, and a share that rounds") {
  std::string text = changed(house("pay-share-of"), "payroll.item.base.amount", "2175.25");
  CHECK(house_month(text).column(PayColumn::other_pay) == Money{21753});  // 217.525 half up
  CHECK(house_month(text).payable() == Money{217525 + 21753});
}

TEST_CASE("what forfeits full attendance: leave, absence, lateness, leaving early, and nothing else") {
  const auto kept = [](const MonthBuilder& month) { return month.column(PayColumn::full_attendance); };
  const std::string text = house("pay-conditional");
  CHECK(kept(house_month(text)) == yuan(100));
  CHECK(kept(house_month(text).leave(12, "personal")) == Money{});
  CHECK(kept(house_month(text).leave(12, "annual")) == yuan(100));
  CHECK(kept(house_month(text).without_punches(12)) == Money{});
  CHECK(kept(house_month(text).late(12, Span{1})) == Money{});
  CHECK(kept(house_month(text).early(12, Span{1})) == Money{});
  const std::string some = changed(text, "payroll.item.full_attendance.forfeited_by", "leave, absenteeism");
  CHECK(kept(house_month(some).late(12, Span{1}).early(13, Span{1})) == yuan(100));
  CHECK(kept(house_month(some).without_punches(12)) == Money{});
}

TEST_CASE("time that became leave forfeits by conversion, not by leave") {
  const auto kept = [](const std::string& by) {
    const std::string text = changed(house("pay-conditional"), "payroll.item.full_attendance.forfeited_by", by);
    return house_month(house("late-becomes-leave"), text).late(12, minutes(31)).column(PayColumn::full_attendance);
  };
  CHECK(kept("conversion") == Money{});
  CHECK(kept("leave, absenteeism") == yuan(100));
}

TEST_CASE("a part month by workdays, by calendar days, not at all, or whole") {
  CHECK(joiner(house("part-month-workdays")).payable() == half_up(217500 * 10, workdays));
  CHECK(joiner(house("part-month-calendar-days")).payable() == half_up(217500 * 13, 31));
  CHECK(joiner(house("part-month-full-only")).column(PayColumn::other_pay) == Money{});
  CHECK(joiner(house("part-month-whole")).column(PayColumn::other_pay) == yuan(100));
  const std::string text = changed(house("part-month-whole"), "payroll.item.allowance.part_month", "workdays");
  CHECK(joiner(text).column(PayColumn::other_pay) == half_up(10000 * 10, workdays));
}

TEST_CASE("full-only looks at the first and the last workday, not at the first and the last of the month") {
  const auto paid = [](int from, int to) {
    return house_month(house("part-month-full-only")).served(october(from), october(to)).column(PayColumn::other_pay);
  };
  CHECK(paid(8, 30) == yuan(100));
  CHECK(paid(9, 31) == Money{});
  CHECK(paid(1, 29) == Money{});
}

TEST_CASE("who joins and leaves in one month is paid his days, and his absences by the same day's pay") {
  auto month = house_month(house("part-month-workdays")).served(october(12), october(21));
  CHECK(month.payable() == half_up(217500 * 8, workdays));
  CHECK(month.pay().due == whole_days(8));
  CHECK(month.leave(13, "personal").payable() == half_up(217500 * 8, workdays) - yuan(100));
}

TEST_CASE("probation ends in mid-month: each part by its workdays and its own amount") {
  const std::string text = house("pay-probation");
  CHECK(house_month(text).probation_until(october(31)).payable() == yuan(1740));
  CHECK(house_month(text).payable() == whole_pay);
  auto month = house_month(text).probation_until(october(18));
  CHECK(month.payable() == half_up(174000 * 8, workdays) + half_up(217500 * 10, workdays));
  CHECK_FALSE(month.pay().probation);
  CHECK(MonthBuilder{month}.leave(12, "personal").column(PayColumn::personal_deduction) == yuan(80));
  CHECK(MonthBuilder{month}.leave(20, "personal").column(PayColumn::personal_deduction) == yuan(100));
  CHECK(house_month(changed(text, "payroll.item.base_probation.amount", "1800.00"))
            .probation_until(october(31))
            .payable() == yuan(1800));
}

TEST_CASE("an item for the confirmed alone, full-only, begins with the first month without probation") {
  const std::string text = changed(house("part-month-full-only"), "payroll.item.allowance.for", "confirmed");
  const auto paid = [&](Date until) { return house_month(text).probation_until(until).column(PayColumn::other_pay); };
  CHECK(paid(make_date(2026, 9, 30)) == yuan(100));
  CHECK(paid(october(1)) == Money{});
  CHECK(paid(october(31)) == Money{});
  CHECK(house_month(house("part-month-full-only")).probation_until(october(1)).column(PayColumn::other_pay) ==
        yuan(100));
}

TEST_CASE("another regulation from mid-month on: each part of the base by its own amount") {
  const std::string dearer = changed(house("part-month-workdays"), "payroll.item.base.amount", "3600.00");
  auto month = house_month(house("part-month-workdays")).policy_from(october(19), test::plain_with(dearer));
  CHECK(month.payable() == half_up(217500 * 8 + 360000 * 10, workdays));
  CHECK(MonthBuilder{month}.leave(12, "personal").column(PayColumn::personal_deduction) == yuan(100));
  CHECK(MonthBuilder{month}.leave(20, "personal").column(PayColumn::personal_deduction) == half_up(360000 * 100, 2175));
}

TEST_CASE("another regulation from mid-month on: lateness is judged by each day's own table") {
  auto month = house_month(house("late-by-event")).policy_from(october(19), test::plain_with(house("late-per-minute")));
  CHECK(month.late(12, minutes(6)).late(20, minutes(6)).payable() == whole_pay - yuan(30 + 6 * 2));
}

TEST_CASE("another regulation from mid-month on: what a month's total costs is the last table's to say") {
  const std::string text = house("late-by-month-total");
  const std::string later = changed(changed(text, "attendance.lateness.month_allowance", "10min"),
                                    "attendance.lateness.tiers.1.deduct", "70.00");
  auto month = house_month(text).policy_from(october(19), test::plain_with(later)).late(12, minutes(20));
  CHECK(month.payable() == whole_pay - yuan(70));
}

TEST_CASE("another regulation from mid-month on: every line is rounded as the last one says") {
  const std::string fen = house("rounding-half-even");
  const std::string yuans = house("rounding-yuan");
  const auto base = [](const std::string& first, const std::string& then) {
    return house_month(first)
        .policy_from(october(19), test::plain_with(then))
        .served(october(9), october(31))
        .column(PayColumn::base);
  };
  CHECK(base(fen, yuans) == yuan(2054));  // 2175 * 17 / 18 = 2054.17
  CHECK(base(yuans, fen) == half_up(217500 * 17, 18));
}

TEST_CASE("another regulation from mid-month on: what the month forfeits is the last one's to say") {
  const std::string strict = house("pay-conditional");
  const std::string mild = changed(strict, "payroll.item.full_attendance.forfeited_by", "absenteeism");
  const auto month = [](const std::string& first, const std::string& then) {
    return house_month(first).policy_from(october(19), test::plain_with(then)).late(12, minutes(1));
  };
  CHECK(month(strict, mild).column(PayColumn::full_attendance) == yuan(100));
  CHECK(month(mild, strict).column(PayColumn::full_attendance) == Money{});
}

TEST_CASE("another regulation from mid-month on: an item is paid in part as its last form says") {
  const std::string whole = house("part-month-whole");
  const std::string full_only = house("part-month-full-only");
  const auto paid = [](const std::string& first, const std::string& then) {
    return house_month(first)
        .policy_from(october(26), test::plain_with(then))
        .served(october(19), october(31))
        .column(PayColumn::other_pay);
  };
  CHECK(paid(whole, full_only) == Money{});
  CHECK(paid(full_only, whole) == yuan(100));
  CHECK(paid(changed(whole, "payroll.item.allowance.part_month", "workdays"), full_only) == Money{});
}

TEST_CASE("another regulation from mid-month on: unpaid time of before is taken by the lines of before") {
  const std::string apart = house("divisor-fixed");
  const std::string together = changed(house("deductions-share-a-line"), "payroll.divisor.method", "month-workdays/1");
  const auto month = [](const std::string& first, const std::string& then) {
    return house_month(first).policy_from(october(19), test::plain_with(then)).leave(12, "sick").leave(13, "personal");
  };
  CHECK(month(apart, together).payable() == whole_pay - yuan(40 + 100));
  CHECK(month(apart, together).column(PayColumn::sick_deduction) == yuan(40));
  // The shared line of before: 1.4 days of 120.8333...
  CHECK(month(together, apart).payable() == whole_pay - half_up(217500 * 14, 180));
}
