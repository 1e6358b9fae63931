#include <doctest/doctest.h>

#include "base/error.hpp"
#include "tabular/encoding.hpp"

namespace svcadm::tabular {

namespace {

using namespace std::string_literals;

Text decoded(std::string bytes, Encoding wanted = Encoding::automatic) {
  return decode({"a.csv", std::move(bytes)}, wanted);
}

std::vector<Problem> refusal(std::string bytes) {
  try {
    decoded(std::move(bytes));
  } catch (const Error& error) {
    CHECK(error.failure() == Failure::input);
    return error.problems();
  }
  FAIL("expected a refusal");
  return {};
}

std::string repeated(std::string_view line, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += line;
  return text;
}

// 王小明 and 𠮷 (four bytes) as GB18030 has them.
const std::string wang = "\xCD\xF5\xD0\xA1\xC3\xF7";
const std::string rare = "\x95\x34\xB2\x35";

}  // namespace

TEST_CASE("plain ASCII and nothing at all are UTF-8") {
  CHECK(decoded("a,b\n1,2\n").encoding() == Encoding::utf_8);
  CHECK(decoded("").view().empty());
}

TEST_CASE("a byte order mark is taken away and decides") {
  const Text text = decoded("\xEF\xBB\xBF工号\n\xFF\n\xFE\n");
  CHECK(text.encoding() == Encoding::utf_8);
  CHECK(text.view().starts_with("工号\n"));
  CHECK(text.bad_lines() == std::vector{2, 3});
  CHECK(decoded("\x84\x31\x95\x33" + wang).view() == "王小明");
}

TEST_CASE("GB18030 is found and decoded, rare characters too") {
  const Text text = decoded("name\r\n" + wang + rare + "\r\n" + wang);
  CHECK(text.encoding() == Encoding::gb18030);
  CHECK(text.view() == "name\r\n王小明𠮷\r\n王小明");
  CHECK(text.bad_lines().empty());
}

TEST_CASE("one bad line in a hundred is a rejected line, two are no UTF-8") {
  const std::string good = repeated("王小明\n", 99) + repeated("ascii does not count\n", 1000);
  const Text text = decoded("\xFF\xFF\n" + good);
  CHECK(text.encoding() == Encoding::utf_8);
  CHECK(text.bad_lines() == std::vector{1});
  CHECK(text.is_bad(1, 4));
  CHECK_FALSE(text.is_bad(2, 4));
  const std::vector<Problem> problems = refusal("\xFF\xFF\n\xFF\xFF\n" + good);
  CHECK(problems[0].message.id == "input.unknown-encoding");
  CHECK(problems[0].message.args == std::vector<Arg>{std::int64_t{101}, std::int64_t{2}, std::int64_t{101}});
  CHECK(problems[0].way_out.starts_with("--encoding"));
  REQUIRE(problems.size() == 3);
  CHECK(problems[2].place->line == 2);
}

TEST_CASE("one bad line in a hundred is a rejected line of GB18030 too") {
  const Text text = decoded(repeated(wang + "\n", 60) + "x\xFFy\n" + repeated(wang + "\n", 40));
  CHECK(text.encoding() == Encoding::gb18030);
  CHECK(text.bad_lines() == std::vector{61});
  CHECK(text.view().find("x\xEF\xBF\xBDy\n") != std::string_view::npos);
}

TEST_CASE("a refusal names the first five lines, not all") { CHECK(refusal(repeated("\xFF\n", 50)).size() == 1 + 5); }

TEST_CASE("a forced encoding is believed, its bad lines are rejected ones") {
  const Text text = decoded(repeated(wang + "\n", 3), Encoding::utf_8);
  CHECK(text.encoding() == Encoding::utf_8);
  CHECK(text.bad_lines() == std::vector{1, 2, 3});
  CHECK(decoded("\xFF\n" + wang, Encoding::gb18030).bad_lines() == std::vector{1});
}

TEST_CASE("a line of UTF-8 amid GB18030 is a bad line, half of each is neither") {
  const std::string gb = wang + ",1\n";
  const Text text = decoded(repeated(gb, 199) + "王小明,1\n");
  CHECK(text.encoding() == Encoding::gb18030);
  CHECK(text.bad_lines() == std::vector{200});
  CHECK(refusal(repeated(gb + "王小明,1\n", 50)).front().message.id == "input.unknown-encoding");
  CHECK(decoded(gb + "王小明,1\n", Encoding::gb18030).bad_lines() == std::vector{2});
}

TEST_CASE("UTF-16 and UTF-32 are refused by name, with and without a mark") {
  CHECK(refusal("\xFF\xFE\x0A\x4E"s)[0].message == Message{"input.wide-encoding", {"UTF-16"}});
  CHECK(refusal("\xFE\xFF\x4E\x0A"s)[0].message == Message{"input.wide-encoding", {"UTF-16"}});
  CHECK(refusal("\xFF\xFE\0\0"s)[0].message == Message{"input.wide-encoding", {"UTF-32"}});
  CHECK(refusal("1\0,\0\x8B\x73\n\0"s)[0].message.id == "input.wide-encoding");
  CHECK(refusal("\0001\0,\x73\x8B\0\n"s)[0].message.id == "input.wide-encoding");
}

TEST_CASE("runs of NUL bytes are damage, not UTF-16") {
  CHECK(decoded("1001 08:30\n" + std::string(300000, '\0') + "1002 08:31\n").encoding() == Encoding::utf_8);
  CHECK(decoded(std::string(5000, '\0')).encoding() == Encoding::utf_8);
}

TEST_CASE("overlong forms and surrogates are no UTF-8") {
  const std::string good = repeated("王\n", 99);
  for (const std::string bad : {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE7\x8E"}) {
    CHECK(decoded(good + bad).bad_lines() == std::vector{100});
  }
  CHECK(decoded(good + "𠮷").bad_lines().empty());
}

TEST_CASE("a device that never ends is no input, and no input has more bytes than allowed") {
  CHECK_THROWS_WITH_AS(read_input("/dev/zero"), "disk.no-file", Error);
  CHECK_THROWS_WITH_AS(read_input("/proc/self/exe", 1000), "input.file-too-large", Error);
  CHECK(read_input("/proc/self/cmdline", 1'000'000).bytes.size() > 1);  // its size is said to be 0
}

TEST_CASE("a missing input is a disk error that names it") {
  CHECK_THROWS_WITH_AS(read_input("/nowhere/at/all"), "disk.cannot-read", Error);
  CHECK_THROWS_WITH_AS(read_input("/"), "disk.cannot-read", Error);
}

}  // namespace svcadm::tabular
