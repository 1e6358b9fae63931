// Settings, roles, departments, shifts and the calendar.

#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include "store/calendar_store.hpp"
#include "store/payroll_store.hpp"
#include "unit/usecase/office_fixture.hpp"
#include "usecase/calendar.hpp"
#include "usecase/employee.hpp"
#include "usecase/init.hpp"
#include "usecase/roles.hpp"
#include "usecase/roster.hpp"
#include "usecase/settings.hpp"
#include "usecase/shift.hpp"
#include "usecase/unit_of_work.hpp"

using namespace svcadm;
using namespace svcadm::usecase;

namespace {

using Ids = std::vector<std::string>;
Date day(int month, int number) { return make_date(2026, month, number); }

std::string value_of(Office& office, const std::string& key) {
  for (const auto& setting : list_settings(office)) {
    if (setting.key == key) return setting.value;
  }
  return "?";
}

std::string write_file(const std::string& name, const std::string& text) {
  const auto path = std::filesystem::temp_directory_path() / name;
  std::ofstream{path, std::ios::binary} << text;
  return path.string();
}

/// Closes a month on which nobody was paid.
void close_month(Office& office, Month month) {
  UnitOfWork work{office, domain::Permission::close_month, "payroll.close"};
  store::PayrollStore payroll{office.database()};
  const std::int64_t run = payroll.begin_run(work.event(), {.month = month}, work.event() - 1, "1.0").id;
  payroll.finish_run(run, 0, Money{});
  payroll.close(work.event(), month, run, work.event() - 1);
  work.conclude(to_string(month));
}

}  // namespace

TEST_CASE("an offset is written with sign, hours and minutes") {
  CHECK(parse_utc_offset("+08:00") == hours(8));
  CHECK(parse_utc_offset("-03:30") == Span{-12600});
  CHECK_FALSE(parse_utc_offset("8"));
  CHECK_FALSE(parse_utc_offset("+15:00"));
}

TEST_CASE("a setting holds from its day on and takes only what has its form") {
  Office office = make_office(day(10, 12));
  CHECK(value_of(office, "same_tap_seconds") == "60");
  change_setting(office, "same_tap_seconds", "90", day(10, 1));
  CHECK(value_of(office, "same_tap_seconds") == "90");
  change_setting(office, "same_tap_seconds", "30", day(10, 13));
  CHECK(value_of(office, "same_tap_seconds") == "90");
  CHECK(problem_ids([&] { change_setting(office, "same_tap_seconds", "-1", day(10, 1)); }) == Ids{"setting.bad-value"});
  CHECK(problem_ids([&] { change_setting(office, "language", "fr", day(10, 1)); }) == Ids{"setting.bad-value"});
  CHECK(problem_ids([&] { change_setting(office, "colour", "red", day(10, 1)); }) == Ids{"setting.unknown"});
  CHECK(problem_ids([&] { change_setting(office, "demo", "yes", day(10, 1)); }) == Ids{"setting.demo-fixed"});
}

TEST_CASE("an office is never without an administrator") {
  Office office = make_office(day(10, 12));
  add_employee(office, {.employee_no = "E1", .name = "王芳", .department = "星河", .hired = day(1, 5)});
  CHECK(problem_ids([&] { revoke_role(office, domain::Role::administrator, "uid:7", day(10, 12)); }) ==
        Ids{"role.last-administrator"});
  CHECK(problem_ids([&] { map_account(office, 7, "王芳"); }) == Ids{"role.account-loses-administrator"});
  CHECK(problem_ids([&] { revoke_role(office, domain::Role::administrator, "王芳", day(10, 12)); }) ==
        Ids{"role.not-held"});
  grant_role(office, domain::Role::administrator, "王芳", day(10, 12), std::nullopt);
  map_account(office, 7, "王芳");
  revoke_role(office, domain::Role::administrator, "uid:7", day(10, 12));
  CHECK(list_roles(office).size() == 2);
  CHECK(problem_ids([&] { grant_role(office, domain::Role::reader, "uid:x", day(10, 12), {}); }) ==
        Ids{"role.bad-account"});
  CHECK(problem_ids([&] { grant_role(office, domain::Role::reader, "E1", day(10, 12), day(10, 11)); }) ==
        Ids{"people.span-reversed"});
}

TEST_CASE("a department's name is its own, and the tree has no circle") {
  Office office = make_office(day(10, 12));
  add_department(office, {.name = "客服"});
  add_department(office, {.name = "一组", .parent = "客服"});
  CHECK(problem_ids([&] { add_department(office, {.name = "客服"}); }) == Ids{"people.department-exists"});
  CHECK(problem_ids([&] { add_department(office, {.name = " "}); }) == Ids{"people.bad-name"});
  CHECK(problem_ids([&] { add_department(office, {.name = "二组", .parent = "客户"}); }) ==
        Ids{"people.department-unknown-nearest"});
  CHECK(problem_ids([&] { change_department(office, "客服", {.parent = "一组", .from = day(10, 1)}); }) ==
        Ids{"people.department-circle"});
  CHECK(problem_ids([&] { change_department(office, "星河", {.parent = "一组", .from = day(10, 1)}); }) ==
        Ids{"people.company-is-root"});
  CHECK(problem_ids([&] { change_department(office, "一组", {.name = "客服", .from = day(10, 1)}); }) ==
        Ids{"people.department-exists"});
  change_department(office, "一组", {.name = "质检", .parent = "星河", .from = day(10, 1)});
  CHECK(list_departments(office, day(9, 30)).at(2).depth == 2);
  CHECK(show_department(office, "质检", day(10, 12)).size() == 2);
}

TEST_CASE("parents may stand anywhere in a departments' file") {
  Office office = make_office(day(10, 12));
  const auto file = write_file("svcadm-department-test.csv", "部门,上级部门\n出纳组,财务部\n财务部,\n");
  CHECK(import_departments(office, {.path = file}).batch.imported == 2);
  CHECK(import_departments(office, {.path = file}).batch.known == 2);
  CHECK(list_departments(office, day(10, 12)).at(2).parent == "财务部");
  const auto bad = write_file("svcadm-department-test.csv", "部门,上级部门\n甲,乙\n乙,甲\n丙,丁\n出纳组,\n丙,\n");
  CHECK(problem_ids([&] { import_departments(office, {.path = bad}); }) ==
        Ids{"people.department-circle", "people.department-unknown", "people.department-elsewhere",
            "people.twice-in-file"});
}

TEST_CASE("a shift's code means something else only from a day that is named") {
  Office office = make_office(day(10, 12));
  const auto windows = domain::parse_windows("09:30-18:30").value();
  add_shift(office, "早", windows, "", {});
  CHECK(problem_ids([&] { add_shift(office, "早", windows, "", {}); }) == Ids{"shift.exists"});
  CHECK(problem_ids([&] { add_shift(office, "早 班", windows, "", {}); }) == Ids{"shift.bad-code"});
  add_shift(office, "晚", windows, "", day(10, 20));
  CHECK(problem_ids([&] { assign_shift(office, {.code = "晚", .department = "星河", .from = day(10, 12)}); }) ==
        Ids{"shift.not-yet"});
  CHECK(problem_ids([&] { assign_shift(office, {.code = "午", .department = "星河", .from = day(10, 12)}); }) ==
        Ids{"shift.unknown"});
  CHECK(problem_ids([&] { assign_shift(office, {.code = "早", .from = day(10, 12)}); }) == Ids{"shift.whom"});
}

TEST_CASE("a notice comes in once, and confirms its year") {
  Office office = make_office(day(10, 12));
  const auto file = write_file("svcadm-calendar-test.json",
                               R"({"year":2027,"papers":["http://example.org/1"],"days":[
                                 {"name":"元旦","date":"2026-12-31","isOffDay":true},
                                 {"name":"元旦","date":"2027-01-01","isOffDay":true},
                                 {"name":"元旦","date":"2027-01-03","isOffDay":false}]})");
  const auto first = import_calendar(office, {.path = file});
  CHECK(first.year == 2027);
  CHECK(first.batch.imported == 3);
  CHECK(import_calendar(office, {.path = file}).batch.known == 3);
  const auto lines = show_calendar(office, make_date(2027, 1, 1), make_date(2027, 1, 4), "");
  CHECK(lines[0].calendar.kind == domain::DayKind::statutory_holiday);
  CHECK(lines[1].calendar.kind == domain::DayKind::rest_day);
  CHECK(lines[2].calendar.kind == domain::DayKind::makeup_workday);
  CHECK_FALSE(lines[3].calendar.provisional);
  CHECK(store::CalendarStore{office.database()}.years().size() == 1);
}

TEST_CASE("a new office has its company, its calendars and an administrator, and is not made twice") {
  const auto file = (std::filesystem::temp_directory_path() / "svcadm-init-test.db").string();
  for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(file + suffix);
  const Caller caller{.uid = 7, .utc_seconds = at(day(10, 12)).seconds};
  const auto outcome = init_office(file, caller, {.company = "星河", .language = "zh"});
  CHECK(outcome.holder == "uid:7");
  CHECK(outcome.first_month == make_month(2026, 10));
  CHECK(outcome.years == std::vector<int>{2023, 2024, 2025, 2026});
  CHECK(problem_ids([&] { init_office(file, caller, {.company = "星河"}); }) == Ids{"database.exists"});
  {
    Office office{store::Database::open(file), caller};
    CHECK(office.company() == "星河");
    CHECK(office.may(domain::Permission::configure));
    CHECK_FALSE(office.may(domain::Permission::close_month));
    CHECK(list_departments(office, day(10, 12)).front().name == "星河");
    CHECK(show_calendar(office, day(10, 10), day(10, 10), "").front().calendar.kind == domain::DayKind::makeup_workday);
    CHECK(store::AuditStore{office.database()}.verify().empty());
  }
  for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(file + suffix);
  CHECK(problem_ids([&] { init_office(file, caller, {.company = "  "}); }) == Ids{"people.bad-name"});
  CHECK_FALSE(std::filesystem::exists(file));
}

TEST_CASE("nothing that a closed month rests on is changed any more") {
  Office office = make_office(day(10, 12));
  add_department(office, {.name = "客服"});
  add_shift(office, "早", domain::parse_windows("09:30-18:30").value(), "", {});
  add_employee(office, {.employee_no = "E1", .name = "王芳", .department = "客服", .hired = day(1, 5)});
  close_month(office, make_month(2026, 9));
  const auto closed = Ids{"people.month-closed"};

  CHECK(problem_ids([&] { change_employee(office, "E1", {.from = day(9, 30), .post = "组长"}); }) == closed);
  CHECK(problem_ids([&] { change_employee(office, "E1", {.from = day(9, 1), .left = std::optional{day(9, 29)}}); }) ==
        closed);
  CHECK(problem_ids([&] { change_employee(office, "E1", {.from = day(10, 1), .hired = day(1, 6)}); }) == closed);
  CHECK(problem_ids([&] {
          add_employee(office, {.employee_no = "E2", .name = "李明", .department = "客服", .hired = day(9, 30)});
        }) == closed);
  CHECK(problem_ids([&] { change_department(office, "客服", {.name = "前台", .from = day(9, 30)}); }) == closed);
  CHECK(problem_ids([&] { set_calendar_day(office, day(9, 30), domain::DayKind::rest_day, "", ""); }) == closed);
  CHECK(problem_ids([&] { assign_shift(office, {.code = "早", .department = "客服", .from = day(9, 30)}); }) == closed);
  CHECK(problem_ids([&] { add_shift(office, "早", {}, "", day(9, 30)); }) == closed);
  CHECK(problem_ids([&] { set_roster(office, "E1", day(8, 31), day(9, 1), "早"); }) == closed);
  CHECK(problem_ids([&] { change_setting(office, "place", "上海", day(9, 30)); }) == closed);
  CHECK(problem_ids([&] { change_setting(office, "first_month", "2026-08", day(10, 1)); }) ==
        Ids{"setting.first-month-fixed"});

  // The last day of the month may still have been the last day worked, and October is open.
  change_employee(office, "E1", {.from = day(9, 1), .left = std::optional{day(9, 30)}});
  add_employee(office, {.employee_no = "E2", .name = "李明", .department = "客服", .hired = day(10, 1)});
  add_shift(office, "晚", domain::parse_windows("14:00-22:00").value(), "", {});
  change_setting(office, "company", "银河", day(9, 1));
}
