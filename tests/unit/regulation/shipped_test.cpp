#include <map>
#include <set>
#include <sstream>

#include <doctest/doctest.h>

#include "unit/regulation/fixture.hpp"

namespace svcadm::regulation::test {

namespace {

struct CatalogueRow {
  std::string regulation;
  std::string area;
  std::string kind;
};

std::map<std::string, CatalogueRow> catalogue() {
  std::map<std::string, CatalogueRow> rows;
  std::istringstream in{read_file(source_folder() / "schemas/catalogue.csv")};
  std::string line;
  std::getline(in, line);
  REQUIRE(line == "id,regulation,area,kind,duplicate_of");
  while (std::getline(in, line)) {
    std::vector<std::string> cells;
    std::istringstream row{line};
    for (std::string cell; std::getline(row, cell, ',');) cells.push_back(cell);
    REQUIRE(cells.size() >= 4);
    rows[cells[0]] = {cells[1], cells[2], cells[3]};
  }
  return rows;
}

}  // namespace

TEST_CASE("every shipped regulation loads and is named by its file") {
  for (const auto& path : files_in(source_folder() / "schemas/regulations", ".toml")) {
    CAPTURE(path.string());
    CHECK(faults([&] { load(path); }) == Faults{});
    std::string name = load(path).code();
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    CHECK(name == path.stem().string());
  }
}

TEST_CASE("every rule that a shipped regulation names is in the catalogue") {
  const auto known = catalogue();
  CHECK(known.size() == 1936);
  for (const auto& path : files_in(source_folder() / "schemas/regulations", ".toml")) {
    const Regulation regulation = load(path);
    for (const EntryInfo& entry : regulation.entries()) {
      for (const std::string& rule : entry.rules) {
        CAPTURE(rule);
        REQUIRE(known.contains(rule));
        CHECK(known.at(rule).regulation == regulation.code());
      }
    }
  }
}

TEST_CASE("every rule that a shipped regulation names makes a difference to what it says") {
  for (const auto& path : files_in(source_folder() / "schemas/regulations", ".toml")) {
    std::set<std::string> named;
    for (const EntryInfo& entry : load(path).entries()) named.insert(entry.rules.begin(), entry.rules.end());
    const auto read = rules_read(read_file(path));
    CHECK(std::set<std::string>{read.begin(), read.end()} == named);
  }
}

TEST_CASE("the call centre's rules of time, leave and pay are all carried") {
  std::set<std::string> carried;
  for (const EntryInfo& entry : shipped("callc.toml").entries()) carried.insert(entry.rules.begin(), entry.rules.end());
  const std::set<std::string> areas{"attendance", "leave", "payroll", "bonus", "appraisal", "discipline"};
  for (const auto& [id, row] : catalogue()) {
    if (row.regulation != "CALLC" || !areas.contains(row.area)) continue;
    CAPTURE(id);
    CHECK(carried.contains(id));
  }
  for (const std::string id : {"CALLC.23", "CALLC.32", "CALLC.33", "CALLC.65"}) CHECK(carried.contains(id));
}

TEST_CASE("a policy of the call centre can be built for every month from 2020 to 2028") {
  const Regulation regulation = shipped("callc.toml");
  for (Month month = make_month(2020, 1); month <= make_month(2028, 12); month = month + 1) {
    for (const Date day : {first_day(month), last_day(month)}) {
      const domain::Policy policy = policy_on(regulation, day);
      CAPTURE(to_string(day));
      CHECK(policy_problems(policy).empty());
      CHECK(policy.attendance.hours.has_value());
      CHECK(policy.attendance.punches.has_value());
      CHECK(policy.attendance.lateness.has_value());
      CHECK(policy.attendance.absenteeism.has_value());
      CHECK(policy.payroll.divisor.has_value());
      CHECK(policy.payroll.rounding.has_value());
      CHECK(policy.payroll.below_zero.has_value());
      CHECK(policy.payroll.probation_months.has_value());
      CHECK(policy.payroll.losses.has_value());
      CHECK_FALSE(policy.leave.kinds.empty());
      CHECK_FALSE(policy.discipline.absence.empty());
      CHECK(policy.regulation == "CALLC");
    }
  }
}

TEST_CASE("before its first day a regulation says nothing") {
  const Regulation regulation = shipped("callc.toml");
  domain::Policy policy = policy_on(regulation, make_date(2026, 10, 1));
  for (const Area area : regulation.areas()) regulation.apply(area, make_date(2019, 12, 31), policy);
  CHECK(policy.attendance == domain::AttendancePolicy{});
  CHECK(policy.payroll == domain::PayrollPolicy{});
  CHECK_FALSE(regulation.signature(make_date(2019, 12, 31)).has_value());
}

TEST_CASE("every citation carries the regulation's code and edition and an article") {
  const Regulation regulation = read_regulation(shipped_text("callc.toml"), "callc.toml", 7);
  const domain::Policy policy = policy_on(regulation, make_date(2026, 10, 1));
  CHECK(policy.attendance.lateness->tiers[0].cite == Citation{"CALLC", "七.2.b", "CALLC.41", 7});
  CHECK(policy.payroll.divisor->cite == Citation{"CALLC", "八 公式1", "CALLC.59", 7});
  for (const auto& kind : policy.leave.kinds) {
    CHECK_FALSE(kind.cite.clause.empty());
    CHECK(kind.cite.regulation == "CALLC");
    CHECK(kind.cite.edition == 7);
  }
}

TEST_CASE("every reading of a shipped regulation can be set to each of its alternatives") {
  const std::string text = shipped_text("callc.toml");
  const Regulation before = read_regulation(text, "callc.toml");
  const Date day = make_date(2026, 10, 1);
  CHECK(before.readings(day).size() >= 30);
  for (const Reading& reading : before.readings(day)) {
    CAPTURE(reading.key);
    CHECK_FALSE(reading.value.empty());
    CHECK_FALSE(reading.asks.zh.empty());
    CHECK_FALSE(reading.alternatives.empty());
    for (const std::string& value : reading.alternatives) {
      CAPTURE(value);
      CHECK(value != reading.value);
      const Regulation after = read_regulation(set_value(text, reading.key, value, day), "next.toml");
      CHECK(policy_on(after, day - 1) == policy_on(before, day - 1));
      CHECK(policy_on(after, day) != policy_on(before, day));
      const auto readings = after.readings(day);
      const auto same =
          std::find_if(readings.begin(), readings.end(), [&](const Reading& r) { return r.key == reading.key; });
      REQUIRE(same != readings.end());
      CHECK(same->value == value);
    }
  }
}

}  // namespace svcadm::regulation::test
