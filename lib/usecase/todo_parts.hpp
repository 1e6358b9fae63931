#pragma once
// What each area adds to the list of what waits.  For todo*.cpp only.  \pre in a transaction

#include <vector>

#include "usecase/todo.hpp"

namespace svcadm::usecase {

/// Months that are over and not closed: to be computed, approved, paid, closed; people who are held.
void add_payroll_todo(Office& office, std::vector<TodoItem>& items);

/// Days and numbers of open months that somebody has to decide.
void add_time_todo(Office& office, std::vector<TodoItem>& items);

/// Corrections of time that wait for a second person, of closed months too.
void add_corrections_todo(Office& office, std::vector<TodoItem>& items);

/// Consents, hand-overs and papers that leave waits for.
void add_leave_todo(Office& office, std::vector<TodoItem>& items);

/// Conduct of this month and the last one that is to be found, decided or told.
void add_conduct_todo(Office& office, std::vector<TodoItem>& items);

/// What is open in the names of people who leave, for their superiors; looks at what `items` holds already.
void add_leavers_todo(Office& office, std::vector<TodoItem>& items);

/// Every area but the leavers'.
void add_all_todo(Office& office, std::vector<TodoItem>& items);

}  // namespace svcadm::usecase
