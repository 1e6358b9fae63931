#include "usecase/coverage.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "unit/usecase/regulation_fixture.hpp"

using namespace svcadm;
using namespace svcadm::usecase;

namespace {

using Ids = std::vector<std::string>;

constexpr const char* catalogue =
    "id,regulation,area,kind,duplicate_of\n"
    "DESK.01,DESK,attendance,computed,\n"
    "DESK.02,DESK,attendance,norm,\n"
    "DESK.03,DESK,leave,workflow,\n"
    "TWIN.01,TWIN,attendance,computed,DESK.01\n"
    "TWIN.02,TWIN,attendance,record,\n";

std::string carrying(const std::string& rule) {
  return header("DESK") +
         "\n[[attendance.hours]]\nfrom = 2026-01-01\nwindows = \"09:00-18:00\"\nclause = \"1\"\nrule = \"" + rule +
         "\"\n";
}

Coverage of(const std::string& rule, const CoverageFilter& filter = {}) {
  return measure_coverage(filter, catalogue, {{"desk.toml", carrying(rule)}});
}

CoverageRow row_of(const Coverage& coverage, const std::string& by, const std::string& group) {
  for (const CoverageRow& row : coverage.rows) {
    if (row.by == by && row.group == group) return row;
  }
  FAIL("no row of that group");
  return {};
}

}  // namespace

TEST_CASE("rules are counted by regulation, area and kind; norms apart") {
  const auto coverage = of("DESK.01");
  const auto desk_row = row_of(coverage, "regulation", "DESK");
  CHECK(desk_row.rules == 2);
  CHECK(desk_row.carried == 1);
  CHECK(desk_row.read == 1);
  CHECK(desk_row.percent() == 50);
  CHECK(desk_row.norms == 1);
  CHECK(desk_row.norms_carried == 0);
  CHECK(row_of(coverage, "area", "attendance").rules == 2);
  CHECK(row_of(coverage, "kind", "workflow").carried == 0);
  CHECK(row_of(coverage, "all", "").rules == 3);
}

TEST_CASE("an id that repeats another's rule is counted there") {
  const auto coverage = of("TWIN.01");
  CHECK(coverage.repeated == 1);
  CHECK(row_of(coverage, "regulation", "DESK").carried == 1);
  CHECK(row_of(coverage, "regulation", "TWIN").rules == 1);
}

TEST_CASE("what is missing is listed by id, norms are not") {
  Ids missing;
  for (const auto& rule : of("DESK.01").missing) missing.push_back(rule.id);
  CHECK(missing == Ids{"DESK.03", "TWIN.02"});
}

TEST_CASE("one regulation or one area can be looked at alone; one that does not exist is an error") {
  CHECK(row_of(of("DESK.01", {.regulation = "DESK"}), "all", "").rules == 2);
  CHECK(row_of(of("DESK.01", {.area = "leave"}), "all", "").rules == 1);
  CHECK(problem_ids([] { of("DESK.01", {.area = "nothing"}); }) == Ids{"coverage.nothing"});
}

TEST_CASE("an id that the catalogue does not know is an error with its place") {
  std::vector<Problem> problems;
  try {
    of("DESK.99");
  } catch (const Error& error) {
    CHECK(error.failure() == Failure::input);
    problems = error.problems();
  }
  REQUIRE(problems.size() == 1);
  CHECK(problems.front().message.id == "coverage.unknown-rule");
  CHECK(problems.front().place->file == "desk.toml");
  CHECK(problems.front().place->line == 5);
}

TEST_CASE("every id that the shipped regulations cite is in the shipped catalogue") {
  const auto coverage = measure_coverage({});
  CHECK(row_of(coverage, "all", "").carried > 0);
  CHECK(row_of(coverage, "all", "").rules + row_of(coverage, "all", "").norms == 1641);
}
