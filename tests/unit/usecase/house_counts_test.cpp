// Counts of a month and repetition under other houses' regulations.

#include <doctest/doctest.h>

#include "support/month_builder.hpp"

using namespace svcadm;
using domain::PayColumn;
using test::changed;
using test::house;
using test::house_month;
using test::MonthBuilder;
using test::october;
using test::with_keys;
using test::with_lunch;

namespace {

const Money whole_pay = yuan(2175);

/// Late by a minute on the first so many workdays of the second and third week.
MonthBuilder late_days(const std::string& text, int days) {
  MonthBuilder month = house_month(text);
  for (const int day : {12, 13, 14, 15, 16, 19, 20, 21, 22, 23}) {
    if (days-- > 0) month.late(day, minutes(1));
  }
  return month;
}

Money taken(const MonthBuilder& month) { return whole_pay - month.payable(); }

}  // namespace

TEST_CASE("more than three times late or early in a month costs 100, once") {
  const std::string text = house("late-count-once");
  CHECK(taken(late_days(text, 3)) == Money{});
  CHECK(taken(late_days(text, 4)) == yuan(100));
  CHECK(taken(late_days(text, 9)) == yuan(100));
  CHECK(taken(late_days(text, 3).early(26, minutes(1))) == yuan(100));
  CHECK(taken(late_days(changed(text, "attendance.count.often.over", "4"), 4)) == Money{});
  CHECK(taken(late_days(changed(text, "attendance.count.often.each", "true"), 6)) == yuan(3 * 100));
}

TEST_CASE("a change of regulation in mid-month begins no new count") {
  const std::string text = house("late-count-once");
  auto month = late_days(text, 3).policy_from(october(19), test::plain_with(text));
  CHECK(taken(month) == Money{});
  CHECK(taken(month.late(26, minutes(1))) == yuan(100));
}

TEST_CASE("the third late day and each further one is half a day of absenteeism") {
  const std::string text = house("late-count-each");
  CHECK(taken(late_days(text, 2)) == Money{});
  CHECK(taken(late_days(text, 3)) == yuan(50));
  CHECK(taken(late_days(text, 5)) == yuan(3 * 50));
  CHECK(late_days(text, 5).pay().absent == HalfDays{3});
  CHECK(taken(late_days(changed(text, "attendance.count.often.each", "false"), 5)) == yuan(50));
}

TEST_CASE("a count by day takes a day once per kind, a count by event each time") {
  const std::string by_day = with_lunch(house("late-count-each"));
  const auto month = [](const std::string& text) { return late_days(text, 2).late_back(12, minutes(1)); };
  CHECK(taken(month(by_day)) == Money{});
  CHECK(taken(month(changed(by_day, "attendance.count.often.by", "event"))) == yuan(50));
}

TEST_CASE("late, early and missing punches count together where the regulation names them") {
  std::string text = house("late-count-each");
  text = changed(text, "attendance.punches.missing", "ignored");
  const auto month = [](const std::string& of) { return late_days(of, 2).times(26, {"08:55:00"}); };
  CHECK(taken(month(text)) == yuan(50));  // two days late, one punch missing
  CHECK(taken(month(changed(text, "attendance.count.often.counts", "late"))) == Money{});
  const std::string all = changed(text, "attendance.count.often.counts", "late, early, missing-punch");
  CHECK(taken(month(all).early(27, minutes(1))) == yuan(2 * 50));
  CHECK(taken(month(text).early(27, minutes(1))) == yuan(50));
}

TEST_CASE("a day that is late and misses a punch counts for both kinds") {
  const std::string text = changed(house("late-count-each"), "attendance.punches.missing", "ignored");
  CHECK(taken(late_days(text, 1).times(26, {"09:01:00"})) == yuan(50));  // late, late, and missing
}

TEST_CASE("a count follows the table's grace, also where the table adds up the day") {
  const std::string text =
      with_keys(with_lunch(changed(house("late-count-each"), "attendance.lateness.method", "day-total/1")),
                "attendance.lateness", R"(grace = "10min"
                                          grace_is = "excused")");
  const auto month = [&](Span back) {
    MonthBuilder days = house_month(text);
    for (const int day : {12, 13, 14}) days.late(day, minutes(5)).late_back(day, back);
    return days;
  };
  CHECK(taken(month(minutes(5))) == Money{});
  CHECK(month(minutes(5)).pay().late_count == 0);
  CHECK(taken(month(Span{5 * 60 + 1})) == yuan(50));  // neither event alone is over ten minutes
  CHECK(month(Span{5 * 60 + 1}).pay().late_count == 3);
}

TEST_CASE("the third time late in a month takes the full-attendance money") {
  const std::string text = house("late-count-forfeits");
  CHECK(late_days(text, 2).column(PayColumn::full_attendance) == yuan(100));
  CHECK(late_days(text, 3).column(PayColumn::full_attendance) == Money{});
  CHECK(late_days(changed(text, "attendance.count.often.from_nth", "4"), 3).column(PayColumn::full_attendance) ==
        yuan(100));
}

TEST_CASE("the second time costs twice, from the fourth on three times as much") {
  const std::string text = house("late-repetition-doubles");
  CHECK(taken(late_days(text, 1)) == yuan(10));
  CHECK(taken(late_days(text, 2)) == yuan(10 + 2 * 10));
  CHECK(taken(late_days(text, 3)) == yuan(10 + 2 * 2 * 10));
  CHECK(taken(late_days(text, 5)) == yuan(10 + 2 * 2 * 10 + 2 * 3 * 10));
  CHECK(taken(late_days(changed(text, "attendance.lateness.repetition.1.times", "4"), 2)) == yuan(10 + 4 * 10));
  CHECK(taken(late_days(changed(text, "attendance.lateness.repetition.1.from_nth", "3"), 2)) == yuan(2 * 10));
}

TEST_CASE("from the third time on lateness is half a day of absenteeism instead") {
  const std::string text = house("late-repetition-becomes");
  CHECK(taken(late_days(text, 2)) == yuan(2 * 10));
  CHECK(taken(late_days(text, 4)) == yuan(2 * 10 + 2 * 50));
  CHECK(taken(late_days(changed(text, "attendance.lateness.repetition.1.becomes.days", "1"), 3)) == yuan(2 * 10 + 100));
}

TEST_CASE("repetition counts what costs something: a step that is recorded only does not") {
  const std::string text = changed(house("late-repetition-doubles"), "attendance.lateness.tiers",
                                   R"([{ up_to = "1min", nothing = true, clause = "3.1" },
                  { over = "1min", up_to = "10min", deduct = "10.00", clause = "3.2" },
                  { over = "10min", becomes = { leave = "personal", days = "1/2" }, clause = "3.3" }])");
  // Twice a minute, then 10.00, then half a day that the repetition doubles to a day.
  auto month = late_days(text, 2).late(26, minutes(5)).late(27, minutes(11));
  CHECK(taken(month) == yuan(10 + 100));
  CHECK(month.pay().personal == whole_days(1));
  CHECK(taken(month.late(28, minutes(11))) == yuan(10 + 100 + 100));
  CHECK(month.pay().personal == whole_days(2));
}

TEST_CASE("a doubled conversion takes no more than the day") {
  const std::string text = changed(house("late-repetition-doubles"), "attendance.lateness.tiers",
                                   R"([{ becomes = { leave = "personal", days = "1" }, clause = "3.3" }])");
  const auto sheet = late_days(text, 4).pay();
  CHECK(sheet.personal == whole_days(4));
  CHECK(sheet.payable == whole_pay - yuan(4 * 100));
}
