#include "regulation/fields.hpp"

#include <algorithm>

namespace svcadm::regulation {

namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_code(std::string_view text) {
  return !text.empty() && text.size() <= 40 && is_lower(text.front()) &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_lower(c) || is_digit(c) || c == '_'; });
}

// Larger ones are slips of the pen, and arithmetic with them would leave 64 bits.
constexpr std::int64_t largest_part = 1'000'000'000;
constexpr Span longest_span = hours(31 * 24);

}  // namespace

bool is_rule_id(std::string_view text) {
  const auto point = text.find('.');
  if (point == std::string_view::npos || point == 0 || point + 1 == text.size() || !is_upper(text.front()))
    return false;
  const auto tail = text.substr(point + 1);
  const auto head = text.substr(0, point);
  return std::all_of(head.begin(), head.end(), [](char c) { return is_upper(c) || is_digit(c); }) &&
         std::all_of(tail.begin(), tail.end(), is_digit);
}

bool is_regulation_code(std::string_view text) {
  return !text.empty() && text.size() <= 32 && is_upper(text.front()) &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return is_upper(c) || is_digit(c) || c == '-' || c == '_'; });
}

std::vector<std::string> rule_ids(const Node& rule) {
  std::vector<std::string> ids;
  if (rule.kind == Node::Kind::text) ids.push_back(rule.text);
  for (const Node& item : rule.items) {
    if (item.kind == Node::Kind::text) ids.push_back(item.text);
  }
  return ids;
}

std::optional<std::pair<Rational, std::string>> parse_quantity(std::string_view text) {
  const auto blank = text.find(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  const auto number = parse_rational(text.substr(0, blank));
  std::string unit{text.substr(blank + 1)};
  if (unit.size() > 1 && unit.back() == 's') unit.pop_back();
  if (!number || unit.empty()) return std::nullopt;
  return std::pair{*number, unit};
}

std::string Fields::join(std::string_view key) const {
  return key.empty() ? path_ : path_.empty() ? std::string{key} : path_ + "." + std::string{key};
}

void Fields::problem(Message message, std::string_view key) {
  const Node* node = key.empty() ? nullptr : table_.find(key);
  problems_.add(std::move(message), node == nullptr ? table_.line : node->line, join(key));
}

void Fields::bad_value(std::string_view key, const std::string& given, std::string_view form) {
  problem({"regulation.bad-value", {given, std::string{form}}}, key);
}

bool Fields::has(std::string_view key) {
  if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) asked_.emplace_back(key);
  return table_.find(key) != nullptr;
}

const Node* Fields::need(std::string_view key, Node::Kind kind) {
  if (!has(key)) {
    problem({"regulation.missing-key", {std::string{key}}}, key);
    return nullptr;
  }
  const Node* node = table_.find(key);
  if (node->kind == kind) return node;
  if (node->kind != Node::Kind::unsupported) {  // those are reported when the document is read
    problem({"regulation.wrong-type", {Term{"toml." + to_key(kind)}, Term{"toml." + to_key(node->kind)}}}, key);
  }
  return nullptr;
}

std::string Fields::text(std::string_view key) {
  const Node* node = need(key, Node::Kind::text);
  if (node == nullptr) return {};
  if (node->text.find_first_not_of(" \t\r\n") == std::string::npos) problem({"regulation.empty-text"}, key);
  return node->text;
}

std::string Fields::code(std::string_view key) {
  std::string value = text(key);
  if (!value.empty() && !is_code(value)) bad_value(key, value, "a_code_2");
  return value;
}

Date Fields::date(std::string_view key) {
  const Node* node = need(key, Node::Kind::date);
  return node == nullptr ? Date{} : node->date;
}

bool Fields::flag(std::string_view key) {
  const Node* node = need(key, Node::Kind::boolean);
  return node != nullptr && node->boolean;
}

int Fields::count(std::string_view key, int least, int most) {
  const Node* node = need(key, Node::Kind::integer);
  if (node == nullptr) return least;
  if (node->integer >= least && node->integer <= most) return static_cast<int>(node->integer);
  problem({"regulation.out-of-range", {node->integer, std::int64_t{least}, std::int64_t{most}}}, key);
  return least;
}

Money Fields::money(std::string_view key) {
  const std::string value = text(key);
  const auto amount = parse_money(value);
  if (amount && amount->fen >= 0) return *amount;
  if (!value.empty()) bad_value(key, value, "30.00");
  return {};
}

Rational Fields::rate(std::string_view key) {
  const std::string value = text(key);
  const auto rate = parse_rational(value);
  if (rate && rate->numerator() >= 0 && rate->numerator() <= largest_part && rate->denominator() <= largest_part) {
    return *rate;
  }
  if (!value.empty()) bad_value(key, value, "40%, 2/3, 1.5");
  return {1};  // not 0, which would be a fault of its own in places
}

Rational Fields::part(std::string_view key) {
  const Rational value = share(key);
  if (value <= Rational{1}) return value;
  problem({"regulation.more-than-whole", {text(key)}}, key);
  return {1};
}

Rational Fields::share(std::string_view key) {
  const Rational value = rate(key);
  if (value <= Rational{1}) return value;
  const std::string given = text(key);
  if (given.find_first_of("%/") != std::string::npos) return value;
  problem({"regulation.percent-missing", {given, given + "%"}}, key);
  return {1};
}

Span Fields::span(std::string_view key) {
  const std::string value = text(key);
  const auto span = parse_span(value);
  if (span && span->seconds >= 0 && *span <= longest_span) return *span;
  if (!value.empty()) bad_value(key, value, "15min, 90s, 2h");
  return {};
}

HalfDays Fields::half_days(std::string_view key) {
  const std::string value = text(key);
  auto days = parse_rational(value);
  if (const auto quantity = parse_quantity(value); quantity && quantity->second == "day") days = quantity->first;
  if (days && *days > Rational{0} && *days <= Rational{366} && (*days * Rational{2}).is_whole()) {
    return {static_cast<int>((*days * Rational{2}).numerator())};
  }
  if (!value.empty()) bad_value(key, value, "1/2, 1, 3 days");
  return {};
}

Label Fields::label(std::string_view key) {
  auto fields = table(key);
  if (!fields) return {};
  Label label{fields->text("zh"), fields->text("en")};
  fields->finish();
  return label;
}

std::vector<std::string> Fields::codes(std::string_view key) {
  std::vector<std::string> values;
  const Node* node = need(key, Node::Kind::array);
  if (node == nullptr) return values;
  if (node->items.empty()) problem({"regulation.empty-list"}, key);
  for (const Node& item : node->items) {
    if (item.kind == Node::Kind::unsupported) continue;
    if (item.kind != Node::Kind::text) {
      problem({"regulation.wrong-type", {Term{"toml.text"}, Term{"toml." + to_key(item.kind)}}}, key);
    } else if (std::find(values.begin(), values.end(), item.text) != values.end()) {
      problem({"regulation.twice", {item.text}}, key);
    } else {
      values.push_back(item.text);
    }
  }
  return values;
}

Citation Fields::citation() {
  Citation cite{source_.code, text("clause"), "", source_.edition};
  if (has("instrument")) {
    const std::string instrument = text("instrument");
    cite.clause = "《" + instrument + "》" + cite.clause;
  }
  if (!has("rule")) return cite;
  const Node* rule = table_.find("rule");
  const auto ids = rule_ids(*rule);
  if (ids.empty()) problem({"regulation.wrong-type", {Term{"toml.text"}, Term{"toml." + to_key(rule->kind)}}}, "rule");
  for (const std::string& id : ids) {
    if (!is_rule_id(id)) bad_value("rule", id, "ABC.12");
  }
  if (!ids.empty()) cite.rule = ids.front();
  return cite;
}

std::optional<Fields> Fields::table(std::string_view key) {
  const Node* node = need(key, Node::Kind::table);
  if (node == nullptr) return std::nullopt;
  return Fields{*node, join(key), source_, problems_};
}

std::vector<Fields> Fields::tables(std::string_view key) {
  std::vector<Fields> tables;
  const Node* node = need(key, Node::Kind::array);
  if (node == nullptr) return tables;
  if (node->items.empty()) problem({"regulation.empty-list"}, key);
  int number = 0;
  for (const Node& item : node->items) {
    ++number;
    if (item.kind == Node::Kind::table) {
      tables.emplace_back(item, join(key) + "." + std::to_string(number), source_, problems_);
    } else if (item.kind != Node::Kind::unsupported) {
      problem({"regulation.wrong-type", {Term{"toml.table"}, Term{"toml." + to_key(item.kind)}}}, key);
    }
  }
  return tables;
}

std::vector<std::pair<std::string, Money>> Fields::money_table(std::string_view key) {
  std::vector<std::pair<std::string, Money>> values;
  auto fields = table(key);
  if (!fields) return values;
  if (fields->table_.members.empty()) problem({"regulation.empty-list"}, key);
  for (const auto& [name, value] : fields->table_.members) values.emplace_back(name, fields->money(name));
  return values;
}

std::optional<std::string_view> Fields::one_of(std::initializer_list<std::string_view> keys) {
  std::optional<std::string_view> present;
  std::string names;
  int found = 0;
  for (const std::string_view key : keys) {
    names += (names.empty() ? "" : ", ") + std::string{key};
    if (!has(key)) continue;
    ++found;
    present = key;
  }
  if (found == 0) problem({"regulation.none-of", {names}});
  if (found > 1) problem({"regulation.more-than-one-of", {names}});
  return found == 1 ? present : std::nullopt;
}

void Fields::finish() {
  std::string known;
  for (const std::string& key : asked_) known += (known.empty() ? "" : ", ") + key;
  for (const auto& [key, value] : table_.members) {
    if (std::find(asked_.begin(), asked_.end(), key) != asked_.end()) continue;
    problems_.add({"regulation.unknown-key", {key, known}}, value.line, join(key));
  }
}

}  // namespace svcadm::regulation
