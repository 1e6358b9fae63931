#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

#include "tabular/line_reader.hpp"

namespace svcadm::tabular {

namespace {

using Kind = LinePiece::Kind;

std::vector<LinePiece> pieces(std::string_view log) {
  std::vector<LinePiece> all;
  LineReader reader{log};
  for (LinePiece piece; reader.next(piece);) all.push_back(piece);
  return all;
}

}  // namespace

TEST_CASE("lines end with LF, CRLF or CR alone, empty ones count") {
  const auto all = pieces("a\nb\r\n\rc\r\n");
  REQUIRE(all.size() == 4);
  CHECK(all[1].text == "b");
  CHECK(all[2].text.empty());
  CHECK(all[3].text == "c");
  CHECK(all[3].line == 4);
  CHECK(pieces("").empty());
}

TEST_CASE("a run of NUL bytes is one damage with its line and size, and no line") {
  const std::string run(300'000, '\0');
  const std::string log = "1001 08:30\n1002 08:" + run + "1003 08:32\n1004 08:33\n" + run;
  const auto all = pieces(log);
  REQUIRE(all.size() == 6);
  CHECK(all[0].kind == Kind::line);
  CHECK(all[1].kind == Kind::torn);
  CHECK(all[1].text == "1002 08:");
  CHECK(all[2].kind == Kind::nul_run);
  CHECK(all[2].bytes == 300'000);
  CHECK(all[2].line == 2);
  CHECK(all[3].kind == Kind::line);
  CHECK(all[3].text == "1003 08:32");
  CHECK(all[4].line == 3);
  CHECK(all[5].kind == Kind::nul_run);
  CHECK(all[5].line == 4);
}

TEST_CASE("a run of NUL bytes before a line end leaves no empty line behind") {
  const auto all = pieces({"a\n\0\0\0\nb\n", 8});
  REQUIRE(all.size() == 3);
  CHECK(all[1].kind == Kind::nul_run);
  CHECK(all[2].text == "b");
  CHECK(all[2].line == 3);
}

TEST_CASE("a last line without end says so") {
  const auto all = pieces("1001 08:30\n1002 08:3");
  REQUIRE(all.size() == 2);
  CHECK(all[1].kind == Kind::unended);
  CHECK_FALSE(all[1].damaged());
  CHECK(all[1].text == "1002 08:3");
}

TEST_CASE("lines over 4096 bytes are damage, of which the beginning is shown") {
  const std::string log = std::string(4096, 'x') + "\n" + std::string(5000, 'y') + "\nz\n";
  const auto all = pieces(log);
  REQUIRE(all.size() == 3);
  CHECK(all[0].kind == Kind::line);
  CHECK(all[1].kind == Kind::overlong);
  CHECK(all[1].bytes == 5000);
  CHECK(all[1].text.size() == 4096);
  CHECK(all[2].text == "z");
}

TEST_CASE("however a log is built, reading it takes time in its size only") {
  // Each of these made a naive search for line ends look at the rest of the log again and again.
  std::string returns;
  std::string nuls;
  for (int i = 0; i < 500'000; ++i) {
    returns += "x\r";
    nuls += std::string{"\0x", 2};
  }
  const auto begin = std::chrono::steady_clock::now();
  CHECK(pieces(returns).size() == 500'000);
  CHECK(pieces(nuls).size() == 1'000'000);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds{5});
}

}  // namespace svcadm::tabular
