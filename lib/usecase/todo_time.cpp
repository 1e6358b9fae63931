// What is still to be decided about days and numbers.

#include "store/audit_store.hpp"
#include "store/payroll_store.hpp"
#include "usecase/clock_in_report.hpp"
#include "usecase/office.hpp"
#include "usecase/settings.hpp"
#include "usecase/time_corrections.hpp"
#include "usecase/todo_parts.hpp"

namespace svcadm::usecase {

namespace {

/// What a month leaves open, or that nothing says what a day is.
void add_month(Office& office, Month month, std::vector<TodoItem>& items) {
  for (const Finding& finding : exceptions_of(office, month)) {
    if (finding.message.id == "finding.correction.pending") continue;  // add_corrections_todo
    items.push_back({.area = "clock-in",
                     .what = finding.message,
                     .employee_no = finding.employee_no,
                     .name = finding.name,
                     .since = finding.day.value_or(first_day(month)),
                     .command = finding.way_out,
                     .permission = domain::Permission::record_time,
                     .own_too = finding.message.id == "finding.leave.pending"});
  }
}

}  // namespace

void add_time_todo(Office& office, std::vector<TodoItem>& items) {
  const auto closed = store::PayrollStore{office.database()}.newest_closed();
  const auto first = first_month(office.database(), office.today());
  const Month this_month = month_of(office.today());
  for (Month month = closed ? *closed + 1 : first.value_or(this_month); month <= this_month; month = month + 1) {
    if (first_day(month) > last_day_over(office)) break;
    try {
      add_month(office, month, items);
    } catch (const Error& error) {
      if (error.failure() != Failure::no_rule) throw;
      for (const Problem& problem : error.problems()) {
        items.push_back({.area = "regulation",
                         .what = problem.message,
                         .since = first_day(month),
                         .command = problem.way_out,
                         .permission = domain::Permission::regulate});
      }
    }
  }
}

void add_corrections_todo(Office& office, std::vector<TodoItem>& items) {
  store::AuditStore audit{office.database()};
  for (const PendingCorrection& one : pending_corrections(office)) {
    const store::AuditEvent event = audit.find(one.row.event).value().event;
    items.push_back({.area = "clock-in",
                     .what = one.finding.message,
                     .employee_no = one.finding.employee_no,
                     .name = one.finding.name,
                     .since = date_of(event.as_of),
                     .command = one.finding.way_out,
                     .permission = domain::Permission::record_time,
                     .asked = one.row.asked,
                     .not_by = event.actor});
  }
}

}  // namespace svcadm::usecase
