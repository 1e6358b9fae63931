#pragma once
// A TOML file as a small tree with line numbers.  Readers work on this tree; only toml_document.cpp knows the
// library, which compiles slowly.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"

namespace svcadm::regulation {

class Problems;

/// One value of a document.
struct Node {
  enum class Kind { table, array, text, integer, boolean, date, unsupported };

  Kind kind = Kind::table;
  int line = 0;
  std::string text = {};  ///< text; the TOML type's name of what is unsupported
  std::int64_t integer = 0;
  bool boolean = false;
  Date date = {};
  std::vector<std::pair<std::string, Node>> members = {};  ///< table, in the file's order
  std::vector<Node> items = {};                            ///< array

  const Node* find(std::string_view key) const;
  Node* find(std::string_view key);
};

/// "table", "list", "text" ...: for messages.
std::string to_key(Node::Kind kind);

/// Reads TOML.  Values that svcadm does not know (floats, times) are reported and stay `unsupported`.
/// \throws Error Failure::input for broken syntax: the first fault, with its line.
Node parse_document(std::string_view text, Problems& problems);

/// `30.00` for a text, true, 3, 2026-01-01; lists of words with commas; other lists and tables as TOML.
std::string to_text(const Node& node);

/// The value as TOML on one line.
std::string to_toml(const Node& node);

}  // namespace svcadm::regulation
