// A month of measured days: what lateness, early leaving and counts make of them.

#include <doctest/doctest.h>

#include <vector>

#include "base/error.hpp"
#include "domain/month_time.hpp"

using namespace svcadm;
using namespace svcadm::domain;

namespace {

const Date first = make_date(2026, 10, 12);
using Kind = Consequence::Kind;

Consequence pay(Money amount) { return {.kind = Kind::amount, .amount = amount}; }
Consequence half_leave() { return {.kind = Kind::leave, .leave_kind = "personal", .days = {1}}; }
Consequence half_absence() { return {.kind = Kind::absenteeism, .days = {1}}; }
Tier up_to(Span bound, Consequence then) { return {.upper = Bound{bound}, .then = std::move(then)}; }
Tier beyond(Consequence then) { return {.then = std::move(then)}; }

/// 30 to 5 minutes, 50 to 10, 80 to 15, then half a day of personal leave; the day's total, to the second.
TimeTable agents_table() {
  return {.total_by = TotalBy::day,
          .tiers = {up_to(minutes(5), pay(yuan(30))), up_to(minutes(10), pay(yuan(50))),
                    up_to(minutes(15), pay(yuan(80))), beyond(half_leave())}};
}

TimeTable one_tier(TotalBy total_by, Consequence then) { return {.total_by = total_by, .tiers = {beyond(std::move(then))}}; }

Policy with_lateness(TimeTable table) {
  Policy policy;
  policy.attendance.lateness = std::move(table);
  return policy;
}

struct Late {
  Span arrival = {};
  Span lunch = {};
  Span early = {};
  int present = 2;   ///< halves
};

/// Consecutive days under one policy.
MonthTime judge(const Policy& policy, const std::vector<Late>& lates) {
  std::vector<PolicyDay> days;
  for (const Late& late : lates) {
    DayMeasure day{.plan = {.day = first + static_cast<int>(days.size()),
                            .shift = {"早", {{TimeOfDay{9 * 3600}, TimeOfDay{17 * 3600}}}}},
                   .present = {late.present}};
    day.late_arrival = late.arrival;
    day.late_return = late.lunch;
    day.early = late.early;
    days.push_back({std::move(day), &policy});
  }
  return judge_month(std::move(days));
}

Money charged(const MonthTime& month) {
  Money sum;
  for (const TimeCharge& charge : month.charges) {
    if (charge.then.kind == Kind::amount) sum += {charge.then.amount.fen * charge.times.numerator() / charge.times.denominator()};
  }
  return sum;
}

}  // namespace

TEST_CASE("CALLC.40 arrival and return from lunch add up to one lateness of the day") {
  const Policy policy = with_lateness(agents_table());
  const auto month = judge(policy, {{.arrival = minutes(4) + Span{30}, .lunch = minutes(3) + Span{30}}});
  REQUIRE(month.charges.size() == 1);
  CHECK(month.charges[0].measured == minutes(4 + 3) + Span{30 + 30});
  CHECK(charged(month) == yuan(50));
}

TEST_CASE("CALLC.41 up to five minutes cost 30, a second more costs 50") {
  const Policy policy = with_lateness(agents_table());
  CHECK(charged(judge(policy, {{.arrival = Span{1}}})) == yuan(30));
  CHECK(charged(judge(policy, {{.arrival = minutes(5)}})) == yuan(30));
  CHECK(charged(judge(policy, {{.arrival = minutes(5) + Span{1}}})) == yuan(50));
}

TEST_CASE("CALLC.42 up to ten minutes cost 50, a second more costs 80") {
  const Policy policy = with_lateness(agents_table());
  CHECK(charged(judge(policy, {{.arrival = minutes(10)}})) == yuan(50));
  CHECK(charged(judge(policy, {{.arrival = minutes(10) + Span{1}}})) == yuan(80));
}

TEST_CASE("CALLC.43 exactly fifteen minutes still cost 80") {
  const auto month = judge(with_lateness(agents_table()), {{.arrival = minutes(15)}});
  CHECK(charged(month) == yuan(80));
  CHECK(month.days[0].present == whole_days(1));
}

TEST_CASE("CALLC.44 a second over fifteen minutes is half a day of leave and no fine") {
  Policy policy = with_lateness(agents_table());
  const auto month = judge(policy, {{.arrival = minutes(15) + Span{1}}});
  CHECK(charged(month) == Money{});
  CHECK(month.days[0].leave.at("personal") == HalfDays{1});
  CHECK(month.days[0].converted_leave.at("personal") == HalfDays{1});
  CHECK(month.days[0].present == HalfDays{2 - 1});

  SUBCASE("late and early are measured apart, each can cost half a day") {
    policy.attendance.early_leaving =
        TimeTable{.total_by = TotalBy::day, .tiers = {up_to(minutes(15), {}), beyond(half_leave())}};
    const auto both = judge(policy, {{.arrival = minutes(16), .early = minutes(16)}});
    CHECK(both.days[0].leave.at("personal") == HalfDays{1 + 1});
    CHECK(both.days[0].present == HalfDays{});
  }
  SUBCASE("early leaving up to fifteen minutes is recorded only") {
    policy.attendance.early_leaving =
        TimeTable{.total_by = TotalBy::day, .tiers = {up_to(minutes(15), {}), beyond(half_leave())}};
    const auto early = judge(policy, {{.early = minutes(15)}});
    CHECK(early.days[0].present == whole_days(1));
    CHECK(early.early_days == 1);
    REQUIRE(early.charges.size() == 1);
    CHECK(early.charges[0].then.kind == Kind::none);
  }
}

TEST_CASE("a conversion takes at most what was present") {
  const Policy policy = with_lateness(agents_table());
  const auto month = judge(policy, {{.arrival = minutes(20), .present = 0}});
  CHECK(month.charges.at(0).converted == HalfDays{});
}

TEST_CASE("by event each lateness is looked up by itself") {
  auto table = agents_table();
  table.total_by = TotalBy::event;
  CHECK(charged(judge(with_lateness(table), {{.arrival = minutes(4), .lunch = minutes(3)}})) == yuan(30 + 30));
}

TEST_CASE("the bound of a tier belongs to it or to the next, as it says") {
  TimeTable table{.tiers = {{.upper = Bound{minutes(5), false}, .then = pay(yuan(1))}, beyond(pay(yuan(2)))}};
  CHECK(find_tier(table, minutes(5)).then.amount == yuan(2));
  table.tiers[0].upper->inclusive = true;
  CHECK(find_tier(table, minutes(5)).then.amount == yuan(1));
}

TEST_CASE("time counts to the second, in whole minutes cut, or in minutes begun") {
  TimeTable table{.tiers = {beyond({})}};
  const Span late = minutes(7) + Span{1};
  CHECK(counted_span(table, late) == late);
  table.precision = Precision::minute_cut;
  CHECK(counted_span(table, late) == minutes(7));
  CHECK(counted_span(table, Span{59}) == Span{});
  table.precision = Precision::minute_up;
  CHECK(counted_span(table, late) == minutes(7 + 1));
}

TEST_CASE("per minute with grace subtracted: 17:30 less 10 minutes is seven whole minutes") {
  TimeTable table = one_tier(TotalBy::event, {.kind = Kind::per_minute, .amount = yuan(2)});
  table.grace = minutes(10);
  table.grace_is_subtracted = true;
  table.precision = Precision::minute_cut;
  const auto month = judge(with_lateness(table), {{.arrival = minutes(17) + Span{30}}, {.arrival = minutes(10)}});
  REQUIRE(month.charges.size() == 1);
  CHECK(month.charges[0].measured == minutes(17 - 10));
  CHECK(month.charges[0].then.amount == yuan(2));

  table.grace_is_subtracted = false;
  CHECK(judge(with_lateness(table), {{.arrival = minutes(17) + Span{30}}}).charges[0].measured == minutes(17));
}

TEST_CASE("repetition doubles from the third time on") {
  TimeTable table = one_tier(TotalBy::event, pay(yuan(20)));
  table.repetitions = {{.from_nth = 3, .times = {2}}};
  const auto month = judge(with_lateness(table), std::vector<Late>(4, {.arrival = minutes(1)}));
  CHECK(charged(month) == yuan(20 + 20 + 2 * 20 + 2 * 20));
  CHECK(month.charges[2].nth == 3);
}

TEST_CASE("repetition puts another consequence in the place of the tier's") {
  TimeTable table = one_tier(TotalBy::event, pay(yuan(20)));
  table.repetitions = {{.from_nth = 2, .instead = half_absence()}};
  const auto month = judge(with_lateness(table), std::vector<Late>(2, {.arrival = minutes(1)}));
  CHECK(charged(month) == yuan(20));
  CHECK(month.days[1].absent == HalfDays{1});
  CHECK(month.days[1].converted_absence == HalfDays{1});
}

TEST_CASE("the month's total less its allowance is looked up once") {
  TimeTable table{.total_by = TotalBy::month, .tiers = {up_to(minutes(10), pay(yuan(10))), beyond(pay(yuan(100)))}};
  table.month_allowance = minutes(30);
  const Policy policy = with_lateness(table);
  const auto month = judge(policy, {{.arrival = minutes(20)}, {.arrival = minutes(5), .lunch = minutes(14)}});
  REQUIRE(month.charges.size() == 1);
  CHECK(month.charges[0].of_month);
  CHECK(month.charges[0].measured == minutes(20 + 5 + 14 - 30));
  CHECK(charged(month) == yuan(10));
  CHECK(judge(policy, {{.arrival = minutes(30)}}).charges.empty());
}

TEST_CASE("a count rule acts once, or for each further one; and can forfeit an item") {
  Policy policy;
  policy.attendance.counts = {{.late = true, .from_nth = 3, .then = pay(yuan(100)), .forfeits = {"full_attendance"}}};
  const std::vector<Late> four(4, {.arrival = minutes(1)});
  const auto once = judge(policy, four);
  CHECK(charged(once) == yuan(100));
  CHECK(once.charges[0].count == 3);
  REQUIRE(once.forfeits.size() == 1);
  CHECK(once.forfeits[0].count == 4);

  policy.attendance.counts[0].each = true;
  CHECK(charged(judge(policy, four)) == yuan(100 * (4 - 2)));
  CHECK(judge(policy, std::vector<Late>(2, {.arrival = minutes(1)})).forfeits.empty());
}

TEST_CASE("a count rule counts days or events, late or early") {
  Policy policy;
  policy.attendance.counts = {{.late = true, .from_nth = 2, .then = pay(yuan(10))}};
  const std::vector<Late> twice{{.arrival = minutes(1), .lunch = minutes(1)}};
  CHECK(charged(judge(policy, twice)) == yuan(10));
  policy.attendance.counts[0].by_day = true;
  CHECK(charged(judge(policy, twice)) == Money{});
  policy.attendance.counts = {{.early = true, .from_nth = 1, .then = pay(yuan(10))}};
  CHECK(charged(judge(policy, twice)) == Money{});
  CHECK(charged(judge(policy, {{.early = minutes(1)}})) == yuan(10));
}

TEST_CASE("the sheet counts days or events, and minutes of the month or of each day") {
  Policy policy = with_lateness(agents_table());
  const std::vector<Late> lates{{.arrival = Span{90}, .lunch = Span{90}}, {.arrival = Span{100}}};
  CHECK(judge(policy, lates).late_count == 2);
  CHECK(judge(policy, lates).late_minutes == (90 + 90 + 100) / 60);

  policy.attendance.sheet = SheetRule{.late_count_by_day = false, .late_minutes = SheetRule::LateMinutes::day_cut};
  CHECK(judge(policy, lates).late_count == 3);
  CHECK(judge(policy, lates).late_minutes == (90 + 90) / 60 + 100 / 60);

  policy.attendance.sheet->late_minutes = SheetRule::LateMinutes::month_up;
  CHECK(judge(policy, lates).late_minutes == (90 + 90 + 100 + 59) / 60);
}

TEST_CASE("a month without days has nothing in it") {
  const auto month = judge_month({});
  CHECK(month.days.empty());
  CHECK(month.charges.empty());
}
