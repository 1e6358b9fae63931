#include "usecase/day_plans.hpp"

#include <doctest/doctest.h>

#include "unit/usecase/office_fixture.hpp"
#include "usecase/calendar.hpp"
#include "usecase/employee.hpp"
#include "usecase/roster.hpp"
#include "usecase/shift.hpp"

using namespace svcadm;
using namespace svcadm::usecase;
using domain::DayKind;
using domain::PlanSource;

namespace {

Date day(int number) { return make_date(2026, 10, number); }
std::vector<domain::Window> hours_of(const char* text) { return domain::parse_windows(text).value(); }

const domain::Shift regulation_hours{"", hours_of("09:00-12:00,13:00-18:00")};

/// "客服" with "一组" below; E1 in 一组, E2 in 客服; shifts 早, 晚 and 休; no calendar notice.
Office office_with_shifts() {
  Office office = make_office(day(12));
  add_department(office, {.name = "客服"});
  add_department(office, {.name = "一组", .parent = "客服"});
  add_employee(office, {.employee_no = "E1", .name = "王芳", .department = "一组", .hired = make_date(2025, 1, 6)});
  add_employee(office, {.employee_no = "E2", .name = "李明", .department = "客服", .hired = make_date(2025, 1, 6)});
  add_shift(office, "早", hours_of("09:30-12:30,13:30-18:30"), "", {});
  add_shift(office, "晚", hours_of("14:00-22:00"), "", {});
  add_shift(office, "休", {}, "", {});
  return office;
}

domain::DayPlan plan_of(Office& office, const char* number, Date on,
                        const std::optional<domain::Shift>& hours = regulation_hours) {
  const DayPlans plans{office.database(), day(1), day(31)};
  for (const auto& person : store::PeopleStore{office.database()}.people_between(day(1), day(31))) {
    if (person.employee_no == number) return plans.plan(person, on, hours ? &*hours : nullptr);
  }
  return {};
}

}  // namespace

TEST_CASE("without a word from anybody the week decides, and the day is provisional") {
  Office office = office_with_shifts();
  const DayPlans plans{office.database(), day(1), day(31)};
  const auto root = plans.departments().list(day(1)).front().id;
  CHECK(plans.calendar_day(day(9), root).kind == DayKind::workday);
  CHECK(plans.calendar_day(day(10), root).kind == DayKind::rest_day);
  CHECK(plans.calendar_day(day(9), root).provisional);
  CHECK(plans.provisional_day(day(1), day(31), root) == day(1));
}

TEST_CASE("a department's own day goes before the office's, for all below it too") {
  Office office = office_with_shifts();
  set_calendar_day(office, day(10), DayKind::makeup_workday, "", "国庆节");
  set_calendar_day(office, day(10), DayKind::rest_day, "客服", "");
  const DayPlans plans{office.database(), day(1), day(31)};
  const auto& tree = plans.departments();
  CHECK(plans.calendar_day(day(10), tree.find("星河", day(1))->id).kind == DayKind::makeup_workday);
  CHECK(plans.calendar_day(day(10), tree.find("一组", day(1))->id).kind == DayKind::rest_day);
  CHECK_FALSE(plans.calendar_day(day(10), tree.find("一组", day(1))->id).provisional);
}

TEST_CASE("the regulation's hours are worked where no shift is assigned") {
  Office office = office_with_shifts();
  CHECK(plan_of(office, "E1", day(9)).shift == regulation_hours);
  CHECK(plan_of(office, "E1", day(9)).source == PlanSource::calendar);
  CHECK_FALSE(plan_of(office, "E1", day(10)).shift.works());
  CHECK(problem_ids([&] { plan_of(office, "E1", day(9), std::nullopt); }) ==
        std::vector<std::string>{"plan.no-hours"});
}

TEST_CASE("the nearer assignment is worked: person, department, the one above; a weekday's first") {
  Office office = office_with_shifts();
  assign_shift(office, {.code = "早", .department = "客服", .from = day(5)});
  CHECK(plan_of(office, "E1", day(2)).shift == regulation_hours);
  CHECK(plan_of(office, "E1", day(9)).shift.code == "早");
  assign_shift(office, {.code = "晚", .department = "一组", .from = day(5)});
  CHECK(plan_of(office, "E1", day(9)).shift.code == "晚");
  CHECK(plan_of(office, "E2", day(9)).shift.code == "早");
  assign_shift(office, {.code = "早", .employee = "E1", .weekday = 5, .from = day(5)});
  CHECK(plan_of(office, "E1", day(9)).shift.code == "早");
  CHECK(plan_of(office, "E1", day(8)).shift.code == "晚");
  assign_shift(office, {.code = "", .department = "一组", .from = day(12)});
  CHECK(plan_of(office, "E1", day(13)).shift.code == "早");
}

TEST_CASE("one roster cell makes the whole month rostered") {
  Office office = office_with_shifts();
  assign_shift(office, {.code = "早", .department = "客服", .from = day(5)});
  CHECK(set_roster(office, "E1", day(10), day(11), "晚") == 2);
  CHECK(plan_of(office, "E1", day(10)).shift.code == "晚");
  CHECK(plan_of(office, "E1", day(10)).source == PlanSource::roster);
  CHECK(plan_of(office, "E1", day(10)).kind == DayKind::rest_day);
  CHECK(plan_of(office, "E1", day(9)).source == PlanSource::missing_roster);
  CHECK_FALSE(plan_of(office, "E1", day(9)).shift.works());
  CHECK(plan_of(office, "E2", day(9)).source == PlanSource::calendar);
  CHECK(set_roster(office, "E1", day(10), day(11), "") == 2);
  CHECK(plan_of(office, "E1", day(9)).source == PlanSource::calendar);
}

TEST_CASE("a roster is read for the whole calendar month of a span") {
  Office office = office_with_shifts();
  set_roster(office, "E1", day(30), day(30), "晚");
  const DayPlans plans{office.database(), day(8), day(9)};
  const auto person = store::PeopleStore{office.database()}.find("E1", day(9)).value();
  CHECK(plans.plan(person, day(9), &regulation_hours).source == PlanSource::missing_roster);
}

TEST_CASE("what a code means is dated") {
  Office office = office_with_shifts();
  assign_shift(office, {.code = "早", .department = "客服", .from = day(1)});
  add_shift(office, "早", hours_of("08:00-16:00"), "", day(12));
  CHECK(plan_of(office, "E1", day(9)).shift.start() == TimeOfDay{34200});
  CHECK(plan_of(office, "E1", day(12)).shift.start() == TimeOfDay{28800});
}

TEST_CASE("plans are those that were known by an event") {
  Office office = office_with_shifts();
  assign_shift(office, {.code = "早", .department = "客服", .from = day(5)});
  const auto known = store::AuditStore{office.database()}.newest_event();
  set_roster(office, "E1", day(9), day(9), "晚");
  set_calendar_day(office, day(8), DayKind::rest_day, "", "");
  const auto person = store::PeopleStore{office.database()}.find("E1", day(9)).value();
  const DayPlans then{office.database(), day(9), day(9), known};
  CHECK(then.plan(person, day(9), nullptr).shift.code == "早");
  const DayPlans before{office.database(), day(8), day(8), known};
  CHECK(before.calendar_day(day(8), person.terms.back().department).kind == DayKind::workday);
}
