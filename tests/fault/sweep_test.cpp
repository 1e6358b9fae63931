// Every use-case that writes, with every call of the file system failing once: the file is as before, or the command
// said it was done and the file is as after.
//
// Three places of each kind of call are tried; with SVCADM_LONG all of them, and a table of them is printed.

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <regex>
#include <set>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "fault/office_file.hpp"
#include "fault/writing_use_cases.hpp"
#include "support/faulty_vfs.hpp"
#include "support/regulation_files.hpp"

using namespace svcadm;
using test::dump;
using test::Fault;
using test::FaultyVfs;
using test::FileCall;
using test::Folder;
using test::WritingUseCase;

namespace {

const bool is_long = std::getenv("SVCADM_LONG") != nullptr;

/// The office that all are tried upon, made once.
struct Bench {
  Folder folder;
  std::string file = folder / "office.db";
  std::string before = folder / "office.db.before";
  std::string state_before;

  Bench() {
    FaultyVfs::install();
    test::make_fault_office(before);
    state_before = dump(before);
  }
};
Bench& bench() {
  static Bench one;
  return one;
}

struct Outcome {
  bool done = false;
  std::optional<Failure> failure = std::nullopt;
  std::string message = {};
};

/// Opens the office, works, closes it, as one command does.
Outcome command(const WritingUseCase& use_case, const std::string& file) {
  Outcome outcome;
  try {
    usecase::Office office{store::Database::open(file, store::Patience{0}), test::fault_caller()};
    use_case.work(office);
    outcome.done = true;
  } catch (const Error& error) {
    outcome.failure = error.failure();
    if (!error.problems().empty()) outcome.message = error.problems()[0].message.id;
  }
  return outcome;
}

/// What the command makes of the office when nothing fails, and how many calls of each kind that takes.
struct Clean {
  std::string state;
  std::vector<int> calls;
};
Clean clean_run(const WritingUseCase& use_case) {
  test::put_file(bench().before, bench().file);
  FaultyVfs::install().arm(std::nullopt);
  const Outcome outcome = command(use_case, bench().file);
  CAPTURE(use_case.action);
  CAPTURE(outcome.message);
  REQUIRE(outcome.done);
  Clean clean;
  for (const FileCall call : test::file_calls()) clean.calls.push_back(FaultyVfs::install().calls(call));
  clean.state = dump(bench().file);
  return clean;
}

std::vector<int> places(int calls) {
  std::set<int> chosen;
  for (int n = 1; n <= calls; ++n) {
    if (is_long || n == 1 || n == calls || n == (calls + 1) / 2) chosen.insert(n);
  }
  return {chosen.begin(), chosen.end()};
}

/// What became of a use-case under all the faults that were tried.
struct Tally {
  int points = 0;
  int done = 0;
  int refused = 0;
  int unknown = 0;
};

/// Prints what was tried, where it was all.
class Table {
 public:
  explicit Table(std::string title) : title_{std::move(title)} {}
  ~Table() {
    if (!is_long) return;
    fmt::print("{}\n{:<28}{:>8}{:>8}{:>8}{:>8}\n", title_, "use-case", "points", "done", "before", "unknown");
    Tally all;
    for (const auto& [action, tally] : rows_) {
      print(action, tally);
      all.points += tally.points;
      all.done += tally.done;
      all.refused += tally.refused;
      all.unknown += tally.unknown;
    }
    print(fmt::format("{} use-cases", rows_.size()), all);
  }
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;
  Tally& operator[](const std::string& action) { return rows_[action]; }

 private:
  static void print(const std::string& name, const Tally& tally) {
    fmt::print("{:<28}{:>8}{:>8}{:>8}{:>8}\n", name, tally.points, tally.done, tally.refused, tally.unknown);
  }

  std::string title_;
  std::map<std::string, Tally> rows_;
};

/// One command upon a fresh copy, with a fault; false where the fault lies beyond its last call.
bool try_fault(const WritingUseCase& use_case, const Clean& clean, const Fault& fault, Tally& tally) {
  auto& vfs = FaultyVfs::install();
  test::put_file(bench().before, bench().file);
  vfs.forget_images();
  vfs.arm(fault);
  const Outcome outcome = command(use_case, bench().file);
  const bool fired = vfs.fired();
  vfs.disarm();

  const std::string after = fault.from_then_on ? " and all after it" : "";
  INFO(use_case.action, ": ", test::to_key(fault.call), " number ", fault.nth, after, ", message ", outcome.message);
  // A sync fails before the commit is done only where it is the commit's own; then, and only then, that is said.
  const bool is_unknown = outcome.message == store::outcome_unknown;
  CHECK(is_unknown == (fault.call == FileCall::sync && fired && !outcome.done));
  if (outcome.failure) CHECK((*outcome.failure == Failure::disk || *outcome.failure == Failure::busy));
  const std::string state = dump(bench().file);
  const bool as_before = state == bench().state_before;
  const bool as_after = state == clean.state;
  if (outcome.done) {
    CHECK(as_after);
  } else if (is_unknown && fault.from_then_on) {
    // The commit lies in the log and could not be synced, nor could the log be put away: whoever looks next decides.
    CHECK((as_before || as_after));
  } else {
    CHECK(as_before);
  }
  CHECK(test::unsound(bench().file) == "");
  ++tally.points;
  ++(outcome.done ? tally.done : is_unknown ? tally.unknown : tally.refused);
  return fired;
}

/// A command upon a fresh copy with a fault, and its files as it left them.
void leave_dead(const WritingUseCase& use_case, const Fault& fault) {
  auto& vfs = FaultyVfs::install();
  test::put_file(bench().before, bench().file);
  vfs.forget_images();
  vfs.arm(fault);
  command(use_case, bench().file);
  vfs.disarm();
}

}  // namespace

TEST_CASE("the sweep knows every use-case that writes") {
  std::set<std::string> known;
  for (const WritingUseCase& use_case : test::writing_use_cases()) known.insert(use_case.action);
  known.insert({"db.migrate", "opening.import"});  // tests/fault/founding_test.cpp has them
  known.insert("db.restore");                      // and tests/fault/copies_test.cpp this
  const std::regex begins{
      R"re((?:UnitOfWork(?: \w+)?\{|begin_\w+\()[^"};)]*"([a-z-]+\.[a-z-]+)"|action = "([a-z-]+\.[a-z-]+)")re"};
  for (const auto& file : std::filesystem::directory_iterator{SVCADM_SOURCE_DIR "/lib/usecase"}) {
    const std::string text = test::read_file(file.path().string());
    for (std::sregex_iterator at{text.begin(), text.end(), begins}, end; at != end; ++at) {
      const std::string action = (*at)[1].matched ? (*at)[1] : (*at)[2];
      CAPTURE(action);
      CHECK(known.contains(action));
    }
  }
}

TEST_CASE("a call of the file system that fails once: as before, or done and as after") {
  Table table{"one call fails"};
  for (const WritingUseCase& use_case : test::writing_use_cases()) {
    const Clean clean = clean_run(use_case);
    const bool changes = clean.state != bench().state_before;
    CHECK(changes);
    for (const FileCall call : test::file_calls()) {
      for (const int n : places(clean.calls[static_cast<std::size_t>(call)])) {
        try_fault(use_case, clean, {.call = call, .nth = n}, table[use_case.action]);
        if (call != FileCall::write) continue;
        for (const test::Manner manner : {test::Manner::half, test::Manner::full}) {
          if (!is_long && (manner == test::Manner::full) != (n % 2 == 0)) continue;
          try_fault(use_case, clean, {.call = call, .nth = n, .manner = manner}, table[use_case.action]);
        }
      }
    }
  }
}

TEST_CASE("a disk that dies at a write, a sync, a truncation or a deletion and stays dead") {
  Table table{"the disk dies, and the power is cut"};
  for (const WritingUseCase& use_case : test::writing_use_cases()) {
    const Clean clean = clean_run(use_case);
    for (const FileCall call : {FileCall::write, FileCall::sync, FileCall::truncate, FileCall::remove}) {
      for (const int n : places(clean.calls[static_cast<std::size_t>(call)])) {
        try_fault(use_case, clean, {.call = call, .nth = n, .from_then_on = true}, table[use_case.action]);
        // The machine as well: only what was synced is left for certain.
        for (const test::Cut cut : {test::Cut::lost, test::Cut::torn}) {
          if (!is_long && cut == test::Cut::torn && n == 1) continue;
          // try_fault() has looked at what the dead disk left, and put away its log: the fault once more.
          if (cut == test::Cut::torn) leave_dead(use_case, {.call = call, .nth = n, .from_then_on = true});
          const std::string left =
              FaultyVfs::install().power_cut(bench().file, bench().folder / "cut", cut, static_cast<unsigned>(n));
          INFO(use_case.action, ": power cut (", cut == test::Cut::torn ? "torn" : "lost", ") at ", test::to_key(call),
               " number ", n);
          const std::string state = dump(left);
          const bool whole = state == bench().state_before || state == clean.state;
          CHECK(whole);
          CHECK(test::unsound(left) == "");
        }
      }
    }
  }
}

TEST_CASE("after a command that is done its rows survive a power cut; without syncing they would not") {
  auto& vfs = FaultyVfs::install();
  int kept = 0;
  int lost = 0;
  for (const WritingUseCase& use_case : test::writing_use_cases()) {
    const Clean clean = clean_run(use_case);
    for (const bool syncs : {true, false}) {
      test::put_file(bench().before, bench().file);
      vfs.forget_images();
      vfs.disarm();
      std::string left;
      std::string torn;
      {
        auto database = store::Database::open(bench().file);
        usecase::Office office{std::move(database), test::fault_caller()};
        if (!syncs) test::without_sync(office.database());
        use_case.work(office);
        // Before the file is closed.
        left = vfs.power_cut(bench().file, bench().folder / "cut");
        if (syncs) torn = vfs.power_cut(bench().file, bench().folder / "torn", test::Cut::torn);
      }
      INFO(use_case.action);
      const std::string state = dump(left);
      const bool survived = state == clean.state;
      if (!syncs && !survived) ++lost;
      if (!syncs) continue;
      CHECK(survived);
      if (survived) ++kept;
      const bool survived_torn = dump(torn) == clean.state;
      CHECK(survived_torn);
    }
  }
  CHECK(lost == static_cast<int>(test::writing_use_cases().size()));
  if (is_long) fmt::print("power cut after a command: with syncing {} kept, without {} lost\n", kept, lost);
}

TEST_CASE("the same command once more after a fault does what the first did not") {
  for (const WritingUseCase& use_case : test::writing_use_cases()) {
    const Clean clean = clean_run(use_case);
    if (!is_long && use_case.action.front() != 'p') continue;
    for (const int n : places(clean.calls[static_cast<std::size_t>(FileCall::sync)])) {
      test::put_file(bench().before, bench().file);
      FaultyVfs::install().arm(Fault{.call = FileCall::sync, .nth = n});
      const Outcome first = command(use_case, bench().file);
      FaultyVfs::install().disarm();
      if (first.done) continue;
      INFO(use_case.action, ": sync number ", n);
      CHECK(command(use_case, bench().file).done);
      const bool finished = dump(bench().file) == clean.state;
      CHECK(finished);
    }
  }
}
