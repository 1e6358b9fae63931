#include "usecase/shift.hpp"

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "store/people_store.hpp"
#include "usecase/closed_month.hpp"
#include "usecase/department.hpp"
#include "usecase/directory.hpp"
#include "usecase/office.hpp"
#include "usecase/own_affair.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

std::string joined_codes(const store::ShiftBook& book) {
  std::string codes;
  std::string last;
  for (const store::ShiftTerm& term : book.terms()) {
    if (term.code == last) continue;
    last = term.code;
    codes += (codes.empty() ? "" : ", ") + term.code;
  }
  return codes;
}

}  // namespace

Problem unknown_shift(const store::ShiftBook& book, const std::string& code) {
  const std::string codes = joined_codes(book);
  return {.message = codes.empty() ? Message{"shift.none", {code}} : Message{"shift.unknown", {code, codes}},
          .way_out = suggest("svcadm shift add {} WINDOWS", code)};
}

void add_shift(Office& office, const std::string& code, const std::vector<domain::Window>& windows,
               const std::string& label, std::optional<Date> from) {
  UnitOfWork work{office, domain::Permission::manage_people, "shift.add"};
  store::ShiftStore shifts{office.database()};
  const store::ShiftBook book = shifts.book();
  const std::string clean{trim(code)};

  if (clean.empty() || clean != printable(clean) || clean.find_first_of(" ,;") != std::string::npos) {
    throw Error{Failure::usage, Message{"shift.bad-code", {code}}};
  }
  for (const domain::Window& window : windows) {
    // Midnight to midnight is meant; two equal times in the middle of a day are a slip of the pen.
    const bool whole_day = window.to - window.from == hours(24) && window.from.seconds != 0;
    if (whole_day) throw Error{Failure::usage, Message{"shift.no-length", {window.from}}};
  }
  const bool known = book.knows(clean);
  if (known && !from) {
    throw Error{Failure::conflict, Message{"shift.exists", {clean}},
                suggest("svcadm shift add {} WINDOWS --from DATE", clean)};
  }
  if (known) require_open_month(office.database(), *from);

  shifts.add(work.event(), {clean, from.value_or(beginning), windows, std::string{trim(label)}});
  work.conclude(clean, fmt::format(R"({{"windows":"{}"}})", domain::to_string(windows)));
}

std::vector<store::ShiftTerm> list_shifts(Office& office) {
  const Reading reading{office, domain::Permission::read};
  return store::ShiftStore{office.database()}.book().terms();
}

std::vector<AssignmentRow> list_assignments(Office& office) {
  const Reading reading{office, domain::Permission::read};
  store::PeopleStore people{office.database()};
  const auto tree = people.departments();
  std::vector<AssignmentRow> rows;
  for (const store::ShiftAssignment& each : store::ShiftStore{office.database()}.assignments()) {
    AssignmentRow row{
        .department = {}, .employee = {}, .weekday = each.weekday, .from = each.from, .shift = each.shift};
    if (each.department) row.department = tree.on(*each.department, office.today()).name;
    if (each.employee) {
      const auto person = people.find(*each.employee, office.today());
      row.employee = person ? person->employee_no + " " + person->name : people.number_of(*each.employee);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

void assign_shift(Office& office, const NewAssignment& assignment) {
  UnitOfWork work{office, domain::Permission::manage_people, "shift.assign"};
  store::ShiftStore shifts{office.database()};
  const store::ShiftBook book = shifts.book();
  if (assignment.department.empty() == assignment.employee.empty()) {
    throw Error{Failure::usage, Message{"shift.whom", {}}};
  }
  store::ShiftAssignment row{std::nullopt, std::nullopt, assignment.weekday, assignment.from,
                             std::string{trim(assignment.code)}};
  std::string whom;
  if (assignment.employee.empty()) {
    const auto department = find_department(office, assignment.department, assignment.from);
    row.department = department.id;
    whom = department.name;
  } else {
    const auto person = find_person(office, assignment.employee, assignment.from);
    require_other(office, person, domain::Permission::manage_people);
    row.employee = person.id;
    whom = person.employee_no;
  }

  if (!row.shift.empty() && !book.knows(row.shift)) {
    throw Error{Failure::not_found, {unknown_shift(book, row.shift)}};
  }
  if (!row.shift.empty() && book.on(row.shift, row.from) == nullptr) {
    throw Error{Failure::conflict, Message{"shift.not-yet", {row.shift, row.from}}, "svcadm shift list"};
  }
  require_open_month(office.database(), row.from);

  shifts.assign(work.event(), row);
  work.conclude(whom, fmt::format(R"({{"from":"{}","of":"{}"}})", to_string(row.from),
                                  assignment.employee.empty() ? "department" : "employee"));
}

}  // namespace svcadm::usecase
