#include <doctest/doctest.h>

#include <sstream>

#include "base/text.hpp"
#include "tabular/writer.hpp"

namespace svcadm::tabular {

namespace {

std::string table(const Header& header, const std::vector<std::vector<Cell>>& rows, const WriterOptions& options = {}) {
  std::ostringstream out;
  const auto writer = make_writer(Format::table, out, options);
  writer->begin(header);
  for (const auto& row : rows) writer->row(row);
  writer->end();
  return out.str();
}

int widest_line(const std::string& text) {
  int widest = 0;
  std::istringstream lines{text};
  for (std::string line; std::getline(lines, line);) widest = std::max(widest, display_width(line));
  return widest;
}

Header reasons() {
  return {.columns = {{"employee", "工号", Kind::identifier},
                      {"reason", "事由"},
                      {"remark", "备注"},
                      {"amount", "金额", Kind::money, true},
                      {"note", "内部", Kind::text, false, false}},
          .total_label = "合计"};
}

}  // namespace

TEST_CASE("columns align by display width, rare characters too, amounts flush right, no trailing blanks") {
  const Header header = {.columns = {{"name", "姓名"}, {"net", "实发", Kind::money, true}, {"on", "日期", Kind::date}},
                         .total_label = "合计"};
  CHECK(table(header, {{"𠮷野", yuan(1800), make_date(2026, 10, 12)}, {"Ada", yuan(-40) - Money{91}, {}}}) ==
        "姓名     实发  日期\n"
        "─────────────────────────\n"
        "𠮷野  1800.00  2026-10-12\n"
        "Ada    -40.91\n"
        "─────────────────────────\n"
        "合计  1759.09\n");
}

TEST_CASE("text columns give way to the terminal's width, numbers and identifiers never") {
  const std::string word(70, 'x');
  const std::string narrow = table(reasons(), {{"1001", word, word, yuan(123456789), "hidden"}});
  CHECK(widest_line(narrow) == 80);
  CHECK(narrow.find("123456789.00") != std::string::npos);
  CHECK(narrow.find("1001") != std::string::npos);
  CHECK(narrow.find("x…") != std::string::npos);
  CHECK(narrow.find("hidden") == std::string::npos);
  const std::string too_narrow = table(reasons(), {{"1001", word, word, yuan(123456789), {}}}, {.width = 20});
  CHECK(too_narrow.find("123456789.00") != std::string::npos);
  CHECK(too_narrow.find("xxxxxxx…") != std::string::npos);
}

TEST_CASE("wide shows every column and cuts nothing") {
  const std::string word(70, 'x');
  const std::string wide = table(reasons(), {{"1001", word, word, yuan(1), "hidden"}}, {.wide = true});
  CHECK(wide.find("hidden") != std::string::npos);
  CHECK(wide.find("…") == std::string::npos);
}

TEST_CASE("the wider of two text columns gives first") {
  const Header header = {.columns = {{"a", "甲"}, {"b", "乙"}}};
  const std::string text = table(header, {{"short text", std::string(100, 'y')}}, {.width = 40});
  CHECK(text.find("short text") != std::string::npos);
  CHECK(widest_line(text) == 40);
}

TEST_CASE("a grid without rows shows headings and a sum of nothing") {
  CHECK(table(reasons(), {}) ==
        "工号  事由  备注  金额\n"
        "──────────────────────\n"
        "──────────────────────\n"
        "合计              0.00\n");
}

TEST_CASE("another table stands below the first, each with its own widths and sum") {
  std::ostringstream out;
  const auto writer = make_writer(Format::table, out, {});
  Header header = {.about = {"1003"}, .columns = {{"net", "Net", Kind::money, true}}};
  writer->begin(header);
  writer->row(std::vector<Cell>{yuan(1000)});
  header.about = {};
  writer->next(header);
  writer->row(std::vector<Cell>{yuan(2)});
  writer->end();
  CHECK(out.str() == "1003\n\n    Net\n───────\n1000.00\n───────\n1000.00\n\n Net\n────\n2.00\n────\n2.00\n");
}

TEST_CASE("stored control characters never reach the terminal") {
  CHECK(table({.columns = {{"a", "甲"}}}, {{"a\x1B[31m\nb"}}) == "甲\n────────\na␛[31m␊b\n");
}

TEST_CASE("only the columns written are summed, and the word for the sums stands beside them") {
  CHECK(table(reasons(), {{"1", "a", "b", yuan(2), {}}, {"2", "a", "b", yuan(3), {}}},
              {.columns = {"amount", "reason"}}) ==
        "金额  事由\n──────────\n2.00  a\n3.00  a\n──────────\n5.00  合计\n");
}

}  // namespace svcadm::tabular
