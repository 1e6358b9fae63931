#include "usecase/roster.hpp"

#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include "unit/usecase/office_fixture.hpp"
#include "usecase/employee.hpp"
#include "usecase/roster_sheet.hpp"
#include "usecase/shift.hpp"

using namespace svcadm;
using namespace svcadm::usecase;

namespace {

using Ids = std::vector<std::string>;
const Month october = make_month(2026, 10);
Date day(int number) { return make_date(2026, 10, number); }

Office office_with_shifts() {
  Office office = make_office(day(12));
  add_employee(office, {.employee_no = "E1", .name = "王芳", .department = "星河", .hired = make_date(2025, 1, 6)});
  add_employee(office, {.employee_no = "E2", .name = "李明", .department = "星河", .hired = day(3)});
  add_shift(office, "早", domain::parse_windows("09:30-18:30").value(), "", {});
  add_shift(office, "A", domain::parse_windows("14:00-22:00").value(), "", {});
  add_shift(office, "休", {}, "", {});
  return office;
}

/// Imports a file with this text.
RosterImportOutcome import_text(Office& office, const std::string& text) {
  const auto path = std::filesystem::temp_directory_path() / "svcadm-roster-test.csv";
  std::ofstream{path, std::ios::binary} << text;
  return import_roster(office, {.path = path.string()}, october);
}

std::vector<std::string> codes(Office& office, std::size_t row) {
  auto cells = show_roster(office, october, "", "").at(row).codes;
  cells.resize(5);
  return cells;
}

}  // namespace

TEST_CASE("headings of days are told from others") {
  using enum DayHeading::Meaning;
  for (const char* heading : {"3", "03", "3日", "3号", "3(六)", "3 六", "3周六", "10/3", "10-03", "10月3日",
                              "2026-10-03", "2026/10/3", "３"}) {
    CAPTURE(heading);
    CHECK(read_day_heading(heading, october).meaning == day);
    CHECK(read_day_heading(heading, october).day == ::day(3));
  }
  for (const char* heading : {"备注", "合计", "32", "0", "3天班数", "", "夜班", "2小时"}) {
    CAPTURE(heading);
    CHECK(read_day_heading(heading, october).meaning == nothing);
  }
  CHECK(read_day_heading("31", make_month(2026, 9)).meaning == outside);
  CHECK(read_day_heading("2026-11-03", october).meaning == outside);
  CHECK(read_day_heading("11/3", october).meaning == outside);
}

TEST_CASE("the sheet of an office is read with its title, its weekdays and its blank cells") {
  Office office = office_with_shifts();
  const std::string sheet =
      "2026年10月排班表,,,,,,\n"
      "序号,工号,姓名,1,2,3日,备注\n"
      ",,,四,五,六,\n"
      "1,E1,王芳,早,,a,临时\n"
      ",,,,,,\n"
      "2,E2,李明,,,休,\n";
  const auto outcome = import_text(office, sheet);
  CHECK(outcome.batch.imported == 3);
  CHECK(outcome.ignored == std::vector<std::string>{"序号", "备注"});
  CHECK(codes(office, 0) == std::vector<std::string>{"早", "", "A", "", ""});
  CHECK(codes(office, 1) == std::vector<std::string>{"", "", "休", "", ""});

  const auto before = store::AuditStore{office.database()}.newest_event();
  CHECK(import_text(office, sheet).batch.imported == 0);
  CHECK(import_text(office, sheet).batch.known == 3);
  CHECK(store::AuditStore{office.database()}.newest_event() == before);
}

TEST_CASE("a row of weekdays is passed over, whatever stands before them; one of shifts is not") {
  Office office = office_with_shifts();
  add_shift(office, "日", domain::parse_windows("08:00-17:00").value(), "", {});
  // 3 October 2026 is a Saturday.
  CHECK(import_text(office, "工号,3,4,5\n星期,六,日,一\nE1,早,早,A\n").batch.imported == 3);
  CHECK(import_text(office, "工号,姓名,3,4,5\n星期,,(周六),周日,星期一\nE1,王芳,早,早,A\n").batch.known == 3);
  CHECK(problem_ids([&] { import_text(office, "工号,3,4,5\n星期,日,一,二\nE1,早,早,A\n"); }) == Ids{"people.unknown"});
  CHECK(problem_ids([&] { import_text(office, "工号,4\nE9,日\nE1,早\n"); }) == Ids{"people.unknown-nearest"});
  CHECK(import_text(office, "工号,4\nE1,日\n").batch.imported == 1);
}

TEST_CASE("where there is no shift at all, that is said") {
  Office office = make_office(day(12));
  add_employee(office, {.employee_no = "E1", .name = "王芳", .department = "星河", .hired = make_date(2025, 1, 6)});
  CHECK(problem_ids([&] { set_roster(office, "E1", day(4), day(4), "休"); }) == Ids{"shift.none"});
  CHECK(problem_ids([&] { assign_shift(office, {.code = "休", .employee = "E1", .from = day(4)}); }) ==
        Ids{"shift.none"});
}

TEST_CASE("people may be named by name alone") {
  Office office = office_with_shifts();
  CHECK(import_text(office, "姓名,1,2\n王芳,早,早\n").batch.imported == 2);
}

TEST_CASE("one line for each person and day is read too") {
  Office office = office_with_shifts();
  CHECK(import_text(office, "employee_no,date,shift\nE1,2026-10-01,早\nE1,2026-10-02,A\n").batch.imported == 2);
  CHECK(codes(office, 0) == std::vector<std::string>{"早", "A", "", "", ""});
  CHECK(problem_ids([&] {
          import_text(office, "employee_no,date,shift\nE1,2026-11-01,早\nE1,2026-10-02,A\nE1,2026-10-02,早\n");
        }) == Ids{"roster.outside-month", "roster.cell-twice"});
}

TEST_CASE("everything that is wrong with a sheet is said at once, and nothing is kept") {
  Office office = office_with_shifts();
  const auto before = store::AuditStore{office.database()}.newest_event();
  CHECK(problem_ids([&] {
          import_text(office,
                      "工号,姓名,1,2,3\n"
                      "E1,王芳,早,午,早\n"
                      "E2,李鸣,,,早\n"
                      "E2,李明,早,早,\n"
                      "E9,赵六,早,,\n"
                      "E1,王芳,早,,\n"
                      ",,早,,\n");
        }) == Ids{"shift.unknown", "people.name-differs", "roster.person-twice", "people.unknown-nearest",
                  "roster.person-twice", "roster.nobody"});
  CHECK(problem_ids([&] { import_text(office, "工号,1,2\nE2,早,早\n"); }) == Ids{"people.not-in-service"});
  CHECK(problem_ids([&] { import_text(office, "工号,姓名\nE2,李明\n"); }) == Ids{"roster.no-days"});
  CHECK(problem_ids([&] { import_text(office, "工号,1,1日\nE1,早,早\n"); }) == Ids{"roster.day-twice"});
  CHECK(store::AuditStore{office.database()}.newest_event() == before);
}

TEST_CASE("a cell is set for somebody in service, with a code that is known") {
  Office office = office_with_shifts();
  CHECK(problem_ids([&] { set_roster(office, "E2", day(2), day(4), "早"); }) == Ids{"people.not-in-service"});
  CHECK(problem_ids([&] { set_roster(office, "E2", day(4), day(4), "午"); }) == Ids{"shift.unknown"});
  CHECK(problem_ids([&] { set_roster(office, "E2", day(4), day(3), "早"); }) == Ids{"people.span-reversed"});
  CHECK(set_roster(office, "李明", day(3), day(5), "早") == 3);
  CHECK(set_roster(office, "李明", day(3), day(6), "早") == 1);
  CHECK(codes(office, 1) == std::vector<std::string>{"", "", "早", "早", "早"});
}

TEST_CASE("a name in the column of numbers is taken where one person bears it") {
  Office office = office_with_shifts();
  CHECK(import_text(office, "工号,1,5\n王芳,早,A\n李明,,早\n").batch.imported == 3);
}
