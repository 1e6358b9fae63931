#include "tabular/layout.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"

namespace svcadm::tabular {

namespace {

/// A heading as it is compared: Excel breaks and spaces headings to fit its columns.
std::string heading_key(std::string_view heading) {
  std::string key = fold(heading);
  std::erase_if(key, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
  return key;
}

const Mapping* mapping_of(const Field& field, std::span<const Mapping> mappings) {
  const auto found = std::ranges::find(mappings, field.key, &Mapping::field);
  return found == mappings.end() ? nullptr : &*found;
}

/// Whether a heading, by its key, names the field.
bool names(const std::string& key, const Field& field, std::span<const Mapping> mappings) {
  if (key.empty()) return false;
  if (const Mapping* mapping = mapping_of(field, mappings)) return key == heading_key(mapping->column);
  const auto same = [&](const std::string& alias) { return key == heading_key(alias); };
  return same(field.key) || std::ranges::any_of(field.aliases, same);
}

/// "employee, 工号, 员工编号"
std::string accepted(const Field& field) {
  std::string headings = field.key;
  for (const std::string& alias : field.aliases) headings += ", " + alias;
  return headings;
}

}  // namespace

Columns match_header(const Layout& layout, std::span<const Mapping> mappings, const std::vector<std::string>& cells) {
  Columns columns;
  columns.of_field.resize(layout.fields.size());
  for (std::size_t index = 0; index < cells.size(); ++index) {
    columns.headings.emplace_back(trim(cells[index]));
    const std::string key = heading_key(cells[index]);
    // A column that the user gave to a field is no other one, whatever its heading means elsewhere.
    const auto mapped = [&](const Field& field) {
      return mapping_of(field, mappings) != nullptr && names(key, field, mappings);
    };
    auto field = std::ranges::find_if(layout.fields, mapped);
    if (field == layout.fields.end()) {
      field = std::ranges::find_if(layout.fields, [&](const Field& each) { return names(key, each, mappings); });
    }
    if (field == layout.fields.end()) {
      if (!columns.headings.back().empty()) columns.others.push_back({index, columns.headings.back()});
      continue;
    }
    auto& column = columns.of_field[static_cast<std::size_t>(field - layout.fields.begin())];
    if (!column) column = index;
  }
  for (std::size_t i = 0; i < layout.fields.size(); ++i) {
    if (columns.of_field[i]) ++columns.matched;
    if (!columns.of_field[i] && layout.fields[i].required) ++columns.missing;
  }
  return columns;
}

void report_mappings(const Layout& layout, std::span<const Mapping> mappings, const std::string& file,
                     Problems& problems) {
  std::string known;
  for (const Field& field : layout.fields) known += (known.empty() ? "" : ", ") + field.key;
  for (const Mapping& mapping : mappings) {
    if (std::ranges::find(layout.fields, mapping.field, &Field::key) != layout.fields.end()) continue;
    problems.push_back(
        {.message = {"input.unknown-field", {mapping.field, known}}, .place = Place{.file = file, .field = {}}});
  }
}

void report_missing(const Layout& layout, std::span<const Mapping> mappings, const Columns& columns, const Place& place,
                    Problems& problems) {
  for (std::size_t i = 0; i < layout.fields.size(); ++i) {
    const Field& field = layout.fields[i];
    const Mapping* const mapping = mapping_of(field, mappings);
    if (columns.of_field[i] || (mapping == nullptr && !field.required)) continue;
    Problem problem{.message = {}, .place = place};
    problem.place->field = field.key;
    if (mapping != nullptr) {
      problem.message = {"input.mapped-column-missing", {field.key, mapping->column}};
    } else {
      problem.message = {"input.missing-column", {field.key, accepted(field)}};
      problem.way_out = "--map " + field.key + "=COLUMN";
    }
    problems.push_back(std::move(problem));
  }
}

void report_duplicates(const Layout& layout, std::span<const Mapping> mappings, const Columns& columns,
                       const Place& place, Problems& problems) {
  for (std::size_t i = 0; i < layout.fields.size(); ++i) {
    const auto& column = columns.of_field[i];
    if (!column) continue;
    const Field& field = layout.fields[i];
    for (std::size_t index = *column + 1; index < columns.headings.size(); ++index) {
      const std::string& heading = columns.headings[index];
      const bool taken = std::ranges::find(columns.of_field, std::optional{index}) != columns.of_field.end();
      if (taken || !names(heading_key(heading), field, mappings)) continue;
      const Place here{.file = place.file, .line = place.line, .field = heading};
      problems.push_back(
          {.message = {"input.duplicate-column", {field.key, columns.headings[*column], heading}}, .place = here});
    }
  }
}

}  // namespace svcadm::tabular
