#include "usecase/regulation_signature.hpp"

#include <doctest/doctest.h>

#include "unit/usecase/regulation_fixture.hpp"
#include "usecase/employee.hpp"

using namespace svcadm;
using namespace svcadm::usecase;

namespace {

using Ids = std::vector<std::string>;

/// 客服 is governed by HOURS in two editions; E1 and E2 work there, E3 elsewhere.
Office office_with_people() {
  Office office = make_regulated_office();
  add_department(office, {.name = "客服"});
  add_department(office, {.name = "仓库"});
  const Date hired = make_date(2026, 1, 5);
  add_employee(office, {.employee_no = "E1", .name = "王芳", .department = "客服", .hired = hired});
  add_employee(office, {.employee_no = "E2", .name = "李明", .department = "客服", .hired = hired});
  add_employee(office, {.employee_no = "E3", .name = "张伟", .department = "仓库", .hired = hired});
  import_text(office, desk());
  adopt(office, "HOURS", make_date(2026, 9, 1), "客服");
  import_text(office, desk() + hours("2026-12-01", "08:00-17:00"));
  return office;
}

Date november(int day) { return make_date(2026, 11, day); }

}  // namespace

TEST_CASE("who has signed which edition is listed beside who has not") {
  Office office = office_with_people();
  CHECK(sign_regulation(office, {"HOURS", "王芳", november(2), 1, "Q\"1"}).edition == 1);
  CHECK(sign_regulation(office, {"HOURS", "E2", november(3)}).edition == 2);
  const auto rows = list_signed(office, "hours");
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].edition == 1);
  CHECK_FALSE(rows[0].newest);
  CHECK(rows[1].on == november(3));
  CHECK(rows[1].newest);
}

TEST_CASE("the newest edition somebody has signed counts") {
  Office office = office_with_people();
  sign_regulation(office, {"HOURS", "E1", november(3)});
  sign_regulation(office, {"HOURS", "E1", november(1), 1});
  CHECK(list_signed(office, "HOURS").front().edition == 2);
}

TEST_CASE("signing an edition twice changes nothing") {
  Office office = office_with_people();
  sign_regulation(office, {"HOURS", "E1", november(2)});
  const auto before = store::AuditStore{office.database()}.newest_event();
  CHECK(sign_regulation(office, {"HOURS", "E1", november(3)}).known);
  CHECK(store::AuditStore{office.database()}.newest_event() == before);
}

TEST_CASE("nobody signs on a day to come, out of service, or what the office does not have") {
  Office office = office_with_people();
  const auto sign = [&](const SignRequest& request) { return problem_ids([&] { sign_regulation(office, request); }); };
  CHECK(sign({"HOURS", "E1", november(6)}) == Ids{"regulation.sign-later"});
  CHECK(sign({"HOURS", "E1", make_date(2025, 1, 1)}) == Ids{"regulation.sign-not-in-service"});
  CHECK(sign({"HOURS", "E1", november(1), 7}) == Ids{"regulation.no-such-edition"});
  CHECK(sign({"NONE", "E1", november(1)}) == Ids{"regulation.unknown"});
  CHECK(sign({"HOURS", "E9", november(1)}).size() == 1);
}

TEST_CASE("a regulation that demands no signature, and one that governs nobody, say so") {
  Office office = office_with_people();
  list_signed(office, "HOURS");
  REQUIRE(office.notes().size() >= 1);
  CHECK(office.notes().back().id == "note.regulation.no-signature");
  import_text(office, header("IDLE") + "\n[[signature]]\nfrom = 2026-01-01\nclause = \"9\"\n" +
                          hours("2026-01-01", "09:00-18:00"));
  office.notes().clear();
  CHECK(list_signed(office, "IDLE").empty());
  REQUIRE(office.notes().size() == 1);
  CHECK(office.notes().front().id == "note.regulation.governs-nobody");
}
