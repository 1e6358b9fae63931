// Another house's regulations: each file in tests/data/regulations shows what its name says.
#include <set>

#include <doctest/doctest.h>

#include "unit/regulation/fixture.hpp"

namespace svcadm::regulation::test {

namespace {

const Date october = make_date(2026, 10, 1);

/// The plain house with one file put upon it.
domain::Policy plain_with(const std::string& name) {
  domain::Policy policy = policy_on(house("house-plain.toml"), october);
  const Regulation other = house(name + ".toml");
  for (const Area area : other.areas()) other.apply(area, october, policy);
  return policy;
}

const domain::TimeTable& lateness(const domain::Policy& policy) { return *policy.attendance.lateness; }

}  // namespace

TEST_CASE("every house regulation loads, is named by its file, and fits upon the plain house") {
  for (const auto& path : files_in(source_folder() / "tests/data/regulations", ".toml")) {
    CAPTURE(path.string());
    CHECK(faults([&] { load(path); }) == Faults{});
    std::string code = path.stem().string();
    std::transform(code.begin(), code.end(), code.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
    CHECK(load(path).code() == code);
    CHECK(policy_problems(plain_with(path.stem().string())) == std::vector<Message>{});
  }
}

TEST_CASE("the house with tiers: 20, 50 and absenteeism at 15 and 60 minutes, 21.75, three days' pay") {
  const auto policy = policy_on(house("house-tiers.toml"), october);
  const auto& tiers = lateness(policy).tiers;
  REQUIRE(tiers.size() == 3);
  CHECK(tiers[0].then.amount == yuan(20));
  CHECK(tiers[0].upper->span == minutes(15));
  CHECK(tiers[1].then.amount == yuan(50));
  CHECK(tiers[1].upper->span == minutes(60));
  CHECK(tiers[2].then.kind == domain::Consequence::Kind::absenteeism);
  CHECK(policy.payroll.divisor->days == Rational{2175, 100});
  CHECK(policy.attendance.absenteeism->days_pay == Rational{3});
}

TEST_CASE("what is added up before the table is asked") {
  CHECK(lateness(plain_with("late-by-event")).total_by == domain::TotalBy::event);
  CHECK(lateness(plain_with("late-by-day-total")).total_by == domain::TotalBy::day);
  CHECK(lateness(plain_with("late-by-month-total")).total_by == domain::TotalBy::month);
  CHECK(lateness(plain_with("late-by-month-total")).month_allowance == minutes(30));
}

TEST_CASE("how a measured time is counted, and grace") {
  CHECK(lateness(plain_with("late-minute-cut")).precision == domain::Precision::minute_cut);
  CHECK(lateness(plain_with("late-minute-up")).precision == domain::Precision::minute_up);
  CHECK(lateness(plain_with("late-grace-excused")).grace == minutes(10));
  CHECK_FALSE(lateness(plain_with("late-grace-excused")).grace_is_subtracted);
  CHECK(lateness(plain_with("late-grace-subtracted")).grace_is_subtracted);
  CHECK(lateness(plain_with("late-bound-excluded")).tiers[0].upper == domain::Bound{minutes(5), false});
}

TEST_CASE("what lateness can cost") {
  using Kind = domain::Consequence::Kind;
  CHECK(lateness(plain_with("late-per-minute")).tiers[0].then.kind == Kind::per_minute);
  CHECK(lateness(plain_with("late-day-share")).tiers[1].then.share == Rational{1, 4});
  CHECK(lateness(plain_with("late-becomes-leave")).tiers[1].then.kind == Kind::leave);
  CHECK(lateness(plain_with("late-becomes-absenteeism")).tiers[2].then.days == whole_days(1));
}

TEST_CASE("counts of a month and repetition") {
  const auto once = plain_with("late-count-once").attendance.counts.at(0);
  CHECK(once.from_nth == 4);
  CHECK_FALSE(once.each);
  CHECK((once.late && once.early && !once.missing_punches && !once.by_day));
  const auto each = plain_with("late-count-each").attendance.counts.at(0);
  CHECK(each.from_nth == 3);
  CHECK((each.each && each.by_day && each.missing_punches && !each.early));
  CHECK(plain_with("late-count-forfeits").attendance.counts.at(0).forfeits ==
        std::vector<std::string>{"full_attendance"});
  const auto doubled = lateness(plain_with("late-repetition-doubles")).repetitions;
  REQUIRE(doubled.size() == 2);
  CHECK(doubled[1].from_nth == 4);
  CHECK(doubled[1].times == Rational{3});
  CHECK(lateness(plain_with("late-repetition-becomes")).repetitions.at(0).instead.has_value());
}

TEST_CASE("whom a kind of conduct concerns, and what it proposes") {
  const auto conduct = plain_with("conduct-first-named").discipline.conduct;
  REQUIRE(conduct.size() == 1);
  CHECK(conduct[0].code == "left_desk");
  CHECK_FALSE(conduct[0].concerns_all);
  CHECK(conduct[0].proposes == "warning");
}

TEST_CASE("how many punches a month may be corrected") {
  CHECK(plain_with("correction-allowance").attendance.correction->allowance == 2);
  CHECK(plain_with("correction-allowance").attendance.correction->cite.clause == "5");
  CHECK_FALSE(plain_with("missing-punch-exception").attendance.correction.has_value());
}

TEST_CASE("missing punches, direction and online time") {
  using domain::MissingPunch;
  CHECK(plain_with("missing-punch-ignored").attendance.punches->missing == MissingPunch::ignored);
  CHECK(plain_with("missing-punch-half-absence").attendance.punches->missing == MissingPunch::half_absence);
  CHECK(plain_with("missing-punch-whole-absence").attendance.punches->missing == MissingPunch::whole_absence);
  CHECK(plain_with("missing-punch-exception").attendance.punches->missing == MissingPunch::exception);
  CHECK(plain_with("direction-from-file").attendance.punches->direction_from_file);
  CHECK(plain_with("direction-from-file").attendance.punches->one_direction == MissingPunch::half_absence);
  CHECK(plain_with("online-required").attendance.punches->online == domain::OnlineTime::required);
  CHECK_FALSE(plain_with("house-plain").attendance.punches->lunch_return_counts);
}

TEST_CASE("shares of leave by service") {
  const auto policy = plain_with("leave-shares-each-day");
  const auto& shares = policy.leave.find("sick")->shares;
  REQUIRE(shares.size() == 3);
  CHECK(shares[1].from_years == 1);
  CHECK(shares[2].from_years == 3);
  CHECK(shares[2].deduct == Rational{1, 5});
  CHECK(plain_with("leave-shares-month-day").leave.find("sick")->measured_on == 1);
  CHECK(plain_with("leave-calendar-days").leave.find("sick")->counted == domain::LeaveCounting::calendar_days);
  CHECK(plain_with("leave-harmless").leave.find("sick")->keeps_full_attendance);
}

TEST_CASE("pay items, divisors, rounding and what happens below zero") {
  CHECK(plain_with("pay-by-grade").payroll.items[0].by_grade.at("B") == yuan(2500));
  CHECK(plain_with("pay-individual").payroll.items[0].method == domain::ItemMethod::individual);
  CHECK(plain_with("pay-entered").payroll.items[1].input == "sales_bonus");
  CHECK(plain_with("pay-share-of").payroll.items[1].share == Rational{1, 10});
  CHECK(plain_with("pay-probation").payroll.probation_months->value == 3);
  CHECK(plain_with("divisor-calendar-days").payroll.divisor->method == domain::DivisorMethod::calendar_days);
  CHECK(plain_with("divisor-rostered-days").payroll.divisor->method == domain::DivisorMethod::rostered_days);
  CHECK(plain_with("rounding-half-even").payroll.rounding->value.rounding == Rounding::half_even);
  CHECK(plain_with("rounding-jiao").payroll.rounding->value.unit_fen == 10);
  CHECK(plain_with("deductions-share-a-line").payroll.deductions[1].leave_kinds.size() == 2);
  CHECK(plain_with("deductions-conversions-apart").payroll.deductions[1].conversions_apart);
  CHECK(plain_with("deductions-lateness-first").payroll.deductions[0].lateness);
  CHECK(plain_with("below-zero-drop").payroll.below_zero->value == domain::BelowZero::drop);
}

TEST_CASE("appraisal and absence") {
  CHECK(plain_with("appraisal-weights").appraisal.parts[0].weight == Rational{2});
  CHECK(plain_with("appraisal-samples").appraisal.parts[0].fewest == 2);
  CHECK(plain_with("appraisal-samples").appraisal.parts[0].fewest_cite.clause == "12.1");
  CHECK(plain_with("appraisal-mean-of-everybody").appraisal.mean_over == domain::MeanOver::everybody);
  CHECK_FALSE(plain_with("appraisal-failing-gate-left-out").appraisal.failing_gate_stays_in_mean);
  CHECK_FALSE(plain_with("appraisal-gates-only").appraisal.against_mean);
  CHECK(plain_with("absence-streak").discipline.absence[0].days == whole_days(2));
  CHECK(plain_with("absence-calendar-month").discipline.absence[0].kind ==
        domain::AbsenceThreshold::Kind::calendar_month);
}

}  // namespace svcadm::regulation::test
