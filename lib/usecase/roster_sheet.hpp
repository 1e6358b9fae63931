#pragma once
// Reads a roster file in either form: the sheet with days across, or one line per person and day.
// For roster*.cpp only.

#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/error.hpp"
#include "tabular/encoding.hpp"
#include "tabular/layout.hpp"

namespace svcadm::usecase {

/// A cell that says something.
struct SheetCell {
  Date day;
  std::string code;
  std::string heading;  ///< of its column, for problems
};

/// One row with somebody's name or number and at least one cell.
struct SheetLine {
  int line = 0;
  std::string employee_no;  ///< empty where the file has only names
  std::string name;         ///< empty where the file has only numbers
  std::string heading;      ///< of the column that names him
  std::vector<SheetCell> cells;
  bool weekdays = false;  ///< the first row of a sheet, with the weekdays of its days: nobody's, unless he exists
};

struct RosterFile {
  bool across = false;  ///< days 1-31 across; else one line per day
  int header_line = 0;
  std::vector<SheetLine> lines;
  std::vector<std::string> ignored;  ///< headings of columns that are neither a person nor a day
};

/// Which day of the month a heading means: "1", "01", "1日", "1号", "1(四)", "10-01", "10/1", "10月1日", "2026-10-01".
struct DayHeading {
  enum class Meaning { nothing, day, outside };
  Meaning meaning = Meaning::nothing;
  Date day = {};
};
DayHeading read_day_heading(std::string_view heading, Month month);

/// Title rows above the header, a row of weekdays below it and blank rows are passed over.
RosterFile read_roster_file(const tabular::Text& text, Month month, const std::vector<tabular::Mapping>& mappings,
                            tabular::Problems& problems);

}  // namespace svcadm::usecase
