#pragma once
// Departments: a tree below the company.

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "usecase/import_request.hpp"

namespace svcadm::usecase {

class Office;

/// What was there before anything was recorded begins here.
constexpr Date beginning{0};

struct NewDepartment {
  std::string name;
  std::string parent = {};  ///< empty: the company
  Date from = beginning;
};

/// What changes from a day on.
struct DepartmentChange {
  std::optional<std::string> name = {};
  std::optional<std::string> parent = {};
  Date from = {};
};

struct DepartmentRow {
  std::string name;
  std::string parent;       ///< empty for the company
  int depth = 0;            ///< 0 for the company
  Date from;                ///< since when it is so; `beginning`: always
  std::int64_t people = 0;  ///< in service that day, itself and below
};

/// Failure::conflict where the name is taken, Failure::not_found for the parent.
void add_department(Office& office, const NewDepartment& department);

/// Failure::conflict where the name is taken, a circle would arise, the company would be moved, or a month is closed.
void change_department(Office& office, const std::string& department, const DepartmentChange& change);

/// As a printed tree.
std::vector<DepartmentRow> list_departments(Office& office, Date day);

/// One department's history, oldest first.
std::vector<DepartmentRow> show_department(Office& office, const std::string& department, Date day);

/// Columns name and parent; parents may stand anywhere in the file.  All or nothing.
ImportOutcome import_departments(Office& office, const ImportRequest& request);

}  // namespace svcadm::usecase
