// Leave under other houses' regulations: shares by service, how days are counted, full attendance.

#include <doctest/doctest.h>

#include "support/month_builder.hpp"

using namespace svcadm;
using domain::PayColumn;
using test::changed;
using test::house;
using test::house_month;
using test::MonthBuilder;
using test::october;

namespace {

const Money whole_pay = yuan(2175);

/// What a day of sick leave on the twelfth takes from who was hired on a day.
Money sick_day(const std::string& text, Date hired) {
  return house_month(text).hired(hired).leave(12, "sick").column(PayColumn::sick_deduction);
}

}  // namespace

TEST_CASE("each kind of leave costs its share of the day's pay, and is counted in its column") {
  CHECK(house_month().leave(12, "personal").payable() == whole_pay - yuan(100));
  CHECK(house_month().leave(12, "sick").payable() == whole_pay - yuan(40));
  CHECK(house_month().leave(12, "annual").payable() == whole_pay);
  CHECK(house_month().leave(12, "sick").pay().sick == whole_days(1));
  CHECK(house_month().leave(12, "annual", 1).times(12, {"12:55:00", "18:02:00"}).pay().annual == HalfDays{1});
  CHECK(house_month(changed(house("house-plain"), "leave.kind.sick.deduct", "50%")).leave(12, "sick").payable() ==
        whole_pay - yuan(50));
}

TEST_CASE("the paid share grows with service, measured on each day of leave") {
  const std::string text = house("leave-shares-each-day");
  CHECK(sick_day(text, make_date(2025, 10, 13)) == yuan(60));  // a year is complete tomorrow
  CHECK(sick_day(text, make_date(2025, 10, 12)) == yuan(40));
  CHECK(sick_day(text, make_date(2023, 10, 13)) == yuan(40));
  CHECK(sick_day(text, make_date(2023, 10, 12)) == yuan(20));
  CHECK(sick_day(changed(text, "leave.kind.sick.shares.1.deduct", "61%"), make_date(2025, 10, 13)) == yuan(61));
}

TEST_CASE("an anniversary within the leave divides it") {
  auto month = house_month(house("leave-shares-each-day")).hired(make_date(2025, 10, 13));
  for (const int day : {12, 13, 14}) month.leave(day, "sick");
  CHECK(month.column(PayColumn::sick_deduction) == yuan(60 + 40 + 40));
}

TEST_CASE("the share measured on a fixed day of the month is one for all of it") {
  const std::string text = house("leave-shares-month-day");
  CHECK(sick_day(text, make_date(2025, 10, 2)) == yuan(60));
  CHECK(sick_day(text, make_date(2025, 10, 1)) == yuan(40));
  CHECK(sick_day(changed(text, "leave.kind.sick.measured", "month-day 2"), make_date(2025, 10, 2)) == yuan(40));
  CHECK(sick_day(changed(text, "leave.kind.sick.measured", "each-day"), make_date(2025, 10, 2)) == yuan(40));
}

TEST_CASE("who was hired on 29 February completes a year on 1 March") {
  const auto sick = [](int month, int day) {
    MonthBuilder builder = house_month(house("leave-shares-each-day"));
    builder.in_month(make_month(2025, month)).hired(make_date(2024, 2, 29)).leave(day, "sick");
    return builder.column(PayColumn::sick_deduction);
  };
  CHECK(sick(2, 28) == yuan(60));
  CHECK(sick(3, 3) == yuan(40));  // 1 March 2025 is a Saturday
}

TEST_CASE("leave by workdays leaves the weekend out, by calendar days it costs it too") {
  const auto friday_to_monday = [](const std::string& text) {
    MonthBuilder month = house_month(text);
    for (const int day : {16, 17, 18, 19}) month.leave(day, "sick");
    return month;
  };
  CHECK(friday_to_monday(house("house-plain")).column(PayColumn::sick_deduction) == yuan(2 * 40));
  CHECK(friday_to_monday(house("leave-calendar-days")).column(PayColumn::sick_deduction) == yuan(4 * 40));
  CHECK(friday_to_monday(house("leave-calendar-days")).pay().sick == whole_days(2));  // of the days due
  const std::string text = changed(house("leave-calendar-days"), "leave.kind.sick.counted", "workdays");
  CHECK(friday_to_monday(text).column(PayColumn::sick_deduction) == yuan(2 * 40));
}

TEST_CASE("leave from Friday's afternoon to Monday's morning, by calendar days, is three days") {
  MonthBuilder month = house_month(house("leave-calendar-days"));
  month.leave(16, "sick", 2).times(16, {"08:55:00", "12:00:00"}).leave(17, "sick").leave(18, "sick");
  month.leave(19, "sick", 1).times(19, {"13:00:00", "18:02:00"});
  CHECK(month.column(PayColumn::sick_deduction) == yuan(20 + 40 + 40 + 20));
}

TEST_CASE("leave forfeits full attendance unless the kind keeps it") {
  const auto sick = [](const std::string& text) {
    return house_month(text).leave(12, "sick").column(PayColumn::full_attendance);
  };
  CHECK(sick(house("leave-harmful")) == Money{});
  CHECK(sick(house("leave-harmless")) == yuan(100));
  CHECK(house_month(house("leave-harmful")).leave(12, "annual").column(PayColumn::full_attendance) == yuan(100));
  CHECK(house_month(house("leave-harmful")).column(PayColumn::full_attendance) == yuan(100));
  CHECK(sick(changed(house("leave-harmless"), "leave.kind.sick.keeps_full_attendance", "false")) == Money{});
}

TEST_CASE("half a day of each of two kinds on one day costs each its half") {
  const auto sheet = house_month().leave(12, "sick", 1).leave(12, "personal", 2).pay();
  CHECK(sheet.payable == whole_pay - yuan(20 + 50));
  CHECK(sheet.present == whole_days(17));
}

TEST_CASE("leave on a day without planned work costs and counts nothing") {
  CHECK(house_month().leave(17, "personal").payable() == whole_pay);
  CHECK(house_month().leave(17, "personal").pay().personal == HalfDays{});
}
