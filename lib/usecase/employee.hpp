#pragma once
// Employees: joining, changing, leaving.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/money.hpp"
#include "store/people_store.hpp"
#include "usecase/import_request.hpp"

namespace svcadm::usecase {

class Office;

/// Somebody to employ.  Empty where nothing is said.
struct NewEmployee {
  std::string employee_no;
  std::string name;
  std::string department;  ///< by name
  Date hired;
  std::string post = {};
  std::string grade = {};
  std::string superior = {};  ///< by number or name
  std::optional<Money> base_pay = {};
  std::optional<Date> probation_end = {};  ///< the last day
  std::string device_number = {};
  std::string agent_number = {};
};

/// What changes from a day on.  Nothing: as before; an empty value takes the attribute away.
struct EmployeeChange {
  Date from = {};
  std::optional<std::string> name = {};
  std::optional<std::string> department = {};
  std::optional<std::string> post = {};
  std::optional<std::string> grade = {};
  std::optional<std::string> superior = {};
  std::optional<std::optional<Money>> base_pay = {};
  std::optional<std::optional<Date>> probation_end = {};
  std::optional<std::string> device_number = {};
  std::optional<std::string> agent_number = {};
  std::optional<std::optional<Date>> left = {};  ///< the last day worked; ends the service that `from` lies in
  std::optional<Date> hired = {};                ///< corrects the first day of that service
};

/// Employs somebody; a number whose bearer has left employs him again.
/// Failure::conflict where the number is in service or a punch number is taken, Failure::not_found for department
/// or superior; every problem at once.
void add_employee(Office& office, const NewEmployee& employee);

/// Failure::conflict in a closed month, for a number that is taken, and outside of his service.
void change_employee(Office& office, const std::string& person, const EmployeeChange& change);

/// The same within the work of another use-case; false where nothing changes.
bool record_change(Office& office, std::int64_t event, const store::Person& person, const EmployeeChange& change);

/// How an employees' file is brought in.
struct EmployeeImport {
  ImportRequest request;
  bool add_departments = false;  ///< departments that are unknown are founded below the company
};
/// All or nothing.  Who is there already with the same attributes is known and left alone.
ImportOutcome import_employees(Office& office, const EmployeeImport& import);

/// A person as lists show him.
struct EmployeeRow {
  store::Person person;
  std::string department;
  std::string superior;  ///< number and name
  std::string device_number;
  std::string agent_number;
};

/// In service on DAY; of a department and all below it where one is named.
std::vector<EmployeeRow> list_employees(Office& office, const std::string& department, Date day);

/// One attribute's value from a day on.
struct HistoryLine {
  Date from;
  store::Attribute attribute = store::Attribute::name;
  std::string value;  ///< as people read it; empty: taken away
};
struct EmployeeCard {
  EmployeeRow now;
  std::vector<store::Service> services;
  std::vector<HistoryLine> history;  ///< by day
};
EmployeeCard show_employee(Office& office, const std::string& person, Date day);

}  // namespace svcadm::usecase
