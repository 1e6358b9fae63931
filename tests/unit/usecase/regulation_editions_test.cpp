#include "usecase/regulation_editions.hpp"

#include <doctest/doctest.h>

#include "unit/usecase/regulation_fixture.hpp"
#include "usecase/regulation_change.hpp"

using namespace svcadm;
using namespace svcadm::usecase;

namespace {

using Ids = std::vector<std::string>;
using regulation::Area;

const Month september = make_month(2026, 9);
const Month october = make_month(2026, 10);

/// HOURS is adopted from September on, which is closed.
Office closed_office() {
  Office office = make_regulated_office();
  import_text(office, desk());
  adopt(office, "HOURS", first_day(september));
  close(office, september);
  return office;
}

std::int64_t events(Office& office) { return store::AuditStore{office.database()}.newest_event(); }

std::string minimum_wage(const std::string& from, const std::string& monthly) {
  return header("LAW-X") + "\n[[law.minimum_wage]]\ncode = \"x\"\nfrom = " + from +
         "\nlabel = { zh = \"甲\", en = \"X\" }\nmonthly = \"" + monthly +
         "\"\ninstrument = \"规定\"\nclause = \"一\"\nchecked = 2026-09-01\n";
}

}  // namespace

TEST_CASE("an import is the next edition of the office's own copy, kept as it was read") {
  Office office = make_regulated_office();
  const auto first = import_text(office, desk());
  CHECK(first.made);
  CHECK(first.first);
  CHECK(first.number == 1);
  CHECK(import_text(office, desk("08:00-17:00")).number == 2);
  const auto editions = store::RegulationStore{office.database()}.editions("HOURS");
  REQUIRE(editions.size() == 2);
  CHECK(editions[0].text == desk());
  CHECK(editions[1].source == "test.toml");
}

TEST_CASE("the newest text once more changes nothing and leaves no event") {
  Office office = make_regulated_office();
  import_text(office, desk());
  const auto before = events(office);
  const auto again = import_text(office, desk());
  CHECK_FALSE(again.made);
  CHECK(again.number == 1);
  CHECK(events(office) == before);
}

TEST_CASE("an older text may come back as a new edition") {
  Office office = make_regulated_office();
  import_text(office, desk());
  import_text(office, desk("08:00-17:00"));
  CHECK(import_text(office, desk()).number == 3);
}

TEST_CASE("an edition that says something else about a closed day is refused, and nothing is written") {
  Office office = closed_office();
  const auto before = events(office);
  CHECK(problem_ids([&] { import_text(office, desk("08:00-17:00")); }) == Ids{"regulation.closed-days"});
  CHECK(events(office) == before);
  CHECK(store::RegulationStore{office.database()}.editions("HOURS").size() == 1);
}

TEST_CASE("an edition that changes something from the first open day on is taken") {
  Office office = closed_office();
  CHECK(import_text(office, desk() + hours("2026-10-01", "08:00-17:00")).made);
}

TEST_CASE("one closed day is enough to refuse") {
  Office office = closed_office();
  CHECK(problem_ids([&] { import_text(office, desk() + hours("2026-09-30", "08:00-17:00")); }) ==
        Ids{"regulation.closed-days"});
}

TEST_CASE("days before the office's first month, and areas nobody has adopted, may change") {
  Office office = closed_office();
  CHECK(import_text(office, header("HOURS") + hours("2026-01-01", "10:00-19:00") + hours("2026-09-01", "09:00-18:00"))
            .made);
  import_text(office, header("IDLE") + hours("2026-01-01", "09:00-18:00"));
  CHECK(import_text(office, header("IDLE") + hours("2026-01-01", "08:00-17:00")).made);
}

TEST_CASE("law holds for everybody: no edition of it may change a closed day, not even the first") {
  Office office = closed_office();
  CHECK(problem_ids([&] { import_text(office, minimum_wage("2026-07-01", "2000.00")); }) ==
        Ids{"regulation.closed-days"});
  CHECK(import_text(office, minimum_wage("2026-10-01", "2000.00")).made);
  CHECK(import_text(office, minimum_wage("2026-10-01", "2100.00")).made);
  close(office, october);
  CHECK(problem_ids([&] { import_text(office, minimum_wage("2026-10-01", "2200.00")); }) ==
        Ids{"regulation.closed-days"});
}

TEST_CASE("set makes an edition whose source names the change") {
  Office office = closed_office();
  const auto outcome =
      set_regulation_value(office, "hours", "attendance.hours.windows", "08:00-17:00", first_day(october));
  CHECK(outcome.number == 2);
  const auto newest = store::RegulationStore{office.database()}.newest_edition("HOURS");
  CHECK(newest->source == "set attendance.hours.windows 08:00-17:00 --from 2026-10-01");
  const auto regulation = regulation::read_regulation(newest->text, "HOURS");
  domain::Policy policy;
  regulation.apply(Area::attendance, make_date(2026, 9, 30), policy);
  CHECK(policy.attendance.hours->value.windows.front().from.seconds == 9 * 3600);
  regulation.apply(Area::attendance, make_date(2026, 10, 1), policy);
  CHECK(policy.attendance.hours->value.windows.front().from.seconds == 8 * 3600);
}

TEST_CASE("set refuses closed days, unknown keys, unsound values and a regulation the office does not have") {
  Office office = closed_office();
  const auto set = [&](const char* code, const char* key, const char* value, Date from) {
    return problem_ids([&] { set_regulation_value(office, code, key, value, from); });
  };
  const Date open = first_day(october);
  CHECK(set("HOURS", "attendance.hours.windows", "08:00-17:00", first_day(september)) == Ids{"regulation.closed-days"});
  CHECK(set("HOURS", "attendance.hours.colour", "red", open) == Ids{"regulation.unknown-key"});
  CHECK(set("HOURS", "attendance.nothing.x", "1", open) == Ids{"regulation.no-such-key"});
  CHECK(set("HOURS", "attendance.hours.windows", "always", open) == Ids{"regulation.bad-value"});
  CHECK(set("NONE", "attendance.hours.windows", "08:00-17:00", open) == Ids{"regulation.unknown"});
  CHECK(store::RegulationStore{office.database()}.editions("HOURS").size() == 1);
}

TEST_CASE("setting what is so already changes nothing") {
  Office office = closed_office();
  CHECK_FALSE(
      set_regulation_value(office, "HOURS", "attendance.hours.windows", "09:00-18:00", first_day(october)).made);
}

TEST_CASE("the day on which a value of law was checked can be set, although no answer depends on it") {
  Office office = make_regulated_office();
  import_text(office, minimum_wage("2026-07-01", "2000.00"));
  CHECK(set_regulation_value(office, "LAW-X", "law.minimum_wage.x.checked", "2026-11-01", make_date(2026, 7, 1)).made);
}

TEST_CASE("who may not regulate is refused") {
  Office office{make_regulated_office()};
  const Caller other{.uid = 8, .utc_seconds = (at(make_date(2026, 11, 5)) + svcadm::hours(2)).seconds};
  Office theirs{std::move(office.database()), other};
  CHECK(problem_ids([&] { import_text(theirs, desk()); }) == Ids{"authority.not-permitted"});
}

TEST_CASE("differences are told as stretches of days, by area") {
  const auto before = regulation::read_regulation(desk(), "a");
  const auto after =
      regulation::read_regulation(desk() + hours("2026-09-10", "08:00-17:00") + hours("2026-09-15", "07:00-16:00") +
                                      hours("2026-09-20", "09:00-18:00"),
                                  "b");
  const auto found = differences(before, after, {{Area::attendance, first_day(september)}, {Area::leave, Date{0}}},
                                 last_day(september));
  CHECK(found == std::vector<Difference>{{Area::attendance, make_date(2026, 9, 10), make_date(2026, 9, 19)}});
  CHECK(differences(before, after, {{Area::attendance, make_date(2026, 9, 20)}}, last_day(september)).empty());
  CHECK_FALSE(say_the_same(before, after));
  CHECK(say_the_same(before, before));
}
