#include "regulation/toml_fault.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <utility>

#include "base/error.hpp"
#include "regulation/regulation.hpp"

namespace svcadm::regulation {

namespace {

std::string first_fault(const std::string& text) {
  try {
    (void)read_regulation(text, "in.toml");
  } catch (const Error& error) {
    return error.problems().front().message.id;
  }
  return {};
}

}  // namespace

TEST_CASE("each kind of broken TOML has a sentence of ours, as the installed parser words it") {
  constexpr std::array<std::pair<const char*, const char*>, 16> faults = {{
      {"a = ", "regulation.syntax-end"},
      {"a = \n", "regulation.syntax-value"},
      {"a = 1\na = 2\n", "regulation.syntax-twice"},
      {"[a]\n[a]\n", "regulation.syntax-twice"},
      {"a = \"x\n", "regulation.syntax-control"},
      {"a \"x\"\n", "regulation.syntax-equals"},
      {"a = [1, 2\n", "regulation.syntax-end"},
      {"a = [1 2]\n", "regulation.syntax-bracket"},
      {"a = {b = 1\n", "regulation.syntax-bracket"},
      {"a = 2026-02-30\n", "regulation.syntax-date"},
      {"a = 0000-01-01\n", "regulation.syntax-date"},
      {"a = 24:00:00\n", "regulation.syntax-date"},
      {"a = \"\\q\"\n", "regulation.syntax-escape"},
      {"a = 1\rb = 2\r", "regulation.syntax-line-end"},
      {"[[[\n", "regulation.syntax-key"},
      {"a = \"\xD6\xD0\"\n", "regulation.not-utf8"},
  }};
  for (const auto& [text, id] : faults) {
    CAPTURE(text);
    CHECK(first_fault(text) == id);
  }
}

TEST_CASE("letters and marks of any script outside of quotes are a fault like another") {
  for (const char* text : {"a \u00e9= 1\n", "a =\u3002 1\n", "\u00a1 = 1\n", "a = 1 \u3001\n", "a\ua000 = 1\n"}) {
    CAPTURE(text);
    CHECK_FALSE(first_fault(text).empty());
  }
}

TEST_CASE("what the parser alone can say is an addition to line and column") {
  const std::string words = "expected a comment or whitespace, saw '2'";
  CHECK(toml_fault(words, 3, 7) == Message{"regulation.syntax", {std::int64_t{3}, std::int64_t{7}, words}});
}

}  // namespace svcadm::regulation
