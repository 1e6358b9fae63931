#include "usecase/regulation_adoption.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "unit/usecase/regulation_fixture.hpp"
#include "usecase/policy_book.hpp"
#include "usecase/regulations.hpp"

using namespace svcadm;
using namespace svcadm::usecase;

namespace {

using Ids = std::vector<std::string>;
using regulation::Area;

Date september(int day) { return make_date(2026, 9, day); }
Date october(int day) { return make_date(2026, 10, day); }

/// 客服 with 一组 below; HOURS and NIGHT in the file.
Office office_with_units() {
  Office office = make_regulated_office();
  add_department(office, {.name = "客服"});
  add_department(office, {.name = "一组", .parent = "客服"});
  import_text(office, desk());
  import_text(office, header("NIGHT") + hours("2026-01-01", "22:00-30:00"));
  return office;
}

std::string governs(Office& office, const std::string& department, Date on) {
  for (const auto& row : regulations_in_force(office, department, on).rows) {
    if (row.area == Area::attendance) return row.code;
  }
  return "none";
}

/// The code of some regulation that the program carries and that can be adopted.
std::string shipped_code() {
  for (const ShippedRegulation& shipped : shipped_regulations()) {
    const auto regulation = regulation::read_regulation(shipped.text, shipped.file);
    if (regulation.areas().front() != Area::law) return regulation.code();
  }
  return {};
}

}  // namespace

TEST_CASE("what is adopted for a unit holds below it, and the nearest adoption of an area wins") {
  Office office = office_with_units();
  adopt(office, "HOURS", september(1));
  CHECK(governs(office, "一组", september(1)) == "HOURS");
  CHECK(governs(office, "一组", september(1) - 1).empty());
  adopt(office, "NIGHT", october(1), "客服");
  CHECK(governs(office, "一组", september(30)) == "HOURS");
  CHECK(governs(office, "一组", october(1)) == "NIGHT");
  CHECK(governs(office, "", october(1)) == "HOURS");
}

TEST_CASE("a later adoption of the same unit replaces the earlier, and says so") {
  Office office = office_with_units();
  adopt(office, "HOURS", september(1));
  office.notes().clear();
  adopt(office, "NIGHT", october(1));
  REQUIRE_FALSE(office.notes().empty());
  CHECK(office.notes().front().id == "note.regulation.replaces");
  CHECK(governs(office, "", october(1)) == "NIGHT");
}

TEST_CASE("the same adoption once more changes nothing") {
  Office office = office_with_units();
  adopt(office, "HOURS", september(1));
  const auto before = store::AuditStore{office.database()}.newest_event();
  CHECK(adopt(office, "HOURS", september(1)).adopted.empty());
  CHECK(store::AuditStore{office.database()}.newest_event() == before);
}

TEST_CASE("adopting what the program carries copies it into the file as edition 1") {
  Office office = make_regulated_office();
  const std::string code = shipped_code();
  const auto outcome = adopt(office, code, september(1));
  CHECK(outcome.edition == 1);
  CHECK(outcome.adopted.size() >= 1);
  const auto editions = store::RegulationStore{office.database()}.editions(code);
  REQUIRE(editions.size() == 1);
  CHECK(editions.front().source == built_in);
  CHECK(editions.front().text == find_shipped(code)->text);
  CHECK(adopt(office, code, october(1)).edition == 1);
  CHECK(store::RegulationStore{office.database()}.editions(code).size() == 1);
}

TEST_CASE("a code may be typed in any case; an unknown one is answered with the nearest") {
  Office office = office_with_units();
  CHECK(adopt(office, "hours", september(1)).code == "HOURS");
  CHECK(problem_ids([&] { adopt(office, "HOURSE", september(1)); }) == Ids{"regulation.unknown-nearest"});
  CHECK(problem_ids([&] { adopt(office, "XQZ", september(1)); }) == Ids{"regulation.unknown"});
}

TEST_CASE("law is adopted by nobody") {
  Office office = make_regulated_office();
  {
    UnitOfWork work{office, domain::Permission::regulate, "test"};
    copy_shipped_law(office.database(), work.event());
    work.conclude("law");
  }
  const auto editions = store::RegulationStore{office.database()}.newest_editions();
  REQUIRE_FALSE(editions.empty());
  CHECK(problem_ids([&] { adopt(office, editions.front().code, september(1)); }) == Ids{"regulation.law-holds"});
  const auto in_force = regulations_in_force(office, "", october(1));
  CHECK(in_force.rows.back().area == Area::law);
  CHECK(in_force.rows.back().code == editions.back().code);
}

TEST_CASE("areas of which a regulation does not speak, or not yet, cannot be adopted; all are told") {
  Office office = office_with_units();
  AdoptRequest request{.code = "HOURS", .from = september(1), .areas = {Area::leave, Area::payroll, Area::attendance}};
  CHECK(problem_ids([&] { adopt_regulation(office, request); }) ==
        Ids{"regulation.area-silent", "regulation.area-silent"});
  CHECK(problem_ids([&] { adopt(office, "HOURS", make_date(2025, 12, 31)); }) == Ids{"regulation.area-later"});
}

TEST_CASE("an adoption that would change what governs a closed day is refused with the first open day") {
  Office office = office_with_units();
  adopt(office, "HOURS", september(1));
  close(office, make_month(2026, 9));
  CHECK(problem_ids([&] { adopt(office, "NIGHT", september(30)); }) == Ids{"regulation.adopt-closed"});
  CHECK(problem_ids([&] { adopt(office, "NIGHT", september(30), "一组"); }) == Ids{"regulation.adopt-closed"});
  CHECK(adopt(office, "NIGHT", october(1)).adopted.size() == 1);
}

TEST_CASE("an adoption from a closed day that changes nothing there is taken") {
  Office office = office_with_units();
  adopt(office, "HOURS", september(1));
  close(office, make_month(2026, 9));
  CHECK(adopt(office, "HOURS", september(10), "客服").adopted.size() == 1);
}

TEST_CASE("holes are named with the command that mends") {
  Office office = office_with_units();
  adopt(office, "HOURS", september(1));
  const auto in_force = regulations_in_force(office, "一组", october(1));
  REQUIRE(in_force.holes.size() == 4);
  CHECK(in_force.holes.front().message.id == "regulation.not-adopted");
  CHECK(in_force.holes.front().way_out ==
        "svcadm regulation adopt CODE --department 一组 --area leave --from 2026-10-01");
}

TEST_CASE("the policy of a department follows its adoptions and editions, day by day") {
  Office office = office_with_units();
  adopt(office, "HOURS", september(1));
  adopt(office, "NIGHT", october(1), "客服");
  set_regulation_value(office, "HOURS", "attendance.hours.windows", "08:00-17:00", september(15));
  const auto departments = store::PeopleStore{office.database()}.departments();
  const auto unit = departments.find("一组", october(1))->id;
  PolicyBook book{office.database(), departments, september(1), october(31)};
  const auto starts = [&](Date day) {
    return book.on(unit, day)->attendance.hours->value.windows.front().from.seconds / 3600;
  };
  CHECK(starts(september(1)) == 9);
  CHECK(starts(september(14)) == 9);
  CHECK(starts(september(15)) == 8);
  CHECK(starts(october(1)) == 22);
  CHECK(book.on(unit, september(1)) == book.on(unit, september(14)));
}

namespace {

/// A kind of leave that costs a share of a day's pay.
std::string leave_kind(const std::string& code, const std::string& deduct) {
  return "[[leave.kind]]\ncode = \"" + code + "\"\nfrom = 2026-01-01\nlabel = { zh = \"" + code + "\", en = \"" + code +
         "\" }\ncolumn = \"personal\"\ncounted = \"workdays\"\ndeduct = \"" + deduct +
         "\"\nkeeps_full_attendance = false\nclause = \"4\"\n";
}

/// Pays 2175 a month and takes what `takes` says.
std::string pay(const std::string& takes) {
  return "[[payroll.item]]\ncode = \"base\"\nfrom = 2026-01-01\nlabel = { zh = \"底薪\", en = \"base\" }\n"
         "column = \"base\"\nmethod = \"fixed/1\"\namount = \"2175.00\"\nfor = \"everybody\"\n"
         "part_month = \"workdays\"\nday_pay = true\nclause = \"8\"\n"
         "[[payroll.deduction]]\ncode = \"leave\"\nfrom = 2026-01-01\nlabel = { zh = \"假\", en = \"leave\" }\n"
         "column = \"personal_deduction\"\ntakes = [" +
         takes +
         "]\nclause = \"9\"\n"
         "[[payroll.divisor]]\nfrom = 2026-01-01\nmethod = \"fixed/1\"\ndays = \"21.75\"\nclause = \"10\"\n";
}

}  // namespace

TEST_CASE("regulations that come into force together have to fit together, and the last one is refused") {
  Office office = office_with_units();
  import_text(office, header("LEAVE") + leave_kind("personal", "100%") + leave_kind("care", "50%"));
  import_text(office, header("PAY") + pay("\"leave:personal\""));
  adopt(office, "LEAVE", september(1));
  const auto events = store::AuditStore{office.database()}.newest_event();
  CHECK(problem_ids([&] { adopt(office, "PAY", september(1)); }) == Ids{"regulation.together.not-taken"});
  CHECK(problem_ids([&] { adopt(office, "PAY", october(1), "一组"); }) == Ids{"regulation.together.not-taken"});
  CHECK(store::AuditStore{office.database()}.newest_event() == events);
  // In force from a day on that comes later, they meet then.
  Office later = office_with_units();
  import_text(later, header("LEAVE") + leave_kind("personal", "100%") + leave_kind("care", "50%"));
  import_text(later, header("PAY") + pay("\"leave:personal\""));
  adopt(later, "LEAVE", october(1), "一组");
  CHECK(problem_ids([&] { adopt(later, "PAY", september(1)); }) == Ids{"regulation.together.not-taken"});
}

TEST_CASE("a contradiction names the department, its first day and both regulations") {
  Office office = office_with_units();
  import_text(office, header("LEAVE") + leave_kind("care", "50%"));
  import_text(office, header("PAY") + pay("\"absenteeism\""));
  adopt(office, "PAY", september(1));
  try {
    adopt(office, "LEAVE", october(1), "客服");
    FAIL("not refused");
  } catch (const Error& error) {
    CHECK(error.failure() == Failure::refused);
    REQUIRE(error.problems().size() == 1);  // 一组 below it is the same case
    CHECK(error.problems().front().message ==
          Message{"regulation.together.not-taken", {"客服", october(1), "LEAVE", "PAY", "leave:care"}});
  }
}

TEST_CASE("areas are adopted one by one; what nothing governs yet contradicts nothing") {
  Office office = office_with_units();
  import_text(office, header("LEAVE") + leave_kind("personal", "100%"));
  import_text(office, header("PAY") + pay("\"leave:personal\", \"leave:care\""));
  CHECK(adopt(office, "PAY", september(1)).adopted.size() == 1);
  CHECK(adopt(office, "LEAVE", september(1)).adopted.size() == 1);
  CHECK(adopt(office, "HOURS", september(1)).adopted.size() == 1);
  import_text(office, header("OTHER") + leave_kind("care", "50%"));
  CHECK(adopt(office, "OTHER", october(1)).adopted.size() == 1);
}

TEST_CASE("an adoption that mends is taken while something else does not fit yet") {
  Office office = office_with_units();
  import_text(office, header("LEAVE") + leave_kind("personal", "100%"));
  import_text(office, header("PAY") + pay("\"leave:personal\""));
  adopt(office, "LEAVE", september(1));
  adopt(office, "PAY", september(1));
  import_text(office,
              header("LEAVE") + leave_kind("personal", "100%") + leave_kind("a", "50%") + leave_kind("b", "50%"));
  import_text(office, header("BETTER") + pay("\"leave:personal\", \"leave:a\""));
  office.notes().clear();
  CHECK(adopt(office, "BETTER", october(1)).adopted.size() == 1);
  CHECK(office.notes().back().id == "regulation.not-taken");
}
