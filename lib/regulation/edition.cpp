// The text of a next edition: one value changed from a day on.

#include <algorithm>
#include <sstream>

#include "base/text.hpp"
#include "regulation/key_path.hpp"

namespace svcadm::regulation {

namespace {

Node text_node(std::string_view value) {
  Node node;
  node.kind = Node::Kind::text;
  node.text = std::string{value};
  return node;
}

Node toml_node(std::string_view value) {
  Problems problems{"value"};
  const Node document = parse_document("value = " + std::string{value}, problems);
  problems.throw_if_any();
  const Node* node = document.find("value");
  if (node == nullptr || document.members.size() != 1) {
    throw Error{Failure::input, {"regulation.bad-value", {std::string{value}, "TOML"}}};
  }
  return *node;
}

Node word_list(std::string_view value) {
  Node list;
  list.kind = Node::Kind::array;
  while (!value.empty()) {
    const auto comma = value.find(',');
    if (const auto word = trim(value.substr(0, comma)); !word.empty()) list.items.push_back(text_node(word));
    value.remove_prefix(comma == std::string_view::npos ? value.size() : comma + 1);
  }
  return list;
}

// What is typed takes the type of what stands there.
Node typed_like(const Node* present, std::string_view value) {
  if (present == nullptr) return value == "true" || value == "false" ? toml_node(value) : text_node(value);
  if (present->kind == Node::Kind::text) return text_node(value);
  if (present->kind != Node::Kind::array || value.starts_with("[")) return toml_node(value);
  const bool words = std::all_of(present->items.begin(), present->items.end(),
                                 [](const Node& item) { return item.kind == Node::Kind::text; });
  return words ? word_list(value) : toml_node(value);
}

// One boundary has two spellings: the end of a step and the start of the next.
struct Spelling {
  std::string_view here;
  std::string_view neighbour;
  int distance;
};
constexpr Spelling spellings[] = {
    {"up_to", "over", 1},  {"below", "at_least", 1},  {"under_years", "from_years", 1},
    {"over", "up_to", -1}, {"at_least", "below", -1}, {"from_years", "under_years", -1},
};

class Change {
 public:
  Change(Node& entry, const std::vector<std::string>& steps, std::string_view value)
      : entry_{entry}, steps_{steps}, value_{value} {}

  /// False where there is no such value and no table it could be put into.
  bool apply() {
    std::vector<std::string> above{steps_.begin(), steps_.end() - 1};
    Node* parent = at(above);
    if (parent == nullptr) return false;
    const std::string& last = steps_.back();
    if (parent->kind == Node::Kind::array) {
      const auto index = list_index(last);
      if (!index || *index >= parent->items.size()) return false;
      Node& item = parent->items[*index];
      item = typed_like(&item, value_);
      return true;
    }
    if (parent->kind != Node::Kind::table) return false;
    if (Node* present = parent->find(last)) {
      *present = typed_like(present, value_);
    } else {
      parent->members.emplace_back(last, typed_like(nullptr, value_));
    }
    change_neighbour(above);
    return true;
  }

 private:
  // resolve() reads; the entry is ours to change.
  Node* at(const std::vector<std::string>& steps) { return const_cast<Node*>(resolve(entry_, steps)); }

  void change_neighbour(std::vector<std::string> above) {
    if (above.empty()) return;
    const auto index = list_index(above.back());
    if (!index) return;
    for (const Spelling& spelling : spellings) {
      if (spelling.here != steps_.back()) continue;
      const auto other = static_cast<std::int64_t>(*index) + 1 + spelling.distance;
      if (other < 1) continue;
      above.back() = std::to_string(other);
      Node* neighbour = at(above);
      Node* bound = neighbour == nullptr ? nullptr : neighbour->find(spelling.neighbour);
      if (bound != nullptr) *bound = typed_like(bound, value_);
    }
  }

  Node& entry_;
  const std::vector<std::string>& steps_;
  std::string_view value_;
};

void set_member(Node& entry, const std::string& key, Date day) {
  Node date;
  date.kind = Node::Kind::date;
  date.date = day;
  if (Node* present = entry.find(key)) *present = date;
}

void drop_member(Node& entry, std::string_view key) {
  std::erase_if(entry.members, [&](const auto& member) { return member.first == key; });
}

std::string render(const Section& section, const Node& entry) {
  std::string out = "[[" + std::string{section.name} + "]]\n";
  for (const auto& [key, value] : entry.members) {
    const bool rows =
        value.kind == Node::Kind::array && !value.items.empty() && value.items.front().kind == Node::Kind::table;
    if (!rows) {
      out += key + " = " + to_toml(value) + "\n";
      continue;
    }
    out += key + " = [\n";
    for (const Node& row : value.items) out += "  " + to_toml(row) + ",\n";
    out += "]\n";
  }
  return out;
}

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  std::istringstream in{std::string{text}};
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

bool is_filler(std::string_view line) {
  const auto bare = trim(line);
  return bare.empty() || bare.starts_with("#");
}

// Writes `entry` over the lines from its header up to the next one; comments before that one stay.
std::string replace_block(std::string_view text, const std::vector<int>& headers, int header,
                          const std::string& entry) {
  std::vector<std::string> lines = split_lines(text);
  const auto first = static_cast<std::size_t>(header) - 1;
  if (first >= lines.size() || !trim(lines[first]).starts_with("[[")) {
    throw Error{Failure::input, {"regulation.not-rewritable", {std::int64_t{header}}}};
  }
  std::size_t end = lines.size();
  for (const int other : headers) {
    if (other > header) end = std::min(end, static_cast<std::size_t>(other) - 1);
  }
  while (end > first + 1 && is_filler(lines[end - 1])) --end;
  std::string out;
  for (std::size_t i = 0; i < first; ++i) out += lines[i] + "\n";
  out += entry;
  for (std::size_t i = end; i < lines.size(); ++i) out += lines[i] + "\n";
  return out;
}

std::vector<int> header_lines(const Node& document, const std::vector<Entry>& entries) {
  std::vector<int> lines;
  for (const Entry& entry : entries) lines.push_back(entry.node->line);
  if (const Node* readings = document.find("reading")) {
    for (const Node& reading : readings->items) lines.push_back(reading.line);
  }
  return lines;
}

}  // namespace

std::string set_value(std::string_view text, std::string_view key, std::string_view value, Date from) {
  Problems problems{"regulation"};
  const Node document = parse_document(text, problems);
  const std::vector<Entry> entries = collect_entries(document, problems);
  problems.throw_if_any();
  const auto path = parse_key_path(key);
  if (!path) throw Error{Failure::not_found, {"regulation.no-such-key", {std::string{key}}}};
  const Entry* entry = find_entry(entries, *path, from);
  if (entry == nullptr) throw Error{Failure::not_found, {"regulation.not-in-force", {std::string{key}, from}}};
  const std::string& last = path->steps.back();
  if (path->steps.size() == 1 && (last == "from" || last == "until" || last == "code")) {
    throw Error{Failure::not_found, {"regulation.no-such-key", {std::string{key}}}};
  }
  Node changed = *entry->node;
  if (!Change{changed, path->steps, value}.apply()) {
    throw Error{Failure::not_found, {"regulation.no-such-key", {std::string{key}}}};
  }
  set_member(changed, "from", from);
  const std::string block = render(*entry->section, changed);
  const auto headers = header_lines(document, entries);
  if (entry->from == from) return replace_block(text, headers, entry->node->line, block);
  std::string next{text};
  if (entry->node->find("until") != nullptr) {  // the new entry ends it now
    Node ended = *entry->node;
    drop_member(ended, "until");
    next = replace_block(text, headers, entry->node->line, render(*entry->section, ended));
  }
  if (!next.empty() && next.back() != '\n') next += '\n';
  return next + "\n" + block;
}

}  // namespace svcadm::regulation
