// When entries are in force.
#include <doctest/doctest.h>

#include "unit/regulation/fixture.hpp"

namespace svcadm::regulation::test {

namespace {

std::string hours_entry(const std::string& days, const std::string& windows) {
  return "[[attendance.hours]]\n" + days + "windows = \"" + windows + "\"\nclause = \"1\"\n";
}

std::string start_on(const Regulation& regulation, Date day) {
  const auto policy = policy_on(regulation, day);
  return policy.attendance.hours ? to_string(policy.attendance.hours->value.start()) : "none";
}

}  // namespace

TEST_CASE("a later entry replaces the earlier one as a whole from its day on, wherever it stands in the file") {
  const Regulation regulation = read_regulation(with_header(hours_entry("from = 2026-01-01\n", "10:00-18:00") +
                                                            hours_entry("from = 2020-01-01\n", "09:00-18:00")),
                                                "a");
  CHECK(start_on(regulation, make_date(2019, 12, 31)) == "none");
  CHECK(start_on(regulation, make_date(2020, 1, 1)) == "09:00");
  CHECK(start_on(regulation, make_date(2025, 12, 31)) == "09:00");
  CHECK(start_on(regulation, make_date(2026, 1, 1)) == "10:00");
  CHECK(regulation.change_days() == std::vector<Date>{make_date(2020, 1, 1), make_date(2026, 1, 1)});
  REQUIRE(regulation.entries().size() == 2);
  CHECK(regulation.entries()[0].until == make_date(2026, 1, 1));
  CHECK_FALSE(regulation.entries()[1].until.has_value());
}

TEST_CASE("an entry with until ends on the day before it") {
  const Regulation regulation =
      read_regulation(with_header(hours_entry("from = 2020-01-01\nuntil = 2021-01-01\n", "09:00-18:00")), "a");
  CHECK(start_on(regulation, make_date(2020, 12, 31)) == "09:00");
  CHECK(start_on(regulation, make_date(2021, 1, 1)) == "none");
}

TEST_CASE("two entries of one day, a hole and an overlap are refused with their lines") {
  const std::string second = hours_entry("from = 2022-01-01\n", "10:00-18:00");
  CHECK(faults_of(hours_entry("from = 2022-01-01\n", "09:00-18:00") + second) == Faults{"9 regulation.same-day"});
  CHECK(faults_of(hours_entry("from = 2020-01-01\nuntil = 2021-01-01\n", "09:00-18:00") + second) ==
        Faults{"6 regulation.hole"});
  CHECK(faults_of(hours_entry("from = 2020-01-01\nuntil = 2023-01-01\n", "09:00-18:00") + second) ==
        Faults{"6 regulation.overlap"});
  CHECK(faults_of(hours_entry("from = 2020-01-01\nuntil = 2022-01-01\n", "09:00-18:00") + second) == Faults{});
  CHECK(faults_of(hours_entry("from = 2020-01-01\nuntil = 2020-01-01\n", "09:00-18:00")) ==
        Faults{"6 regulation.until-before-from"});
}

TEST_CASE("codes have timelines of their own") {
  const auto kind = [](const std::string& code, const std::string& from, const std::string& deduct) {
    return "[[leave.kind]]\ncode = \"" + code + "\"\nfrom = " + from + "\nlabel = { zh = \"假\", en = \"leave\" }\n" +
           "column = \"personal\"\ncounted = \"workdays\"\ndeduct = \"" + deduct +
           "\"\nkeeps_full_attendance = false\nclause = \"5\"\n";
  };
  const Regulation regulation =
      read_regulation(with_header(kind("personal", "2020-01-01", "100%") + kind("sick", "2020-01-01", "40%") +
                                  kind("personal", "2022-01-01", "50%")),
                      "a");
  const auto late = policy_on(regulation, make_date(2022, 1, 1));
  CHECK(late.leave.find("personal")->shares[0].deduct == Rational{1, 2});
  CHECK(late.leave.find("sick")->shares[0].deduct == Rational{2, 5});
  CHECK(late.leave.kinds[0].code == "personal");  // the order is that in which codes first occur
  CHECK(faults_of(kind("sick", "2020-01-01", "40%") + kind("sick", "2020-01-01", "40%")) ==
        Faults{"15 regulation.same-day"});
}

TEST_CASE("entries tell section, code, article, rules and values in the file's order") {
  const Regulation regulation = shipped("callc.toml");
  const auto entries = regulation.entries();
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [](const EntryInfo& e) { return e.section == "attendance.lateness"; });
  REQUIRE(found != entries.end());
  CHECK(found->rules == std::vector<std::string>{"CALLC.41", "CALLC.42", "CALLC.43", "CALLC.44"});
  CHECK(found->clause == "七.2");
  CHECK(found->area == Area::attendance);
  REQUIRE(found->values.size() == 3);
  CHECK(found->values[0].first == "method");
  CHECK(to_text(found->values[0].second) == "day-total/1");
  const auto annual =
      std::find_if(entries.begin(), entries.end(), [](const EntryInfo& e) { return e.code == "annual"; });
  REQUIRE(annual != entries.end());
  CHECK(annual->clause == "《职工带薪年休假条例》第二条");
}

}  // namespace svcadm::regulation::test
