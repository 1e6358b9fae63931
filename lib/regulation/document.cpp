#include "regulation/document.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace svcadm::regulation {

namespace {

bool is_bare_key(std::string_view key) {
  return !key.empty() && std::all_of(key.begin(), key.end(), [](unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7f) {
      out += fmt::format("\\u{:04x}", byte);
    } else {
      out += c;
    }
  }
  return out + '"';
}

}  // namespace

const Node* Node::find(std::string_view key) const {
  const auto found =
      std::find_if(members.begin(), members.end(), [&](const auto& member) { return member.first == key; });
  return found == members.end() ? nullptr : &found->second;
}

Node* Node::find(std::string_view key) {
  const auto found =
      std::find_if(members.begin(), members.end(), [&](const auto& member) { return member.first == key; });
  return found == members.end() ? nullptr : &found->second;
}

std::string to_key(Node::Kind kind) {
  constexpr std::array<std::string_view, 7> keys{"table", "list", "text", "integer", "boolean", "date", "unsupported"};
  return std::string{keys.at(static_cast<std::size_t>(kind))};
}

std::string to_toml(const Node& node) {
  switch (node.kind) {
    case Node::Kind::text: return quoted(node.text);
    case Node::Kind::integer: return std::to_string(node.integer);
    case Node::Kind::boolean: return node.boolean ? "true" : "false";
    case Node::Kind::date: return to_string(node.date);
    case Node::Kind::unsupported: return quoted(node.text);
    case Node::Kind::array: {
      std::string out;
      for (const Node& item : node.items) out += (out.empty() ? "" : ", ") + to_toml(item);
      return "[" + out + "]";
    }
    case Node::Kind::table: break;
  }
  std::string out;
  for (const auto& [key, value] : node.members) {
    out += (out.empty() ? "" : ", ") + (is_bare_key(key) ? key : quoted(key)) + " = " + to_toml(value);
  }
  return out.empty() ? "{}" : "{ " + out + " }";
}

std::string to_text(const Node& node) {
  if (node.kind == Node::Kind::text) return node.text;
  if (node.kind != Node::Kind::array) return to_toml(node);
  std::string out;
  for (const Node& item : node.items) {
    if (item.kind == Node::Kind::table || item.kind == Node::Kind::array) return to_toml(node);
    out += (out.empty() ? "" : ", ") + to_text(item);
  }
  return out;
}

}  // namespace svcadm::regulation
