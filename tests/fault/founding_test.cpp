// A new office, and an older file brought to the newest schema, with every call of the file system failing once: each
// is done or not, and the same command once more does it.

#include <cstdlib>

#include <doctest/doctest.h>

#include "fault/every_call.hpp"
#include "fault/office_file.hpp"
#include "fault/older_office.hpp"
#include "fault/writing_use_cases.hpp"
#include "support/centre.hpp"
#include "support/faulty_vfs.hpp"
#include "usecase/init.hpp"
#include "usecase/migration.hpp"
#include "usecase/opening.hpp"
#include "usecase/roles.hpp"

using namespace svcadm;
using test::dump;
using test::failure_of;
using test::Fault;
using test::FaultyVfs;
using test::FileCall;
using test::Folder;
using test::sweep;

namespace {

void found(const std::string& file) {
  usecase::init_office(file, test::fault_caller(), {.company = "星河客服", .first_month = make_month(2026, 10)});
}

std::string newest_action(const std::string& file) {
  sqlite3* database = nullptr;
  std::string action;
  sqlite3_open_v2(file.c_str(), &database, SQLITE_OPEN_READWRITE, nullptr);
  sqlite3_exec(
      database, "SELECT action FROM audit_event ORDER BY event DESC LIMIT 1",
      [](void* into, int, char** values, char**) {
        *static_cast<std::string*>(into) = values[0];
        return 0;
      },
      &action, nullptr);
  sqlite3_close(database);
  return action;
}

}  // namespace

TEST_CASE("a new office is made whole or leaves no file behind") {
  FaultyVfs::install();
  const Folder folder;
  const std::string file = folder / "office.db";
  found(file);
  const std::string whole = dump(file);
  const auto empty = [&] {
    for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(file + suffix);
  };
  sweep(
      empty, [&] { found(file); },
      [&](std::optional<Failure> failure) {
        if (failure) {
          for (const char* suffix : {"", "-wal", "-shm"}) CHECK_FALSE(std::filesystem::exists(file + suffix));
          CHECK_NOTHROW(found(file));
        }
        const bool is_whole = dump(file) == whole;
        CHECK(is_whole);
        CHECK(test::unsound(file) == "");
      });
}

TEST_CASE("balances of the older books are all taken over or none, and the same command once more takes them") {
  FaultyVfs::install();
  const Folder folder;
  const std::string file = folder / "office.db";
  const std::string founded = folder / "founded.db";
  const Date first = make_date(2026, 10, 1);
  found(founded);
  {
    usecase::Office office{store::Database::open(founded), test::fault_caller()};
    usecase::grant_role(office, domain::Role::personnel, "uid:7", Date{0}, std::nullopt);
    usecase::grant_role(office, domain::Role::payroll, "uid:7", Date{0}, std::nullopt);
  }
  {
    usecase::Office office{store::Database::open(founded), test::fault_caller()};
    usecase::add_department(office, {.name = "客服一组"});
    usecase::add_employee(
        office, {.employee_no = "1001", .name = "王芳", .department = "客服一组", .hired = make_date(2024, 1, 8)});
  }
  const test::TextFile balances{"opening.csv", "employee_no,kind,value\n1001,loss,300.00\n1001,other,20\n"};
  const auto take_over = [&] {
    usecase::Office office{store::Database::open(file, store::Patience{0}), test::fault_caller()};
    usecase::import_opening(office, {.path = balances.path()}, first);
  };
  test::put_file(founded, file);
  const std::string without = dump(file);
  take_over();
  const std::string whole = dump(file);
  sweep([&] { test::put_file(founded, file); }, take_over,
        [&](std::optional<Failure> failure) {
          const std::string state = dump(file);
          const bool as_said = state == (failure ? without : whole) || (failure && state == whole);
          CHECK(as_said);
          CHECK_NOTHROW(take_over());
          const bool is_whole = dump(file) == whole;
          CHECK(is_whole);
          CHECK(test::unsound(file) == "");
        });
}

TEST_CASE("an older file is migrated or as it was, and the same command once more migrates it") {
  FaultyVfs::install();
  const Folder folder;
  const std::string file = folder / "office.db";
  const std::string older = folder / "older.db";
  const std::string copy = file + ".schema-" + std::to_string(store::newest_schema() - 1);
  found(older);
  test::make_older(older);
  const auto before = [&] {
    test::put_file(older, file);
    std::filesystem::remove(copy);
  };
  const auto migrate = [&] { usecase::migrate_file(file, store::Patience{0}, test::fault_caller()); };
  before();
  const std::string as_it_was = dump(file);
  sweep(before, migrate, [&](std::optional<Failure> failure) {
    if (!failure) {
      const bool same = dump(copy) == as_it_was;
      CHECK(same);
    } else {
      const bool migrated = store::Database::open_to_migrate(file).schema() == store::newest_schema();
      CHECK((migrated || dump(file) == as_it_was));
      CHECK_NOTHROW(migrate());
    }
    CHECK(newest_action(file) == "db.migrate");
    CHECK(test::unsound(file) == "");
  });
}

TEST_CASE("an older file is never at the newest schema without the event that says who brought it there") {
  auto& vfs = FaultyVfs::install();
  const Folder folder;
  const std::string file = folder / "office.db";
  const std::string older = folder / "older.db";
  const std::string copy = file + ".schema-" + std::to_string(store::newest_schema() - 1);
  found(older);
  test::make_older(older);
  for (const FileCall call : {FileCall::write, FileCall::sync}) {
    for (int n = 1;; ++n) {
      std::filesystem::remove(copy);
      test::put_file(older, file);
      vfs.arm(Fault{.call = call, .nth = n, .from_then_on = true});
      const auto failure = failure_of([&] { usecase::migrate_file(file, store::Patience{0}, test::fault_caller()); });
      const bool fired = vfs.fired();
      vfs.disarm();
      INFO(test::to_key(call), " number ", n, " and all after it");
      const bool migrated = store::Database::open_to_migrate(file).schema() == store::newest_schema();
      CHECK(migrated == (newest_action(file) == "db.migrate"));
      if (!failure) CHECK(migrated);
      if (!fired) break;
    }
  }
}

TEST_CASE("a second init beside a running one leaves its unfinished file alone") {
  const Folder folder;
  const std::string file = folder / "office.db";
  const store::FoundingLock running{file};
  const auto unfinished = store::Database::create(file);
  CHECK(failure_of([&] { found(file); }) == Failure::busy);
  CHECK(store::is_unfinished(file));
}
