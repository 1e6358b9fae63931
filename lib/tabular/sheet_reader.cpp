#include "tabular/sheet_reader.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "tabular/cell_text.hpp"

namespace svcadm::tabular {

namespace {

/// Trimmed, and without the apostrophe our own csv puts before what a spreadsheet would run.
std::string_view clean(std::string_view cell) {
  cell = trim(cell);
  if (cell.starts_with('\'') && needs_guard(cell)) cell.remove_prefix(1);
  return cell;
}

bool is_blank(const std::string& cell) { return trim(cell).empty(); }

}  // namespace

std::string_view SheetRow::get(std::string_view key) const {
  const auto& column = reader_->columns_.of_field[reader_->field_index(key)];
  return column ? cell(*column) : std::string_view{};
}

bool SheetRow::has(std::string_view key) const { return reader_->has(key); }

std::string_view SheetRow::cell(std::size_t index) const {
  return index < record_.fields.size() ? clean(record_.fields[index]) : std::string_view{};
}

const std::string& SheetRow::heading(std::string_view key) const {
  const std::size_t field = reader_->field_index(key);
  const auto& column = reader_->columns_.of_field[field];
  return column ? reader_->columns_.headings[*column] : reader_->layout_.fields[field].key;
}

Place SheetRow::place(std::string_view key) const {
  return {.file = reader_->file(), .line = line(), .field = heading(key)};
}

SheetReader::SheetReader(const Text& text, const Layout& layout, std::span<const Mapping> mappings, Problems& problems,
                         char delimiter)
    : text_{text},
      layout_{layout},
      problems_{problems},
      records_{text.name(), text.view(), delimiter == '\0' ? find_delimiter(text.view()) : delimiter, problems} {
  columns_.of_field.resize(layout.fields.size());
  report_mappings(layout, mappings, file(), problems);
  find_header(mappings);
}

void SheetReader::find_header(std::span<const Mapping> mappings) {
  Columns likeliest = columns_;
  Place place{.file = file(), .field = {}};
  Record record;
  for (int rows = 0; rows < header_within && records_.next(record); ++rows) {
    Columns columns = match_header(layout_, mappings, record.fields);
    if (columns.missing == 0 && columns.matched > 0) {
      header_line_ = record.line;
      place.line = record.line;
      report_missing(layout_, mappings, columns, place, problems_);
      report_duplicates(layout_, mappings, columns, place, problems_);
      columns_ = std::move(columns);
      return;
    }
    if (columns.matched > likeliest.matched) {
      likeliest = std::move(columns);
      place.line = record.line;
    }
  }
  if (records_.broken()) return;  // that problem is the reason
  if (text_.view().find_first_not_of(" \t\r\n") == std::string_view::npos) {
    problems_.push_back({.message = {"input.empty-file"}, .place = place});
  } else {
    problems_.push_back({.message = {"input.no-header", {std::int64_t{header_within}}}, .place = place});
    report_missing(layout_, mappings, likeliest, place, problems_);
  }
}

bool SheetReader::next(SheetRow& row) {
  if (header_line_ == 0) return false;
  row.reader_ = this;
  while (records_.next(row.record_)) {
    if (std::ranges::all_of(row.record_.fields, is_blank)) continue;
    if (acceptable(row.record_)) return true;
    rejected_.push_back({row.record_.line, row.record_.fields});
  }
  return false;
}

bool SheetReader::acceptable(const Record& record) {
  const auto complain = [&](Message message) {
    problems_.push_back(
        {.message = std::move(message), .place = Place{.file = file(), .line = record.line, .field = {}}});
  };
  if (text_.is_bad(record.line, record.last_line)) {
    complain({"input.undecodable-line", {std::string{to_string(text_.encoding())}}});
    return false;
  }
  const std::size_t expected = columns_.headings.size();
  const std::size_t count = record.fields.size();
  // Spreadsheets end some rows with empty cells the header does not have.
  const auto beyond = record.fields.begin() + static_cast<std::ptrdiff_t>(std::min(expected, count));
  if (count < expected || !std::all_of(beyond, record.fields.end(), is_blank)) {
    complain({"input.row-length", {static_cast<std::int64_t>(expected), static_cast<std::int64_t>(count)}});
    return false;
  }
  return true;
}

std::size_t SheetReader::field_index(std::string_view key) const {
  const auto found = std::ranges::find(layout_.fields, key, &Field::key);
  if (found == layout_.fields.end()) bug("a field the layout does not have");
  return static_cast<std::size_t>(found - layout_.fields.begin());
}

}  // namespace svcadm::tabular
