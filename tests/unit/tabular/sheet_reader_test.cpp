#include <doctest/doctest.h>

#include "tabular/row_fields.hpp"
#include "tabular/sheet_reader.hpp"

namespace svcadm::tabular {

namespace {

const Layout layout = {.name = "people",
                       .fields = {{"employee", {"工号", "员工编号"}, true},
                                  {"name", {"姓名"}, true},
                                  {"hired", {"入职日期"}},
                                  {"amount", {"金额"}},
                                  {"days", {"天数"}}}};

/// A file read to its end, row by row as "line:employee:name".
struct Sheet {
  explicit Sheet(std::string bytes, std::vector<Mapping> mapped = {})
      : text{decode({"a.csv", std::move(bytes)})},
        mappings{std::move(mapped)},
        reader{text, layout, mappings, problems} {}

  std::vector<std::string> rows() {
    std::vector<std::string> seen;
    for (SheetRow row; reader.next(row);) {
      seen.push_back(std::to_string(row.line()) + ":" + std::string{row.get("employee")} + ":" +
                     std::string{row.get("name")});
    }
    return seen;
  }

  std::vector<std::string> ids() const {
    std::vector<std::string> all;
    for (const Problem& problem : problems) all.push_back(problem.message.id);
    return all;
  }

  Text text;
  std::vector<Mapping> mappings;
  Problems problems;
  SheetReader reader;
};

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("headings are matched by key or alias, whatever their case, width, blanks and line breaks") {
  CHECK(Sheet{"Employee,ＮＡＭＥ\n1,王\n"}.rows() == Strings{"2:1:王"});
  CHECK(Sheet{"工号,姓 名\n1,王\n"}.rows() == Strings{"2:1:王"});
  CHECK(Sheet{"姓名,\"员工\n编号\"\n王,1\n"}.rows() == Strings{"3:1:王"});
}

TEST_CASE("titles above the header are passed over, blank rows everywhere") {
  Sheet sheet{"客服中心人员表,,\n\n2026-10,,\n工号,姓名,备注\n,,\n1, 王 ,x\n , ,\n2,李,\n"};
  CHECK(sheet.rows() == Strings{"6:1:王", "8:2:李"});
  CHECK(sheet.reader.header_line() == 4);
  CHECK(sheet.problems.empty());
}

TEST_CASE("a header below the tenth row is none") {
  std::string titles;
  for (int i = 0; i < 9; ++i) titles += "title,\n";
  CHECK(Sheet{titles + "工号,姓名\n1,王\n"}.rows().size() == 1);
  CHECK(Sheet{titles + "title,\n工号,姓名\n1,王\n"}.ids() ==
        Strings{"input.no-header", "input.missing-column", "input.missing-column"});
}

TEST_CASE("a missing column names the headings that would do") {
  Sheet sheet{"title\n工号,天数\n1,2\n"};
  CHECK(sheet.rows().empty());
  REQUIRE(sheet.ids() == Strings{"input.no-header", "input.missing-column"});
  CHECK(sheet.problems[1].message.args == std::vector<Arg>{"name", "name, 姓名"});
  CHECK(sheet.problems[1].place->line == 2);
  CHECK(sheet.problems[1].way_out == "--map name=COLUMN");
}

TEST_CASE("two columns for one field are a problem that names both") {
  Sheet sheet{"工号,员工编号,姓名\n1,2,王\n"};
  REQUIRE(sheet.ids() == Strings{"input.duplicate-column"});
  CHECK(sheet.problems[0].message.args == std::vector<Arg>{"employee", "工号", "员工编号"});
}

TEST_CASE("a mapping overrides the layout and frees the column it had") {
  Sheet sheet{"工号,卡号,姓名\n1,77,王\n", {{"employee", "卡号"}}};
  CHECK(sheet.rows() == Strings{"2:77:王"});
  REQUIRE(sheet.reader.other_columns().size() == 1);
  CHECK(sheet.reader.other_columns()[0].heading == "工号");
  CHECK(Sheet{"工号,姓名\n", {{"salary", "x"}}}.ids() == Strings{"input.unknown-field"});
  CHECK(Sheet{"工号,姓名\n", {{"hired", "到岗"}}}.ids() == Strings{"input.mapped-column-missing"});
  CHECK(Sheet{"工号,姓名\n", {{"employee", "卡号"}}}.ids() ==
        Strings{"input.no-header", "input.mapped-column-missing"});
}

TEST_CASE("days of a roster are read by their headings") {
  Sheet sheet{"工号,姓名,1,2,,3\n1,王,A, B ,,C\n"};
  const auto& days = sheet.reader.other_columns();
  REQUIRE(days.size() == 3);
  CHECK(days[2].heading == "3");
  SheetRow row;
  REQUIRE(sheet.reader.next(row));
  CHECK(row.cell(days[1].index) == "B");
  CHECK(row.cell(days[2].index) == "C");
  CHECK(row.cell(99).empty());
}

TEST_CASE("rows of another length are rejected with their line, empty cells beyond the last are not") {
  Sheet sheet{"工号,姓名\n1\n2,李,,\n3,赵,x\n4,钱\n"};
  CHECK(sheet.rows() == Strings{"3:2:李", "5:4:钱"});
  CHECK(sheet.ids() == Strings{"input.row-length", "input.row-length"});
  CHECK(sheet.problems[1].message.args == std::vector<Arg>{std::int64_t{2}, std::int64_t{3}});
  REQUIRE(sheet.reader.rejected().size() == 2);
  CHECK(sheet.reader.rejected()[1].line == 4);
  CHECK(sheet.reader.rejected()[1].cells == Strings{"3", "赵", "x"});
}

TEST_CASE("a row on a line that is no text is rejected") {
  std::string bytes = "工号,姓名\n1,\xFF\n";
  for (int i = 0; i < 100; ++i) bytes += "2,李\n";
  Sheet sheet{bytes};
  CHECK(sheet.rows().size() == 100);
  REQUIRE(sheet.ids() == Strings{"input.undecodable-line"});
  CHECK(sheet.problems[0].place->line == 2);
}

TEST_CASE("an empty file and a header alone are different things") {
  CHECK(Sheet{""}.ids() == Strings{"input.empty-file"});
  CHECK(Sheet{"\r\n  \n"}.ids() == Strings{"input.empty-file"});
  Sheet only_header{"\xEF\xBB\xBF工号;姓名\r\n"};
  CHECK(only_header.rows().empty());
  CHECK(only_header.problems.empty());
}

TEST_CASE("what our own csv guards against spreadsheets comes back as it was") {
  Sheet sheet{"工号,姓名\n0017\t,'=x\n"};
  CHECK(sheet.rows() == Strings{"2:0017:=x"});
}

TEST_CASE("cells become values in the forms that people type") {
  Sheet sheet{"工号,姓名,入职日期,金额,天数\n1,王,2026年9月3日,\"1,234,567.89\",1.5\n２,李,２０２６/１/２,-３0,0\n"};
  SheetRow row;
  REQUIRE(sheet.reader.next(row));
  RowFields first{row, sheet.problems};
  CHECK(first.date("hired") == make_date(2026, 9, 3));
  CHECK(first.money("amount") == yuan(1234567, 89));
  CHECK(first.half_days("days") == HalfDays{3});
  REQUIRE(sheet.reader.next(row));
  RowFields second{row, sheet.problems};
  CHECK(second.integer("employee") == 2);
  CHECK(second.date("hired") == make_date(2026, 1, 2));
  CHECK(second.money("amount") == yuan(-30));
  CHECK(second.half_days("days") == HalfDays{0});
  CHECK(second.good());
}

TEST_CASE("every bad cell of a row is a problem with line, heading and text") {
  Sheet sheet{"工号,姓名,入职日期,金额,天数\n1,王,2026-02-29,\"1,23\",0.3\n"};
  SheetRow row;
  REQUIRE(sheet.reader.next(row));
  RowFields fields{row, sheet.problems};
  CHECK_FALSE(fields.date("hired"));
  CHECK_FALSE(fields.money("amount"));
  CHECK_FALSE(fields.half_days("days"));
  CHECK_FALSE(fields.integer("employee", Need::required, 5, 9));
  CHECK_FALSE(fields.month("name"));
  CHECK_FALSE(fields.good());
  CHECK(sheet.ids() == Strings{"input.not-a-date", "input.not-money", "input.not-half-days", "input.out-of-range",
                               "input.not-a-month"});
  CHECK(sheet.problems[0].message.args == std::vector<Arg>{"2026-02-29"});
  CHECK(sheet.problems[0].place->line == 2);
  CHECK(sheet.problems[0].place->field == "入职日期");
}

TEST_CASE("an empty cell is a problem only where it is needed") {
  Sheet sheet{"工号,姓名\n1,\n"};
  SheetRow row;
  REQUIRE(sheet.reader.next(row));
  RowFields fields{row, sheet.problems};
  CHECK_FALSE(fields.date("hired", Need::optional));
  CHECK_FALSE(row.has("hired"));
  CHECK(fields.good());
  CHECK_FALSE(fields.text("name"));
  CHECK_FALSE(fields.money("amount"));
  CHECK(sheet.ids() == Strings{"input.missing-value", "input.missing-value"});
  CHECK(sheet.problems[1].place->field == "amount");
}

TEST_CASE("texts have a length, and problems do not repeat them") {
  Sheet sheet{"工号,姓名\n6222020200112233,a\x01z\n"};
  SheetRow row;
  REQUIRE(sheet.reader.next(row));
  RowFields fields{row, sheet.problems};
  CHECK_FALSE(fields.text("employee", Need::required, 10));
  CHECK_FALSE(fields.text("name"));
  CHECK(sheet.problems[0].message == Message{"input.text-too-long", {std::int64_t{16}, std::int64_t{10}}});
  CHECK(sheet.problems[1].message == Message{"input.control-character"});
}

TEST_CASE("months, moments and times of day are read where they are whole") {
  Sheet sheet{"工号,姓名,入职日期,金额,天数\n1,2026年9月,2026年9月3日9:30,2026-09-03,9:30\n"};
  SheetRow row;
  REQUIRE(sheet.reader.next(row));
  RowFields fields{row, sheet.problems};
  CHECK(fields.month("name") == make_month(2026, 9));
  CHECK(fields.moment("hired") == at(make_date(2026, 9, 3), TimeOfDay{34200}));
  CHECK(fields.time("days") == TimeOfDay{34200});
  CHECK(fields.good());
  CHECK_FALSE(fields.moment("amount"));
}

}  // namespace svcadm::tabular
