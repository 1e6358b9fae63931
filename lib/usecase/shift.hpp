#pragma once
// Shift codes, and who works which shift where no roster says so.

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/error.hpp"
#include "store/shift_store.hpp"

namespace svcadm::usecase {

class Office;

/// Defines a code, or what it means from `from` on where it is known already; a new code has always meant it.
/// Failure::conflict in a closed month, Failure::usage for a code with blanks or a code known and no day.
void add_shift(Office& office, const std::string& code, const std::vector<domain::Window>& windows,
               const std::string& label, std::optional<Date> from);

/// A code's term as lists show it.
std::vector<store::ShiftTerm> list_shifts(Office& office);

/// An assignment as lists show it.
struct AssignmentRow {
  std::string department;  ///< one of both
  std::string employee;    ///< number and name
  int weekday = 0;         ///< 0 every day
  Date from;
  std::string shift;  ///< empty: taken back
};
std::vector<AssignmentRow> list_assignments(Office& office);

/// Who is to work a shift.
struct NewAssignment {
  std::string code;  ///< empty takes the assignment back
  std::string department = {};
  std::string employee = {};
  int weekday = 0;
  Date from = {};
};
/// That no shift has this code, with those there are.
Problem unknown_shift(const store::ShiftBook& book, const std::string& code);

/// Failure::not_found for code, department or person, Failure::conflict in a closed month or where the code means
/// nothing yet on `from`, Failure::usage unless exactly one of department and employee is named.
void assign_shift(Office& office, const NewAssignment& assignment);

}  // namespace svcadm::usecase
