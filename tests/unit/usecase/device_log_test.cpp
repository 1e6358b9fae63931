#include "usecase/device_log.hpp"

#include <doctest/doctest.h>

#include <chrono>

#include <fmt/format.h>

#include "usecase/import_request.hpp"

using namespace svcadm;
using namespace svcadm::usecase;

namespace {

const Moment now = at(make_date(2026, 10, 31), {18 * 3600});

PunchFile usb(std::string_view log) { return read_device_log(log, "1_attlog.dat", import_layout("zkteco-usb"), now); }
PunchFile push(std::string_view log) { return read_device_log(log, "push", import_layout("zkteco-push"), now); }

std::string why(const PunchFile& file, std::size_t i = 0) {
  return file.rejects.lines.at(i).problems.front().message.id;
}

}  // namespace

TEST_CASE("the same six numbers mean different things in the two layouts") {
  const std::string_view line = "        1\t2026-10-12 09:28:31\t1\t0\t4\t0\r\n";
  const auto file = usb(line);
  REQUIRE(file.punches.size() == 1);
  CHECK(file.punches[0].state == 0);
  CHECK(file.punches[0].direction == domain::Direction::in);
  CHECK(push(line).punches.at(0).state == 1);
  CHECK(push(line).punches.at(0).direction == domain::Direction::out);
}

TEST_CASE("states are directions; what is none of them is kept as it is") {
  using enum domain::Direction;
  const domain::Direction expected[] = {in, out, lunch_start, lunch_end, overtime_in, overtime_out, unsaid};
  for (int state = 0; state < 7; ++state) {
    const int written = state == 6 ? 255 : state;
    const auto file = push(fmt::format("1\t2026-10-12 09:28:31\t{}\t1\t0\t0\n", written));
    CHECK(file.punches.at(0).direction == expected[state]);
    CHECK(file.punches.at(0).state == written);
  }
}

TEST_CASE("blanks around a number are the device's, zeros and letters belong to it") {
  const auto file =
      usb("    00012\t2026-10-12 09:28:31\t1\t0\t1\t0\n"
          "       12\t2026-10-12 09:28:31\t1\t0\t1\t0\n"
          "K-7      \t2026-10-12 09:28:31\t1\t0\t1\t0\n");
  CHECK(file.numbers.texts() == std::vector<std::string>{"00012", "12", "K-7"});
}

TEST_CASE("damage is put aside line by line with its reason") {
  const std::string good = "1\t2026-10-12 09:28:31\t1\t0\t1\t0\n";
  const auto reason = [&](const std::string& bad) {
    const auto file = usb(good + bad + good);
    CAPTURE(bad);
    CHECK(file.punches.size() == 2);
    CHECK(file.read == 3);
    REQUIRE(file.rejects.lines.size() == 1);
    CHECK(file.rejects.lines[0].line == 2);
    return why(file);
  };
  CHECK(reason("1\t1971--10--29 -23:-59:-53\t1\t0\t1\t0\n") == "clock-in.row.time");
  CHECK(reason("1\t2026-10-12 09:28\t1\t0\t1\t0\n") == "clock-in.row.time");
  CHECK(reason("1\t2026-02-29 09:28:31\t1\t0\t1\t0\n") == "clock-in.row.time");
  CHECK(reason("1\t2026-10-12 24:00:00\t1\t0\t1\t0\n") == "clock-in.row.time");
  CHECK(reason("1\t1999-12-31 23:59:59\t1\t0\t1\t0\n") == "clock-in.row.too-old");
  CHECK(reason("1\t2026-10-31 18:00:01\t1\t0\t1\t0\n") == "clock-in.row.future");
  CHECK(reason("1\t2026-10-12 09:2\n") == "clock-in.row.columns");
  CHECK(reason(" \t2026-10-12 09:28:31\t1\t0\t1\t0\n") == "clock-in.row.number");
  CHECK(reason("1\t2026-10-12 09:28:31\t1\tx\t1\t0\n") == "clock-in.row.state");
  CHECK(reason("\xFF\xFE\t2026-10-12 09:28:31\t1\t0\t1\t0\n") == "clock-in.row.number");
}

TEST_CASE("two records that a lost line end made one line are put aside, not taken as the first of them") {
  const std::string first = "       30\t2026-10-12 09:28:31\t1\t0\t1\t0";
  const std::string second = "       29\t2026-10-12 09:29:07\t1\t0\t1\t0\n";
  CHECK(usb(first + "\n" + second).punches.size() == 2);
  for (const std::string& left : {first, first.substr(0, first.size() - 2), first.substr(0, first.size() - 4)}) {
    CAPTURE(left);
    for (const auto& file : {usb(left + second), push(left + second)}) {
      CHECK(file.punches.empty());
      CHECK(file.rejects.lines.size() == 1);
    }
  }
  CHECK(why(usb(first + second)) == "clock-in.row.merged");
}

TEST_CASE("figures beyond the layout's columns are those of a newer clock") {
  CHECK(push("7\t2026-10-12 09:28:31\t1\t1\t0\t0\t255\t36.5\t\n").punches.size() == 1);
}

TEST_CASE("runs of NUL bytes and the line they tear are two pieces of damage; reading goes on behind them") {
  std::string log = "1\t2026-10-12 09:2";
  log.append(300'000, '\0');
  log += "1\t2026-10-12 18:31:00\t1\t1\t1\t0\r\n";
  const auto file = usb(log);
  CHECK(file.punches.size() == 1);
  CHECK(file.rejects.lines.size() == 2);
  CHECK(file.read == 3);
}

TEST_CASE("LF, CRLF, blank lines and an unended last line") {
  const auto file =
      usb("1\t2026-10-12 09:28:31\t1\t0\t1\t0\n\r\n1\t2026-10-12 18:31:00\t1\t0\t1\t0\r\n"
          "1\t2026-10-13 09:28:31\t1\t0");
  CHECK(file.punches.size() == 3);
  CHECK(file.rejects.lines.empty());
  CHECK(file.read == 3);
}

TEST_CASE("a big log is read in the blink of an eye") {
  std::string log;
  for (int i = 0; i < 400'000; ++i) {
    log += fmt::format("{:9}\t2026-{:02}-{:02} {:02}:{:02}:{:02}\t1\t0\t1\t0\r\n", i % 100, 1 + i / 40'000 % 9,
                       1 + i / 1'500 % 28, i % 24, i / 24 % 60, i / 1440 % 60);
  }
  const auto begin = std::chrono::steady_clock::now();
  const auto file = usb(log);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  CHECK(file.punches.size() == 400'000);
  CHECK(file.numbers.texts().size() == 100);
  CHECK(took.count() < 20);  // half a second where nothing else runs and nothing is instrumented
}
