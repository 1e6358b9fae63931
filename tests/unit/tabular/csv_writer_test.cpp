#include <doctest/doctest.h>

#include <sstream>

#include "base/error.hpp"

#include "tabular/writer.hpp"

namespace svcadm::tabular {

namespace {

std::string csv(const Header& header, const std::vector<std::vector<Cell>>& rows, const WriterOptions& options = {}) {
  std::ostringstream out;
  const auto writer = make_writer(Format::csv, out, options);
  writer->begin(header);
  for (const auto& row : rows) writer->row(row);
  writer->end();
  return out.str();
}

Header payroll() {
  return {.title = "工资表",
          .columns = {{"employee", "工号", Kind::identifier},
                      {"name", "姓名"},
                      {"net", "实发", Kind::money, true},
                      {"leave_days", "请假天数", Kind::days, true}},
          .total_label = "合计"};
}

std::string one_text(const std::string& text) { return csv({.columns = {{"a", "甲"}, {"b", "乙"}}}, {{text, {}}}); }

}  // namespace

TEST_CASE("csv for programs: stable keys, exact decimals, no row of sums") {
  CHECK(
      csv(payroll(), {{"0017", "王小明", yuan(1800), HalfDays{1}}, {"18", "李,\"四\"\n", yuan(-40) - Money{91}, {}}}) ==
      "employee,name,net,leave_days\n"
      "0017,王小明,1800.00,0.5\n"
      "18,\"李,\"\"四\"\"\n\",-40.91,\n");
}

TEST_CASE("csv for Excel: byte order mark, headings, CRLF, sums, and digits that stay digits") {
  CHECK(csv(payroll(), {{"0017", "王", yuan(1800), HalfDays{1}}, {"18", "李", yuan(-40) - Money{91}, HalfDays{6}}},
            {.excel = true}) ==
        "\xEF\xBB\xBF工号,姓名,实发,请假天数\r\n"
        "0017\t,王,1800.00,0.5\r\n"
        "18,李,-40.91,3.0\r\n"
        "合计,,1759.09,3.5\r\n");
}

TEST_CASE("an apostrophe before what a spreadsheet would run is doubled, so that the reader gives it back") {
  CHECK(one_text("'=1") == "a,b\n''=1,\n");
  CHECK(one_text("''@x") == "a,b\n'''@x,\n");
  CHECK(one_text("'plain") == "a,b\n'plain,\n");
  CHECK(one_text("'-12.50") == "a,b\n'-12.50,\n");
}

TEST_CASE("text that a spreadsheet would run is neutralised, numbers are left alone") {
  for (const std::string text : {"=1+1", "+cmd", "-cmd", "@SUM(A1)", "\tx", "＝1", "＋1", "－1", "＠a", "-", "-1+2"}) {
    CHECK(one_text(text) == "a,b\n'" + text + ",\n");
  }
  CHECK(one_text("\r=1") == "a,b\n\"'\r=1\",\n");
  for (const std::string text : {"-12.50", "+8", "1=1", "王@x", ""}) CHECK(one_text(text) == "a,b\n" + text + ",\n");
  CHECK(csv({.columns = {{"a", "甲", Kind::money}, {"n", "数", Kind::number}}}, {{-yuan(5), std::int64_t{-3}}}) ==
        "a,n\n-5.00,-3\n");
}

TEST_CASE("times, flags and fractions in csv read the same to every program") {
  const Header header = {
      .columns = {{"d", ""}, {"m", ""}, {"at", ""}, {"t", ""}, {"s", ""}, {"f", ""}, {"r", "", Kind::rate}}};
  const Date day = make_date(2026, 10, 12);
  const TimeOfDay half_past_nine{34200};
  CHECK(csv(header, {{day, month_of(day), at(day, half_past_nine + Span{5}), half_past_nine, minutes(15), true,
                      Rational{2, 5}}}) ==
        "d,m,at,t,s,f,r\n2026-10-12,2026-10,2026-10-12 09:30:05,09:30,0:15:00,true,0.4\n");
}

TEST_CASE("columns are written in the order asked for, unknown ones are all named") {
  CHECK(csv(payroll(), {{"17", "王", yuan(3), HalfDays{2}}}, {.columns = {"net", "employee"}}) ==
        "net,employee\n3.00,17\n");
  try {
    csv(payroll(), {}, {.columns = {"gross", "net", "tax"}});
    FAIL("expected a refusal");
  } catch (const Error& error) {
    CHECK(error.failure() == Failure::usage);
    REQUIRE(error.problems().size() == 2);
    CHECK(error.problems()[1].message == Message{"usage.unknown-column", {"tax", "employee, name, net, leave_days"}});
  }
}

TEST_CASE("a row of one empty cell is still a record") {
  CHECK(csv({.columns = {{"a", ""}}}, {{Cell{}}, {"x"}}) == "a\n\"\"\nx\n");
}

}  // namespace svcadm::tabular
