#pragma once
// What columns a kind of file has, and which column of a header is which field.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "tabular/csv_reader.hpp"

namespace svcadm::tabular {

/// One field of a layout.  A heading names it by key or alias; case, width, blanks and line breaks in it do not matter.
struct Field {
  std::string key;
  std::vector<std::string> aliases = {};
  bool required = false;  ///< a file without the column is no such file
};

struct Layout {
  std::string name;
  std::vector<Field> fields;
};

/// What --map says: the column with this heading is that field, whatever the layout thinks.
struct Mapping {
  std::string field;
  std::string column;
};

/// A column that is no field of the layout: ignored, or a day of a roster.
struct OtherColumn {
  std::size_t index;
  std::string heading;
};

/// How a header's columns answer a layout.
struct Columns {
  std::vector<std::optional<std::size_t>> of_field;  ///< by position in Layout::fields
  std::vector<std::string> headings;                 ///< trimmed, by column
  std::vector<OtherColumn> others;                   ///< headed by something, yet no field
  std::size_t matched = 0;                           ///< fields that have a column
  std::size_t missing = 0;                           ///< required fields that have none
};

/// Matches one record as header.  Where two columns claim a field the first has it; report_duplicates says so.
Columns match_header(const Layout& layout, std::span<const Mapping> mappings, const std::vector<std::string>& cells);

/// A problem for each mapping to a field the layout does not have.
void report_mappings(const Layout& layout, std::span<const Mapping> mappings, const std::string& file,
                     Problems& problems);

/// A problem for each required field without a column, and for each mapping whose column is not there.
void report_missing(const Layout& layout, std::span<const Mapping> mappings, const Columns& columns, const Place& place,
                    Problems& problems);

/// A problem for each field that two columns claim.
void report_duplicates(const Layout& layout, std::span<const Mapping> mappings, const Columns& columns,
                       const Place& place, Problems& problems);

}  // namespace svcadm::tabular
