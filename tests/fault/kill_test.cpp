// A command that is killed, and one that finds another writing.

#include <cstdlib>
#include <fstream>
#include <random>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "fault/office_file.hpp"
#include "fault/writing_use_cases.hpp"
#include "usecase/clock_in_import.hpp"
#include "usecase/department.hpp"

using namespace svcadm;
using test::dump;
using test::Folder;

namespace {

/// Very many punches of two people.
std::string many_punches() {
  std::string text = "employee_no,timestamp\n";
  for (int i = 0; i < 20000; ++i) {
    text += fmt::format("{},2026-10-{:02} {:02}:{:02}:{:02}\n", 1001 + i % 2, 1 + i / 9 % 28, i / 7 % 24, i / 11 % 60,
                        i / 13 % 60);
  }
  return text;
}

void import(const std::string& file, const std::string& punches) {
  usecase::Office office{store::Database::open(file), test::fault_caller()};
  usecase::import_punches(office, {.request = {.path = punches, .keep_good = true}, .layout = "csv"});
}

std::int64_t microseconds(const auto& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

TEST_CASE("an import that is killed at any moment leaves the file as before or as after") {
  const Folder folder;
  const std::string before = folder / "before.db";
  const std::string file = folder / "office.db";
  const std::string punches = folder / "punches.csv";
  test::make_fault_office(before);
  std::ofstream{punches} << many_punches();
  const std::string state_before = dump(before);
  test::put_file(before, file);
  const std::int64_t takes = microseconds([&] { import(file, punches); });
  const std::string state_after = dump(file);
  const bool changed = state_after != state_before;
  REQUIRE(changed);

  const int tries = std::getenv("SVCADM_LONG") != nullptr ? 500 : 15;
  int seen_before = 0;
  for (int i = 0; i < tries; ++i) {
    test::put_file(before, file);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      try {
        import(file, punches);
      } catch (...) {
        ::_exit(1);
      }
      ::_exit(0);
    }
    const std::int64_t delay = takes * (i + 1) / (tries + 1);
    ::usleep(static_cast<useconds_t>(delay));
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    INFO("killed after ", delay, " of ", takes, " microseconds");
    const std::string state = dump(file);
    const bool done = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    const bool as_before = state == state_before;
    const bool as_after = state == state_after;
    CHECK((as_after || (as_before && !done)));
    CHECK(test::unsound(file) == "");
    seen_before += as_before ? 1 : 0;
    // And once more, to its end.
    if (i % 5 == 0) {
      import(file, punches);
      const bool finished = dump(file) == state_after;
      CHECK(finished);
    }
  }
  CHECK(seen_before > 0);
}

TEST_CASE("who finds another writing is told so and changes nothing; when that has ended he may") {
  const Folder folder;
  const std::string file = folder / "office.db";
  test::make_fault_office(file);
  const std::string state = dump(file);
  const auto add = [&] {
    usecase::Office office{store::Database::open(file, store::Patience{0}), test::fault_caller()};
    usecase::add_department(office, {.name = "客服二组"});
  };
  {
    auto other = store::Database::open(file);
    store::WriteTransaction writing{other};
    std::optional<Failure> failure;
    try {
      add();
    } catch (const Error& error) {
      failure = error.failure();
    }
    CHECK(failure == Failure::busy);
  }
  const bool unchanged = dump(file) == state;
  CHECK(unchanged);
  CHECK_NOTHROW(add());
  CHECK(test::unsound(file) == "");
}
