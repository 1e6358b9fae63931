// What is suggested can be pasted: words from data stay one word, whatever a file brought.
#include "base/suggestion.hpp"

#include <doctest/doctest.h>

using namespace svcadm;

TEST_CASE("a plain word stays as it is") {
  CHECK(shell_word("0012") == "0012");
  CHECK(shell_word("客服一部") == "客服一部");
  CHECK(shell_word("files/2026-10.dat") == "files/2026-10.dat");
}

TEST_CASE("what a shell would read as its own is quoted") {
  CHECK(shell_word("night shift") == "'night shift'");
  CHECK(shell_word("$(rm -r ~)") == "'$(rm -r ~)'");
  CHECK(shell_word("O'Neil") == R"('O'\''Neil')");
  CHECK(shell_word("a;b") == "'a;b'");
  CHECK(shell_word("") == "''");
}

TEST_CASE("the words of a suggestion are quoted, its form is not") {
  CHECK(suggest("svcadm clock-in answer {} upheld|rejected --text TEXT", 12) ==
        "svcadm clock-in answer 12 upheld|rejected --text TEXT");
  CHECK(suggest("svcadm shift assign CODE --department {} --from {}", "A & B", "2026-10-01") ==
        "svcadm shift assign CODE --department 'A & B' --from 2026-10-01");
}
