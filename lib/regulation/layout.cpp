#include "regulation/layout.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "regulation/fields.hpp"

namespace svcadm::regulation {

namespace {

// words = { in = ["上班", "签到"], out = ["下班"] }
void read_words(Fields& in, std::string_view field, Layout& layout, const std::vector<std::string>& names) {
  auto table = in.table("words");
  if (!table) return;
  auto& words = layout.words[std::string{field}];
  for (const std::string& name : names) {
    if (!table->has(name)) continue;
    words.emplace(fold(name), name);
    for (const std::string& cell : table->codes(name)) {
      const auto [entry, fresh] = words.emplace(fold(cell), name);
      if (!fresh && entry->second != name) table->problem({"layout.word-twice", {cell}}, name);
    }
  }
  table->finish();
}

const std::vector<std::string>& direction_words() {
  static const std::vector<std::string> words{"in",          "out",          "lunch-start", "lunch-end",
                                              "overtime-in", "overtime-out", "unstated"};
  return words;
}

void read_sheet(Fields& in, Layout& layout) {
  layout.sheet.name = layout.name;
  for (Fields& row : in.tables("field")) {
    tabular::Field field{row.code("key"), {}, false};
    if (row.has("aliases")) field.aliases = row.codes("aliases");
    if (row.has("required")) field.required = row.flag("required");
    if (row.has("example")) layout.examples.emplace(field.key, row.text("example"));
    if (row.has("words")) read_words(row, field.key, layout, direction_words());
    row.finish();
    for (const tabular::Field& other : layout.sheet.fields) {
      if (other.key == field.key) row.problem({"regulation.twice", {field.key}}, "key");
    }
    layout.sheet.fields.push_back(std::move(field));
  }
  if (!in.has("either")) return;
  for (Fields& group : in.tables("either")) {
    layout.either.push_back(group.codes("fields"));
    group.finish();
    for (const std::string& key : layout.either.back()) {
      const bool known = std::any_of(layout.sheet.fields.begin(), layout.sheet.fields.end(),
                                     [&](const tabular::Field& field) { return field.key == key; });
      if (!known) group.problem({"layout.unknown-field", {key}}, "fields");
    }
  }
}

void read_device(Fields& in, Layout& layout) {
  layout.delimiter = in.word<char>("delimiter", {{"tab", '\t'}, {"comma", ','}, {"semicolon", ';'}, {"blank", ' '}});
  layout.columns = in.codes("columns");
  layout.example = in.text("example");
  if (in.has("files")) layout.files = in.codes("files");
  for (const std::string_view needed : {"pin", "time"}) {
    if (!layout.column(needed)) in.problem({"layout.no-column", {std::string{needed}}}, "columns");
  }
  if (in.has("words")) read_words(in, "state", layout, direction_words());
}

bool matches(std::string_view pattern, std::string_view name) {
  if (pattern.empty()) return name.empty();
  if (pattern.front() == '*') {
    for (std::size_t skip = 0; skip <= name.size(); ++skip) {
      if (matches(pattern.substr(1), name.substr(skip))) return true;
    }
    return false;
  }
  return !name.empty() && name.front() == pattern.front() && matches(pattern.substr(1), name.substr(1));
}

}  // namespace

std::optional<std::string> Layout::word(std::string_view field, std::string_view cell) const {
  const auto known = words.find(field);
  if (known == words.end()) return std::nullopt;
  const auto found = known->second.find(fold(cell));
  if (found == known->second.end()) return std::nullopt;
  return found->second;
}

std::optional<std::size_t> Layout::column(std::string_view field) const {
  const auto found = std::find(columns.begin(), columns.end(), field);
  if (found == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns.begin());
}

bool Layout::is_named(std::string_view file_name) const {
  return std::any_of(files.begin(), files.end(),
                     [&](const std::string& pattern) { return matches(pattern, file_name); });
}

Layout read_layout(std::string_view text, std::string_view file_name) {
  Problems problems{file_name};
  const Node document = parse_document(text, problems);
  const Source source;
  Fields in{document, "", source, problems};
  in.count("format", 1, 1);
  Layout layout;
  layout.name = in.text("name");
  layout.kind = in.word<Layout::Kind>("kind", {{"sheet", Layout::Kind::sheet}, {"device", Layout::Kind::device}});
  if (layout.kind == Layout::Kind::sheet) {
    read_sheet(in, layout);
  } else {
    read_device(in, layout);
  }
  in.finish();
  problems.throw_if_any();
  return layout;
}

}  // namespace svcadm::regulation
