// What the call centre's regulation says, rule by rule.

#include <algorithm>

#include <doctest/doctest.h>

#include "unit/regulation/fixture.hpp"

namespace svcadm::regulation::test {

namespace {

using domain::Consequence;

domain::Policy callc() { return policy_on(shipped("callc.toml"), make_date(2026, 10, 1)); }

const domain::PayItem& item(const domain::Policy& policy, const std::string& code) {
  for (const auto& each : policy.payroll.items) {
    if (each.code == code) return each;
  }
  FAIL("no item " << code);
  return policy.payroll.items.front();
}

const domain::DeductionLine& line(const domain::Policy& policy, const std::string& code) {
  for (const auto& each : policy.payroll.deductions) {
    if (each.code == code) return each;
  }
  FAIL("no line " << code);
  return policy.payroll.deductions.front();
}

const domain::ScorePart& score(const domain::Policy& policy, const std::string& input) {
  for (const auto& each : policy.appraisal.parts) {
    if (each.input == input) return each;
  }
  FAIL("no score " << input);
  return policy.appraisal.parts.front();
}

void check_amount_tier(const domain::Tier& tier, Span up_to, Money amount, const std::string& rule) {
  CHECK(tier.upper == domain::Bound{up_to, true});
  CHECK(tier.then.kind == Consequence::Kind::amount);
  CHECK(tier.then.amount == amount);
  CHECK(tier.cite.rule == rule);
}

}  // namespace

TEST_CASE("CALLC.15 punches are demanded, and a day with one is an exception to be decided") {
  const auto policy = callc();
  REQUIRE(policy.attendance.punches.has_value());
  CHECK(policy.attendance.punches->cite.rule == "CALLC.15");
  CHECK_FALSE(policy.attendance.punches->direction_from_file);
  CHECK(policy.attendance.punches->missing == domain::MissingPunch::exception);
}

TEST_CASE("CALLC.23 probation lasts two months") {
  const auto policy = callc();
  CHECK(policy.payroll.probation_months->value == 2);
  CHECK(policy.payroll.probation_months->cite.rule == "CALLC.23");
}

TEST_CASE("CALLC.24 probation pay is a flat 1800, by workdays, and full attendance is paid on probation too") {
  const auto policy = callc();
  const auto& base = item(policy, "base_probation");
  CHECK(base.amount == yuan(1800));
  CHECK(base.applies_to == domain::ItemFor::probation);
  CHECK(base.part_month == domain::PartMonth::workdays);
  CHECK(base.is_day_pay);
  CHECK(base.cite.rule == "CALLC.24");
  CHECK(item(policy, "full_attendance").applies_to == domain::ItemFor::everybody);
}

TEST_CASE("CALLC.25 base pay after probation is 1800") {
  const auto policy = callc();
  const auto& base = item(policy, "base");
  CHECK(base.amount == yuan(1800));
  CHECK(base.applies_to == domain::ItemFor::confirmed);
  CHECK(base.column == domain::PayColumn::base);
  CHECK(base.is_day_pay);
  CHECK(base.cite.rule == "CALLC.25");
}

TEST_CASE("CALLC.26 full attendance is 200 and forfeited by leave, absence and conversion, not by lateness") {
  const auto policy = callc();
  const auto& full = item(policy, "full_attendance");
  CHECK(full.amount == yuan(200));
  CHECK(full.part_month == domain::PartMonth::full_only);
  CHECK(full.forfeits == domain::Forfeits{.leave = true, .absenteeism = true, .conversion = true});
  CHECK_FALSE(full.is_day_pay);
  CHECK(full.cite.rule == "CALLC.26");
}

TEST_CASE("CALLC.27 performance is 200, for who is confirmed, and hangs on the appraisal") {
  const auto policy = callc();
  const auto& performance = item(policy, "performance");
  CHECK(performance.amount == yuan(200));
  CHECK(performance.applies_to == domain::ItemFor::confirmed);
  CHECK(performance.part_month == domain::PartMonth::full_only);
  CHECK(performance.forfeits == domain::Forfeits{.appraisal = true});
  CHECK(performance.cite.rule == "CALLC.27");
}

TEST_CASE("CALLC.28 a day of absenteeism costs a day's pay, taken before anything else") {
  const auto policy = callc();
  CHECK(policy.attendance.absenteeism->days_pay == Rational{1});
  CHECK(policy.attendance.absenteeism->cite.rule == "CALLC.28");
  CHECK(policy.payroll.deductions.front().absenteeism);
}

TEST_CASE("CALLC.29 a complaint costs at least 50 at every severity") {
  const auto policy = callc();
  REQUIRE(policy.payroll.complaints.size() == 3);
  for (const auto& charge : policy.payroll.complaints) {
    CHECK(charge.amount == yuan(50));
    CHECK(charge.cite.rule == "CALLC.29");
  }
  const std::string text =
      set_value(shipped_text("callc.toml"), "payroll.complaint.minor.deduct", "49.99", make_date(2026, 10, 1));
  const auto found = faults([&] { read_regulation(text, "callc.toml"); });
  REQUIRE(found.size() == 1);
  CHECK(found[0].ends_with("regulation.below-floor"));
}

TEST_CASE("CALLC.30 losses are deducted, the legal share being of pay after unpaid time") {
  const auto policy = callc();
  REQUIRE(policy.payroll.losses.has_value());
  CHECK(policy.payroll.losses->rule == "CALLC.30");
  CHECK(policy.payroll.loss_limit_of == domain::DamageBase::after_unpaid_time);
}

TEST_CASE("CALLC.31 the composite is compared with the mean of who is confirmed and in service all month") {
  const auto policy = callc();
  CHECK(policy.appraisal.against_mean);
  CHECK(policy.appraisal.mean_over == domain::MeanOver::confirmed_whole_month);
  CHECK(policy.appraisal.failing_gate_stays_in_mean);
  CHECK(policy.appraisal.mean_cite.rule == "CALLC.31");
}

TEST_CASE("CALLC.32 a missed exam counts 0 unless leave excuses it") {
  const auto policy = callc();
  const auto& exam = score(policy, "exam");
  CHECK(exam.missing == domain::MissingScore::zero);
  CHECK(exam.excused_by_leave);
  CHECK(exam.weight == Rational{1});
  CHECK(exam.cite.rule == "CALLC.32");
}

TEST_CASE("CALLC.33 call quality is a third of the composite and is waited for where no call was checked") {
  const auto policy = callc();
  const auto& quality = score(policy, "quality");
  CHECK(quality.weight == score(policy, "exam").weight);
  CHECK(quality.missing == domain::MissingScore::required);
  CHECK(quality.cite.rule == "CALLC.33");
}

TEST_CASE("CALLC.34 order grabbing, complaints and wrong orders each fail the month") {
  const auto policy = callc();
  std::vector<std::string> inputs;
  for (const auto& gate : policy.appraisal.gates) {
    if (gate.kind != domain::Gate::Kind::none_of) continue;
    CHECK(gate.cite.rule == "CALLC.34");
    inputs.insert(inputs.end(), gate.inputs.begin(), gate.inputs.end());
  }
  CHECK(inputs == std::vector<std::string>{"order_grabbing", "complaints", "wrong_orders"});
}

TEST_CASE("CALLC.35 returned orders must stay below 5 percent of orders") {
  const auto policy = callc();
  const auto& gate = policy.appraisal.gates.back();
  CHECK(gate.kind == domain::Gate::Kind::ratio_below);
  CHECK(gate.part == "returned_orders");
  CHECK(gate.whole == "orders");
  CHECK(gate.limit == Rational{5, 100});
  CHECK(gate.cite.rule == "CALLC.35");
}

TEST_CASE("CALLC.36 the leader's score is a third of the composite") {
  const auto policy = callc();
  CHECK(score(policy, "leader_score").weight == score(policy, "exam").weight);
  CHECK(score(policy, "leader_score").cite.rule == "CALLC.36");
  CHECK(score(policy, "leader_score").missing == domain::MissingScore::required);
  CHECK(policy.appraisal.parts.size() == 3);
}

TEST_CASE("CALLC.37 the leader's score needs a comment") {
  const auto policy = callc();
  CHECK(score(policy, "leader_score").needs_comment);
  CHECK(score(policy, "leader_score").comment_cite.rule == "CALLC.37");
  CHECK_FALSE(score(policy, "exam").needs_comment);
}

TEST_CASE("CALLC.38 the contract bonus is entered") {
  const auto policy = callc();
  const auto& bonus = item(policy, "contract_bonus");
  CHECK(bonus.method == domain::ItemMethod::entered);
  CHECK(bonus.input == "contract_bonus");
  CHECK(bonus.column == domain::PayColumn::bonus);
  CHECK(bonus.cite.rule == "CALLC.38");
}

TEST_CASE("CALLC.39 working hours are 09:30 to 18:30 with an hour of lunch, eight hours") {
  const auto policy = callc();
  const auto& shift = policy.attendance.hours->value;
  CHECK(shift.start() == TimeOfDay{9 * 3600 + 30 * 60});
  CHECK(shift.end() == TimeOfDay{18 * 3600 + 30 * 60});
  const auto lunch = shift.longest_break();
  REQUIRE(lunch.has_value());
  CHECK((shift.end() - shift.start()) - (lunch->to - lunch->from) == hours(8));
  CHECK(policy.attendance.hours->cite.rule == "CALLC.39");
}

TEST_CASE("CALLC.40 a late return from lunch is lateness of the day") {
  const auto policy = callc();
  CHECK(policy.attendance.punches->lunch_return_counts);
  CHECK(policy.attendance.punches->lunch_cite.rule == "CALLC.40");
  CHECK(policy.attendance.lateness->total_by == domain::TotalBy::day);
}

TEST_CASE("CALLC.41 up to 5 minutes cost 30, to the second") {
  const auto policy = callc();
  check_amount_tier(policy.attendance.lateness->tiers[0], minutes(5), yuan(30), "CALLC.41");
  CHECK(policy.attendance.lateness->precision == domain::Precision::second);
}

TEST_CASE("CALLC.42 up to 10 minutes cost 50") {
  check_amount_tier(callc().attendance.lateness->tiers[1], minutes(10), yuan(50), "CALLC.42");
}

TEST_CASE("CALLC.43 up to 15 minutes cost 80") {
  check_amount_tier(callc().attendance.lateness->tiers[2], minutes(15), yuan(80), "CALLC.43");
}

TEST_CASE("CALLC.44 more than 15 minutes late or early is half a day of personal leave") {
  const auto policy = callc();
  REQUIRE(policy.attendance.lateness->tiers.size() == 4);
  REQUIRE(policy.attendance.early_leaving->tiers.size() == 2);
  for (const auto& tier : {policy.attendance.lateness->tiers[3], policy.attendance.early_leaving->tiers[1]}) {
    CHECK_FALSE(tier.upper.has_value());
    CHECK(tier.then.kind == Consequence::Kind::leave);
    CHECK(tier.then.leave_kind == "personal");
    CHECK(tier.then.days == HalfDays{1});
    CHECK(tier.cite.rule == "CALLC.44");
  }
  CHECK(policy.attendance.early_leaving->tiers[0].then.kind == Consequence::Kind::none);
  CHECK(policy.attendance.early_leaving->tiers[0].upper == domain::Bound{minutes(15), true});
}

TEST_CASE("CALLC.47 online time counts where it is known") {
  const auto policy = callc();
  CHECK(policy.attendance.punches->online == domain::OnlineTime::if_known);
  CHECK(policy.attendance.punches->online_cite.rule == "CALLC.47");
}

TEST_CASE("CALLC.48 leaving early for lunch is listed") {
  const auto policy = callc();
  CHECK(policy.attendance.punches->lunch_start_listed);
  CHECK(policy.attendance.punches->lunch_start_cite.rule == "CALLC.48");
}

TEST_CASE("CALLC.49 a day without lunch punches is listed") {
  const auto policy = callc();
  CHECK(policy.attendance.punches->lunch_punches_due);
  CHECK(policy.attendance.punches->lunch_punches_cite.rule == "CALLC.49");
}

TEST_CASE("CALLC.53 a day of personal leave costs the whole day's pay") {
  const auto policy = callc();
  const auto* personal = policy.leave.find("personal");
  REQUIRE(personal != nullptr);
  REQUIRE(personal->shares.size() == 1);
  CHECK(personal->shares[0].deduct == Rational{1});
  CHECK(personal->shares[0].cite.rule == "CALLC.53");
  CHECK_FALSE(personal->keeps_full_attendance);
}

TEST_CASE("CALLC.46 punching for somebody else proposes dismissal, for both") {
  const auto& kinds = callc().discipline.conduct;
  const auto kind = std::find_if(kinds.begin(), kinds.end(), [](const auto& one) { return one.code == "proxy_punch"; });
  REQUIRE(kind != kinds.end());
  CHECK(kind->proposes == "dismissal");
  CHECK(kind->concerns_all);
  CHECK(kind->cite.rule == "CALLC.46");
}

TEST_CASE("CALLC.64 a breach without a penalty of its own proposes that the bonus is withheld") {
  const auto& kinds = callc().discipline.conduct;
  const auto kind =
      std::find_if(kinds.begin(), kinds.end(), [](const auto& one) { return one.code == "other_breach"; });
  REQUIRE(kind != kinds.end());
  CHECK(kind->proposes == "bonus_withheld");
  CHECK(kind->concerns_all);
  CHECK(kind->cite.rule == "CALLC.64");
}

TEST_CASE("CALLC.56 three days in a row or six in a rolling month propose dismissal") {
  const auto policy = callc();
  using Kind = domain::AbsenceThreshold::Kind;
  REQUIRE(policy.discipline.absence.size() == 2);
  CHECK(policy.discipline.absence[0].kind == Kind::streak);
  CHECK(policy.discipline.absence[0].days == whole_days(3));
  CHECK(policy.discipline.absence[1].kind == Kind::rolling_month);
  CHECK(policy.discipline.absence[1].days == whole_days(6));
  for (const auto& threshold : policy.discipline.absence) {
    CHECK(threshold.proposes == "dismissal");
    CHECK(threshold.cite.rule == "CALLC.56");
  }
}

TEST_CASE("CALLC.59 a day is worth the month's pay over its workdays, and personal leave has its own line") {
  const auto policy = callc();
  CHECK(policy.payroll.divisor->method == domain::DivisorMethod::month_workdays);
  CHECK(line(policy, "personal").leave_kinds == std::vector<std::string>{"personal"});
  CHECK_FALSE(line(policy, "personal").conversions_apart);
  CHECK(line(policy, "personal").cite.rule == "CALLC.59");
}

TEST_CASE("CALLC.60 sick leave costs 40 percent under two years of service") {
  const auto policy = callc();
  const auto* sick = policy.leave.find("sick");
  REQUIRE(sick != nullptr);
  REQUIRE(sick->shares.size() == 2);
  CHECK(sick->shares[0].from_years == 0);
  CHECK(sick->shares[0].deduct == Rational{40, 100});
  CHECK(sick->shares[0].cite.rule == "CALLC.60");
  CHECK(sick->measured_on == 0);
}

TEST_CASE("CALLC.61 sick leave costs 30 percent from two years of service on") {
  const auto policy = callc();
  const auto* sick = policy.leave.find("sick");
  REQUIRE(sick != nullptr);
  CHECK(sick->shares[1].from_years == 2);
  CHECK(sick->shares[1].deduct == Rational{30, 100});
  CHECK(sick->shares[1].cite.rule == "CALLC.61");
}

TEST_CASE("CALLC.65 employees sign the regulation") {
  const Regulation regulation = shipped("callc.toml");
  const auto signature = regulation.signature(make_date(2026, 10, 1));
  REQUIRE(signature.has_value());
  CHECK(signature->rule == "CALLC.65");
}

TEST_CASE("leave that law pays for is paid and leaves full attendance alone") {
  const auto policy = callc();
  for (const std::string code :
       {"annual", "marriage", "maternity", "paternity", "bereavement", "work_injury", "official", "rest_comp"}) {
    CAPTURE(code);
    const auto* kind = policy.leave.find(code);
    REQUIRE(kind != nullptr);
    CHECK(kind->keeps_full_attendance);
    REQUIRE(kind->shares.size() == 1);
    CHECK(kind->shares[0].deduct == Rational{0});
  }
}

TEST_CASE("deductions are taken in the order absenteeism, personal, sick, lateness") {
  std::vector<std::string> codes;
  for (const auto& each : callc().payroll.deductions) codes.push_back(each.code);
  CHECK(codes == std::vector<std::string>{"absenteeism", "personal", "sick", "lateness"});
}

}  // namespace svcadm::regulation::test
