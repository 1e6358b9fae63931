#include <doctest/doctest.h>

#include "regulation/layout.hpp"
#include "unit/regulation/fixture.hpp"

namespace svcadm::regulation::test {

namespace {

Layout shipped_layout(const std::string& name) {
  return read_layout(read_file(source_folder() / "schemas/import" / (name + ".toml")), name + ".toml");
}

bool has_alias(const Layout& layout, const std::string& key, const std::string& alias) {
  for (const auto& field : layout.sheet.fields) {
    if (field.key == key) return std::find(field.aliases.begin(), field.aliases.end(), alias) != field.aliases.end();
  }
  return false;
}

Faults layout_faults(const std::string& text) {
  return faults([&] { read_layout(text, "layout.toml"); });
}

}  // namespace

TEST_CASE("every shipped layout loads and is named by its file; no heading means two fields") {
  for (const auto& path : files_in(source_folder() / "schemas/import", ".toml")) {
    CAPTURE(path.string());
    const Layout layout = read_layout(read_file(path), path.filename().string());
    CHECK(layout.name == path.stem().string());
    std::vector<std::string> headings;
    for (const auto& field : layout.sheet.fields) {
      headings.push_back(field.key);
      headings.insert(headings.end(), field.aliases.begin(), field.aliases.end());
    }
    std::sort(headings.begin(), headings.end());
    CHECK(std::adjacent_find(headings.begin(), headings.end()) == headings.end());
    for (const auto& field : layout.sheet.fields) {
      if (field.required) CHECK(layout.examples.contains(field.key));
    }
  }
}

TEST_CASE("the headings an office uses are known") {
  const Layout punch = shipped_layout("punch");
  for (const std::string alias : {"工号", "员工编号", "考勤号码"}) CHECK(has_alias(punch, "employee_no", alias));
  for (const std::string alias : {"时间", "打卡时间", "日期时间"}) CHECK(has_alias(punch, "timestamp", alias));
  for (const std::string alias : {"类型", "方向"}) CHECK(has_alias(punch, "direction", alias));
  CHECK(punch.either == std::vector<std::vector<std::string>>{{"timestamp"}, {"date", "time"}});
  const Layout employee = shipped_layout("employee");
  CHECK(has_alias(employee, "name", "姓名"));
  CHECK(has_alias(employee, "department", "部门"));
  CHECK(has_alias(employee, "hired", "入职日期"));
  CHECK(has_alias(employee, "hired", "hire_date"));
  const Layout agent = shipped_layout("agent-log");
  CHECK(has_alias(agent, "agent_number", "坐席工号"));
  CHECK(has_alias(agent, "signed_in", "签入时间"));
  CHECK(has_alias(agent, "signed_out", "签出时间"));
}

TEST_CASE("words of a direction are understood whatever their case and width") {
  const Layout punch = shipped_layout("punch");
  CHECK(punch.word("direction", "上班") == "in");
  CHECK(punch.word("direction", "Check Out") == "out");
  CHECK(punch.word("direction", "ＩＮ") == "in");
  CHECK_FALSE(punch.word("direction", "sideways").has_value());
  CHECK_FALSE(punch.word("employee_no", "in").has_value());
}

TEST_CASE("the two forms of a clock's log have the state in different columns and the same meaning of it") {
  const Layout usb = shipped_layout("zkteco-usb");
  const Layout push = shipped_layout("zkteco-push");
  CHECK(usb.kind == Layout::Kind::device);
  CHECK(usb.delimiter == '\t');
  CHECK(usb.columns.size() == 6);
  CHECK(push.columns.size() == 6);
  CHECK(usb.column("state") == 3);
  CHECK(push.column("state") == 2);
  CHECK(usb.word("state", "3") == "lunch-end");
  CHECK(push.word("state", "5") == "overtime-out");
  CHECK_FALSE(usb.word("state", "15").has_value());
}

TEST_CASE("a device's file is told by its name, never by its columns") {
  const Layout usb = shipped_layout("zkteco-usb");
  CHECK(usb.is_named("1_attlog.dat"));
  CHECK(usb.is_named("CEXG210360012_attlog.dat"));
  CHECK_FALSE(usb.is_named("attlog.csv"));
  CHECK_FALSE(usb.is_named("1_attlog.dat.bak"));
  CHECK_FALSE(shipped_layout("zkteco-push").is_named("1_attlog.dat"));
}

TEST_CASE("a layout is read strictly") {
  CHECK(layout_faults("format = 1\nname = \"a\"\nkind = \"sheet\"\ncolour = 1\n[[field]]\nkey = \"Name\"\n") ==
        Faults{"4 regulation.unknown-key", "6 regulation.bad-value"});
  CHECK(layout_faults("format = 1\nname = \"a\"\nkind = \"sheet\"\n[[field]]\nkey = \"a\"\n[[field]]\nkey = \"a\"\n"
                      "[[either]]\nfields = [\"b\"]\n") == Faults{"7 regulation.twice", "9 layout.unknown-field"});
  CHECK(layout_faults("format = 1\nname = \"a\"\nkind = \"device\"\ndelimiter = \"tab\"\ncolumns = [\"pin\"]\nexample = \"1\"\n") ==
        Faults{"5 layout.no-column"});
  CHECK(layout_faults("format = 1\nname = \"a\"\nkind = \"sheet\"\n[[field]]\nkey = \"direction\"\n"
                      "words = { in = [\"x\"], out = [\"X\"] }\n") == Faults{"6 layout.word-twice"});
}

}  // namespace svcadm::regulation::test
