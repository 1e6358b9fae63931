// One person's day: each case is a shift, some taps, and what they come to.

#include <doctest/doctest.h>

#include <initializer_list>
#include <vector>

#include "domain/attendance.hpp"

using namespace svcadm;
using namespace svcadm::domain;

namespace {

const Date monday = make_date(2026, 10, 12);

constexpr TimeOfDay clock(int hour, int minute, int second = 0) { return {hour * 3600 + minute * 60 + second}; }
Moment on(TimeOfDay time, Date day = monday) { return at(day, time); }

Shift agents_shift() { return {"早", {{clock(9, 30), clock(12, 30)}, {clock(13, 30), clock(18, 30)}}}; }
Shift night_shift() { return {"晚", {{clock(22, 0), clock(26, 0)}, {clock(27, 0), clock(31, 0)}}}; }

/// The rules of the call centre that concern a single day.
PunchRule agents_rule() {
  return {.online = OnlineTime::if_known,
          .lunch_return_counts = true,
          .lunch_start_listed = true,
          .lunch_punches_due = true};
}

/// A day's facts with everything the spans point to.
struct Day {
  AttendancePolicy policy = {.punches = agents_rule()};
  DayPlan plan = {.day = monday, .shift = agents_shift()};
  std::vector<Punch> punches = {};
  std::vector<OnlineSession> sessions = {};
  std::optional<LeaveHalf> first_half = {};
  std::optional<LeaveHalf> second_half = {};
  DayDecision decision = DayDecision::none;
  std::vector<Outage> outages = {};

  Day& taps(std::initializer_list<TimeOfDay> times) {
    for (const TimeOfDay time : times) punches.push_back({on(time)});
    return *this;
  }
  DayMeasure measure() const {
    return measure_day(policy, {plan, punches, sessions, first_half, second_half, decision, outages});
  }
};

Day agent(std::initializer_list<TimeOfDay> times) { return Day{}.taps(times); }

}  // namespace

TEST_CASE("CALLC.39 work runs from 09:30 to 18:30: on time is on time, a second later is late") {
  const auto day = agent({clock(9, 30), clock(12, 30), clock(13, 30), clock(18, 30)}).measure();
  CHECK(day.present == whole_days(1));
  CHECK(day.late_arrival == Span{});
  CHECK(day.late_return == Span{});
  CHECK(day.early == Span{});
  CHECK(day.exceptions.empty());

  const auto late = agent({clock(9, 30, 1), clock(12, 30), clock(13, 30), clock(18, 29, 59)}).measure();
  CHECK(late.late_arrival == Span{1});
  CHECK(late.early == Span{1});
}

TEST_CASE("CALLC.40 back from lunch after its rostered end is late by the difference") {
  const auto day = agent({clock(9, 29), clock(12, 31), clock(13, 33, 30), clock(18, 31)}).measure();
  CHECK(day.late_return == minutes(3) + Span{30});
  CHECK(day.late_arrival == Span{});

  Day silent = agent({clock(9, 29), clock(12, 31), clock(13, 33, 30), clock(18, 31)});
  silent.policy.punches->lunch_return_counts = false;
  CHECK(silent.measure().late_return == Span{});
}

TEST_CASE("CALLC.47 arrival is the later of punch 09:29 and online 09:33") {
  Day day = agent({clock(9, 29), clock(12, 30), clock(13, 29), clock(18, 31)});
  day.sessions = {{on(clock(9, 33)), on(clock(18, 30))}};
  const auto measured = day.measure();
  CHECK(*measured.arrived == on(clock(9, 33)));
  CHECK(measured.late_arrival == minutes(33 - 30));

  day.policy.punches->online = OnlineTime::ignored;
  CHECK(*day.measure().arrived == on(clock(9, 29)));
  CHECK(day.measure().late_arrival == Span{});
}

TEST_CASE("CALLC.47 a punch after going online is the arrival") {
  Day day = agent({clock(9, 34), clock(18, 31)});
  day.sessions = {{on(clock(9, 31)), on(clock(18, 30))}};
  CHECK(day.measure().late_arrival == minutes(34 - 30));
}

TEST_CASE("CALLC.48 online again after the rostered end of lunch is late; leaving for it early costs nothing") {
  Day day = agent({clock(9, 29), clock(12, 20), clock(13, 29), clock(18, 31)});
  day.sessions = {{on(clock(9, 29)), on(clock(12, 20))}, {on(clock(13, 32)), on(clock(18, 30))}};
  const auto measured = day.measure();
  CHECK(*measured.lunch_back == on(clock(13, 32)));
  CHECK(measured.late_return == minutes(32 - 30));
  CHECK(measured.early_lunch == minutes(30 - 20));
  CHECK(measured.early == Span{});

  day.policy.punches->lunch_start_listed = false;
  CHECK(day.measure().early_lunch == Span{});
}

TEST_CASE("CALLC.47 CALLC.40 who has signed out again before the time was not online on time") {
  Day day = agent({clock(9, 20), clock(18, 31)});
  day.sessions = {{on(clock(9, 25)), on(clock(9, 26))},
                  {on(clock(11, 0)), on(clock(12, 30))},
                  {on(clock(13, 0)), on(clock(13, 1))},
                  {on(clock(14, 30)), on(clock(18, 30))}};
  CHECK(day.measure().late_arrival == minutes(11 * 60 - (9 * 60 + 30)));
  CHECK(day.measure().late_return == minutes(14 * 60 + 30 - (13 * 60 + 30)));

  SUBCASE("who is there at the time itself is") {
    day.sessions = {{on(clock(9, 25)), on(clock(9, 30))}, {on(clock(13, 0)), on(clock(13, 30))}};
    CHECK(day.measure().late_arrival == Span{});
    CHECK(day.measure().late_return == Span{});
  }
  SUBCASE("who is cut off and signs in again within a minute has stayed") {
    day.sessions = {{on(clock(9, 25)), on(clock(9, 29, 30))},
                    {on(clock(9, 30, 30)), on(clock(13, 29, 30))},
                    {on(clock(13, 30, 30)), on(clock(18, 30))}};
    CHECK(day.measure().late_arrival == Span{});
    CHECK(day.measure().late_return == Span{});
    day.sessions[1].from = on(clock(9, 30, 31));
    CHECK(day.measure().late_arrival == Span{31});
  }
  SUBCASE("of whom no other sign-in is known, the one that there is counts") {
    day.sessions = {{on(clock(9, 25)), on(clock(9, 26))}};
    CHECK(day.measure().late_arrival == Span{});
  }
}

TEST_CASE("an arrival that an outage excuses is not the start of the break, nor a departure the return") {
  Day day = agent({clock(10, 20), clock(12, 31), clock(13, 29), clock(16, 40)});
  day.outages = {{on(clock(9, 0)), on(clock(10, 0)), 1}, {on(clock(17, 0)), on(clock(19, 0)), 2}};
  const auto measured = day.measure();
  CHECK(*measured.lunch_start == on(clock(12, 31)));
  CHECK(*measured.lunch_back == on(clock(13, 29)));
  CHECK(measured.early_lunch == Span{});
  CHECK(measured.surplus_punches == 0);
  CHECK(measured.early == Span{});

  SUBCASE("but a tap near to the break is of the break") {
    day.punches = {{on(clock(12, 31))}, {on(clock(13, 29))}};
    CHECK(*day.measure().lunch_start == on(clock(12, 31)));
    CHECK(*day.measure().lunch_back == on(clock(13, 29)));
  }
}

TEST_CASE("CALLC.49 lunch without punches is listed and costs nothing, whoever stayed online") {
  Day day = agent({clock(9, 29), clock(18, 31)});
  day.sessions = {{on(clock(9, 29)), on(clock(18, 30))}};
  const auto measured = day.measure();
  CHECK(measured.lunch_unpunched);
  CHECK(measured.late_return == Span{});
  CHECK(measured.present == whole_days(1));

  SUBCASE("signing in again is no punch") {
    day.sessions = {{on(clock(9, 29)), on(clock(12, 30))}, {on(clock(13, 29)), on(clock(18, 30))}};
    CHECK(day.measure().lunch_unpunched);
  }
  SUBCASE("with both punches nothing is listed") {
    CHECK_FALSE(agent({clock(9, 29), clock(12, 30), clock(13, 29), clock(18, 31)}).measure().lunch_unpunched);
  }
  SUBCASE("where it is not due nothing is listed") {
    day.policy.punches->lunch_punches_due = false;
    CHECK_FALSE(day.measure().lunch_unpunched);
  }
}

TEST_CASE("early leaving is the time left to the end of the shift") {
  CHECK(agent({clock(9, 30), clock(18, 10)}).measure().early == minutes(30 - 10));
}

TEST_CASE("a missing punch: ignored, half a day, a whole day, or to be decided") {
  Day day = agent({clock(9, 31)});
  SUBCASE("to be decided") {
    const auto measured = day.measure();
    REQUIRE(measured.exceptions.size() == 1);
    CHECK(measured.exceptions[0] == DayException::missing_out);
    CHECK(measured.missing_punch);
    CHECK(measured.present == whole_days(1));
  }
  SUBCASE("ignored") {
    day.policy.punches->missing = MissingPunch::ignored;
    CHECK(day.measure().exceptions.empty());
    CHECK(day.measure().late_arrival == minutes(1));
  }
  SUBCASE("half a day") {
    day.policy.punches->missing = MissingPunch::half_absence;
    CHECK(day.measure().absent == HalfDays{1});
    CHECK(day.measure().present == HalfDays{2 - 1});
    CHECK(day.measure().late_arrival == Span{});
  }
  SUBCASE("a whole day") {
    day.policy.punches->missing = MissingPunch::whole_absence;
    CHECK(day.measure().absent == whole_days(1));
  }
  SUBCASE("a single tap in the evening is the departure") {
    Day evening = agent({clock(18, 31)});
    CHECK(evening.measure().exceptions == std::vector{DayException::missing_in});
    CHECK(*evening.measure().left == on(clock(18, 31)));
  }
}

TEST_CASE("what was decided settles an open day") {
  Day day = agent({clock(9, 31)});
  day.decision = DayDecision::present;
  CHECK(day.measure().exceptions.empty());
  CHECK(day.measure().present == whole_days(1));
  day.decision = DayDecision::half_absence;
  CHECK(day.measure().absent == HalfDays{1});
  day.decision = DayDecision::whole_absence;
  CHECK(day.measure().absent == whole_days(1));
}

TEST_CASE("a day without any sign of the person is absence, unless it is decided otherwise") {
  Day day = agent({});
  CHECK(day.measure().absent == whole_days(1));
  CHECK(day.measure().exceptions.empty());
  day.decision = DayDecision::present;
  CHECK(day.measure().present == whole_days(1));
}

TEST_CASE("direction from the file: the first in, the last out, whatever the order of taps") {
  Day day;
  day.policy.punches->direction_from_file = true;
  day.punches = {{on(clock(9, 20)), Direction::out},
                 {on(clock(9, 40)), Direction::in},
                 {on(clock(18, 31)), Direction::out},
                 {on(clock(18, 45)), Direction::in}};
  const auto measured = day.measure();
  CHECK(*measured.punched_in == on(clock(9, 40)));
  CHECK(*measured.left == on(clock(18, 31)));
  CHECK(measured.late_arrival == minutes(40 - 30));

  SUBCASE("from the windows the same taps are in at 09:20, out at 18:45") {
    day.policy.punches->direction_from_file = false;
    CHECK(*day.measure().punched_in == on(clock(9, 20)));
    CHECK(*day.measure().left == on(clock(18, 45)));
  }
  SUBCASE("overtime states are directions too") {
    day.punches = {{on(clock(9, 20)), Direction::overtime_in}, {on(clock(18, 31)), Direction::overtime_out}};
    CHECK(day.measure().exceptions.empty());
  }
}

TEST_CASE("a day of one direction: each outcome") {
  Day day;
  day.policy.punches->direction_from_file = true;
  day.punches = {{on(clock(9, 20)), Direction::in}, {on(clock(18, 31)), Direction::in}};
  CHECK(day.measure().exceptions == std::vector{DayException::one_direction});
  day.policy.punches->one_direction = MissingPunch::ignored;
  CHECK(day.measure().exceptions.empty());
  CHECK(day.measure().present == whole_days(1));
  day.policy.punches->one_direction = MissingPunch::half_absence;
  CHECK(day.measure().absent == HalfDays{1});
  day.policy.punches->one_direction = MissingPunch::whole_absence;
  CHECK(day.measure().absent == whole_days(1));
}

TEST_CASE("taps within 60 seconds of one another are one") {
  const auto together = agent({clock(9, 29), clock(9, 30)}).measure();
  CHECK(together.exceptions == std::vector{DayException::missing_out});
  const auto apart = agent({clock(9, 29), clock(9, 30, 1)}).measure();
  CHECK(*apart.left == on(clock(9, 30, 1)));
  CHECK(apart.exceptions.empty());

  Day day = agent({clock(9, 29), clock(12, 30), clock(12, 30, 40), clock(13, 29), clock(18, 31), clock(18, 31, 20)});
  CHECK(day.measure().surplus_punches == 0);
  CHECK(*day.measure().left == on(clock(18, 31, 20)));
}

TEST_CASE("of the taps between, the last before the middle of the break and the first after it count") {
  const auto day =
      agent({clock(9, 29), clock(12, 30), clock(12, 50), clock(13, 10), clock(13, 40), clock(18, 31)}).measure();
  CHECK(*day.lunch_start == on(clock(12, 50)));
  CHECK(*day.lunch_back == on(clock(13, 10)));
  CHECK(day.surplus_punches == 2);
}

TEST_CASE("leave for one half moves the expected arrival or departure to the break") {
  Day morning = agent({clock(13, 35), clock(18, 31)});
  morning.first_half = LeaveHalf{17, "personal"};
  const auto measured = morning.measure();
  CHECK(measured.expected_in == clock(13, 30));
  CHECK(measured.late_arrival == minutes(35 - 30));
  CHECK(measured.present == HalfDays{1});
  CHECK(measured.away() == HalfDays{1});

  Day afternoon = agent({clock(9, 29), clock(12, 25)});
  afternoon.second_half = LeaveHalf{17, "personal"};
  CHECK(afternoon.measure().expected_out == clock(12, 30));
  CHECK(afternoon.measure().early == minutes(30 - 25));

  Day whole = agent({clock(9, 40)});
  whole.first_half = whole.second_half = LeaveHalf{17, "sick"};
  CHECK(whole.measure().present == HalfDays{});
  CHECK(whole.measure().exceptions.empty());
}

TEST_CASE("an unbroken shift is halved in the middle of its time") {
  Day day = agent({clock(13, 0), clock(17, 0)});
  day.plan.shift = {"连", {{clock(9, 0), clock(17, 0)}}};
  day.first_half = LeaveHalf{17, "personal"};
  CHECK(day.measure().expected_in == clock((9 + 17) / 2, 0));
  CHECK(day.measure().late_arrival == Span{});
}

TEST_CASE("online time that is required and missing has to be decided") {
  Day day = agent({clock(9, 29), clock(18, 31)});
  day.policy.punches->online = OnlineTime::required;
  CHECK(day.measure().exceptions == std::vector{DayException::missing_online});
  day.decision = DayDecision::present;
  CHECK(day.measure().exceptions.empty());
}

TEST_CASE("a rest day is not judged; work on it is told") {
  Day day = agent({clock(10, 0), clock(15, 0)});
  day.plan = {.day = monday, .kind = DayKind::rest_day};
  CHECK(day.measure().present == HalfDays{});
  CHECK(day.measure().worked_unplanned);
}

TEST_CASE("a rostered month without a cell has to be decided") {
  Day day = agent({});
  day.plan = {.day = monday, .source = PlanSource::missing_roster};
  CHECK(day.measure().exceptions == std::vector{DayException::no_roster});
}

TEST_CASE("a night shift belongs to the day on which it starts") {
  Day day;
  day.plan.shift = night_shift();
  day.punches = {{on(clock(22, 5))}, {on(clock(7, 1), monday + 1)}};
  const auto measured = day.measure();
  CHECK(measured.late_arrival == minutes(5));
  CHECK(measured.early == Span{});
  CHECK(*measured.left == at(monday, clock(24 + 7, 1)));
}

TEST_CASE("the civil day begins four hours before the shift, and never within the shift before") {
  const TimeOfDay usual = clock(9, 30);
  const DayPlan rest{.day = monday - 1, .kind = DayKind::rest_day};
  const DayPlan by_day{.day = monday, .shift = agents_shift()};
  CHECK(day_begins(by_day, rest, usual, hours(4)) == on(clock(9 - 4, 30)));

  const DayPlan night{.day = monday, .shift = night_shift()};
  const DayPlan free_after{.day = monday + 1, .kind = DayKind::rest_day};
  CHECK(day_begins(night, rest, usual, hours(4)) == on(clock(22 - 4, 0)));
  CHECK(day_begins(free_after, night, usual, hours(4)) == on(clock(7 + 4, 0), monday + 1));

  const DayPlan early_after{.day = monday + 1, .shift = agents_shift()};
  CHECK(day_begins(early_after, night, usual, hours(4)) == on(clock(7, 0), monday + 1) + Span{(2 * 3600 + 1800) / 2});
}

TEST_CASE("CALLC.58 leave that lapsed is absence, unless the person worked: then his punches are judged") {
  const LeaveHalf lapsed{17, "personal", {.kind = LeaveStanding::Kind::lapsed}};
  Day day;
  day.first_half = day.second_half = lapsed;
  CHECK(day.measure().absent == whole_days(1));

  SUBCASE("all day") {
    const auto measured = day.taps({clock(9, 31), clock(12, 30), clock(13, 29), clock(18, 31)}).measure();
    CHECK(measured.absent == HalfDays{});
    CHECK(measured.present == whole_days(1));
    CHECK(measured.late_arrival == minutes(1));
    CHECK(measured.away() == HalfDays{});
  }
  SUBCASE("in the morning") {
    const auto measured = day.taps({clock(9, 29), clock(12, 31)}).measure();
    CHECK(measured.present == HalfDays{1});
    CHECK(measured.absent == HalfDays{1});
  }
  SUBCASE("in the afternoon: who was there for less than half of the morning did not work in it") {
    const auto measured = day.taps({clock(11, 0, 1), clock(18, 31)}).measure();  // 09:30 to 12:30: its middle is 11:00
    CHECK(measured.present == HalfDays{1});
    CHECK(measured.absent == HalfDays{1});
    CHECK(measured.late_arrival == Span{});
  }
  SUBCASE("from the middle of the morning on: late by 90 minutes") {
    const auto measured = day.taps({clock(11, 0), clock(15, 59)}).measure();  // the afternoon's middle is 16:00
    CHECK(measured.present == HalfDays{1});
    CHECK(measured.absent == HalfDays{1});
    CHECK(measured.late_arrival == minutes(90));
  }
  SUBCASE("unless somebody decides that he was there") {
    day.decision = DayDecision::present;
    CHECK(day.measure().present == whole_days(1));
    CHECK(day.measure().absent == HalfDays{});
  }
  SUBCASE("with one punch the half it shows is open") {
    const auto measured = day.taps({clock(9, 29)}).measure();
    CHECK(measured.exceptions == std::vector{DayException::missing_out});
  }
}

TEST_CASE("granted leave stays leave although somebody worked on it, and that is said") {
  Day day = agent({clock(9, 29), clock(18, 31)});
  day.first_half = day.second_half = LeaveHalf{17, "personal"};
  CHECK(day.measure().away() == whole_days(1));
  CHECK(day.measure().worked_on_leave);
  day.punches = {{on(clock(12, 29))}, {on(clock(13, 31))}};
  CHECK_FALSE(day.measure().worked_on_leave);
}
