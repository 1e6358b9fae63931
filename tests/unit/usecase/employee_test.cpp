#include "usecase/employee.hpp"

#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include "unit/usecase/office_fixture.hpp"
#include "usecase/directory.hpp"

using namespace svcadm;
using namespace svcadm::usecase;

namespace {

Date day(int month, int number) { return make_date(2026, month, number); }
using Ids = std::vector<std::string>;

Office office_with_people() {
  Office office = make_office(day(10, 12));
  add_department(office, {.name = "客服"});
  add_employee(office, {.employee_no = "E1", .name = "王芳", .department = "客服", .hired = day(1, 5)});
  add_employee(office, {.employee_no = "E2",
                        .name = "李明",
                        .department = "客服",
                        .hired = day(1, 5),
                        .superior = "王芳",
                        .device_number = "17"});
  return office;
}

/// A file that lives as long as the test.
struct File {
  std::filesystem::path path = std::filesystem::temp_directory_path() / "svcadm-employee-test.csv";
  explicit File(const std::string& text) { std::ofstream{path, std::ios::binary} << text; }
  ~File() { std::filesystem::remove(path); }
};

}  // namespace

TEST_CASE("everything that is wrong with a new employee is said at once") {
  Office office = office_with_people();
  CHECK(problem_ids([&] {
          add_employee(office, {.employee_no = "E1",
                                .name = "",
                                .department = "财务",
                                .hired = day(10, 1),
                                .superior = "赵六",
                                .probation_end = day(9, 1),
                                .device_number = "17"});
        }) == Ids{"people.bad-name", "people.number-in-service", "people.span-reversed", "people.department-unknown",
                  "people.unknown", "people.number-taken"});
}

TEST_CASE("a word names a person by number, or by a name that one person bears") {
  Office office = office_with_people();
  CHECK(find_person(office, "E1", day(10, 12)).name == "王芳");
  CHECK(find_person(office, " 李明 ", day(10, 12)).employee_no == "E2");
  CHECK(problem_ids([&] { find_person(office, "王方", day(10, 12)); }) == Ids{"people.unknown-nearest"});
  CHECK(problem_ids([&] { find_person(office, "赵六", day(10, 12)); }) == Ids{"people.unknown"});
  add_employee(office, {.employee_no = "E3", .name = "王芳", .department = "客服", .hired = day(2, 2)});
  CHECK(problem_ids([&] { find_person(office, "王芳", day(10, 12)); }) == Ids{"people.ambiguous"});
  CHECK(find_person(office, "王芳", day(2, 1)).employee_no == "E1");
}

TEST_CASE("two people do not hold one clock number on one day") {
  Office office = office_with_people();
  CHECK(problem_ids([&] { change_employee(office, "E1", {.from = day(10, 12), .device_number = "17"}); }) ==
        Ids{"people.number-taken"});
  change_employee(office, "E2", {.from = day(10, 12), .left = std::optional{day(10, 16)}});
  CHECK(problem_ids([&] { change_employee(office, "E1", {.from = day(10, 16), .device_number = "17"}); }) ==
        Ids{"people.number-taken"});
  CHECK(problem_ids([&] { change_employee(office, "E1", {.from = day(10, 17), .device_number = "17"}); }).empty());
}

TEST_CASE("nobody is above himself, however many steps lie between") {
  Office office = office_with_people();
  add_employee(office,
               {.employee_no = "E3", .name = "张三", .department = "客服", .hired = day(1, 5), .superior = "E2"});
  CHECK(problem_ids([&] { change_employee(office, "E1", {.from = day(10, 12), .superior = "E3"}); }) ==
        Ids{"people.superior-circle"});
}

TEST_CASE("who comes back does so below nobody who stands below him") {
  Office office = office_with_people();
  add_employee(office,
               {.employee_no = "E3", .name = "张三", .department = "客服", .hired = day(1, 5), .superior = "E2"});
  change_employee(office, "E2", {.from = day(10, 9), .left = std::optional{day(10, 9)}});
  NewEmployee again{.employee_no = "E2", .name = "李明", .department = "客服", .hired = day(11, 2), .superior = "E3"};
  CHECK(problem_ids([&] { add_employee(office, again); }) == Ids{"people.superior-circle"});
  const File file{"工号,姓名,部门,入职日期,上级\nE2,李明,客服,2026-11-02,E4\nE4,赵六,客服,2026-11-02,E3\n"};
  CHECK(problem_ids([&] { import_employees(office, {.request = {.path = file.path.string()}}); }) ==
        Ids{"people.superior-circle", "people.superior-circle"});
  again.superior = "E1";
  CHECK(problem_ids([&] { add_employee(office, again); }).empty());
}

TEST_CASE("who has left changes nothing more, and comes back under the same number without what he had") {
  Office office = office_with_people();
  change_employee(office, "E2", {.from = day(10, 9), .left = std::optional{day(10, 9)}});
  CHECK(problem_ids([&] { change_employee(office, "E2", {.from = day(10, 12), .post = "组长"}); }) ==
        Ids{"people.not-in-service"});
  add_employee(office, {.employee_no = "E2", .name = "李明", .department = "客服", .hired = day(11, 2)});
  const auto person = store::PeopleStore{office.database()}.find("E2", day(11, 2)).value();
  CHECK(person.hired == day(11, 2));
  CHECK_FALSE(person.terms.back().superior);
  const auto card = show_employee(office, "E2", day(11, 2));
  CHECK(card.services.size() == 2);
  CHECK(card.now.device_number.empty());
  CHECK(problem_ids([&] { change_employee(office, "E2", {.from = day(10, 9), .left = std::optional<Date>{}}); }) ==
        Ids{"people.employed-again"});
}

TEST_CASE("an earlier first day takes the first attributes with it") {
  Office office = office_with_people();
  change_employee(office, "E2", {.from = day(10, 12), .hired = make_date(2025, 12, 1)});
  const auto person = store::PeopleStore{office.database()}.find("E2", make_date(2025, 12, 1)).value();
  CHECK(person.in_service(make_date(2025, 12, 1)));
  CHECK(person.name == "李明");
  CHECK(person.terms.back().superior);
}

TEST_CASE("a change that changes nothing writes nothing") {
  Office office = office_with_people();
  const auto before = store::AuditStore{office.database()}.newest_event();
  change_employee(office, "E1", {.from = day(10, 12), .name = "王芳"});
  CHECK(store::AuditStore{office.database()}.newest_event() == before);
  REQUIRE(office.notes().size() == 1);
  CHECK(office.notes()[0].id == "people.nothing-changes");
}

TEST_CASE("a second import of the same file changes nothing") {
  Office office = office_with_people();
  const File file{
      "工号,姓名,部门,入职日期,上级,考勤号\n"
      "E10,赵一,客服,2026-03-02,E11,20\n"
      "E11,钱二,客服,2026-03-02,王芳,21\n"
      "E2,李明,客服,2026-01-05,王芳,17\n"};
  const EmployeeImport import{.request = {.path = file.path.string()}};
  const auto first = import_employees(office, import);
  CHECK(first.batch.imported == 2);
  CHECK(first.batch.known == 1);
  const auto before = store::AuditStore{office.database()}.newest_event();
  const auto second = import_employees(office, import);
  CHECK(second.batch.imported == 0);
  CHECK(second.batch.known == 3);
  CHECK(store::AuditStore{office.database()}.newest_event() == before);
  const auto superior = store::PeopleStore{office.database()}.find("E10", day(10, 12))->terms.back().superior;
  REQUIRE(superior);
  CHECK(store::PeopleStore{office.database()}.number_of(*superior) == "E11");
}

TEST_CASE("an import with problems names all of them and changes nothing") {
  Office office = office_with_people();
  const File file{
      "工号,姓名,部门,入职日期,考勤号\n"
      "E10,赵一,财务,2026-13-02,20\n"
      "E11,钱二,财务,2026-03-02,17\n"
      "E12,孙三,财务,2026-03-02,22\n"
      "E13,周四,客服,2026-03-02,22\n"
      "E13,周四,客服,2026-03-02,23\n"};
  const auto before = store::AuditStore{office.database()}.newest_event();
  CHECK(problem_ids([&] { import_employees(office, {.request = {.path = file.path.string()}}); }) ==
        Ids{"input.not-a-date", "people.department-unknown", "people.number-taken", "people.number-taken",
            "people.twice-in-file"});
  CHECK(store::AuditStore{office.database()}.newest_event() == before);
}

TEST_CASE("a line that lacks something does not hide what else is wrong, with it or with others") {
  Office office = office_with_people();
  const File file{
      "工号,姓名,部门,入职日期,上级,考勤号码\n"
      "E5,,财务,2026-10-01,,17\n"  // no name, an unknown department, a number that is taken
      "E6,丁,客服,2026-10-01,,\n"
      "E6,戊,客服,2026-10-01,,\n"    // the number again
      "E7,己,客服,,E5,\n"            // no day; a superior whose own line is wrong
      "E8,庚,人事,2026-10-01,,\n"};  // another department
  CHECK(problem_ids([&] { import_employees(office, {{.path = file.path.string()}}); }) ==
        Ids{"input.missing-value", "people.department-unknown", "people.number-taken", "people.twice-in-file",
            "input.missing-value", "people.department-unknown"});
}

TEST_CASE("full-width digits of numbers are plain ones") {
  Office office = office_with_people();
  const File file{"工号,姓名,部门,入职日期,考勤号码\n０５２,丁,客服,2026-10-01,１８\n"};
  CHECK(import_employees(office, {{.path = file.path.string()}}).batch.imported == 1);
  CHECK(find_person(office, "052", day(10, 12)).name == "丁");
  CHECK(import_employees(office, {{.path = file.path.string()}}).batch.known == 1);
}

TEST_CASE("names of people and departments have at most 200 bytes") {
  Office office = office_with_people();
  const std::string longest(200, 'x');
  add_department(office, {.name = longest});
  CHECK(problem_ids([&] { add_department(office, {.name = longest + "x"}); }) == Ids{"input.text-too-long"});
  CHECK(problem_ids([&] {
          add_employee(office, {.employee_no = "E9", .name = longest + "x", .department = "客服", .hired = day(10, 1)});
        }) == Ids{"input.text-too-long"});
  CHECK(problem_ids([&] { change_employee(office, "E1", {.from = day(10, 1), .name = longest + "x"}); }) ==
        Ids{"input.text-too-long"});
}

TEST_CASE("departments of an employees' file are founded when asked for") {
  Office office = office_with_people();
  const File file{"工号,姓名,部门,入职日期\nE10,赵一,财务,2026-03-02\nE11,钱二,财务,2026-03-02\n"};
  CHECK(import_employees(office, {.request = {.path = file.path.string()}, .add_departments = true}).batch.imported ==
        2);
  CHECK(list_employees(office, "财务", day(10, 12)).size() == 2);
}

TEST_CASE("only who may manage people employs somebody, and the try is recorded") {
  Office office = office_with_people();
  store::Database database = store::Database::in_memory();
  Office outsider{std::move(database), {.uid = 8, .utc_seconds = 0}};
  CHECK(problem_ids([&] { add_department(outsider, {.name = "x"}); }) == Ids{"authority.not-permitted"});
  CHECK(store::AuditStore{outsider.database()}.newest_event() == 1);
}
