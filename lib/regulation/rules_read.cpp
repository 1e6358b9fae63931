// Which of the rules a file names make a difference to what comes out of it.

#include <algorithm>

#include "regulation/timeline.hpp"

namespace svcadm::regulation {

namespace {

bool names(const Node& table, const std::string& rule) {
  const Node* value = table.find("rule");
  if (value == nullptr) return false;
  const auto ids = rule_ids(*value);
  return std::find(ids.begin(), ids.end(), rule) != ids.end();
}

void strip(Node& node, const std::string& rule) {
  std::erase_if(node.items, [&](const Node& item) { return names(item, rule); });
  std::erase_if(node.members, [&](const auto& member) { return names(member.second, rule); });
  for (Node& item : node.items) strip(item, rule);
  for (auto& [key, value] : node.members) strip(value, rule);
}

void gather(const Node& node, std::vector<std::string>& rules) {
  if (const Node* value = node.find("rule")) {
    for (const std::string& id : rule_ids(*value)) {
      if (std::find(rules.begin(), rules.end(), id) == rules.end()) rules.push_back(id);
    }
  }
  for (const Node& item : node.items) gather(item, rules);
  for (const auto& [key, value] : node.members) gather(value, rules);
}

}  // namespace

std::vector<std::string> rules_read(std::string_view text) {
  Problems ignored{""};
  const Source source{};
  const Node document = parse_document(text, ignored);
  const auto entries = collect_entries(document, ignored);
  const auto days = change_days(entries);
  std::vector<InForce> whole;
  for (const Date day : days) whole.push_back(read_in_force(entries, day, source, ignored));

  std::vector<std::string> named;
  gather(document, named);
  std::vector<std::string> read;
  for (const std::string& rule : named) {
    Node without = document;
    strip(without, rule);
    const auto fewer = collect_entries(without, ignored);
    for (std::size_t i = 0; i < days.size(); ++i) {
      if (read_in_force(fewer, days[i], source, ignored) == whole[i]) continue;
      read.push_back(rule);
      break;
    }
  }
  return read;
}

}  // namespace svcadm::regulation
