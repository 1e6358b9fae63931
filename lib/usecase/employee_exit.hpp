#pragma once
// Leaving: the last day, what is open in the leaver's name, and who takes over.

#include <string>
#include <vector>

#include "base/date.hpp"
#include "usecase/todo.hpp"

namespace svcadm::usecase {

/// Ends a person's service with the last day worked, for a reason, and gives all that is open in his name.
/// Failure::usage without a reason, Failure::not_permitted for oneself; otherwise as change_employee.
std::vector<TodoItem> exit_employee(Office& office, const std::string& person, Date last_day,
                                    const std::string& reason);

struct PassedOn {
  std::vector<std::string> reports;  ///< number and name of who has a new superior
};

/// From that day on TO is superior of everybody whose superior FROM was.
/// Failure::conflict where there is nothing to pass on, or the day lies in a closed month; Failure::usage for one to
/// himself.
PassedOn transfer_work(Office& office, const std::string& from, const std::string& to, Date day);

}  // namespace svcadm::usecase
