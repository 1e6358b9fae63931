// regulation set: the text of the next edition.
#include <doctest/doctest.h>

#include "unit/regulation/fixture.hpp"

namespace svcadm::regulation::test {

namespace {

const Date october = make_date(2026, 10, 1);

std::string set_shipped(const std::string& key, const std::string& value, Date from = october) {
  return set_value(shipped_text("callc.toml"), key, value, from);
}

Failure failure_of(const std::string& key, const std::string& value, Date from = october) {
  try {
    set_shipped(key, value, from);
  } catch (const Error& error) {
    return error.failure();
  }
  return Failure::bug;
}

}  // namespace

TEST_CASE("a value set from a day holds from that day, and all else stays as it was") {
  const Regulation before = shipped("callc.toml");
  const Regulation after = read_regulation(set_shipped("payroll.item.base.amount", "2000.00"), "next");
  CHECK(policy_on(after, october - 1) == policy_on(before, october - 1));
  domain::Policy expected = policy_on(before, october);
  for (auto& item : expected.payroll.items) {
    if (item.code == "base") item.amount = yuan(2000);
  }
  CHECK(policy_on(after, october) == expected);
  CHECK(after.readings(october).size() == before.readings(october).size());
}

TEST_CASE("setting again on the same day replaces, and setting back gives the same answers") {
  const std::string once = set_shipped("attendance.lateness.tiers.1.deduct", "35.00");
  const std::string twice = set_value(once, "attendance.lateness.tiers.1.deduct", "30.00", october);
  CHECK(twice.size() < once.size() + 10);
  const Regulation regulation = read_regulation(twice, "next");
  CHECK(policy_on(regulation, october) == policy_on(shipped("callc.toml"), october));
}

TEST_CASE("comments and other entries survive a replacement in place") {
  const std::string text = with_header(
      "# hours\n[[attendance.hours]]   # ours\nfrom = 2020-01-01\nwindows = \"09:00-18:00\"\nclause = \"1\"\n\n"
      "# signing\n[[signature]]\nfrom = 2020-01-01\nclause = \"2\"\n");
  const std::string next = set_value(text, "attendance.hours.windows", "10:00-18:00", make_date(2020, 1, 1));
  CHECK(next ==
        with_header("# hours\n[[attendance.hours]]\nfrom = 2020-01-01\nwindows = \"10:00-18:00\"\nclause = \"1\"\n\n"
                    "# signing\n[[signature]]\nfrom = 2020-01-01\nclause = \"2\"\n"));
}

TEST_CASE("the two spellings of one boundary change together") {
  for (const std::string key : {"attendance.lateness.tiers.3.up_to", "attendance.lateness.tiers.4.over"}) {
    const auto policy = policy_on(read_regulation(set_shipped(key, "20min"), "next"), october);
    CHECK(policy.attendance.lateness->tiers[2].upper == domain::Bound{minutes(20), true});
  }
  const auto policy =
      policy_on(read_regulation(set_shipped("leave.kind.sick.shares.1.under_years", "3"), "next"), october);
  CHECK(policy.leave.find("sick")->shares[1].from_years == 3);
}

TEST_CASE("values take the type of what stands there") {
  const auto kept =
      policy_on(read_regulation(set_shipped("leave.kind.sick.keeps_full_attendance", "true"), "next"), october);
  CHECK(kept.leave.find("sick")->keeps_full_attendance);
  const auto words = policy_on(
      read_regulation(set_shipped("payroll.item.full_attendance.forfeited_by", "lateness,absenteeism"), "next"),
      october);
  CHECK(words.payroll.items[2].forfeits == domain::Forfeits{.absenteeism = true, .lateness = true});
  const auto table = policy_on(
      read_regulation(set_shipped("attendance.lateness.tiers", "[ { deduct = \"5.00\", clause = \"七.2\" } ]"), "next"),
      october);
  CHECK(table.attendance.lateness->tiers.size() == 1);
  const auto added =
      policy_on(read_regulation(set_shipped("payroll.item.performance.day_pay", "true"), "next"), october);
  CHECK(added.payroll.items[3].is_day_pay);
}

TEST_CASE("text with quotes and line ends comes back as it was; control characters do not go in") {
  const std::string odd = "七.2 \"quoted\" \\ back\tslash\n";
  const Regulation regulation = read_regulation(set_shipped("payroll.rounding.clause", odd), "next");
  CHECK(policy_on(regulation, october).payroll.rounding->cite.clause == odd);
  CHECK(faults([] { read_regulation(set_shipped("payroll.rounding.clause", "七.2\x01"), "next"); }).size() == 1);
}

TEST_CASE("an entry that ended later ends with the new one instead") {
  const std::string text = with_header(
      "[[attendance.hours]]\nfrom = 2020-01-01\nuntil = 2027-01-01\nwindows = \"09:00-18:00\"\nclause = \"1\"\n");
  const Regulation regulation =
      read_regulation(set_value(text, "attendance.hours.windows", "10:00-18:00", october), "next");
  CHECK(policy_on(regulation, october - 1).attendance.hours->value.start() == TimeOfDay{9 * 3600});
  CHECK(policy_on(regulation, october).attendance.hours->value.start() == TimeOfDay{10 * 3600});
  CHECK_FALSE(policy_on(regulation, make_date(2027, 1, 1)).attendance.hours.has_value());
}

TEST_CASE("an entry between two others holds until the later one") {
  const std::string later = set_shipped("payroll.rounding.unit", "1.00", make_date(2027, 1, 1));
  const Regulation regulation = read_regulation(set_value(later, "payroll.rounding.unit", "0.10", october), "next");
  CHECK(policy_on(regulation, october).payroll.rounding->value.unit_fen == 10);
  CHECK(policy_on(regulation, make_date(2026, 12, 31)).payroll.rounding->value.unit_fen == 10);
  CHECK(policy_on(regulation, make_date(2027, 1, 1)).payroll.rounding->value.unit_fen == 100);
}

TEST_CASE("a key that names no value in force is no such thing") {
  CHECK(failure_of("payroll.items.base.amount", "1.00") == Failure::not_found);
  CHECK(failure_of("payroll.item.bass.amount", "1.00") == Failure::not_found);
  CHECK(failure_of("payroll.item.base", "1.00") == Failure::not_found);
  CHECK(failure_of("payroll.item.base.from", "2026-01-01") == Failure::not_found);
  CHECK(failure_of("attendance.lateness.tiers.9.deduct", "1.00") == Failure::not_found);
  CHECK(failure_of("attendance.lateness.tiers.0", "1.00") == Failure::not_found);
  CHECK(failure_of("", "1.00") == Failure::not_found);
  CHECK(failure_of("payroll.item.base.amount", "1.00", make_date(2019, 1, 1)) == Failure::not_found);
}

TEST_CASE("a value that is none is an input error, at once or when the edition is read") {
  CHECK(failure_of("leave.kind.sick.keeps_full_attendance", "perhaps") == Failure::input);
  CHECK(failure_of("attendance.lateness.tiers", "[ {") == Failure::input);
  CHECK(failure_of("leave.kind.sick.keeps_full_attendance", "true\nother = 1") == Failure::input);
  CHECK(faults([] { read_regulation(set_shipped("payroll.item.base.amount", "plenty"), "next"); }).size() == 1);
}

}  // namespace svcadm::regulation::test
