// What lateness costs under other houses' regulations: what is added up, bounds, precision, grace, allowance.

#include <doctest/doctest.h>

#include "support/month_builder.hpp"

using namespace svcadm;
using domain::PayColumn;
using test::changed;
using test::house;
using test::house_month;
using test::MonthBuilder;
using test::with_lunch;

namespace {

const Money whole_pay = yuan(2175);

/// What being late once, so long, takes.
Money cost(const std::string& text, Span late) { return whole_pay - house_month(text).late(12, late).payable(); }

}  // namespace

TEST_CASE("a clean month of the plain house is its base pay") { CHECK(house_month().payable() == whole_pay); }

TEST_CASE("lateness by event: each is looked up by itself; by the day's total they are added up first") {
  const auto month = [](const std::string& name) {
    return house_month(with_lunch(house(name))).late(12, minutes(3)).late_back(12, minutes(3));
  };
  CHECK(month("late-by-event").payable() == whole_pay - yuan(10 + 10));
  CHECK(month("late-by-day-total").payable() == whole_pay - yuan(30));  // 3 + 3 = 6 minutes
}

TEST_CASE("lateness by event and by the day's total: the bound of five minutes belongs to the lower step") {
  for (const char* name : {"late-by-event", "late-by-day-total"}) {
    CAPTURE(name);
    CHECK(cost(house(name), Span{}) == Money{});
    CHECK(cost(house(name), Span{1}) == yuan(10));
    CHECK(cost(house(name), minutes(5)) == yuan(10));
    CHECK(cost(house(name), Span{5 * 60 + 1}) == yuan(30));
  }
}

TEST_CASE("a bound that is excluded belongs to the step above") {
  CHECK(cost(house("late-bound-excluded"), Span{5 * 60 - 1}) == yuan(10));
  CHECK(cost(house("late-bound-excluded"), minutes(5)) == yuan(30));
  CHECK(cost(house("late-by-event"), minutes(5)) == yuan(10));
}

TEST_CASE("a later bound, and a higher amount, change what is paid") {
  const std::string text = house("late-by-event");
  CHECK(cost(changed(text, "attendance.lateness.tiers.1.up_to", "6min"), Span{5 * 60 + 1}) == yuan(10));
  CHECK(cost(changed(text, "attendance.lateness.tiers.2.deduct", "31.00"), Span{5 * 60 + 1}) == yuan(31));
}

TEST_CASE("lateness by the month's total: half an hour is free, then 50, over an hour 150") {
  const auto month = [](Span first, Span second, const std::string& text = house("late-by-month-total")) {
    return whole_pay - house_month(text).late(12, first).late(20, second).payable();
  };
  CHECK(month(minutes(15), minutes(15)) == Money{});
  CHECK(month(minutes(15), Span{15 * 60 + 1}) == yuan(50));
  CHECK(month(minutes(45), minutes(45)) == yuan(50));  // 90 - 30 = 60
  CHECK(month(minutes(45), Span{45 * 60 + 1}) == yuan(150));
  const std::string text = house("late-by-month-total");
  CHECK(month(minutes(15), Span{15 * 60 + 1}, changed(text, "attendance.lateness.month_allowance", "31min")) ==
        Money{});
  CHECK(month(minutes(15), minutes(15), changed(text, "attendance.lateness.method", "month-total/1")) == Money{});
}

TEST_CASE("a month's total that becomes leave is taken off its last late day, then off the days before") {
  const std::string text = changed(house("late-by-month-total"), "attendance.lateness.tiers",
                                   R"([{ up_to = "60min", deduct = "50.00", clause = "3.1" },
                                       { over = "60min", becomes = { leave = "personal", days = "3/2" }, clause = "3.2" }])");
  auto month = house_month(text).late(12, hours(1)).leave(15, "annual", 2).late(15, hours(1));
  CHECK(month.column(PayColumn::personal_deduction) == yuan(150));
  const auto time = month.time();
  CHECK(time.days[14].leave.at("personal") == HalfDays{1});  // its other half is annual leave
  CHECK(time.days[13].leave.at("personal") == whole_days(1));
  CHECK(month.pay().annual == HalfDays{1});
}

TEST_CASE("a month's total in whole minutes is made whole once, at its end") {
  const std::string text = changed(changed(house("late-by-month-total"), "attendance.lateness.precision", "minute-cut"),
                                   "attendance.lateness.month_allowance", "2min");
  auto month = house_month(text).late(12, Span{90}).late(13, Span{90});
  CHECK(month.payable() == whole_pay - yuan(50));  // 3:00 in all, not 1:00 + 1:00
  CHECK(month.pay().late_minutes == 3);
  CHECK(house_month(text).late(12, Span{90}).late(13, Span{89}).payable() == whole_pay);
}

TEST_CASE("precision: seconds count, are dropped, or make a started minute whole") {
  CHECK(cost(house("late-by-event"), Span{5 * 60 + 59}) == yuan(30));
  CHECK(cost(house("late-minute-cut"), Span{5 * 60 + 59}) == yuan(10));
  CHECK(cost(house("late-minute-cut"), minutes(6)) == yuan(30));
  CHECK(cost(house("late-minute-cut"), Span{59}) == Money{});
  CHECK(cost(house("late-minute-up"), Span{4 * 60 + 1}) == yuan(10));
  CHECK(cost(house("late-minute-up"), minutes(5)) == yuan(10));
  CHECK(cost(house("late-minute-up"), Span{5 * 60 + 1}) == yuan(30));
  CHECK(cost(changed(house("late-minute-up"), "attendance.lateness.precision", "minute-cut"), Span{5 * 60 + 1}) ==
        yuan(10));
}

TEST_CASE("grace: ten minutes are never late; who is later is late from the first second, or less the grace") {
  CHECK(cost(house("late-grace-excused"), minutes(10)) == Money{});
  CHECK(cost(house("late-grace-excused"), Span{10 * 60 + 1}) == yuan(10));
  CHECK(cost(house("late-grace-excused"), minutes(12)) == yuan(12));
  CHECK(cost(house("late-grace-subtracted"), minutes(10)) == Money{});
  CHECK(cost(house("late-grace-subtracted"), minutes(11)) == yuan(1));
  CHECK(cost(house("late-grace-subtracted"), minutes(12)) == yuan(2));
  CHECK(cost(changed(house("late-grace-excused"), "attendance.lateness.grace", "11min"), minutes(11)) == Money{});
}

TEST_CASE("grace where seconds are dropped: 10:59 is ten minutes") {
  const std::string cut = changed(house("late-grace-excused"), "attendance.lateness.precision", "minute-cut");
  CHECK(cost(cut, Span{10 * 60 + 59}) == Money{});
  CHECK(cost(cut, minutes(11)) == yuan(11));
  const std::string up = changed(cut, "attendance.lateness.precision", "minute-up");
  CHECK(cost(up, minutes(10)) == Money{});
  CHECK(cost(up, Span{10 * 60 + 1}) == yuan(11));
}

TEST_CASE("an amount per minute counts whole minutes") {
  CHECK(cost(house("late-per-minute"), Span{3 * 60 + 59}) == yuan(3 * 2));
  CHECK(cost(house("late-per-minute"), minutes(4)) == yuan(4 * 2));
  CHECK(cost(changed(house("late-per-minute"), "attendance.lateness.tiers.1.per_minute", "2.50"), minutes(4)) ==
        yuan(10));
}

TEST_CASE("a share of the day's pay") {
  CHECK(cost(house("late-day-share"), minutes(10)) == Money{});
  CHECK(cost(house("late-day-share"), Span{10 * 60 + 1}) == Money{10000 / 4});
  CHECK(cost(changed(house("late-day-share"), "attendance.lateness.tiers.2.day_share", "1/3"), minutes(11)) ==
        Money{3333});  // 10000 / 3
}

TEST_CASE("lateness over half an hour becomes half a day of leave, or of absenteeism") {
  const auto leave = house_month(house("late-becomes-leave")).late(12, Span{30 * 60 + 1}).pay();
  CHECK(leave.column(PayColumn::personal_deduction) == yuan(50));
  CHECK(leave.personal == HalfDays{1});
  CHECK(house_month(house("late-becomes-leave")).late(12, minutes(30)).payable() == whole_pay - yuan(10));
  const auto absent = house_month(house("late-becomes-absenteeism")).late(12, Span{30 * 60 + 1}).pay();
  CHECK(absent.column(PayColumn::absenteeism_deduction) == yuan(50));
  CHECK(absent.absent == HalfDays{1});
}

TEST_CASE("lateness over two hours becomes a whole day of absenteeism") {
  const std::string text = house("late-becomes-absenteeism");
  CHECK(cost(text, hours(2)) == yuan(50));
  CHECK(cost(text, Span{2 * 3600 + 1}) == yuan(100));
  CHECK(cost(changed(text, "attendance.lateness.tiers.3.becomes.days", "1/2"), hours(3)) == yuan(50));
}

TEST_CASE("a conversion takes no more than was present: half a day where the other half is on leave") {
  const auto sheet =
      house_month(house("late-becomes-absenteeism")).leave(12, "annual", 2).late(12, hours(2) + Span{1}).pay();
  CHECK(sheet.absent == HalfDays{1});
  CHECK(sheet.annual == HalfDays{1});
  CHECK(sheet.payable == whole_pay - yuan(50));
}

TEST_CASE("late and early on one day, each converted: the whole day is gone, and not more") {
  std::string text = house("early-leaving-tiers");
  text = changed(text, "attendance.lateness.tiers",
                 R"([{ becomes = { absenteeism = true, days = "1/2" }, clause = "3.1" }])");
  text = changed(text, "attendance.early_leaving.tiers.2.becomes.days", "1");
  const auto sheet = house_month(text).late(12, hours(1)).early(12, hours(1)).pay();
  CHECK(sheet.absent == HalfDays{1});
  CHECK(sheet.personal == HalfDays{1});
  CHECK(sheet.payable == whole_pay - yuan(50 + 50));
}

TEST_CASE("leaving early has a table of its own") {
  const auto cost_of = [](const std::string& text, Span early) {
    return whole_pay - house_month(text).early(12, early).payable();
  };
  CHECK(cost_of(house("house-plain"), hours(1)) == Money{});  // without a table it is recorded only
  CHECK(house_month().early(12, hours(1)).pay().early_days == 1);
  const std::string text = house("early-leaving-tiers");
  CHECK(cost_of(text, minutes(30)) == yuan(20));
  CHECK(cost_of(text, Span{30 * 60 + 1}) == yuan(50));
  CHECK(cost_of(changed(text, "attendance.early_leaving.tiers.1.deduct", "21.00"), minutes(30)) == yuan(21));
}

TEST_CASE("a late return from lunch is lateness only where the regulation says so") {
  const auto cost_of = [](const std::string& text, Span late) {
    return whole_pay - house_month(text).late_back(12, late).payable();
  };
  CHECK(cost_of(house("house-plain"), minutes(20)) == Money{});
  CHECK(cost_of(house("lunch-return-counts"), Span{}) == Money{});
  CHECK(cost_of(house("lunch-return-counts"), Span{1}) == yuan(10));
  CHECK(cost_of(changed(house("lunch-return-counts"), "attendance.punches.lunch_return.counts", "false"), Span{1}) ==
        Money{});
}

TEST_CASE("on a half-day leave lateness is reckoned from the border between the halves") {
  const auto month = house_month(house("late-by-event")).leave(12, "sick", 1);
  CHECK(MonthBuilder{month}.times(12, {"13:00:00", "18:02:00"}).payable() == whole_pay - yuan(20));
  CHECK(MonthBuilder{month}.times(12, {"13:05:00", "18:02:00"}).payable() == whole_pay - yuan(20 + 10));
  CHECK(MonthBuilder{month}.times(12, {"13:05:01", "18:02:00"}).payable() == whole_pay - yuan(20 + 30));
  const auto afternoon = house_month(house("early-leaving-tiers")).leave(12, "sick", 2);
  CHECK(MonthBuilder{afternoon}.times(12, {"08:55:00", "12:00:00"}).payable() == whole_pay - yuan(20));
  CHECK(MonthBuilder{afternoon}.times(12, {"08:55:00", "11:59:59"}).payable() == whole_pay - yuan(20 + 20));
}

TEST_CASE("online time: not looked at, counted if known, or required") {
  const auto month = [](const std::string& text) { return house_month(text).online(12, "09:00:01"); };
  CHECK(month(house("house-plain")).payable() == whole_pay);
  CHECK(month(house("online-if-known")).payable() == whole_pay - yuan(10));
  CHECK(house_month(house("online-if-known")).online(12, "09:00:00").payable() == whole_pay);
  CHECK(house_month(house("online-if-known")).payable() == whole_pay);
  const auto open = [](const std::string& text) { return house_month(text).time().days[11].measure.exceptions; };
  CHECK(open(house("online-required")) == std::vector{domain::DayException::missing_online});
  CHECK(open(house("online-if-known")).empty());
  CHECK(open(changed(house("online-required"), "attendance.punches.online.counts", "ignored")).empty());
}

TEST_CASE("the sheet counts days or events, and makes the month's minutes whole in one of three ways") {
  const auto sheet = [](std::string text, const std::string& minutes) {
    text = changed(with_lunch(text), "attendance.sheet.late_minutes", minutes);
    return house_month(text).late(12, Span{90}).late_back(12, Span{40}).late(13, Span{100}).pay();
  };
  const std::string events = house("sheet-counts-events");
  CHECK(sheet(events, "month-up").late_count == 3);
  CHECK(sheet(changed(events, "attendance.sheet.late_count", "days"), "month-up").late_count == 2);
  CHECK(sheet(events, "month-up").late_minutes == (90 + 40 + 100 + 59) / 60);
  CHECK(sheet(events, "month-cut").late_minutes == (90 + 40 + 100) / 60);
  CHECK(sheet(events, "day-cut").late_minutes == (90 + 40) / 60 + 100 / 60);
}

TEST_CASE("a night shift over midnight is late and early by its own start and end") {
  const std::string text = house("early-leaving-tiers");
  auto month = house_month(text).shift(12, "22:00-06:00");
  CHECK(month.payable() == whole_pay);
  CHECK(month.times(12, {"22:00:01", "30:00:00"}).payable() == whole_pay - yuan(10));
  CHECK(month.times(12, {"21:58:00", "29:29:59"}).payable() == whole_pay - yuan(50));
}

TEST_CASE("the house with tiers: 20 at 15:00, 50 at 15:01 and 60:00, three days' pay from 60:01 on") {
  const auto paid = [](Span late) {
    return MonthBuilder{test::put_upon({}, house("house-tiers")), test::nine_to_six}.late(12, late).payable();
  };
  const Money clean = whole_pay + yuan(100);
  CHECK(paid(Span{}) == clean);
  CHECK(paid(minutes(15)) == clean - yuan(100 + 20));  // any lateness takes the 100 of full attendance
  CHECK(paid(Span{15 * 60 + 1}) == clean - yuan(100 + 50));
  CHECK(paid(minutes(60)) == clean - yuan(100 + 50));
  CHECK(paid(Span{60 * 60 + 1}) == clean - yuan(100) - Money{3 * (217500 * 100 / 2175)});
}
