// Nobody decides what concerns himself: what is entered about a person, not what a machine wrote.

#include <doctest/doctest.h>

#include "support/centre.hpp"
#include "unit/usecase/office_fixture.hpp"
#include "usecase/roles.hpp"
#include "usecase/roster.hpp"
#include "usecase/shift.hpp"

using namespace svcadm;
using namespace svcadm::usecase;

namespace {

using Ids = std::vector<std::string>;
const Ids own_affair_only{"authority.own-affair"};
const Month october = make_month(2026, 10);

Date day(int number) { return make_date(2026, 10, number); }

/// What `prepare` leaves of an office of E1 and E2 whose administrator then turns out to be E1.
template <class Prepare>
Office office_of_e1(const Prepare& prepare) {
  Office office = make_office(day(20));
  for (const char* number : {"E1", "E2"}) {
    add_employee(office, {.employee_no = number,
                          .name = "员工" + std::string{number},
                          .department = "星河",
                          .hired = make_date(2025, 1, 6),
                          .device_number = number + std::string{"7"}});
  }
  add_shift(office, "早", domain::parse_windows("09:30-18:30").value(), "", {});
  prepare(office);
  grant_role(office, domain::Role::administrator, "E1", make_date(2025, 1, 6), std::nullopt);
  map_account(office, 7, "E1");
  const std::int64_t utc = (office.now() - hours(8)).seconds;
  return Office{std::move(office.database()), {.uid = 7, .utc_seconds = utc}};
}

Office office_of_e1() {
  return office_of_e1([](Office&) {});
}

PunchImportOutcome import_punch_text(Office& office, const std::string& text, const std::string& layout,
                                     bool keep_good = false) {
  const test::TextFile file{"own." + layout, text};
  return import_punches(office, {.request = {.path = file.path(), .keep_good = keep_good}, .layout = layout});
}

RosterImportOutcome import_roster_text(Office& office, const std::string& text) {
  const test::TextFile file{"own-roster.csv", text};
  return import_roster(office, {.path = file.path()}, october);
}

template <class Work>
Failure failure_of(const Work& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.failure();
  }
  return Failure::bug;
}

}  // namespace

TEST_CASE("the refusal names the roles that let somebody else see to it") {
  Office own = office_of_e1();
  try {
    change_employee(own, "E1", {.from = day(1), .grade = "A"});
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.failure() == Failure::not_permitted);
    CHECK(error.problems().front().message.args ==
          std::vector<Arg>{Arg{"E1"}, Arg{"员工E1"}, Arg{"administrator, personnel"}});
    CHECK(error.problems().front().way_out == "svcadm role list");
  }
}

TEST_CASE("somebody's terms are changed by another") {
  Office own = office_of_e1();
  for (const EmployeeChange& change :
       {EmployeeChange{.from = day(1), .base_pay = std::optional{Money{900'000}}},
        EmployeeChange{.from = day(1), .hired = make_date(2010, 1, 1)},
        EmployeeChange{.from = day(1), .probation_end = std::optional{make_date(2025, 1, 31)}},
        EmployeeChange{.from = day(1), .department = "星河"}, EmployeeChange{.from = day(1), .device_number = "9"},
        EmployeeChange{.from = day(1), .agent_number = "9"}}) {
    CHECK(problem_ids([&] { change_employee(own, "E1", change); }) == own_affair_only);
  }
  change_employee(own, "E2", {.from = day(1), .base_pay = std::optional{Money{900'000}}});
}

TEST_CASE("a punch of another time is recorded by another, by hand or from a people's file") {
  const std::string head = "employee_no,timestamp\n";
  const std::string recorded = "E1,2026-10-13 09:28:00\n";
  Office own = office_of_e1([&](Office& before) { import_punch_text(before, head + recorded, "csv"); });
  CHECK(problem_ids([&] { record_punch(own, {.at = at(day(19), {9 * 3600})}); }) == own_affair_only);
  CHECK(record_punch(own, {.person = "E2", .at = at(day(19), {9 * 3600})}));

  const std::string others = "E2,2026-10-13 09:28:00\n";
  const std::string fresh = "E1,2026-10-13 18:31:00\n";
  const auto all = [&] { import_punch_text(own, head + recorded + others + fresh, "csv"); };
  CHECK(problem_ids(all) == own_affair_only);
  CHECK(failure_of(all) == Failure::not_permitted);
  const auto outcome = import_punch_text(own, head + recorded + others + fresh, "csv", true);
  CHECK(outcome.batch.imported == 1);
  CHECK(outcome.batch.known == 1);
  CHECK(outcome.batch.rejected == 1);
}

TEST_CASE("a clock's file may hold lines of whoever brings it in") {
  Office own = office_of_e1();
  CHECK(import_punch_text(own, "E17\t2026-10-13 09:28:31\t0\t1\t0\t0\n", "zkteco-push").batch.imported == 1);
}

TEST_CASE("somebody's shifts are planned by another; in a sheet of everybody his own row stays as it is") {
  Office own = office_of_e1([](Office& before) { set_roster(before, "E1", day(5), day(5), "早"); });
  CHECK(problem_ids([&] { set_roster(own, "E1", day(6), day(6), "早"); }) == own_affair_only);
  CHECK(problem_ids([&] { assign_shift(own, {.code = "早", .employee = "员工E1", .from = day(1)}); }) ==
        own_affair_only);
  const std::string head = "工号,5,6\n";
  CHECK(import_roster_text(own, head + "E1,早,\nE2,早,早\n").batch.imported == 2);
  const auto other = [&] { import_roster_text(own, head + "E1,早,早\nE2,早,早\n"); };
  CHECK(problem_ids(other) == own_affair_only);
  CHECK(failure_of(other) == Failure::not_permitted);
}
