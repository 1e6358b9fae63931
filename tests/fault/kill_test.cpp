// Commands that are killed at any moment: the file is as before or as after, sound, and the same command once more
// ends the work.
//
// A few kills of each are tried; with SVCADM_LONG two hundred, and what became of them is printed.

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <random>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "fault/office_file.hpp"
#include "fault/older_office.hpp"
#include "fault/writing_use_cases.hpp"
#include "usecase/backup.hpp"
#include "usecase/clock_in_import.hpp"
#include "usecase/migration.hpp"
#include "usecase/restore.hpp"

using namespace svcadm;
using test::dump;
using test::Folder;

namespace {

using Work = std::function<void(const std::string& file)>;

bool is_long() { return std::getenv("SVCADM_LONG") != nullptr; }
int kills() { return is_long() ? 200 : 8; }

/// What the kills of one command left, printed where they were all tried.
class Kills {
 public:
  explicit Kills(std::string command) : command_{std::move(command)} {}
  ~Kills() {
    if (!is_long()) return;
    fmt::print("{:<16}{:>5} kills: {:>4} as before, {:>4} as after\n", command_, count_, before_, count_ - before_);
  }
  Kills(const Kills&) = delete;
  Kills& operator=(const Kills&) = delete;
  void add(bool as_before) {
    ++count_;
    if (as_before) ++before_;
  }

 private:
  std::string command_;
  int count_ = 0;
  int before_ = 0;
};

/// Very many punches of two people.
std::string many_punches() {
  std::string text = "employee_no,timestamp\n";
  for (int i = 0; i < 20000; ++i) {
    text += fmt::format("{},2026-10-{:02} {:02}:{:02}:{:02}\n", 1001 + i % 2, 1 + i / 9 % 28, i / 7 % 24, i / 11 % 60,
                        i / 13 % 60);
  }
  return text;
}

/// Works in a process of its own.
pid_t start(const Work& work, const std::string& file) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    try {
      work(file);
    } catch (...) {
      ::_exit(1);
    }
    ::_exit(0);
  }
  return child;
}

/// How long that process lives if nobody kills it.
std::int64_t microseconds(const Work& work, const std::string& file) {
  const auto begin = std::chrono::steady_clock::now();
  int status = 0;
  ::waitpid(start(work, file), &status, 0);
  const bool worked = WIFEXITED(status) && WEXITSTATUS(status) == 0;
  REQUIRE(worked);
  return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin).count();
}

/// Kills that process after `delay` microseconds; whether it was done before that.
bool done_before_kill(const Work& work, const std::string& file, std::int64_t delay) {
  const pid_t child = start(work, file);
  ::usleep(static_cast<useconds_t>(delay));
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  const bool failed = WIFEXITED(status) && WEXITSTATUS(status) != 0;
  CHECK_FALSE(failed);
  return WIFEXITED(status);
}

/// The same command in the table of those that write.
Work in_table(const std::string& action) {
  return [action](const std::string& file) {
    for (const auto& use_case : test::writing_use_cases()) {
      if (use_case.action != action) continue;
      usecase::Office office{store::Database::open(file), test::fault_caller()};
      return use_case.work(office);
    }
    throw std::runtime_error{"no such use-case"};
  };
}

/// Moments of killing, from the start to a little behind the end, in no order.
class Moments {
 public:
  explicit Moments(std::int64_t takes) : delay_{0, takes + takes / 8} {}
  std::int64_t next() { return delay_(random_); }

 private:
  std::mt19937 random_{20261102};
  std::uniform_int_distribution<std::int64_t> delay_;
};

/// Kills `work` upon copies of BEFORE, and lets it do the rest.
void kill_often(const std::string& command, const std::string& before, const std::string& file, const Work& work) {
  const std::string state_before = dump(before);
  test::put_file(before, file);
  const std::int64_t takes = microseconds(work, file);
  const std::string state_after = dump(file);
  const bool changed = state_after != state_before;
  REQUIRE(changed);
  Moments moments{takes};
  Kills killed{command};
  for (int i = 0; i < kills(); ++i) {
    test::put_file(before, file);
    const std::int64_t delay = moments.next();
    const bool done = done_before_kill(work, file, delay);
    INFO("killed after ", delay, " of ", takes, " microseconds");
    const std::string state = dump(file);
    const bool as_before = state == state_before;
    const bool as_after = state == state_after;
    killed.add(as_before);
    CHECK((as_after || (as_before && !done)));
    CHECK(test::unsound(file) == "");
    if (!as_before) continue;
    work(file);
    const bool finished = dump(file) == state_after;
    CHECK(finished);
  }
}

}  // namespace

TEST_CASE("an import, a run, an approval and a close that are killed leave the file as before or as after") {
  const Folder folder;
  const std::string before = folder / "before.db";
  test::make_fault_office(before);
  const std::string punches = folder / "punches.csv";
  std::ofstream{punches} << many_punches();
  const Work import = [&](const std::string& file) {
    usecase::Office office{store::Database::open(file), test::fault_caller()};
    usecase::import_punches(office, {.request = {.path = punches, .keep_good = true}, .layout = "csv"});
  };
  kill_often("clock-in.import", before, folder / "office.db", import);
  for (const char* action : {"payroll.run", "payroll.approve", "payroll.close", "leave.approve"}) {
    CAPTURE(action);
    kill_often(action, before, folder / "office.db", in_table(action));
  }
}

TEST_CASE("a backup that is killed leaves no copy or a whole one, and the office alone") {
  const Folder folder;
  const std::string file = folder / "office.db";
  const std::string copy = folder / "copy.db";
  test::make_fault_office(file);
  const std::string state = dump(file);
  const Work backup = [&](const std::string& office_file) {
    usecase::Office office{store::Database::open(office_file), test::fault_caller()};
    usecase::back_up_file(office, {.file = copy, .replace = true});
  };
  Moments moments{microseconds(backup, file)};
  Kills killed{"db.backup"};
  for (int i = 0; i < kills(); ++i) {
    std::filesystem::remove(copy);
    const bool done = done_before_kill(backup, file, moments.next());
    const bool is_there = std::filesystem::exists(copy);
    killed.add(!is_there);
    CHECK((is_there || !done));
    const bool whole = !is_there || dump(copy) == state;
    CHECK(whole);
    const bool untouched = dump(file) == state;
    CHECK(untouched);
    CHECK(test::unsound(file) == "");
  }
}

TEST_CASE("a restore that is killed leaves the old file or the new one, and loses neither") {
  const Folder folder;
  const std::string file = folder / "office.db";
  const std::string copy = folder / "copy.db";
  const std::string before = folder / "before.db";
  test::make_fault_office(copy);
  test::put_file(copy, before);
  in_table("department.add")(before);
  const std::string state_before = dump(before);
  const Work restore = [&](const std::string& place) {
    usecase::restore_file(place, copy, store::Patience{5}, test::fault_caller());
  };
  const auto kept = [&] {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator{folder / ""}) {
      const std::string path = entry.path().string();
      if (path.starts_with(file + ".before-restore-")) files.push_back(path);
    }
    return files;
  };
  test::put_file(before, file);
  Moments moments{microseconds(restore, file)};
  const std::string state_after = dump(file);
  Kills killed{"db.restore"};
  for (int i = 0; i < kills(); ++i) {
    for (const std::string& path : kept()) std::filesystem::remove(path);
    std::filesystem::remove(file);
    test::put_file(before, file);
    const bool done = done_before_kill(restore, file, moments.next());
    const std::string state = dump(file);
    const bool restored = state == state_after;
    killed.add(!restored);
    CHECK((restored || (state == state_before && !done)));
    CHECK(test::unsound(file) == "");
    if (!restored) {
      restore(file);
      const bool finished = dump(file) == state_after;
      CHECK(finished);
    }
    bool is_kept = false;
    for (const std::string& path : kept()) is_kept = is_kept || dump(path) == state_before;
    CHECK(is_kept);
  }
}

TEST_CASE("a migration that is killed leaves the older file or the migrated one") {
  const Folder folder;
  const std::string before = folder / "before.db";
  const std::string file = folder / "office.db";
  test::make_fault_office(before);
  test::make_older(before);
  const std::string state_before = dump(before);
  const Work migrate = [](const std::string& place) {
    usecase::migrate_file(place, store::Patience{5}, test::fault_caller());
  };
  test::put_file(before, file);
  Moments moments{microseconds(migrate, file)};
  const std::string state_after = dump(file);
  Kills killed{"db.migrate"};
  for (int i = 0; i < kills(); ++i) {
    test::put_file(before, file);
    const bool done = done_before_kill(migrate, file, moments.next());
    const std::string state = dump(file);
    killed.add(state != state_after);
    CHECK((state == state_after || (state == state_before && !done)));
    migrate(file);
    const bool finished = dump(file) == state_after;
    CHECK(finished);
    CHECK(test::unsound(file) == "");
  }
}
