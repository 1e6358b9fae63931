// The customer-service centre's rules once more, each at the boundaries that a step of its figures would move.

#include <algorithm>

#include <doctest/doctest.h>

#include "domain/absence.hpp"
#include "support/month_builder.hpp"

using namespace svcadm;
using domain::PayColumn;
using test::changed;
using test::half_up;
using test::MonthBuilder;
using test::october;

namespace {

std::string callc() { return test::shipped("callc.toml"); }

MonthBuilder agent(const std::string& text = callc()) {
  MonthBuilder month{text};
  month.composite(80, {80, 80});
  return month;
}

/// What arriving so late takes.
Money late(Span span) { return yuan(2200) - agent().late(12, span).payable(); }

Money sick_day(Date hired) { return agent().hired(hired).leave(12, "sick").column(PayColumn::sick_deduction); }

/// The sanctions proposed for who was absent on these days of October.
std::vector<std::string> proposed(const std::vector<int>& absent) {
  MonthBuilder month = agent();
  for (const int day : absent) month.without_punches(day);
  std::vector<domain::AbsenceDay> days;
  for (const domain::JudgedDay& day : month.time().days) {
    if (day.measure.plan.due().halves > 0) days.push_back({day.day(), day.absent});
  }
  std::vector<std::string> sanctions;
  for (const auto& one : domain::absence_proposals(test::policy_of(callc(), october(1)).discipline, days)) {
    sanctions.push_back(one.threshold.proposes);
  }
  return sanctions;
}

}  // namespace

TEST_CASE("CALLC.15 a day with one punch is open, whether the windows or the file give the direction") {
  const auto open = [](const MonthBuilder& month) { return month.time().days[11].measure.exceptions; };
  CHECK(open(agent().times(12, {"09:25:00"})) == std::vector{domain::DayException::missing_out});
  CHECK(open(agent().times(12, {"18:32:00"})) == std::vector{domain::DayException::missing_in});
  const std::vector<std::pair<std::string, domain::Direction>> all_in{{"09:25:00", domain::Direction::in},
                                                                      {"18:32:00", domain::Direction::in}};
  CHECK(open(agent().punches(12, all_in)).empty());
  const std::string by_file = changed(callc(), "attendance.punches.direction", "file");
  CHECK(open(agent(by_file).punches(12, all_in)) == std::vector{domain::DayException::one_direction});
}

TEST_CASE("CALLC.39 work begins at 9:30 and ends at 18:30, lunch is from 12:30 to 13:30") {
  const auto cost = [](const std::vector<std::string>& times) {
    return yuan(2200) - agent().times(12, times).payable();
  };
  CHECK(cost({"09:30:00", "12:30:00", "13:30:00", "18:30:00"}) == Money{});
  CHECK(cost({"09:30:01", "12:30:00", "13:30:00", "18:30:00"}) == yuan(30));
  CHECK(cost({"09:30:00", "12:30:00", "13:30:01", "18:30:00"}) == yuan(30));
  CHECK(agent().times(12, {"09:30:00", "12:30:00", "13:30:00", "18:29:59"}).pay().early_days == 1);
  CHECK(agent().times(12, {"09:30:00", "12:30:00", "13:30:00", "18:30:00"}).pay().early_days == 0);
  // Half a day's leave in the afternoon: the morning ends when lunch begins.
  CHECK(agent().leave(12, "annual", 2).times(12, {"09:30:00", "12:30:00"}).pay().early_days == 0);
  CHECK(agent().leave(12, "annual", 2).times(12, {"09:30:00", "12:29:59"}).pay().early_days == 1);
}

TEST_CASE("CALLC.40 CALLC.48 CALLC.49 lunch: late back is lateness, early out and unpunched are listed only") {
  const auto measured = [](const std::vector<std::string>& times) {
    return agent().times(12, times).time().days[11].measure;
  };
  CHECK(measured({"09:25:00", "12:29:59", "13:25:00", "18:32:00"}).early_lunch == Span{1});
  CHECK(measured({"09:25:00", "12:30:00", "13:25:00", "18:32:00"}).early_lunch == Span{});
  CHECK(measured({"09:25:00", "18:32:00"}).lunch_unpunched);
  CHECK_FALSE(measured({"09:25:00", "12:30:00", "13:25:00", "18:32:00"}).lunch_unpunched);
  CHECK(agent().times(12, {"09:25:00", "12:29:59", "13:25:00", "18:32:00"}).payable() == yuan(2200));
  CHECK(agent().times(12, {"09:25:00", "18:32:00"}).payable() == yuan(2200));
  CHECK(agent().times(12, {"09:25:00", "12:30:00", "13:30:01", "18:32:00"}).payable() == yuan(2200) - yuan(30));
}

TEST_CASE("CALLC.41 the step of 30 ends at five minutes, to the second") {
  CHECK(late(Span{}) == Money{});
  CHECK(late(Span{1}) == yuan(30));
  CHECK(late(minutes(5)) == yuan(30));
  CHECK(late(Span{5 * 60 + 1}) == yuan(50));
}

TEST_CASE("CALLC.42 the step of 50 ends at ten minutes, to the second") {
  CHECK(late(minutes(10)) == yuan(50));
  CHECK(late(Span{10 * 60 + 1}) == yuan(80));
}

TEST_CASE("CALLC.43 the step of 80 ends at fifteen minutes, to the second") {
  CHECK(late(minutes(15)) == yuan(80));
  CHECK(agent().late(12, minutes(15)).column(PayColumn::lateness_deduction) == yuan(80));
  CHECK(agent().late(12, Span{15 * 60 + 1}).column(PayColumn::personal_deduction) == yuan(50));
}

TEST_CASE(
    "CALLC.41 CALLC.42 CALLC.43 CALLC.44 lateness of a day adds up, of two days does not, and no second is lost") {
  CHECK(agent().late(12, minutes(3)).late_back(12, minutes(3)).payable() == yuan(2200) - yuan(50));
  CHECK(agent().late(12, minutes(3)).late(13, minutes(3)).payable() == yuan(2200) - yuan(30 + 30));
  const auto charge = agent().late(12, Span{90}).time().charges.at(0);
  CHECK(charge.measured == Span{90});
}

TEST_CASE("CALLC.44 leaving more than fifteen minutes early is half a day of personal leave, each day by itself") {
  CHECK(agent().early(12, minutes(15)).pay().personal == HalfDays{});
  CHECK(agent().early(12, Span{15 * 60 + 1}).pay().personal == HalfDays{1});
  CHECK(agent().early(12, Span{15 * 60 + 1}).column(PayColumn::personal_deduction) == yuan(50));
  CHECK(agent().early(12, minutes(10)).early(13, minutes(10)).pay().personal == HalfDays{});
  CHECK(agent().early(12, minutes(16)).early(13, minutes(16)).pay().personal == whole_days(1));
  CHECK(agent().early(12, Span{16 * 60 + 1}).time().charges.at(0).measured == Span{16 * 60 + 1});
}

TEST_CASE("CALLC.47 arrival is the later of punch and going online, where online time is known") {
  CHECK(agent().online(12, "09:31:00").payable() == yuan(2200) - yuan(30));
  CHECK(agent().online(12, "09:30:00").payable() == yuan(2200));
  CHECK(agent().time().days[11].measure.exceptions.empty());
}

TEST_CASE("CALLC.28 a day of absenteeism costs one day's pay, in its own column") {
  CHECK(agent().without_punches(12).column(PayColumn::absenteeism_deduction) == yuan(100));
  CHECK(agent()
            .times(12, {"09:25:00"})
            .decided(12, domain::DayDecision::half_absence)
            .column(PayColumn::absenteeism_deduction) == yuan(50));
}

TEST_CASE("CALLC.53 personal leave is unpaid, counted in workdays and in its column, and loses full attendance") {
  MonthBuilder month = agent();
  for (const int day : {16, 17, 18, 19}) month.leave(day, "personal");
  CHECK(month.pay().personal == whole_days(2));
  CHECK(month.column(PayColumn::personal_deduction) == yuan(2 * 100));
  CHECK(month.column(PayColumn::full_attendance) == Money{});
}

TEST_CASE("CALLC.59 half days from lateness and days that were asked for share one line and one rounding") {
  const std::string text =
      changed(changed(callc(), "payroll.item.base.amount", "1800.09"), "payroll.rounding.method", "down");
  CHECK(agent(text).late(12, minutes(16)).late(13, minutes(16)).column(PayColumn::personal_deduction) == Money{10000});
  const std::string half = changed(callc(), "payroll.item.base.amount", "1800.09");  // half a day is 5000.25
  auto month = agent(half).late(12, minutes(16)).leave(13, "personal", 1).times(13, {"13:25:00", "18:32:00"});
  CHECK(month.column(PayColumn::personal_deduction) == half_up(180009, 18));  // 10000.5
  CHECK(month.column(PayColumn::absenteeism_deduction) == Money{});
}

TEST_CASE("CALLC.59 a day is the month's pay over the calendar's workdays, whatever the roster says") {
  CHECK(agent().shift(17, "09:30-18:30").leave(12, "personal").column(PayColumn::personal_deduction) ==
        half_up(180000, 18));
}

TEST_CASE("CALLC.60 40 % of the day's pay until the day before two years are complete") {
  CHECK(sick_day(make_date(2024, 10, 13)) == yuan(40));
  CHECK(sick_day(make_date(2026, 10, 8)) == yuan(40));
  CHECK(sick_day(make_date(2024, 10, 12)) == yuan(30));
}

TEST_CASE("CALLC.61 30 % from the day two years are complete, however long somebody has served") {
  CHECK(sick_day(make_date(2024, 10, 12)) == yuan(30));
  CHECK(sick_day(make_date(2004, 10, 12)) == yuan(30));
  CHECK(sick_day(make_date(2024, 10, 13)) == yuan(40));
}

TEST_CASE("CALLC.60 CALLC.61 sick leave is counted in workdays and in its column, and loses full attendance") {
  MonthBuilder month = agent();
  for (const int day : {16, 17, 18, 19}) month.leave(day, "sick");
  CHECK(month.pay().sick == whole_days(2));
  CHECK(month.column(PayColumn::sick_deduction) == yuan(2 * 30));
  CHECK(month.column(PayColumn::full_attendance) == Money{});
}

TEST_CASE("CALLC.24 on probation: 1800 by workdays as base, absence by the same day's pay, full attendance 200") {
  const auto probation = [] { return agent().probation_until(october(31)); };
  CHECK(probation().column(PayColumn::base) == yuan(1800));
  CHECK(probation().column(PayColumn::full_attendance) == yuan(200));
  CHECK(probation().column(PayColumn::performance) == Money{});
  CHECK(probation().column(PayColumn::bonus) + probation().column(PayColumn::other_pay) == Money{});
  CHECK(probation().without_punches(12).column(PayColumn::absenteeism_deduction) == yuan(100));
  CHECK(probation().served(october(19), october(31)).column(PayColumn::base) == yuan(1000));
  CHECK(agent().column(PayColumn::base) == yuan(1800));
  CHECK(agent().probation_until(october(18)).column(PayColumn::base) == yuan(1800));  // 8 and 10 of 18 workdays
}

TEST_CASE("CALLC.25 after probation: 1800 by workdays as base, absence by the same day's pay") {
  CHECK(agent().column(PayColumn::base) == yuan(1800));
  CHECK(agent().served(october(19), october(31)).column(PayColumn::base) == yuan(1000));
  CHECK(agent().without_punches(12).column(PayColumn::absenteeism_deduction) == yuan(100));
  CHECK(agent().probation_until(october(31)).column(PayColumn::base) == yuan(1800));
}

TEST_CASE(
    "CALLC.26 full attendance is 200 in its column, for a whole month, lost by leave, absence and conversion alone") {
  const auto kept = [](const MonthBuilder& month) { return month.column(PayColumn::full_attendance); };
  CHECK(kept(agent()) == yuan(200));
  CHECK(kept(agent().probation_until(october(12))) == yuan(200));
  CHECK(kept(agent().served(october(9), october(31))) == Money{});
  CHECK(kept(agent().leave(12, "personal")) == Money{});
  CHECK(kept(agent().without_punches(12)) == Money{});
  CHECK(kept(agent().late(12, minutes(16))) == Money{});
  CHECK(kept(agent().late(12, minutes(15)).early(13, minutes(15))) == yuan(200));
}

TEST_CASE("CALLC.27 performance is 200 in its column, for the confirmed, for a whole month") {
  CHECK(agent().column(PayColumn::performance) == yuan(200));
  CHECK(agent().served(october(9), october(31)).column(PayColumn::performance) == Money{});
  CHECK(agent().probation_until(october(8)).column(PayColumn::performance) == Money{});
}

TEST_CASE("CALLC.38 the contract bonus is paid whole and in its column, to the confirmed and on probation") {
  const auto bonus = [](MonthBuilder month) {
    return month.input("contract_bonus", yuan(500)).column(PayColumn::bonus);
  };
  CHECK(bonus(agent()) == yuan(500));
  CHECK(bonus(agent().probation_until(october(31))) == yuan(500));
  CHECK(bonus(agent().served(october(19), october(31))) == yuan(500));
}

TEST_CASE("CALLC.29 every severity costs 50, and the regulation lets none cost less") {
  for (const char* severity : {"minor", "serious", "grave"}) {
    CAPTURE(severity);
    CHECK(agent().complaint(severity).column(PayColumn::complaint_deduction) == yuan(50));
    const std::string key = "payroll.complaint." + std::string{severity} + ".deduct";
    CHECK_THROWS_AS(test::policy_of(changed(callc(), key, "49.99"), october(1)), Error);
    CHECK(agent(changed(callc(), key, "60.00")).complaint(severity).column(PayColumn::complaint_deduction) == yuan(60));
  }
}

TEST_CASE("CALLC.30 the legal share is of pay after unpaid time, before what lateness costs") {
  const auto taken = [](MonthBuilder month) {
    const auto sheet = month.input("loss", yuan(3000)).limit(Rational{1, 5}, Money{}).pay();
    return yuan(3000) - sheet.carried_out.loss;
  };
  CHECK(taken(agent()) == yuan(440));
  CHECK(taken(agent().leave(12, "sick")) == Money{(220000 - 20000 - 3000) / 5});  // full attendance is lost too
  CHECK(taken(agent().late(12, minutes(5))) == yuan(440));
  const std::string after = changed(callc(), "payroll.loss.limit_of", "pay-after-deductions");
  CHECK(taken(agent(after).late(12, minutes(5))) == yuan(434));
  const std::string full = changed(callc(), "payroll.loss.limit_of", "full-pay");
  CHECK(taken(agent(full).leave(12, "sick")) == yuan(400));
}

TEST_CASE("CALLC.32 CALLC.33 CALLC.36 the three scores weigh the same") {
  const auto paid = [](int exam, int quality, int leader) {
    return MonthBuilder{callc()}
        .score("exam", exam)
        .score("quality", quality)
        .score("leader_score", leader)
        .among({80, 80})
        .column(PayColumn::performance);
  };
  CHECK(paid(80, 80, 80) == yuan(200));
  for (const int low : {20, 50, 79}) {
    CHECK(paid(low, 80, 160 - low) == yuan(200));
    CHECK(paid(low, 160 - low, 80) == yuan(200));
    CHECK(paid(80, low, 160 - low) == yuan(200));
    CHECK(paid(160 - low, low, 80) == yuan(200));
    CHECK(paid(160 - low, 80, low) == yuan(200));
  }
  CHECK(paid(79, 80, 80) == Money{});
}

TEST_CASE("CALLC.32 a missed exam counts 0 unless leave in the month excuses it") {
  const auto month = [] {
    return MonthBuilder{callc()}.score("quality", 80).score("leader_score", 80).among({80, 80});
  };
  CHECK(month().column(PayColumn::performance) == Money{});
  CHECK(month().leave(12, "annual").column(PayColumn::performance) == yuan(200));
}

TEST_CASE("CALLC.33 CALLC.36 without a call sample or the leader's score the composite is not known") {
  const auto missing = [](const std::string& left_out) {
    domain::MonthInputs inputs;
    for (const char* part : {"exam", "quality", "leader_score"}) {
      if (part != left_out) inputs.scores[part] = {8000};
    }
    return domain::composite_of(test::policy_of(callc(), october(1)).appraisal, inputs).missing;
  };
  CHECK(missing("quality") == std::vector<std::string>{"quality"});
  CHECK(missing("leader_score") == std::vector<std::string>{"leader_score"});
}

TEST_CASE("CALLC.33 one checked call is enough unless the office asks for more") {
  const auto missing = [](const std::string& text) {
    const domain::MonthInputs inputs{.scores = {{"exam", {8000}}, {"quality", {7000}}, {"leader_score", {9000}}}};
    return domain::composite_of(test::policy_of(text, october(1)).appraisal, inputs).missing;
  };
  CHECK(missing(callc()) == std::vector<std::string>{});
  CHECK(missing(test::changed(callc(), "appraisal.score.quality.samples.minimum", "2")) ==
        std::vector<std::string>{"quality"});
}

TEST_CASE("CALLC.34 order grabbing, a complaint and a wrong order each take the performance money") {
  CHECK(agent().count("order_grabbing", 1).column(PayColumn::performance) == Money{});
  CHECK(agent().count("wrong_orders", 1).column(PayColumn::performance) == Money{});
  CHECK(agent().count("complaints", 1).column(PayColumn::performance) == Money{});
  CHECK(agent().count("orders", 50).column(PayColumn::performance) == yuan(200));
}

TEST_CASE("CALLC.35 returned orders stay below 5 % of all orders") {
  const auto paid = [](int returned, int orders) {
    return agent().count("returned_orders", returned).count("orders", orders).column(PayColumn::performance);
  };
  CHECK(paid(49, 1000) == yuan(200));
  CHECK(paid(50, 1000) == Money{});
  CHECK(paid(41, 1000) == yuan(200));
  CHECK(paid(1, 0) == yuan(200));  // no orders this month: no rate
}

TEST_CASE("CALLC.56 three whole days in a row, over a weekend too, or six within a month propose dismissal") {
  using Sanctions = std::vector<std::string>;
  CHECK(proposed({16, 19}) == Sanctions{});
  CHECK(proposed({15, 16, 19}) == Sanctions{"dismissal"});
  CHECK(proposed({8, 12, 14}) == Sanctions{});
  CHECK(proposed({8, 12, 14, 16, 20}) == Sanctions{});
  CHECK(proposed({8, 12, 14, 16, 20, 22}) == Sanctions{"dismissal"});
}

TEST_CASE("CALLC.56 the month of six days runs from any day to the eve of that day in the next month") {
  const auto found = [](Date last) {
    std::vector<domain::AbsenceDay> days;
    for (const int day : {16, 18, 22, 24, 28}) days.push_back({make_date(2026, 9, day), whole_days(1)});
    for (const int day : {17, 21, 23, 25, 29}) days.push_back({make_date(2026, 9, day), HalfDays{}});
    std::sort(days.begin(), days.end(), [](const auto& a, const auto& b) { return a.day < b.day; });
    days.push_back({make_date(2026, 10, 8), HalfDays{}});
    days.push_back({last, whole_days(1)});
    return domain::absence_proposals(test::policy_of(callc(), october(1)).discipline, days).size();
  };
  CHECK(found(october(15)) == 1);
  CHECK(found(october(16)) == 0);
}

TEST_CASE(
    "CALLC.46 punching for somebody else proposes dismissal for both, CALLC.64 another breach the loss of bonuses") {
  const auto conduct = test::policy_of(callc(), october(1)).discipline.conduct;
  const auto kind = [&](const std::string& code) {
    const auto found = std::find_if(conduct.begin(), conduct.end(), [&](const auto& one) { return one.code == code; });
    REQUIRE(found != conduct.end());
    return *found;
  };
  CHECK(kind("proxy_punch").proposes == "dismissal");
  CHECK(kind("proxy_punch").concerns_all);
  CHECK(kind("other_breach").proposes == "bonus_withheld");
  CHECK(kind("other_breach").concerns_all);
}
