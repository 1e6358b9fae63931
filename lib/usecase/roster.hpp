#pragma once
// Rosters: who works which shift on which day of a month.

#include <string>
#include <vector>

#include "base/date.hpp"
#include "usecase/import_request.hpp"

namespace svcadm::usecase {

class Office;

/// Brings in a month's roster, in either form (usecase/roster_sheet.hpp).  Blank cells say nothing.
/// `read` of the batch counts cells.  All or nothing unless the good lines are kept; cells that are there already are
/// known. Failure::input with every problem, Failure::conflict where a closed month would change.
struct RosterImportOutcome : ImportOutcome {
  std::vector<std::string> ignored;  ///< headings of columns that were not read
};
RosterImportOutcome import_roster(Office& office, const ImportRequest& request, Month month);

/// Sets the cells from `first` to `last`; an empty code takes them back.  Gives how many changed.
/// Failure::not_found for an unknown code, Failure::conflict in a closed month or outside of the service.
int set_roster(Office& office, const std::string& person, Date first, Date last, const std::string& code);

/// A person's row of the sheet.
struct RosterRow {
  std::string employee_no;
  std::string name;
  std::string department;
  std::vector<std::string> codes;  ///< one for each day of the month; empty where nothing is said
};
/// Everybody in service in the month, of a department and those below it, or one person, where these are named.
std::vector<RosterRow> show_roster(Office& office, Month month, const std::string& department,
                                   const std::string& person);

}  // namespace svcadm::usecase
