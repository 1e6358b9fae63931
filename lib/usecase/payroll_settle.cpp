// A leaver's settlement: his service ends, and his month up to the last day is a run of its own.

#include <fmt/format.h>

#include "base/suggestion.hpp"
#include "usecase/compute_run.hpp"
#include "usecase/directory.hpp"
#include "usecase/employee.hpp"
#include "usecase/office.hpp"
#include "usecase/own_affair.hpp"
#include "usecase/payroll_steps.hpp"
#include "usecase/run_approval.hpp"

namespace svcadm::usecase {

RunOutcome settle_person(Office& office, const std::string& word, Date last_worked) {
  UnitOfWork work{office, domain::Permission::run_payroll, "payroll.settle"};
  store::PayrollStore payroll{office.database()};
  const Month month = month_of(last_worked);
  const store::Person person = find_person(office, word, last_worked);

  require_other(office, person, domain::Permission::run_payroll);
  if (last_worked > office.today()) {
    throw Error{Failure::refused, Message{"payroll.last-day-to-come", {person.employee_no, person.name, last_worked}},
                suggest("svcadm employee change {} --left {}", person.employee_no, to_string(last_worked))};
  }
  if (payroll.is_closed(month)) throw Error{Failure::conflict, Message{"payroll.closed", {month}}};
  if (const auto paid_by = payroll.run_with(month, person.id); paid_by && paid_by->closed()) {
    throw Error{Failure::conflict,
                Message{"payroll.paid-in", {person.employee_no, person.name, month, paid_by->name()}}};
  }
  if (person.left != last_worked) {
    office.require(domain::Permission::manage_people);
    record_change(office, work.event(), person, {.from = last_worked, .left = std::optional{last_worked}});
  }

  auto outcome =
      compute_run(office, work, {.month = month, .kind = store::RunKind::settlement, .employee = person.id}, {});
  if (const auto open = open_before(office, month); open && person.hired < first_day(month)) {
    outcome.doubts.push_back({.employee_no = person.employee_no,
                              .name = person.name,
                              .message = {"finding.settled-before", {*open, month}},
                              .way_out = suggest("svcadm payroll close --month {}", to_string(*open)),
                              .blocks = false});
  }
  return outcome;
}

}  // namespace svcadm::usecase
