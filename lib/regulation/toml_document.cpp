// The only source that includes toml++.

#include <algorithm>
#include <string>
#include <tuple>

#include "base/text.hpp"
#include "regulation/document.hpp"
#include "regulation/problems.hpp"
#include "regulation/toml_fault.hpp"
#include "tabular/utf8.hpp"

// Some broken files trip an assertion of toml++ 3.3 ("[[[") instead of a parse error: with assertions it aborts,
// without them it reads on where nothing is defined.  So the library is compiled here, header only, its
// assertions being exceptions.
namespace {
struct TrippedAssertion {};
}  // namespace
#undef NDEBUG
#undef TOML_HEADER_ONLY
#undef TOML_SHARED_LIB
#define TOML_HEADER_ONLY 1
#define TOML_ASSERT(condition)                  \
  do {                                          \
    if (!(condition)) throw TrippedAssertion{}; \
  } while (false)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wterminate"
#include <toml++/toml.h>
#pragma GCC diagnostic pop

namespace svcadm::regulation {

namespace {

int line_of(const toml::source_region& source) { return static_cast<int>(source.begin.line); }
std::int64_t column_of(const toml::source_region& source) { return std::int64_t{source.begin.column}; }

class Converter {
 public:
  explicit Converter(Problems& problems) : problems_{problems} {}

  Node convert(const toml::node& value, const std::string& path) {
    Node node;
    node.line = line_of(value.source());
    if (const auto* table = value.as_table()) {
      convert_members(*table, path, node);
    } else if (const auto* array = value.as_array()) {
      node.kind = Node::Kind::array;
      int number = 0;
      for (const toml::node& item : *array) node.items.push_back(convert(item, path + "." + std::to_string(++number)));
    } else if (const auto* text = value.as_string()) {
      node.kind = Node::Kind::text;
      node.text = text->get();
      check_characters(node.text, node.line, path);
    } else if (const auto* integer = value.as_integer()) {
      node.kind = Node::Kind::integer;
      node.integer = integer->get();
    } else if (const auto* boolean = value.as_boolean()) {
      node.kind = Node::Kind::boolean;
      node.boolean = boolean->get();
    } else if (const auto* date = value.as_date()) {
      node.kind = Node::Kind::date;
      // TOML has a year 0, which no calendar has.
      if (date->get().year == 0) {
        unsupported(node, path, "date", toml_fault("while parsing date", node.line, column_of(value.source())));
      } else {
        node.date = make_date(date->get().year, date->get().month, date->get().day);
      }
    } else if (const auto* moment = value.as_date_time()) {
      const auto& day = moment->get().date;
      unsupported(node, path, "time", {"regulation.date-time", {make_date(day.year, day.month, day.day)}});
    } else if (value.is_floating_point()) {
      unsupported(node, path, "float", {"regulation.float"});
    } else {
      unsupported(node, path, "time", {"regulation.time"});
    }
    return node;
  }

 private:
  void unsupported(Node& node, const std::string& path, const char* type, Message message) {
    node.kind = Node::Kind::unsupported;
    node.text = type;
    problems_.add(std::move(message), node.line, path);
  }
  /// Texts are shown on terminals, long after anybody has looked at the file; lines and tabs are all they may steer.
  void check_characters(std::string text, int line, const std::string& path) {
    std::erase_if(text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; });
    if (const std::string visible = printable(text); visible != text) {
      problems_.add({"regulation.control-character", {visible}}, line, path);
    }
  }

  // The library sorts keys; people wrote them in an order.
  void convert_members(const toml::table& table, const std::string& path, Node& node) {
    using Position = std::pair<unsigned, unsigned>;
    std::vector<std::tuple<Position, std::string, const toml::node*>> members;
    for (const auto& [key, value] : table) {
      const auto& begin = key.source().begin;
      members.emplace_back(Position{begin.line, begin.column}, std::string{key.str()}, &value);
    }
    std::sort(members.begin(), members.end());
    for (const auto& [position, key, value] : members) {
      check_characters(key, static_cast<int>(position.first), path);
      Node child = convert(*value, path.empty() ? key : path + "." + key);
      if (child.line == 0) child.line = static_cast<int>(position.first);
      node.members.emplace_back(key, std::move(child));
    }
  }

  Problems& problems_;
};

// The first line that trips an assertion: whatever follows it makes no difference.
int tripping_line(std::string_view text) {
  std::vector<std::size_t> ends;
  for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1))
    ends.push_back(end + 1);
  const auto trips = [&](std::size_t end) {
    try {
      static_cast<void>(toml::parse(text.substr(0, end)));
    } catch (const toml::parse_error&) {
      return false;
    } catch (const TrippedAssertion&) {
      return true;
    }
    return false;
  };
  const auto first = std::partition_point(ends.begin(), ends.end(), [&](std::size_t end) { return !trips(end); });
  return static_cast<int>(first - ends.begin()) + 1;
}

// Real files have a few hundred lines and three levels.  What is far beyond takes toml++ minutes, or its stack.
constexpr std::size_t most_lines = 10'000;
constexpr int deepest = 50;

/// The first line that lies beyond those bounds; 0 where none does.
int excessive_line(std::string_view text) {
  int line = 1;
  int brackets = 0;
  int dots = 0;
  char quote = 0;
  for (const char c : text) {
    if (c == '\n') {
      ++line;
      dots = 0;
      quote = 0;
    } else if (quote != 0) {
      quote = c == quote ? '\0' : quote;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '[' || c == '{') {
      ++brackets;
    } else if (c == ']' || c == '}') {
      --brackets;
    } else if (c == '.') {
      ++dots;
    }
    if (brackets > deepest || dots > deepest || static_cast<std::size_t>(line) > most_lines) return line;
  }
  return 0;
}

}  // namespace

Node parse_document(std::string_view text, Problems& problems) {
  if (trim(text).empty()) {
    problems.add({"input.empty-file"}, 0);
    problems.throw_now();
  }
  if (const std::size_t good = tabular::utf8_prefix(text); good < text.size()) {
    const std::string_view before = text.substr(0, good);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    problems.add({"regulation.not-utf8"}, static_cast<int>(line));
    problems.throw_now();
  }
  if (const int line = excessive_line(text); line > 0) {
    problems.add({"regulation.excessive", {static_cast<std::int64_t>(most_lines), std::int64_t{deepest}}}, line);
    problems.throw_now();
  }
  try {
    const toml::table root = toml::parse(text, problems.file());
    return Converter{problems}.convert(root, "");
  } catch (const toml::parse_error& fault) {
    const int line = line_of(fault.source());
    problems.add(toml_fault(fault.description(), line, column_of(fault.source())), line);
  } catch (const TrippedAssertion&) {
    const int line = tripping_line(text);  // which sign it is the library does not tell
    problems.add({"regulation.syntax-key", {std::int64_t{line}, std::int64_t{1}}}, line);
  }
  problems.throw_now();
}

}  // namespace svcadm::regulation
