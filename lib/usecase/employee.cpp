#include "usecase/employee.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "usecase/employee_intake.hpp"
#include "usecase/lookalikes.hpp"
#include "usecase/office.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

using store::Attribute;

std::string card(const store::Person& person) { return person.employee_no + " " + person.name; }

/// Ends the command with everything that was found; the first decides the status.
void throw_faults(const std::vector<Fault>& faults) {
  if (faults.empty()) return;
  std::vector<Problem> problems;
  for (const Fault& fault : faults) problems.push_back(fault.problem);
  throw Error{faults.front().failure, std::move(problems)};
}

EmployeeRow row_of(const store::Person& person, Date day, const store::DepartmentTree& tree,
                   const store::Person* superior, const std::vector<store::NumberHolder>& holders) {
  EmployeeRow row{.person = person, .department = {}, .superior = {}, .device_number = {}, .agent_number = {}};
  const Date seen = std::clamp(day, person.terms.front().from, person.terms.back().to);
  if (const auto* term = person.term_on(seen)) row.department = tree.on(term->department, seen).name;
  if (superior != nullptr) row.superior = card(*superior);
  for (const store::NumberHolder& holder : holders) {
    if (holder.employee != person.id) continue;
    if (holder.kind == store::NumberKind::device) row.device_number = holder.text;
    if (holder.kind == store::NumberKind::agent) row.agent_number = holder.text;
  }
  return row;
}

}  // namespace

void add_employee(Office& office, const NewEmployee& employee) {
  UnitOfWork work{office, domain::Permission::manage_people, "employee.add"};
  store::PeopleStore people{office.database()};
  Intake intake{office.database(), office.today()};

  auto faults = intake.check(
      employee, [](const std::string&) { return false; }, false);
  const store::Person* superior = intake.superior(employee);
  // Who comes back under his old number may still be somebody's superior.
  if (superior != nullptr && superior->employee_no != employee.employee_no) {
    auto circle = superior_circle(employee.employee_no, superior->employee_no, [&](const std::string& below) {
      return intake.superior_number(below, std::max(employee.hired, office.today()));
    });
    if (circle) faults.push_back({Failure::conflict, "superior", {.message = std::move(*circle)}});
  }
  throw_faults(faults);
  const auto department = intake.department(employee.department, employee.hired).value();
  const store::Person* former = intake.directory().by_number(employee.employee_no);

  const std::int64_t id = former != nullptr ? former->id : people.add_employee(work.event(), employee.employee_no);
  auto terms = former != nullptr ? intake.leftovers(employee, id) : std::vector<store::EmployeeTerm>{};
  const auto own =
      terms_of(employee, id, department.id, superior == nullptr ? std::nullopt : std::optional{superior->id});
  terms.insert(terms.end(), own.begin(), own.end());
  people.add_terms(work.event(), terms);
  const Lookalikes known{intake.directory().people()};
  if (auto note = known.name_note(employee.name)) office.notes().push_back(std::move(*note));
  if (auto note = known.number_note(employee.employee_no)) office.notes().push_back(std::move(*note));
  work.conclude(employee.employee_no);
}

std::vector<EmployeeRow> list_employees(Office& office, const std::string& department, Date day) {
  const Reading reading{office, domain::Permission::read};
  store::PeopleStore people{office.database()};
  const auto tree = people.departments();
  const std::optional<std::int64_t> above =
      department.empty() ? std::nullopt : std::optional{find_department(tree, department, day).id};
  const Directory directory{office.database(), day, day};
  std::map<std::int64_t, std::vector<store::NumberHolder>> holders;
  for (const store::NumberHolder& holder : people.number_holders(day, day)) holders[holder.employee].push_back(holder);

  std::vector<EmployeeRow> rows;
  for (const store::Person& person : directory.people()) {
    const store::TermSpan& term = person.terms.back();
    if (above && !tree.lies_in(term.department, *above, day)) continue;
    const store::Person* superior = term.superior ? directory.by_id(*term.superior) : nullptr;
    rows.push_back(row_of(person, day, tree, superior, holders[person.id]));
  }
  return rows;
}

namespace {

/// The value of an attribute as people read it.
std::string readable(store::PeopleStore& people, const store::DepartmentTree& tree, const store::EmployeeTerm& term) {
  if (term.value.empty()) return {};
  switch (term.attribute) {
    case Attribute::department: return tree.on(std::stoll(term.value), term.from).name;
    case Attribute::superior: {
      const auto superior = people.find(std::stoll(term.value), term.from);
      return superior ? card(*superior) : people.number_of(std::stoll(term.value));
    }
    case Attribute::base_pay: return to_string(Money{std::stoll(term.value)});
    case Attribute::probation_end:
    case Attribute::hired:
    case Attribute::left: return to_string(Date{static_cast<std::int32_t>(std::stol(term.value))});
    case Attribute::name:
    case Attribute::post:
    case Attribute::grade:
    case Attribute::device_number:
    case Attribute::agent_number: return term.value;
  }
  return term.value;
}

}  // namespace

EmployeeCard show_employee(Office& office, const std::string& word, Date day) {
  const Reading reading{office, domain::Permission::read};
  store::PeopleStore people{office.database()};
  const auto tree = people.departments();
  const store::Person person = find_person(office, word, day);
  const Date seen = person.terms.back().to;
  const auto superior_id = person.terms.back().superior;
  const auto superior = superior_id ? people.find(*superior_id, seen) : std::nullopt;

  EmployeeCard shown{
      .now = row_of(person, seen, tree, superior ? &*superior : nullptr, people.number_holders(seen, seen)),
      .services = people.services(person.id),
      .history = {}};
  for (const store::EmployeeTerm& term : people.terms_of(person.id)) {
    shown.history.push_back({term.from, term.attribute, readable(people, tree, term)});
  }
  std::stable_sort(shown.history.begin(), shown.history.end(),
                   [](const HistoryLine& a, const HistoryLine& b) { return a.from < b.from; });
  // Pay is shown to those who may see pay.
  if (!office.may(domain::Permission::read_pay) && !office.may(domain::Permission::manage_people)) {
    for (store::TermSpan& span : shown.now.person.terms) span.base_pay = {};
    std::erase_if(shown.history, [](const HistoryLine& line) { return line.attribute == Attribute::base_pay; });
  }
  return shown;
}

}  // namespace svcadm::usecase
