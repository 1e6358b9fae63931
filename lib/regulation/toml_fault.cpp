#include "regulation/toml_fault.hpp"

#include <array>
#include <string>
#include <utility>

namespace svcadm::regulation {

Message toml_fault(std::string_view words, std::int64_t line, std::int64_t column) {
  // toml++ 3.3 has no codes.  The first that fits counts.
  constexpr std::array<std::pair<std::string_view, const char*>, 16> meanings = {{
      {"after '\\r'", "regulation.syntax-line-end"},
      {"encountered end-of-file", "regulation.syntax-end"},
      {"cannot redefine", "regulation.syntax-twice"},
      {"cannot insert", "regulation.syntax-twice"},
      {"while parsing date", "regulation.syntax-date"},
      {"while parsing time", "regulation.syntax-date"},
      {"control character", "regulation.syntax-control"},
      {"escape", "regulation.syntax-escape"},
      {"expected '='", "regulation.syntax-equals"},
      {"bare key", "regulation.syntax-key"},
      {"expected keys", "regulation.syntax-key"},
      {"closing", "regulation.syntax-bracket"},
      {"expected ']'", "regulation.syntax-bracket"},
      {"value type", "regulation.syntax-value"},
      {"expected value", "regulation.syntax-value"},
      {"while parsing decimal", "regulation.syntax-value"},
  }};
  for (const auto& [fragment, id] : meanings) {
    if (words.find(fragment) != std::string_view::npos) return {id, {line, column}};
  }
  return {"regulation.syntax", {line, column, std::string{words}}};
}

}  // namespace svcadm::regulation
