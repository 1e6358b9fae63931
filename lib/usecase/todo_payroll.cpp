// What a month's pay waits for.

#include <algorithm>

#include "base/suggestion.hpp"
#include "store/audit_store.hpp"
#include "store/payroll_store.hpp"
#include "store/people_store.hpp"
#include "usecase/office.hpp"
#include "usecase/run_approval.hpp"
#include "usecase/settings.hpp"
#include "usecase/todo_parts.hpp"

namespace svcadm::usecase {

namespace {

using domain::Permission;

Date day_of(Office& office, std::int64_t event) {
  return date_of(store::AuditStore{office.database()}.find(event).value().event.as_of);
}

/// The next step of a run that is not closed.
TodoItem next_step(Office& office, const store::RunRow& run) {
  store::PayrollStepsStore steps{office.database()};
  TodoItem item{.area = "payroll", .since = day_of(office, run.event)};
  const std::string name = run.name();
  if (run.kind != store::RunKind::month) {
    const auto person = store::PeopleStore{office.database()}.history(run.employee).value();
    item.employee_no = person.employee_no;
    item.name = person.name;
  }
  const auto approval = steps.approval(run.id);
  if (!approval) {
    item.what = {"todo.payroll.approve", {name, run.month}};
    item.command = suggest("svcadm payroll approve --run {}", name);
    item.permission = Permission::approve_pay;
    item.not_by = store::AuditStore{office.database()}.find(run.event).value().event.actor;
    return item;
  }
  const auto payments = steps.payments(run.id);
  if (payments.empty()) {
    const bool stands = check_approval(office, run).stands();
    item.since = day_of(office, approval->event);
    item.what = {stands ? "todo.payroll.pay" : "todo.payroll.fallen", {name, run.month}};
    item.command = stands ? suggest("svcadm payroll paid --run {} --on DATE", name) : run_again(office, run);
    item.permission = stands ? Permission::approve_pay : Permission::run_payroll;
    return item;
  }
  item.since = day_of(office, payments.back().event);
  item.what = {"todo.payroll.close", {name, run.month}};
  item.command = suggest("svcadm payroll close --run {}", name);
  item.permission = Permission::close_month;
  return item;
}

/// Who was held when the month was closed and has not been paid since.
void add_held(Office& office, Month month, std::vector<TodoItem>& items) {
  store::PayrollStore payroll{office.database()};
  for (const auto& [employee, reason] : store::PayrollStepsStore{office.database()}.holds(month)) {
    if (const auto run = payroll.run_with(month, employee); run && run->kind != store::RunKind::month) continue;
    const auto person = store::PeopleStore{office.database()}.history(employee).value();
    items.push_back(
        {.area = "payroll",
         .what = {"todo.payroll.held", {month, reason}},
         .employee_no = person.employee_no,
         .name = person.name,
         .since = last_day(month),
         .command = suggest("svcadm payroll run --month {} --only {}", to_string(month), person.employee_no),
         .permission = Permission::run_payroll});
  }
}

}  // namespace

void add_payroll_todo(Office& office, std::vector<TodoItem>& items) {
  store::PayrollStore payroll{office.database()};
  const auto first = first_month(office.database(), office.today());
  const auto closed = payroll.newest_closed();
  const Month this_month = month_of(office.today());
  for (Month month = first.value_or(this_month); month <= this_month; month = month + 1) {
    const bool is_closed = closed && month <= *closed;
    if (is_closed) add_held(office, month, items);
    const auto runs = payroll.runs(month);
    for (const store::RunRow& run : runs) {
      if (!run.closed()) items.push_back(next_step(office, run));
    }
    const bool has_own =
        std::any_of(runs.begin(), runs.end(), [](const auto& run) { return run.kind == store::RunKind::month; });
    if (has_own || month >= this_month) continue;
    items.push_back({.area = "payroll",
                     .what = {"todo.payroll.run", {month}},
                     .since = first_day(month + 1),
                     .command = suggest("svcadm payroll check --month {}", to_string(month)),
                     .permission = Permission::run_payroll});
  }
}

}  // namespace svcadm::usecase
