// Copies of an office file with every call of the file system failing once: none or a whole one, and a restore that is
// done or not, with nothing lost.

#include <doctest/doctest.h>

#include "fault/every_call.hpp"
#include "fault/office_file.hpp"
#include "fault/writing_use_cases.hpp"
#include "usecase/backup.hpp"
#include "usecase/department.hpp"
#include "usecase/restore.hpp"

using namespace svcadm;
using test::dump;
using test::failure_of;
using test::Folder;

namespace {

/// Other files of the folder whose names begin with BEGIN.
std::vector<std::string> files_like(const Folder& folder, const std::string& begin) {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator{folder / ""}) {
    if (entry.path().string().starts_with(begin)) files.push_back(entry.path().string());
  }
  return files;
}

}  // namespace

TEST_CASE("a copy is whole or not there, and the office is as it was") {
  test::FaultyVfs::install();
  const Folder folder;
  const std::string office_file = folder / "office.db";
  const std::string copy = folder / "copy.db";
  test::make_fault_office(office_file);
  const std::string state = dump(office_file);
  const auto work = [&] {
    usecase::Office office{store::Database::open(office_file, store::Patience{0}), test::fault_caller()};
    usecase::back_up_file(office, {.file = copy});
  };
  test::sweep([&] { std::filesystem::remove(copy); }, work,
              [&](std::optional<Failure> failure) {
                const bool is_there = std::filesystem::exists(copy);
                CHECK((failure || is_there));
                const bool whole = !is_there || dump(copy) == state;
                CHECK(whole);
                CHECK(files_like(folder, copy + ".tmp").empty());
                const bool untouched = dump(office_file) == state;
                CHECK(untouched);
              });
}

TEST_CASE("a restore is done or the file is as it was, nothing is lost, and the same command once more does it") {
  test::FaultyVfs::install();
  const Folder folder;
  const std::string file = folder / "office.db";
  const std::string copy = folder / "copy.db";
  const std::string before = folder / "before.db";
  test::make_fault_office(copy);
  test::put_file(copy, before);
  {
    usecase::Office office{store::Database::open(before), test::fault_caller()};
    usecase::add_department(office, {.name = "客服二组"});
  }
  const std::string state_before = dump(before);
  const auto restore = [&] { usecase::restore_file(file, copy, store::Patience{0}, test::fault_caller()); };
  const auto put_before = [&] {
    for (const std::string& kept : files_like(folder, file)) std::filesystem::remove(kept);
    test::put_file(before, file);
  };
  put_before();
  restore();
  const std::string state_after = dump(file);
  test::sweep(put_before, restore,
              [&](std::optional<Failure> failure) {
                const std::string state = dump(file);
                const bool restored = state == state_after;
                const bool as_said = restored || (failure && state == state_before);
                CHECK(as_said);
    CHECK(files_like(folder, file + ".restored-").empty());
                CHECK(test::unsound(file) == "");
                if (!restored) CHECK_NOTHROW(restore());
                bool is_kept = false;
                for (const std::string& kept : files_like(folder, file + ".before-restore-")) {
                  is_kept = is_kept || dump(kept) == state_before;
                }
                CHECK(is_kept);
              },
              // A page of the copy that cannot be read while it is checked is as bad as a damaged one.
              {Failure::disk, Failure::busy, Failure::input});
}
