#include <doctest/doctest.h>

#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "base/error.hpp"
#include "tabular/writer.hpp"

namespace svcadm::tabular {

namespace {

namespace fs = std::filesystem;

/// A directory that goes with the test.
struct Scratch {
  Scratch() {
    std::string name = (fs::temp_directory_path() / "svcadm-XXXXXX").string();
    path = ::mkdtemp(name.data());
  }
  ~Scratch() { fs::remove_all(path); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  std::size_t files() const { return static_cast<std::size_t>(std::distance(fs::directory_iterator{path}, {})); }
  fs::path path;
};

std::string content(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream{path, std::ios::binary}.rdbuf();
  return text.str();
}

Header payroll() {
  return {.title = "工资表",
          .subtitle = "2026-10",
          .columns = {{"employee", "工号", Kind::identifier},
                      {"name", "姓名"},
                      {"net", "实发", Kind::money, true},
                      {"on", "日期", Kind::date}},
          .total_label = "合计",
          .created = at(make_date(2026, 10, 31))};
}

void write(Writer& writer) {
  writer.begin(payroll());
  writer.row(std::vector<Cell>{"0017", "=1+1", yuan(1800), make_date(2026, 10, 12)});
  writer.row(std::vector<Cell>{"18", "bad \xFF \x02 byte", yuan(-40) - Money{91}, {}});
  writer.end();
}

}  // namespace

TEST_CASE("a file appears whole at the end, or not at all") {
  const Scratch scratch;
  const fs::path path = scratch.path / "out.csv";
  std::ofstream{path} << "old";
  {
    const auto writer = make_file_writer(Format::csv, path, {});
    writer->begin(payroll());
    CHECK(content(path) == "old");
    CHECK(scratch.files() == 2);
  }
  CHECK(content(path) == "old");
  CHECK(scratch.files() == 1);
  write(*make_file_writer(Format::csv, path, {}));
  CHECK(content(path).starts_with("employee,name,net,on\n0017,'=1+1,1800.00,2026-10-12\n"));
  CHECK(scratch.files() == 1);
}

TEST_CASE("through a link the file is replaced and the link stays") {
  const Scratch scratch;
  std::ofstream{scratch.path / "real.csv"} << "old";
  fs::create_symlink("real.csv", scratch.path / "link.csv");
  write(*make_file_writer(Format::csv, scratch.path / "link.csv", {}));
  CHECK(fs::is_symlink(scratch.path / "link.csv"));
  CHECK(content(scratch.path / "real.csv").starts_with("employee,"));
}

TEST_CASE("a device is written as it is") {
  write(*make_file_writer(Format::csv, "/dev/null", {}));
  CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("a full disk and a missing folder are disk errors") {
  const auto full = make_file_writer(Format::csv, "/dev/full", {});
  CHECK_THROWS_AS(write(*full), Error);
  for (const auto& [format, path] :
       {std::pair{Format::json, "/nowhere/at/all.json"}, std::pair{Format::xlsx, "/nowhere/at/all.xlsx"}}) {
    try {
      make_file_writer(format, path, {});
      FAIL("expected an error");
    } catch (const Error& error) {
      CHECK(error.failure() == Failure::disk);
      CHECK(error.problems().front().message.id == "disk.cannot-write");
      CHECK(std::get<std::string>(error.problems().front().message.args.front()) == path);
    }
  }
}

TEST_CASE("a spreadsheet needs a file, and its module") {
  std::ostringstream out;
  CHECK_THROWS_WITH_AS(make_writer(Format::xlsx, out, {}), "usage.xlsx-needs-output", Error);
  const Scratch scratch;
  CHECK_THROWS_WITH_AS(make_file_writer(Format::xlsx, scratch.path / "a.xlsx", {.xlsx_module = "/nowhere.so"}),
                       "disk.no-xlsx-module", Error);
  CHECK(scratch.files() == 0);
}

TEST_CASE("the same grid gives the same spreadsheet, byte for byte, whenever it is written") {
  const Scratch scratch;
  write(*make_file_writer(Format::xlsx, scratch.path / "a.xlsx", {}));
  std::this_thread::sleep_for(std::chrono::milliseconds{2100});  // zip counts in steps of two seconds
  write(*make_file_writer(Format::xlsx, scratch.path / "b.xlsx", {}));
  CHECK(content(scratch.path / "a.xlsx").starts_with("PK"));
  CHECK(content(scratch.path / "a.xlsx") == content(scratch.path / "b.xlsx"));
}

TEST_CASE("an abandoned spreadsheet leaves nothing") {
  const Scratch scratch;
  {
    const auto writer = make_file_writer(Format::xlsx, scratch.path / "a.xlsx", {});
    writer->begin(payroll());
  }
  CHECK(scratch.files() == 0);
}

TEST_CASE("text longer than a spreadsheet's cell is refused, not cut") {
  const Scratch scratch;
  const auto writer = make_file_writer(Format::xlsx, scratch.path / "a.xlsx", {});
  writer->begin(payroll());
  CHECK_THROWS_WITH_AS(writer->row(std::vector<Cell>{"1", std::string(40000, 'x'), {}, {}}), "disk.xlsx-failed", Error);
}

}  // namespace svcadm::tabular
