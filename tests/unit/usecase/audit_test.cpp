#include "usecase/audit.hpp"

#include <doctest/doctest.h>

#include "unit/usecase/regulation_fixture.hpp"
#include "usecase/employee.hpp"
#include "usecase/migration.hpp"

using namespace svcadm;
using namespace svcadm::usecase;

namespace {

using Ids = std::vector<std::string>;

Office office_with_events() {
  Office office = make_regulated_office();        // 1 and 2
  add_department(office, {.name = "客服"});       // 3
  import_text(office, desk());                    // 4
  adopt(office, "HOURS", make_date(2026, 9, 1));  // 5
  return office;
}

}  // namespace

TEST_CASE("every writing use-case of regulations leaves one sound event") {
  Office office = office_with_events();
  const auto events = list_events(office, {});
  REQUIRE(events.size() == 5);
  CHECK(events[3].action == "regulation.import");
  CHECK(events[4].action == "regulation.adopt");
  CHECK(events[4].subject == "HOURS");
  CHECK(verify_audit(office).findings.empty());
  CHECK(verify_audit(office).head.events == 5);
}

TEST_CASE("events are asked for by person as well as by account") {
  Office office = office_with_events();
  add_employee(office, {.employee_no = "E1", .name = "王芳", .department = "客服", .hired = make_date(2026, 1, 5)});
  CHECK(list_events(office, {.actor = "王芳"}).empty());
  CHECK(list_events(office, {.actor = "uid:7"}).size() == 6);
  CHECK(list_events(office, {.last = 1}).front().action == "employee.add");
  CHECK(problem_ids([&] { list_events(office, {.from = Date{9}, .to = Date{8}}); }) == Ids{"people.span-reversed"});
}

TEST_CASE("an event that does not exist is answered with the newest number") {
  Office office = office_with_events();
  CHECK(show_event(office, 4).written.front().table == "regulation_edition");
  CHECK(problem_ids([&] { show_event(office, 6); }) == Ids{"audit.no-event"});
}

TEST_CASE("a refusal for want of permission is an event, any other refusal is none") {
  Office office = office_with_events();
  CHECK(problem_ids([&] { adopt(office, "NONE", make_date(2026, 9, 1)); }).size() == 1);
  CHECK(list_events(office, {}).size() == 5);
  Office theirs{std::move(office.database()),
                Caller{.uid = 8, .utc_seconds = (at(make_date(2026, 11, 5)) + svcadm::hours(2)).seconds}};
  CHECK(problem_ids([&] { adopt(theirs, "HOURS", make_date(2026, 9, 1)); }) == Ids{"authority.not-permitted"});
  const auto newest = store::AuditStore{theirs.database()}.find(6);
  REQUIRE(newest.has_value());
  CHECK(newest->event.action == "denied");
  CHECK(newest->event.subject == "regulation.adopt");
}

TEST_CASE("the file says what it is") {
  Office office = office_with_events();
  const auto info = file_info(office);
  CHECK(info.schema == store::newest_schema());
  CHECK(info.head.events == 5);
  CHECK(info.bytes > 0);
  CHECK_FALSE(info.closed_until.has_value());
  close(office, make_month(2026, 9));
  CHECK(file_info(office).closed_until == make_month(2026, 9));
}
