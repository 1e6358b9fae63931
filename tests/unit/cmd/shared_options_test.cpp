#include "cmd/shared_options.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"

using namespace svcadm;
using namespace svcadm::cmd;
using tabular::Format;

namespace {

SharedOptions with(std::optional<std::string> format, std::optional<std::string> output, bool excel = false) {
  SharedOptions options;
  options.format_code = std::move(format);
  options.output = std::move(output);
  options.excel = excel;
  return options;
}

std::string complaint(const SharedOptions& options) {
  try {
    check_shared(options);
  } catch (const Error& error) {
    return error.problems().front().message.id;
  }
  return {};
}

}  // namespace

TEST_CASE("the format is --format's, else that of --output's name, else --excel's CSV, else a table") {
  CHECK(with({}, {}).format() == Format::table);
  CHECK(with({}, {}, true).format() == Format::csv);
  CHECK(with({}, "工资.csv").format() == Format::csv);
  CHECK(with({}, "a.b/X.XLSX").format() == Format::xlsx);
  CHECK(with({}, "x.html").format() == Format::html);
  CHECK(with({}, "x.json").format() == Format::json);
  CHECK(with({}, "x.txt").format() == Format::table);
  CHECK(with({}, "csv").format() == Format::table);
  CHECK(with("table", "x.csv").format() == Format::table);
  CHECK(with({}, "x.txt", true).format() == Format::csv);
}

TEST_CASE("--excel is CSV and nothing else") {
  CHECK(complaint(with({}, {}, true)).empty());
  CHECK(complaint(with("csv", "x.xlsx", true)).empty());
  CHECK(complaint(with("json", {}, true)) == "problem.usage.excel-is-csv");
  CHECK(complaint(with("table", {}, true)) == "problem.usage.excel-is-csv");
  CHECK(complaint(with({}, "x.xlsx", true)) == "problem.usage.excel-is-csv");
  CHECK(complaint(with("xlsx", {})) == "problem.usage.output-needed");
}
