// Places and neighbours that stand in a command's way: what can only be read, another who writes, a file that changes
// while it is read.

#include <atomic>
#include <chrono>
#include <fstream>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "fault/office_file.hpp"
#include "fault/writing_use_cases.hpp"
#include "usecase/audit.hpp"
#include "usecase/clock_in_import.hpp"
#include "usecase/department.hpp"
#include "usecase/restore.hpp"

using namespace svcadm;
using test::dump;
using test::Folder;

namespace {

std::optional<Failure> failure_of(const auto& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.failure();
  }
  return std::nullopt;
}

/// Works in a process that has no more rights than anybody; its exit status is that of `work`.
int as_anybody(const std::function<int()>& work) {
  constexpr uid_t nobody = 65534;
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    if (::getuid() == 0 && (::setgid(nobody) != 0 || ::setuid(nobody) != 0)) ::_exit(99);
    int status = 98;
    try {
      status = work();
    } catch (...) {
    }
    ::_exit(status);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

void give_to_anybody(const std::string& path, unsigned mode) {
  constexpr uid_t nobody = 65534;
  if (::getuid() == 0) REQUIRE(::chown(path.c_str(), nobody, nobody) == 0);
  std::filesystem::permissions(path, static_cast<std::filesystem::perms>(mode));
}

void add_department(const std::string& file, const std::string& name, int patience) {
  usecase::Office office{store::Database::open(file, store::Patience{patience}), test::fault_caller()};
  usecase::add_department(office, {.name = name});
}

}  // namespace

TEST_CASE(
    "in a file or a folder that can only be read every writing use-case fails as of the disk, and reading goes on") {
  struct Place {
    const char* name;
    unsigned file;
    unsigned folder;
  };
  for (const Place& place : {Place{"file", 0400, 0700}, Place{"folder", 0600, 0500}, Place{"both", 0400, 0500}}) {
    CAPTURE(place.name);
    const Folder folder;
    const std::string file = folder / "office.db";
    test::make_fault_office(file);
    const std::string state = dump(file);
    for (const char* suffix : {"-wal", "-shm"}) std::filesystem::remove(file + suffix);
    give_to_anybody(file, place.file);
    give_to_anybody(folder / "", place.folder);
    const int failed = as_anybody([&] {
      for (const auto& use_case : test::writing_use_cases()) {
        const auto failure = failure_of([&] {
          usecase::Office office{store::Database::open(file, store::Patience{0}), test::fault_caller()};
          use_case.work(office);
        });
        if (failure != Failure::disk) return 1;
      }
      usecase::Office office{store::Database::open(file, store::Patience{0}), test::fault_caller()};
      return usecase::verify_audit(office).findings.empty() ? 0 : 2;
    });
    CHECK(failed == 0);
    give_to_anybody(folder / "", 0700);
    give_to_anybody(file, 0600);
    const bool unchanged = dump(file) == state;
    CHECK(unchanged);
  }
}

TEST_CASE("who finds another writing waits as long as he may, is told so and changes nothing; then he may") {
  const Folder folder;
  const std::string file = folder / "office.db";
  test::make_fault_office(file);
  const std::string state = dump(file);
  {
    auto other = store::Database::open(file);
    store::WriteTransaction writing{other};
    const auto begin = std::chrono::steady_clock::now();
    CHECK(failure_of([&] { add_department(file, "客服二组", 1); }) == Failure::busy);
    CHECK(std::chrono::steady_clock::now() - begin >= std::chrono::seconds{1});
    CHECK(failure_of([&] { add_department(file, "客服二组", 0); }) == Failure::busy);
  }
  const bool unchanged = dump(file) == state;
  CHECK(unchanged);
  CHECK_NOTHROW(add_department(file, "客服二组", 0));
  CHECK(test::unsound(file) == "");
}

TEST_CASE("a file that is open is not replaced by a copy, and one that was replaced is not written to") {
  const Folder folder;
  const std::string file = folder / "office.db";
  const std::string copy = folder / "copy.db";
  test::make_fault_office(copy);
  test::put_file(copy, file);
  const auto restore = [&] { usecase::restore_file(file, copy, store::Patience{0}, test::fault_caller()); };
  {
    const auto reader = store::Database::open(file);
    CHECK(failure_of(restore) == Failure::busy);
  }
  CHECK_NOTHROW(add_department(file, "客服二组", 0));
  CHECK_NOTHROW(restore());
  CHECK_NOTHROW(add_department(file, "客服三组", 0));
  CHECK(test::unsound(file) == "");
}

TEST_CASE("a file of punches that grows and shrinks while it is read comes in as it was at one moment, or not at all") {
  const Folder folder;
  const std::string file = folder / "office.db";
  const std::string before = folder / "before.db";
  const std::string punches = folder / "punches.csv";
  test::make_fault_office(before);
  // Lines of one length: whatever is cut off, whole lines are left.
  const std::string header = "employee_no,timestamp\n";
  constexpr int lines = 4000;
  std::string text = header;
  for (int i = 0; i < lines; ++i) {
    text += fmt::format("1003,2026-10-{:02} {:02}:{:02}:00\n", 1 + i / 1440 % 28, i / 60 % 24, i % 60);
  }
  const auto line = static_cast<std::int64_t>((text.size() - header.size()) / lines);
  std::ofstream{punches, std::ios::binary} << text;

  std::atomic<bool> stop = false;
  std::thread changing{[&] {
    for (int i = 0; !stop; ++i) {
      const int kept = i % 7 * lines / 8;
      std::filesystem::resize_file(punches, header.size() + static_cast<std::size_t>(kept * line));
      std::ofstream{punches, std::ios::binary | std::ios::in | std::ios::out} << text;
    }
  }};
  const int tries = std::getenv("SVCADM_LONG") != nullptr ? 500 : 20;
  for (int i = 0; i < tries; ++i) {
    test::put_file(before, file);
    usecase::Office office{store::Database::open(file), test::fault_caller()};
    std::int64_t imported = 0;
    const auto failure = failure_of([&] {
      const auto outcome = usecase::import_punches(office, {.request = {.path = punches}, .layout = "csv"});
      imported = outcome.batch.imported;
    });
    if (failure) CHECK(*failure == Failure::input);
    store::Query count{office.database(), R"sql(
      SELECT count(*) FROM punch AS p JOIN punch_number AS n ON n.id = p.number
       WHERE n.text = '1003' AND p.at < :november
    )sql"};
    count.bind(":november", at(make_date(2026, 11, 1))).next();
    CHECK(count.integer(0) == imported);
  }
  stop = true;
  changing.join();
  CHECK(test::unsound(file) == "");
}
