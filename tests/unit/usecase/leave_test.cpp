#include "usecase/leave.hpp"

#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include "unit/usecase/office_fixture.hpp"
#include "usecase/employee.hpp"
#include "usecase/leave_desk.hpp"
#include "usecase/regulation_adoption.hpp"

using namespace svcadm;
using namespace svcadm::usecase;

namespace {

using Ids = std::vector<std::string>;
Date day(int number) { return make_date(2026, 10, number); }

Office small_office() {
  Office office = make_office(day(20));
  add_employee(office, {.employee_no = "E1", .name = "王芳", .department = "星河", .hired = make_date(2025, 1, 6)});
  add_employee(office, {.employee_no = "E2", .name = "李明", .department = "星河", .hired = day(12)});
  return office;
}

/// With the call centre's regulation, by which everybody may take leave.
Office governed_office() {
  Office office = small_office();
  adopt_regulation(office, {.code = "CALLC", .from = make_date(2026, 1, 1)});
  office.notes().clear();
  return office;
}

ImportOutcome import_text(Office& office, const std::string& text, bool keep_good = false) {
  const auto path = std::filesystem::temp_directory_path() / "svcadm-leave-test.csv";
  std::ofstream{path, std::ios::binary} << text;
  return import_leaves(office, {.path = path.string(), .keep_good = keep_good});
}

}  // namespace

TEST_CASE("leave needs a regulation that governs it") {
  Office office = small_office();
  CHECK(problem_ids([&] { record_leave(office, {"E1", "病假", {day(12), 1, day(12), 2}}); }) ==
        Ids{"regulation.not-adopted"});
}

TEST_CASE("a span that is reversed or endless is a slip of the pen") {
  Office office = governed_office();
  CHECK(problem_ids([&] { record_leave(office, {"E1", "病假", {day(13), 1, day(12), 2}}); }) ==
        Ids{"leave.span-reversed"});
  CHECK(problem_ids([&] { record_leave(office, {"E1", "病假", {day(12), 2, day(12), 1}}); }) ==
        Ids{"leave.span-reversed"});
  CHECK(problem_ids([&] { record_leave(office, {"E1", "病假", {day(12), 1, day(12) + 366, 2}}); }) ==
        Ids{"leave.too-long"});
  CHECK(bad_span({day(12), 2, day(12), 1})->problem.message.args ==
        std::vector<Arg>{Arg{"2026-10-12pm"}, Arg{"2026-10-12am"}});
}

TEST_CASE("a reversed span does not hide what else is wrong with the leave") {
  Office office = governed_office();
  CHECK(problem_ids([&] { record_leave(office, {"E1", "睡觉", {day(13), 1, day(12), 2}}); }) ==
        Ids{"leave.span-reversed", "leave.kind-unknown"});
}

TEST_CASE("what is not there cannot be shown or cancelled") {
  Office office = small_office();
  CHECK(problem_ids([&] { show_leave(office, 17); }) == Ids{"leave.unknown"});
  CHECK(problem_ids([&] { cancel_leave(office, 17, "x"); }) == Ids{"leave.unknown"});
  CHECK(list_leaves(office, "", day(1), day(31)).empty());
}

TEST_CASE("a kind is named by code or by either label; an unknown one is told with those there are") {
  Office office = governed_office();
  CHECK(record_leave(office, {"E1", "病假", {day(12), 1, day(12), 2}}) == 1);
  CHECK(record_leave(office, {"王芳", "annual", {day(13), 1, day(13), 2}}) == 2);
  CHECK(record_leave(office, {"E1", "Personal Leave", {day(14), 1, day(14), 2}}) == 3);
  CHECK(problem_ids([&] { record_leave(office, {"E1", "睡觉", {day(15), 1, day(15), 2}}); }) ==
        Ids{"leave.kind-unknown"});
}

TEST_CASE("leaves may share a day but no half of it, and what is cancelled no longer counts") {
  Office office = governed_office();
  const auto id = record_leave(office, {"E1", "事假", {day(12), 1, day(13), 1}});
  CHECK(problem_ids([&] { record_leave(office, {"E1", "病假", {day(13), 1, day(14), 2}}); }) == Ids{"leave.overlaps"});
  CHECK(record_leave(office, {"E1", "病假", {day(13), 2, day(14), 2}}) == id + 1);
  CHECK(record_leave(office, {"E2", "病假", {day(13), 1, day(14), 2}}) == id + 2);
  cancel_leave(office, id, "提前返岗");
  CHECK(problem_ids([&] { cancel_leave(office, id, "again"); }) == Ids{"leave.cancelled-already"});
  CHECK(record_leave(office, {"E1", "年休假", {day(12), 1, day(12), 2}}) == id + 3);
}

TEST_CASE("days outside of the service and a slip in the kind are told at once") {
  Office office = governed_office();
  CHECK(problem_ids([&] { record_leave(office, {"E2", "睡觉", {day(10), 1, day(13), 2}}); }) ==
        Ids{"people.not-in-service"});
  CHECK(problem_ids([&] { record_leave(office, {"E2", "事假", {day(10), 1, day(13), 2}}); }) ==
        Ids{"people.not-in-service"});
}

TEST_CASE("only workdays count; a leave without any is noted") {
  Office office = governed_office();
  const auto id = record_leave(office, {"E1", "事假", {day(16), 2, day(19), 1}});   // Friday afternoon to Monday noon
  const auto card = show_leave(office, id);
  CHECK(card.leave.days == HalfDays{1 + 1});
  CHECK(card.days.size() == 4);
  CHECK(card.cite.rule == "CALLC.53");
  CHECK(office.notes().empty());
  record_leave(office, {"E1", "事假", {day(24), 1, day(25), 2}});
  REQUIRE(office.notes().size() == 1);
  CHECK(office.notes()[0].id == "leave.no-workday");
}

TEST_CASE("a sheet of leave is all or nothing, and goes in once") {
  Office office = governed_office();
  const std::string sheet = "工号,姓名,假别,开始日期,结束日期,单号\n"
                            "E1,王芳,病假,2026-10-21,2026-10-22上午,QJ-1\nE2,李明,年休假,2026年10月23日,2026/10/23,\n";
  CHECK(import_text(office, sheet).batch.imported == 2);
  const auto before = store::AuditStore{office.database()}.newest_event();
  CHECK(import_text(office, sheet).batch.known == 2);
  CHECK(store::AuditStore{office.database()}.newest_event() == before);
  const auto listed = list_leaves(office, "", day(1), day(31));
  REQUIRE(listed.size() == 2);
  CHECK(listed[0].days == HalfDays{2 + 1});

  CHECK(problem_ids([&] {
          import_text(office, "工号,姓名,假别,开始日期,结束日期\nE1,王芳,睡觉,2026-10-26,2026-10-26\n"
                              "E2,王明,事假,2026-10-23pm,2026-10-24\nE9,,事假,2026-10-27,2026-10-27\n"
                              "E2,李明,事假,2026-10-28,2026-10-27\nE2,李明,事假,2026-10-29,29\n"
                              "E1,王芳,事假,2026-10-30,2026-10-30\nE1,王芳,病假,2026-10-30pm,2026-10-31\n");
        }) == Ids{"leave.kind-unknown", "people.name-differs", "leave.overlaps", "people.unknown-nearest", "leave.span-reversed",
                  "leave.row.day", "leave.overlaps-file"});
  CHECK(store::AuditStore{office.database()}.newest_event() == before);
}

TEST_CASE("the days that a sheet says must be those of the span, counted as the kind is") {
  Office office = governed_office();
  const std::string head = "姓名,假别,开始日期,结束日期,天数\n";
  // From Thursday to Monday: two workdays, a weekend, half a workday.
  CHECK(problem_ids([&] { import_text(office, head + "王芳,病假,2026-10-22,2026-10-26am,5\n"); }) ==
        Ids{"leave.days-differ"});
  CHECK(import_text(office, head + "王芳,病假,2026-10-22,2026-10-26am,2.5\n").batch.imported == 1);
  CHECK(import_text(office, head + "王芳,病假,2026-10-28,2026-10-28,\n").batch.imported == 1);
}

TEST_CASE("a leave of a sheet names its person by number or by name, in either column") {
  Office office = governed_office();
  CHECK(import_text(office, "工号,姓名,假别,开始日期,结束日期\n王芳,,病假,2026-10-21,2026-10-21\n"
                            ",王芳,病假,2026-10-22,2026-10-22\nE1,王芳,病假,2026-10-23,2026-10-23\n")
            .batch.imported == 3);
  CHECK(problem_ids([&] { import_text(office, "假别,开始日期,结束日期\n病假,2026-10-26,2026-10-26\n"); }) ==
        Ids{"input.no-person-column"});
  add_employee(office, {.employee_no = "E3", .name = "王芳", .department = "星河", .hired = day(26)});
  CHECK(problem_ids([&] { import_text(office, "姓名,假别,开始日期,结束日期\n王芳,病假,2026-10-26,2026-10-26\n"); }) ==
        Ids{"people.ambiguous"});
  CHECK(import_text(office, "姓名,假别,开始日期,结束日期\n王芳,病假,2026-10-19,2026-10-19\n"
                            "李明,病假,2026-10-26,2026-10-26\n")
            .batch.imported == 2);
}

TEST_CASE("the good lines of a sheet go in without the others where they are kept") {
  Office office = governed_office();
  const auto outcome = import_text(office, "工号,假别,开始日期,结束日期\nE9,病假,2026-10-21,2026-10-21\n"
                                           "E1,病假,2026-10-22,2026-10-22\nE1,病假\n",
                                   true);
  CHECK(outcome.batch.imported == 1);
  CHECK(outcome.batch.rejected == 2);
  CHECK(outcome.rejects.headings == Ids{"工号", "假别", "开始日期", "结束日期"});
  REQUIRE(outcome.rejects.lines.size() == 2);
  CHECK(outcome.rejects.lines[0].cells == Ids{"E9", "病假", "2026-10-21", "2026-10-21"});
  CHECK(outcome.rejects.lines[1].line == 4);
  CHECK(problem_ids([&] { import_text(office, "工号,假别\nE1,病假\n", true); }) ==
        Ids{"input.no-header", "input.missing-column", "input.missing-column"});
}
