#include "usecase/employee_exit.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "store/leave_store.hpp"
#include "store/office_store.hpp"
#include "store/payroll_store.hpp"
#include "store/people_store.hpp"
#include "store/roster_store.hpp"
#include "usecase/directory.hpp"
#include "usecase/employee.hpp"
#include "usecase/employee_intake.hpp"
#include "usecase/leave_desk.hpp"
#include "usecase/office.hpp"
#include "usecase/own_affair.hpp"
#include "usecase/pay_month.hpp"
#include "usecase/stand_in.hpp"
#include "usecase/todo_parts.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

using domain::Permission;

/// Who has the leaver as superior on a day, in the order of lists.
std::vector<store::Person> reports_of(Office& office, std::int64_t superior, Date day) {
  auto people = store::PeopleStore{office.database()}.people_between(day, day);
  std::erase_if(people, [&](const store::Person& one) { return one.term_on(day)->superior != superior; });
  return people;
}

void add_reports(Office& office, const store::Person& leaver, Date after, std::vector<TodoItem>& items) {
  const auto reports = reports_of(office, leaver.id, after);
  if (reports.empty()) return;
  std::string names;
  for (const store::Person& one : reports) names += (names.empty() ? "" : ", ") + one.employee_no + " " + one.name;
  items.push_back(
      {.area = "employee",
       .what = {"todo.exit.reports", {static_cast<std::int64_t>(reports.size()), names}},
       .since = after - 1,
       .command = suggest("svcadm employee transfer-work {} PERSON --from {}", leaver.employee_no, to_string(after)),
       .permission = Permission::manage_people});
}

void add_leave(Office& office, const store::Person& leaver, Date after, std::vector<TodoItem>& items) {
  for (const store::LeaveRow& leave : store::LeaveStore{office.database()}.between(after, end_of_days)) {
    if (leave.employee != leaver.id) continue;
    items.push_back({.area = "leave",
                     .what = {"todo.exit.leave", {leave_name(leave.id), leave.first, leave.last}},
                     .since = after - 1,
                     .command = suggest("svcadm leave cancel {} --reason TEXT", leave_name(leave.id)),
                     .permission = Permission::record_time});
  }
}

void add_roles(Office& office, const store::Person& leaver, Date after, std::vector<TodoItem>& items) {
  for (const domain::Role role : store::OfficeStore{office.database()}.roles_of(leaver.employee_no, after)) {
    items.push_back({.area = "role",
                     .what = {"todo.exit.role", {Term{"role." + domain::to_key(role)}}},
                     .since = after - 1,
                     .command = suggest("svcadm role revoke {} {} --from {}", domain::to_key(role), leaver.employee_no,
                                        to_string(after)),
                     .permission = Permission::configure});
  }
}

/// Stand-ins that run on, whichever of the two he is.
void add_stand_ins(Office& office, const store::Person& leaver, Date after, std::vector<TodoItem>& items) {
  for (const ListedStandIn& one : stand_ins_since(office, after)) {
    if (one.employee_no != leaver.employee_no && one.deputy_no != leaver.employee_no) continue;
    items.push_back(
        {.area = "stand-in",
         .what = {"todo.exit.stand-in",
                  {one.deputy_no + " " + one.deputy_name, one.employee_no + " " + one.name, one.to}},
         .since = after - 1,
         .command = suggest("svcadm stand-in end {} --from {}", one.employee_no, to_string(std::max(after, one.from))),
         .permission = Permission::manage_people});
  }
}

/// Shifts that are planned for him and somebody else has to take.
void add_roster(Office& office, const store::Person& leaver, Date after, std::vector<TodoItem>& items) {
  const auto sheet = store::RosterStore{office.database()}.sheet(after, end_of_days);
  const auto cells = sheet.of(leaver.id);
  if (cells.empty()) return;
  const Date first = cells.front().day;
  const Date last = cells.back().day;
  items.push_back(
      {.area = "roster",
       .what = {"todo.exit.roster", {static_cast<std::int64_t>(cells.size()), first, last}},
       .since = after - 1,
       .command = suggest("svcadm roster set {} {}..{} none", leaver.employee_no, to_string(first), to_string(last)),
       .permission = Permission::manage_people});
}

/// Number of somebody's superior on his last day in service before DAY; empty where he has none.
std::string last_superior(Office& office, std::int64_t employee, Date day) {
  store::PeopleStore people{office.database()};
  const store::Person person = people.history(employee).value();
  std::optional<std::int64_t> superior;
  for (const store::TermSpan& term : person.terms) {
    if (term.from < day) superior = term.superior;
  }
  return superior ? people.number_of(*superior) : std::string{};
}

/// His last pay, and what it left uncovered.
void add_pay(Office& office, const store::Person& leaver, Date last_day, std::vector<TodoItem>& items) {
  store::PayrollStore payroll{office.database()};
  const Month month = month_of(last_day);
  if (before_first_month(office, month)) return;  // older books paid it
  const auto run = payroll.run_with(month, leaver.id);
  if (!run || !run->closed()) {
    items.push_back(
        {.area = "payroll",
         .what = {"todo.exit.pay", {month}},
         .since = last_day,
         .command = suggest("svcadm payroll settle {} --last-day {}", leaver.employee_no, to_string(last_day)),
         .permission = Permission::run_payroll});
    return;
  }
  const auto left = payroll.remainders(run->id);
  const auto found = left.find(leaver.id);
  if (found == left.end() || found->second.carry.total() == Money{}) return;
  items.push_back(
      {.area = "payroll",
       .what = {"todo.exit.carried", {found->second.carry.total(), month}},
       .since = last_day,
       .command = suggest("svcadm payroll explain {} carried_out --month {}", leaver.employee_no, to_string(month)),
       .permission = Permission::run_payroll});
}

/// Everything that is open in the name of somebody who leaves: what concerns him, and what waits for him.
std::vector<TodoItem> open_of(Office& office, const store::Person& leaver, Date last_day,
                              const std::vector<TodoItem>& waiting) {
  std::vector<TodoItem> items;
  const Date after = last_day + 1;
  add_reports(office, leaver, after, items);
  add_leave(office, leaver, after, items);
  add_roles(office, leaver, after, items);
  add_stand_ins(office, leaver, after, items);
  add_roster(office, leaver, after, items);
  add_pay(office, leaver, last_day, items);
  for (TodoItem& item : items) {
    item.employee_no = leaver.employee_no;
    item.name = leaver.name;
  }
  for (const TodoItem& item : waiting) {
    const bool for_him = item.for_people == std::vector{leaver.employee_no} || item.asked == leaver.employee_no;
    if (for_him || item.employee_no == leaver.employee_no) items.push_back(item);
  }
  return items;
}

}  // namespace

void add_leavers_todo(Office& office, std::vector<TodoItem>& items) {
  store::PeopleStore people{office.database()};
  const auto waiting = items;
  for (const store::Exit& exit : people.exits()) {
    const auto leaver = people.find(exit.employee, exit.last_day);
    const store::TermSpan* term = leaver ? leaver->term_on(exit.last_day) : nullptr;
    if (term == nullptr || !term->superior) continue;
    const std::string superior = people.number_of(*term->superior);
    for (TodoItem& item : open_of(office, *leaver, exit.last_day, waiting)) {
      item.for_people = {superior};
      items.push_back(std::move(item));
    }
  }
}

std::vector<TodoItem> exit_employee(Office& office, const std::string& word, Date last_day, const std::string& reason) {
  UnitOfWork work{office, Permission::manage_people, "employee.exit"};
  store::PeopleStore people{office.database()};
  const store::Person person = find_person(office, word, last_day);
  const std::string clean{trim(reason)};
  require_other(office, person, Permission::manage_people);
  if (clean.empty()) throw Error{Failure::usage, Message{"employee.reason-missing", {}}};
  const bool changed = record_change(office, work.event(), person, {.from = last_day, .left = std::optional{last_day}});
  const auto exits = people.exits();
  const bool known = std::any_of(exits.begin(), exits.end(), [&](const store::Exit& exit) {
    return exit.employee == person.id && exit.last_day == last_day && exit.reason == clean;
  });
  if (!known) people.add_exit(work.event(), {person.id, last_day, clean});
  std::vector<TodoItem> waiting;
  add_all_todo(office, waiting);
  auto open = open_of(office, person, last_day, waiting);
  if (changed || !known) {
    work.conclude(person.employee_no, fmt::format(R"({{"last_day":"{}"}})", to_string(last_day)));
  }
  return open;
}

PassedOn transfer_work(Office& office, const std::string& from_word, const std::string& to_word, Date day) {
  UnitOfWork work{office, Permission::manage_people, "employee.transfer-work"};
  const store::Person from = find_person(office, from_word, day);
  const store::Person to = find_person(office, to_word, day);
  if (from.id == to.id) throw Error{Failure::usage, Message{"employee.transfer-to-himself", {}}};
  if (!to.in_service(day)) {
    throw Error{Failure::conflict, Message{"people.not-in-service", {to.employee_no, to.name, day}},
                suggest("svcadm employee show {}", to.employee_no)};
  }
  const std::string above = last_superior(office, from.id, day);
  PassedOn passed;
  for (const store::Person& one : reports_of(office, from.id, day)) {
    require_other(office, one, Permission::manage_people);
    // Who takes over does not become his own superior: he gets the leaver's.
    const bool himself = one.id == to.id;
    record_change(office, work.event(), one, {.from = day, .superior = himself ? above : to.employee_no});
    passed.reports.push_back(one.employee_no + " " + one.name);
  }
  if (passed.reports.empty()) {
    throw Error{Failure::conflict, Message{"employee.nothing-to-pass-on", {from.employee_no, from.name, day}}};
  }
  work.conclude(from.employee_no, fmt::format(R"({{"to":"{}","from":"{}","people":{}}})", json_text(to.employee_no),
                                              to_string(day), passed.reports.size()));
  return passed;
}

}  // namespace svcadm::usecase
