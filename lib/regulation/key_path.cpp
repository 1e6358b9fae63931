#include "regulation/key_path.hpp"

#include <charconv>

namespace svcadm::regulation {

std::optional<KeyPath> parse_key_path(std::string_view key) {
  std::vector<std::string> words;
  while (true) {
    const auto point = key.find('.');
    words.emplace_back(key.substr(0, point));
    if (words.back().empty()) return std::nullopt;
    if (point == std::string_view::npos) break;
    key.remove_prefix(point + 1);
  }
  KeyPath path;
  std::size_t used = 1;
  path.section = find_section(words[0]);
  if (path.section == nullptr && words.size() > 1) {
    path.section = find_section(words[0] + "." + words[1]);
    used = 2;
  }
  if (path.section == nullptr) return std::nullopt;
  if (path.section->coded) {
    if (used == words.size()) return std::nullopt;
    path.code = words[used++];
  }
  if (used == words.size()) return std::nullopt;
  path.steps.assign(words.begin() + static_cast<std::ptrdiff_t>(used), words.end());
  return path;
}

const Entry* find_entry(const std::vector<Entry>& entries, const KeyPath& key, Date day) {
  for (const Entry& entry : entries) {
    if (entry.section == key.section && entry.code == key.code && entry.in_force(day)) return &entry;
  }
  return nullptr;
}

std::optional<std::size_t> list_index(std::string_view step) {
  std::size_t number = 0;
  const auto [end, fault] = std::from_chars(step.data(), step.data() + step.size(), number);
  if (fault != std::errc{} || end != step.data() + step.size() || number == 0) return std::nullopt;
  return number - 1;
}

const Node* resolve(const Node& entry, const std::vector<std::string>& steps) {
  const Node* node = &entry;
  for (const std::string& step : steps) {
    if (node->kind == Node::Kind::array) {
      const auto index = list_index(step);
      if (!index || *index >= node->items.size()) return nullptr;
      node = &node->items[*index];
    } else {
      node = node->find(step);
      if (node == nullptr) return nullptr;
    }
  }
  return node;
}

}  // namespace svcadm::regulation
