#include "store/database.hpp"

#include <filesystem>
#include <fstream>

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <doctest/doctest.h>

#include "base/embedded.hpp"
#include "base/error.hpp"
#include "store/audit_store.hpp"
#include "store/office_store.hpp"
#include "store/sql.hpp"

using namespace svcadm;
using namespace svcadm::store;
namespace fs = std::filesystem;

namespace {

/// A directory that goes with its scope.
struct Folder {
  fs::path path = fs::temp_directory_path() / ("svcadm-database-" + std::to_string(::getpid()));
  Folder() {
    fs::remove_all(path);
    fs::create_directory(path);
  }
  ~Folder() { fs::remove_all(path); }
  std::string file(const char* name = "office.db") const { return path / name; }
};

template <class Work>
std::optional<Failure> failure_of(const Work& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.failure();
  }
  return std::nullopt;
}

std::optional<Failure> opening(const std::string& file, Patience patience = {}) {
  return failure_of([&] { Database::open(file, patience); });
}

/// A folder that cannot be written to while this lives: root may write everywhere, so it becomes nobody.
class ReadOnly {
 public:
  explicit ReadOnly(const Folder& folder) : folder_{folder} {
    ::chmod(folder.file().c_str(), 0644);
    ::chmod(folder.path.c_str(), 0555);
    if (was_root_) REQUIRE(::seteuid(65534) == 0);
  }
  ~ReadOnly() {
    if (was_root_) static_cast<void>(::seteuid(0));
    ::chmod(folder_.path.c_str(), 0755);
  }
  ReadOnly(const ReadOnly&) = delete;
  ReadOnly& operator=(const ReadOnly&) = delete;

 private:
  const Folder& folder_;
  bool was_root_ = ::geteuid() == 0;
};

/// What opening is refused for, and what helps.
Problem refusal(const std::string& file) {
  try {
    Database::open(file);
  } catch (const Error& error) {
    return error.problems().front();
  }
  return {};
}

void sql(const std::string& file, const std::string& statements) {
  SQLite::Database sqlite{file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
  sqlite.exec(statements);
}

mode_t mode_of(const std::string& file) {
  struct stat status {};
  REQUIRE(::stat(file.c_str(), &status) == 0);
  return status.st_mode & 07777;
}

/// A file as a svcadm before the newest migration would have left it.
void make_older(const std::string& file) {
  std::string text = "PRAGMA journal_mode = WAL; PRAGMA application_id = 1398162241; BEGIN;";  // "SVCA"
  int number = 0;
  for (const EmbeddedFile& migration : embedded_files()) {
    if (!migration.path.starts_with("db/") || number + 1 == newest_schema()) continue;
    text += migration.text;
    ++number;
  }
  sql(file, text + "COMMIT; PRAGMA user_version = " + std::to_string(number));
}

/// As db migrate does, without its event.
std::string migrated(const std::string& file, Patience patience = {}) {
  Database database = Database::open_to_migrate(file, patience);
  WriteTransaction transaction{database};
  std::string copy = migrate(database);
  transaction.commit();
  return copy;
}

void set_company(Database& database) {
  WriteTransaction transaction{database};
  AuditStore audit{database};
  const auto event = audit.next_event();
  OfficeStore{database}.set(event, {"company", Date{0}, "星河"});
  audit.append({.event = event,
                .recorded_at = Moment{},
                .as_of = Moment{},
                .actor = "uid:0",
                .delegate = {},
                .action = "test",
                .subject = {},
                .detail = "{}"});
  transaction.commit();
}

}  // namespace

TEST_CASE("an office that lies where nothing can be written is read, and not written to") {
  const Folder folder;
  const std::string file = folder.file("a?b%.db");
  Database::create(file);
  ::chmod(file.c_str(), 0644);
  const ReadOnly place{folder};
  Database office = Database::open(file);
  CHECK(office.file() == file);
  CHECK(office.schema() == newest_schema());
  {
    const ReadView view{office};
    CHECK(AuditStore{office}.newest_event() == 0);
  }
  try {
    const WriteTransaction transaction{office};
    FAIL("began to write");
  } catch (const Error& error) {
    CHECK(error.failure() == Failure::disk);
    CHECK(error.problems().front().message == Message{"database.read-only", {file}});
  }
}

TEST_CASE("what a log beside it holds is not passed over where it cannot be read") {
  const Folder folder;
  const std::string file = folder.file();
  Database::create(file);
  { std::ofstream{file + "-wal"} << "something"; }
  ::chmod((file + "-wal").c_str(), 0600);
  const ReadOnly place{folder};
  try {
    Database::open(file);
    FAIL("opened");
  } catch (const Error& error) {
    CHECK(error.failure() == Failure::disk);
    CHECK(error.problems().front().message.id == "database.log-unreadable");
  }
}

TEST_CASE("a file that only its owner may read is said to be his, and one out of sight is not called missing") {
  const Folder folder;
  const std::string owner = ::getpwuid(::geteuid())->pw_name;
  const std::string file = folder.file("others.db");
  Database::create(file);
  ::chmod(file.c_str(), 0);
  const fs::path closed = folder.path / "closed";
  fs::create_directory(closed);
  ::chmod(closed.c_str(), 0);
  {
    const ReadOnly place{folder};
    const Problem read = refusal(file);
    CHECK(read.message == Message{"database.others", {file, owner}});
    CHECK(read.way_out == "sudo -u " + owner + " svcadm ...");
    CHECK(refusal(closed / "office.db").message.id == "disk.cannot-read");
  }
  ::chmod(closed.c_str(), 0755);
}

TEST_CASE("a new file is nobody else's to read, whatever the umask says") {
  const Folder folder;
  const mode_t before = ::umask(0);
  { Database::create(folder.file()); }
  ::umask(before);
  CHECK(mode_of(folder.file()) == 0600);
  CHECK(Database::open(folder.file()).schema() == newest_schema());
}

TEST_CASE("what is written beside the file is as private as the file") {
  const Folder folder;
  const mode_t before = ::umask(0);
  Database database = Database::create(folder.file());
  set_company(database);
  ::umask(before);
  for (const auto& entry : fs::directory_iterator{folder.path}) CHECK(mode_of(entry.path()) == 0600);
}

TEST_CASE("an existing file is not made anew") {
  const Folder folder;
  { Database::create(folder.file()); }
  CHECK(failure_of([&] { Database::create(folder.file()); }) == Failure::conflict);
  CHECK(failure_of([&] { Database::create(folder.path / "no" / "such.db"); }) == Failure::disk);
}

TEST_CASE("what is missing, empty, no database or another program's is no office file") {
  const Folder folder;
  CHECK(opening(folder.file("missing.db")) == Failure::no_database);
  { std::ofstream{folder.file("empty.db")}; }
  CHECK(opening(folder.file("empty.db")) == Failure::no_database);
  { std::ofstream{folder.file("text.db")} << std::string(5000, 'x'); }
  CHECK(opening(folder.file("text.db")) == Failure::no_database);
  sql(folder.file("other.db"), "CREATE TABLE t (a); PRAGMA application_id = 7");
  CHECK(opening(folder.file("other.db")) == Failure::no_database);
}

TEST_CASE("a file of an older and of a newer svcadm are refused, each in its own words") {
  const Folder folder;
  { Database::create(folder.file()); }
  const auto id = [&] {
    try {
      Database::open(folder.file());
    } catch (const Error& error) {
      CHECK(error.failure() == Failure::version);
      return error.problems().front().message.id;
    }
    return std::string{};
  };
  sql(folder.file(), "PRAGMA user_version = 1");
  CHECK(id() == "database.older");
  sql(folder.file(), "PRAGMA user_version = 999");
  CHECK(id() == "database.newer");
  CHECK(failure_of([&] { migrated(folder.file()); }) == Failure::version);
}

TEST_CASE("who finds the file locked waits as long as he was told, then says so") {
  const Folder folder;
  Database first = Database::create(folder.file());
  const WriteTransaction writing{first};
  Database second = Database::open(folder.file(), {.seconds = 0});
  CHECK(failure_of([&] { WriteTransaction{second}; }) == Failure::busy);
  CHECK(OfficeStore{second}.settings(Date{0}).empty());  // reading goes on
}

TEST_CASE("work that is not committed is undone") {
  Database database = Database::in_memory();
  {
    const WriteTransaction transaction{database};
    OfficeStore{database}.set(1, {"company", Date{0}, "星河"});
  }
  CHECK(OfficeStore{database}.settings(Date{0}).empty());
}

TEST_CASE("a view for reading cannot write") {
  Database database = Database::in_memory();
  {
    const ReadView view{database};
    CHECK_THROWS(OfficeStore{database}.set(1, {"company", Date{0}, "星河"}));
  }
  set_company(database);
  CHECK(OfficeStore{database}.settings(Date{0}).size() == 1);
}

TEST_CASE("migration keeps a private copy of the file as it was, and a second one has nothing to do") {
  const Folder folder;
  make_older(folder.file());
  CHECK(opening(folder.file()) == Failure::version);
  const mode_t before = ::umask(0);
  const std::string copy = migrated(folder.file());
  ::umask(before);
  CHECK(mode_of(copy) == 0600);
  CHECK(Database::open_to_migrate(copy).schema() == newest_schema() - 1);
  Database database = Database::open(folder.file());
  CHECK(AuditStore{database}.verify().empty());
  CHECK(migrated(folder.file()).empty());
}

TEST_CASE("migration does not overwrite an earlier copy") {
  const Folder folder;
  make_older(folder.file());
  const std::string earlier = folder.file() + ".schema-" + std::to_string(newest_schema() - 1);
  { std::ofstream{earlier} << "precious"; }
  CHECK(migrated(folder.file()) == earlier + ".2");
  std::string kept;
  std::ifstream{earlier} >> kept;
  CHECK(kept == "precious");
  CHECK(Database::open_to_migrate(earlier + ".2").schema() == newest_schema() - 1);
}

TEST_CASE("migration that is not committed leaves the file as it was") {
  const Folder folder;
  make_older(folder.file());
  {
    Database database = Database::open_to_migrate(folder.file());
    const WriteTransaction transaction{database};
    CHECK_FALSE(migrate(database).empty());
  }
  CHECK(opening(folder.file()) == Failure::version);
}

TEST_CASE("a file whose number was made lower is not migrated, and loses nothing") {
  const Folder folder;
  {
    Database database = Database::create(folder.file());
    set_company(database);
  }
  for (const int number : {0, 1, newest_schema() - 1}) {
    CAPTURE(number);
    sql(folder.file(), "PRAGMA user_version = " + std::to_string(number));
    CHECK(failure_of([&] { migrated(folder.file()); }) == Failure::version);
    CHECK_FALSE(fs::exists(folder.file() + ".schema-" + std::to_string(number)));
  }
  sql(folder.file(), "PRAGMA user_version = " + std::to_string(newest_schema()));
  Database database = Database::open(folder.file());
  CHECK(AuditStore{database}.verify().empty());
}

TEST_CASE("one command at a time makes a file") {
  const Folder folder;
  {
    const FoundingLock first{folder.file()};
    CHECK(failure_of([&] { FoundingLock{folder.file()}; }) == Failure::busy);
    CHECK_FALSE(failure_of([&] { FoundingLock{folder.file("other.db")}; }));
  }
  CHECK(fs::is_empty(folder.path));
  CHECK_FALSE(failure_of([&] { FoundingLock{folder.file()}; }));
}

TEST_CASE("migration waits for who is writing") {
  const Folder folder;
  make_older(folder.file());
  Database other = Database::open_to_migrate(folder.file());
  const WriteTransaction writing{other};
  CHECK(failure_of([&] { migrated(folder.file(), {.seconds = 0}); }) == Failure::busy);
  CHECK_FALSE(fs::exists(folder.file() + ".schema-" + std::to_string(newest_schema() - 1)));
}
