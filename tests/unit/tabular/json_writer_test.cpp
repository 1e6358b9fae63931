#include <doctest/doctest.h>

#include <sstream>

#include "tabular/writer.hpp"

namespace svcadm::tabular {

namespace {

std::string json(const Header& header, const std::vector<std::vector<Cell>>& rows) {
  std::ostringstream out;
  const auto writer = make_writer(Format::json, out, {});
  writer->begin(header);
  for (const auto& row : rows) writer->row(row);
  writer->end();
  return out.str();
}

const Moment as_of = at(make_date(2026, 10, 31), TimeOfDay{86399});

}  // namespace

TEST_CASE("json has an envelope with name, version and as-of, and amounts as strings") {
  const Header header = {.name = "payroll.run",
                         .version = 2,
                         .columns = {{"name", "姓名"},
                                     {"net", "实发", Kind::money, true},
                                     {"leave_days", "请假", Kind::days, true},
                                     {"punches", "次数", Kind::number, true},
                                     {"held", "暂缓", Kind::flag},
                                     {"at", "时间", Kind::moment}},
                         .created = as_of};
  CHECK(json(header, {{"王\"\\\n", yuan(1800), HalfDays{1}, std::int64_t{44}, true, as_of},
                      {{}, -yuan(1), HalfDays{6}, std::int64_t{-2}, false, {}}}) ==
        "{\"name\":\"payroll.run\",\"version\":2,\"created\":\"2026-10-31T23:59:59\",\"rows\":[\n"
        "{\"name\":\"王\\\"\\\\\\n\",\"net\":\"1800.00\",\"leave_days\":\"0.5\",\"punches\":44,\"held\":true,"
        "\"at\":\"2026-10-31T23:59:59\"},\n"
        "{\"name\":null,\"net\":\"-1.00\",\"leave_days\":\"3.0\",\"punches\":-2,\"held\":false,\"at\":null}\n"
        "],\"totals\":{\"net\":\"1799.00\",\"leave_days\":\"3.5\",\"punches\":42}}\n");
}

TEST_CASE("a value with parts is JSON in JSON, and words elsewhere") {
  const Header header = {.columns = {{"value", "Value"}}};
  const Structured value{R"([{"up_to":"5min"}])", "=up to 5min"};
  CHECK(json(header, {{value}}).find(R"({"value":[{"up_to":"5min"}]})") != std::string::npos);
  std::ostringstream out;
  const auto writer = make_writer(Format::csv, out, {});
  writer->begin(header);
  writer->row(std::vector<Cell>{value});
  writer->end();
  CHECK(out.str() == "value\n'=up to 5min\n");  // and no formula
}

TEST_CASE("json of no rows is an empty list") {
  CHECK(json({.name = "x", .columns = {{"a", ""}}, .created = as_of}, {}) ==
        "{\"name\":\"x\",\"version\":1,\"created\":\"2026-10-31T23:59:59\",\"rows\":[]}\n");
}

TEST_CASE("json replaces bytes that are no text") {
  const std::string written = json({.name = "x", .columns = {{"a", ""}}, .created = as_of}, {{"a\xFF\x62"}});
  CHECK(written.find("{\"a\":\"a\xEF\xBF\xBD\x62\"}") != std::string::npos);
}

}  // namespace svcadm::tabular
