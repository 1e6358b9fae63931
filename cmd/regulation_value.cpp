#include "cmd/regulation_value.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "locale/catalogue.hpp"
#include "locale/json.hpp"

namespace svcadm::cmd {

namespace {

using regulation::Node;

/// The text of an id; nothing where the catalogue has none.
std::optional<std::string> known_text(const std::string& id) {
  std::string text = locale::text(id);
  if (text == id) return std::nullopt;
  return text;
}

bool holds_words(std::string_view text) {
  return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-_:") == std::string_view::npos;
}

Label label_of(const Node& label) {
  const auto part = [&](const char* key) {
    const Node* found = label.find(key);
    return found == nullptr ? std::string{} : found->text;
  };
  return {part("zh"), part("en")};
}

const Node* value_of(const regulation::EntryInfo& entry, std::string_view key) {
  for (const auto& [name, value] : entry.values) {
    if (name == key) return &value;
  }
  return nullptr;
}

/// "5min", "3 days": the number and its unit in words.
std::optional<std::string> quantity(const std::string& text) {
  const auto end = text.find_first_not_of("0123456789./");
  if (end == 0 || end == std::string::npos) return std::nullopt;
  const auto unit = text.find_first_not_of(' ', end);
  const std::string id = "unit." + text.substr(unit);
  if (!holds_words(id) || !known_text(id)) return std::nullopt;
  return locale::say(Message{id, {text.substr(0, end)}});
}

std::string to_json(const Node& node) {
  switch (node.kind) {
    case Node::Kind::integer:
    case Node::Kind::boolean: return regulation::to_text(node);
    case Node::Kind::text:
    case Node::Kind::date:
    case Node::Kind::unsupported: return locale::json_string(regulation::to_text(node));
    case Node::Kind::array: {
      std::string json;
      for (const Node& item : node.items) json += (json.empty() ? "" : ",") + to_json(item);
      return "[" + json + "]";
    }
    case Node::Kind::table: break;
  }
  std::string json;
  for (const auto& [key, value] : node.members) {
    json += (json.empty() ? "" : ",") + locale::json_string(key) + ":" + to_json(value);
  }
  return "{" + json + "}";
}

/// Where a step begins and ends comes first, then what it says.
bool is_bound(std::string_view key) {
  constexpr std::string_view bounds[] = {"up_to", "below", "over", "at_least", "from_nth", "under_years", "from_years"};
  return std::find(std::begin(bounds), std::end(bounds), key) != std::end(bounds);
}

}  // namespace

RegulationWords::RegulationWords(const std::vector<regulation::EntryInfo>& entries) {
  for (const regulation::EntryInfo& entry : entries) {
    if (entry.section != "leave.kind" && entry.section != "payroll.item") continue;
    if (const Node* label = value_of(entry, "label")) labels_[entry.code] = label_of(*label);
  }
}

std::string RegulationWords::name_of(const regulation::EntryInfo& entry) const {
  if (const Node* label = value_of(entry, "label")) return locale::label(label_of(*label));
  if (entry.section == "appraisal.score") {
    if (auto input = known_text("term.input." + entry.code)) return *input;
  }
  return known_text("section." + entry.section).value_or("");
}

std::string RegulationWords::field(const regulation::EntryInfo& entry, const std::string& key) const {
  if (auto special = known_text("field." + entry.section + "." + key)) return *special;
  return known_text("field." + key).value_or(key);
}

std::string RegulationWords::scalar(const std::string& key, const Node& value) const {
  if (value.kind == Node::Kind::boolean) return locale::text(value.boolean ? "value.true" : "value.false");
  const std::string text = regulation::to_text(value);
  if (value.kind != Node::Kind::text) return text;
  if (key == "column") {
    if (auto heading = known_text("column." + text)) return *heading;
    return known_text("column." + text + "_days").value_or(text);
  }
  const bool names_leave = text.starts_with("leave:");
  if (names_leave || key == "leave" || key == "forfeits" || key == "of") {
    const auto label = labels_.find(names_leave ? text.substr(text.find(':') + 1) : text);
    return label == labels_.end() ? text : locale::label(label->second);
  }
  if (key == "input" || key == "none_of" || key == "part" || key == "whole") {
    if (auto input = known_text("term.input." + text)) return *input;
    if (key != "whole" && key != "part") return text;
  }
  if (auto measured = quantity(text)) return *measured;
  // "day-total/1" is the first form of "day-total"; "month-day 1" a word and its number.
  const auto end = text.find_first_of("/ ");
  const std::string word = text.substr(0, end);
  const std::string id = "value." + word;
  if (!holds_words(word) || !known_text(id)) return text;
  const std::string rest = end == std::string::npos ? "" : text.substr(end);
  std::string said = locale::say(Message{id, {rest.empty() ? rest : rest.substr(1)}});
  if (rest.starts_with('/') && rest != "/1") said += " " + rest;
  return said;
}

std::string RegulationWords::phrase(const std::string& key, const Node& value) const {
  const std::string said = one_line(key, value);
  if (key == "days" && quantity(regulation::to_text(value))) return said;
  const bool denied = value.kind == Node::Kind::boolean && !value.boolean;
  const std::string id = "phrase." + key;
  if (!denied && known_text(id)) return locale::say(Message{id, {said}});
  return known_text("field." + key).value_or(key) + " " + said;
}

std::string RegulationWords::table(const Node& table) const {
  const auto said = [&](const char* key) { return one_line(key, *table.find(key)); };
  if (table.find("part") != nullptr && table.find("whole") != nullptr && table.find("below") != nullptr) {
    return locale::say(Message{"phrase.ratio", {said("part"), said("whole"), said("below")}});
  }
  std::string bounds;
  std::string rest;
  const std::string comma = locale::text("list.parts");
  for (const auto& [key, value] : table.members) {
    if (key == "clause" || key == "rule" || key == "instrument") continue;
    std::string& part = is_bound(key) ? bounds : rest;
    part += (part.empty() ? "" : comma) + phrase(key, value);
  }
  std::string line = bounds + rest;
  if (!bounds.empty() && !rest.empty()) line = locale::say(Message{"list.bound", {bounds, rest}});
  if (const Node* clause = table.find("clause")) line = locale::say(Message{"list.clause", {line, clause->text}});
  return line;
}

std::string RegulationWords::one_line(const std::string& key, const Node& value) const {
  if (value.kind == Node::Kind::table) return table(value);
  if (value.kind != Node::Kind::array) return scalar(key, value);
  std::string line;
  for (const Node& item : value.items) {
    const bool first = line.empty();
    const bool nested = item.kind == Node::Kind::table;
    line += (first ? "" : locale::text(nested ? "list.steps" : "list.separator")) + one_line(key, item);
  }
  return line;
}

std::vector<std::string> RegulationWords::lines(const std::string& key, const Node& value) const {
  const bool steps =
      value.kind == Node::Kind::array && !value.items.empty() && value.items.front().kind == Node::Kind::table;
  if (!steps) return {one_line(key, value)};
  std::vector<std::string> lines;
  for (const Node& item : value.items) lines.push_back(table(item));
  return lines;
}

tabular::Structured RegulationWords::structured(const std::string& key, const Node& value, bool for_people) const {
  return {to_json(value), for_people ? one_line(key, value) : regulation::to_text(value)};
}

}  // namespace svcadm::cmd
