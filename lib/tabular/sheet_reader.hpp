#pragma once
// Rows of a file that people made, by the names of a layout's fields.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tabular/csv_reader.hpp"
#include "tabular/encoding.hpp"
#include "tabular/layout.hpp"

namespace svcadm::tabular {

/// Rows above the header (a title, a department, the month) are passed over, so many at most.
constexpr int header_within = 10;

class SheetReader;

/// One row; good until the next one is read.
class SheetRow {
 public:
  int line() const { return record_.line; }
  /// The cell of a field, trimmed, without the apostrophe that guards a formula.  Empty where the file has no such
  /// column.  A key the layout does not have is our bug.
  std::string_view get(std::string_view key) const;
  /// Whether the file has a column for the field.
  bool has(std::string_view key) const;
  /// The cell of any column, trimmed like get; empty beyond the last.
  std::string_view cell(std::size_t index) const;
  /// All cells as they stand in the file.
  const std::vector<std::string>& cells() const { return record_.fields; }
  /// The file's own heading of a field, else its key: the name that problems use.
  const std::string& heading(std::string_view key) const;
  /// The place of a field for a problem.
  Place place(std::string_view key) const;

 private:
  friend class SheetReader;
  const SheetReader* reader_ = nullptr;
  Record record_;
};

/// A row that was no row: its length was wrong or its bytes were no text.  Its problem has the same line.
struct RejectedRow {
  int line;
  std::vector<std::string> cells;
};

class SheetReader {
 public:
  /// Looks for the header: the first row with a column for every required field.  Without one the problems name what
  /// the likeliest row lacks, and there are no rows.  All references must outlive the reader.
  /// `delimiter` 0: found in the text.
  SheetReader(const Text& text, const Layout& layout, std::span<const Mapping> mappings, Problems& problems,
              char delimiter = '\0');

  /// The next row; blank ones are passed over, rejected ones kept aside.
  bool next(SheetRow& row);

  const std::string& file() const { return text_.name(); }
  int header_line() const { return header_line_; }  ///< 0 where there is none
  const std::vector<std::string>& headings() const { return columns_.headings; }
  /// Columns that are no field of the layout: to be said as ignored, or read by index.
  const std::vector<OtherColumn>& other_columns() const { return columns_.others; }
  const std::vector<RejectedRow>& rejected() const { return rejected_; }
  bool has(std::string_view key) const { return columns_.of_field[field_index(key)].has_value(); }

 private:
  friend class SheetRow;
  std::size_t field_index(std::string_view key) const;
  void find_header(std::span<const Mapping> mappings);
  bool acceptable(const Record& record);

  const Text& text_;
  const Layout& layout_;
  Problems& problems_;
  CsvReader records_;
  Columns columns_;
  int header_line_ = 0;
  std::vector<RejectedRow> rejected_;
};

}  // namespace svcadm::tabular
