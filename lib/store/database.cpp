#include "store/database.hpp"

#include <fcntl.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <vector>

#include <SQLiteCpp/Backup.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include "base/embedded.hpp"
#include "base/error.hpp"
#include "base/suggestion.hpp"
#include "base/system_reason.hpp"
#include "store/folder.hpp"
#include "store/sql.hpp"

namespace svcadm::store {

namespace {

constexpr int application_id = 0x53564341;  // "SVCA"

std::vector<std::string_view> migrations() {
  std::vector<std::string_view> texts;
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path.starts_with("db/")) texts.push_back(file.text);
  }
  return texts;
}

std::int64_t pragma(SQLite::Database& sqlite, const char* sql) { return sqlite.execAndGet(sql).getInt64(); }

void prepare(SQLite::Database& sqlite, Patience patience) {
  sqlite.setBusyTimeout(patience.seconds * 1000);
  sqlite.exec("PRAGMA foreign_keys = ON");
  sqlite.exec("PRAGMA synchronous = FULL");
  sqlite.exec("PRAGMA secure_delete = ON");
  sqlite.exec("PRAGMA temp_store = MEMORY");
  sqlite.exec("PRAGMA cache_size = -32768");  // KB; a month of a large office is written in one transaction
}

/// Applies the migrations behind number `schema`, each with its version.
/// \pre a transaction is open
void apply_migrations(SQLite::Database& sqlite, int schema) {
  const auto texts = migrations();
  for (auto i = static_cast<std::size_t>(std::max(0, schema)); i < texts.size(); ++i) {
    sqlite.exec(std::string{texts[i]});
    sqlite.exec(fmt::format("PRAGMA user_version = {}", i + 1));
  }
}

void make_schema(SQLite::Database& sqlite) {
  SQLite::Transaction transaction{sqlite, SQLite::TransactionBehavior::IMMEDIATE};
  apply_migrations(sqlite, 0);
  transaction.commit();
}

Error not_an_office(const std::string& file) {
  return {Failure::no_database, Message{"database.not-an-office", {file}},
          "svcadm --db OTHER-FILE init --company NAME"};
}

/// SQLite for a program of one thread, which counts no memory: nothing is locked at each call.
void configure_sqlite() {
  // Where SQLite is in use already, as under a test's file system, this is refused and nothing is lost.
  sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

std::unique_ptr<Connection> connect(const std::string& file, int flags, Patience patience) {
  configure_sqlite();
  try {
    std::unique_ptr<Connection> connection{new Connection{SQLite::Database{file, flags}, file}};
    prepare(connection->sqlite, patience);
    return connection;
  } catch (const SQLite::Exception& error) {
    if ((error.getErrorCode() & 0xFF) == SQLITE_NOTADB) throw not_an_office(file);
    rethrow_sqlite(error);
  }
}

/// \post FILE is an office file; gives its schema's number.
int check_identity(Connection& connection) {
  try {
    if (pragma(connection.sqlite, "PRAGMA application_id") != application_id) throw not_an_office(connection.file);
    return static_cast<int>(pragma(connection.sqlite, "PRAGMA user_version"));
  } catch (const SQLite::Exception& error) {
    if ((error.getErrorCode() & 0xFF) == SQLITE_NOTADB) throw not_an_office(connection.file);
    rethrow_sqlite(error);
  }
}

/// Makes an empty FILE that is nobody else's to read from its first moment; SQLite would ask the umask.
void create_private(const std::string& file) {
  const int descriptor = ::open(file.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  if (descriptor < 0) {
    if (errno == EEXIST) throw Error{Failure::conflict, Message{"database.exists", {file}}};
    throw Error{Failure::disk, Message{"file.cannot-create", {file, system_reason(errno)}}};
  }
  ::close(descriptor);
}

/// The account as sudo takes it.
std::string account_name(uid_t uid) {
  const passwd* const account = ::getpwuid(uid);
  return account != nullptr ? account->pw_name : fmt::format("#{}", uid);
}

void require_file(const std::string& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) {
    if (errno == EACCES) throw Error{Failure::disk, Message{"disk.cannot-read", {file, system_reason(EACCES)}}};
    throw Error{Failure::no_database, Message{"database.missing", {file}}, "svcadm init --company NAME"};
  }
  // A folder, a pipe or a device: SQLite would say no more than that it cannot be read.
  if (!S_ISREG(status.st_mode)) throw not_an_office(file);
  if (::faccessat(AT_FDCWD, file.c_str(), R_OK, AT_EACCESS) != 0 && errno == EACCES) {
    const std::string owner = account_name(status.st_uid);
    throw Error{Failure::disk, Message{"database.others", {file, owner}}, suggest("sudo -u {} svcadm ...", owner)};
  }
}

std::string folder_of(const std::string& file) {
  const auto slash = file.find_last_of('/');
  return slash == std::string::npos ? "." : file.substr(0, slash + 1);
}

bool may_write_beside(const std::string& file) {
  return ::faccessat(AT_FDCWD, folder_of(file).c_str(), W_OK, AT_EACCESS) == 0;
}

/// A file to which nothing can be added beside it, on read-only media or in somebody else's folder, is read as it
/// rests: SQLite would make its log and its index there.  \pre nobody has it open, so that it has neither
std::unique_ptr<Connection> connect_at_rest(const std::string& file, Patience patience) {
  std::string uri = "file:";
  for (const char c : file) uri += c == '?' || c == '#' || c == '%' ? fmt::format("%{:02X}", c) : std::string(1, c);
  auto connection = connect(uri + "?immutable=1", SQLite::OPEN_READONLY | SQLite::OPEN_URI, patience);
  connection->file = file;
  return connection;
}

std::unique_ptr<Connection> connect_office(const std::string& file, Patience patience) {
  if (may_write_beside(file)) return connect(file, SQLite::OPEN_READWRITE, patience);
  if (!file_exists(file + "-wal") && !file_exists(file + "-shm")) return connect_at_rest(file, patience);
  try {
    return connect(file, SQLite::OPEN_READWRITE, patience);
  } catch (const Error& error) {
    if (error.failure() != Failure::disk) throw;
    throw Error{Failure::disk, Message{"database.log-unreadable", {file, folder_of(file)}},
                fmt::format("cp {0} {0}-wal FOLDER", file)};
  }
}

Error newer(const std::string& file, int schema) {
  return {Failure::version, Message{"database.newer", {file, std::int64_t{schema}, std::int64_t{newest_schema()}}}};
}

/// FILE.schema-N, or FILE.schema-N.2 ... where an earlier attempt has left a copy.
std::string name_of_copy(const std::string& file, int schema) {
  const std::string name = fmt::format("{}.schema-{}", file, schema);
  if (!file_exists(name)) return name;
  int number = 2;
  while (file_exists(fmt::format("{}.{}", name, number))) ++number;
  return fmt::format("{}.{}", name, number);
}

/// Pages copied before word is given.
constexpr int pages_between = 1000;

/// Copies all of a file as it is at one moment; nobody else may read the copy.
void copy_all(SQLite::Database& source, const std::string& copy, const std::function<void()>& passing = {}) {
  create_private(copy);
  try {
    SQLite::Database target{copy, SQLite::OPEN_READWRITE};
    SQLite::Backup backup{target, source};
    int result = SQLITE_OK;
    while (result == SQLITE_OK) {
      result = backup.executeStep(passing ? pages_between : -1);
      if (passing) passing();
    }
    if (result != SQLITE_DONE) throw SQLite::Exception{"the copy is not whole", result};
  } catch (...) {
    for (const char* suffix : {"", "-journal"}) ::unlink((copy + suffix).c_str());
    throw;
  }
}

/// Copies FILE as it is before the next write.
/// \pre a write transaction is open: nobody changes the file meanwhile
void copy_beside(const std::string& file, const std::string& copy) {
  SQLite::Database source{file, SQLite::OPEN_READONLY};
  copy_all(source, copy);
}

/// An office works with a log beside it.  Without one is a file that a restore has put aside or was killed at: the
/// one may not be written any more by who opened it under its old name, the other goes on as before.
void require_log(Connection& connection) {
  Query mode{connection, "PRAGMA journal_mode"};
  if (!mode.next() || mode.text(0) != "delete") return;
  mode.reset();
  int moved = 0;
  sqlite3_file_control(connection.sqlite.getHandle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  if (moved != 0) throw Error{Failure::busy, Message{"database.replaced", {connection.file}}};
  connection.sqlite.tryExec("PRAGMA journal_mode = WAL");
}

}  // namespace

void back_up(Database& database, const std::string& file) {
  const std::string copy = behind_links(file);
  const std::string beside = copy + ".tmp-" + std::to_string(::getpid());
  try {
    copy_all(database.connection().sqlite, beside, database.connection().passing);
  } catch (const SQLite::Exception& error) {
    rethrow_sqlite(error);
  }
  if (::rename(beside.c_str(), copy.c_str()) != 0) {
    const int error = errno;
    ::unlink(beside.c_str());
    throw Error{Failure::disk, Message{"disk.cannot-write", {copy, system_reason(error)}}};
  }
  sync_folder(copy);
}

bool file_exists(const std::string& file) { return ::access(file.c_str(), F_OK) == 0; }

UnfinishedFile::~UnfinishedFile() {
  if (file_.empty()) return;
  for (const char* suffix : {"", "-wal", "-shm"}) ::unlink((file_ + suffix).c_str());
}

int newest_schema() { return static_cast<int>(migrations().size()); }

Database::Database(std::unique_ptr<Connection> connection) : connection_{std::move(connection)} {}
Database::~Database() = default;
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;

const std::string& Database::file() const { return connection_->file; }

std::optional<std::int64_t> Database::owner() const {
  struct stat status {};
  if (::stat(file().c_str(), &status) != 0) return std::nullopt;
  return status.st_uid;
}

bool is_unfinished(const std::string& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return false;
  if (status.st_size == 0) return true;
  configure_sqlite();  // this may be the first that the program does with it
  try {
    SQLite::Database sqlite{file, SQLite::OPEN_READWRITE};
    if (pragma(sqlite, "PRAGMA application_id") != application_id) return false;
    if (!sqlite.tableExists("audit_event")) return true;
    return sqlite.execAndGet("SELECT count(*) FROM audit_event").getInt64() == 0;
  } catch (const SQLite::Exception&) {
    return false;
  }
}

Database Database::create(const std::string& file) {
  create_private(file);
  UnfinishedFile made{file};
  try {
    auto connection = connect(file, SQLite::OPEN_READWRITE, {});
    connection->sqlite.exec(fmt::format("PRAGMA application_id = {}", application_id));
    connection->sqlite.exec("PRAGMA journal_mode = WAL");
    make_schema(connection->sqlite);
    made.keep();
    return Database{std::move(connection)};
  } catch (const SQLite::Exception& error) {
    rethrow_sqlite(error);
  }
}

Database Database::open(const std::string& file, Patience patience) {
  require_file(file);
  auto connection = connect_office(file, patience);
  const int schema = check_identity(*connection);
  if (schema < newest_schema()) {
    throw Error{Failure::version,
                Message{"database.older", {file, std::int64_t{schema}, std::int64_t{newest_schema()}}},
                suggest("svcadm --db {} db migrate", file)};
  }
  if (schema > newest_schema()) throw newer(file, schema);
  require_log(*connection);
  return Database{std::move(connection)};
}

Database Database::open_to_migrate(const std::string& file, Patience patience) {
  require_file(file);
  auto connection = connect(file, SQLite::OPEN_READWRITE, patience);
  if (const int schema = check_identity(*connection); schema > newest_schema()) throw newer(file, schema);
  return Database{std::move(connection)};
}

int Database::schema() { return static_cast<int>(pragma(connection_->sqlite, "PRAGMA user_version")); }

std::int64_t Database::size() {
  return pragma(connection_->sqlite, "PRAGMA page_count") * pragma(connection_->sqlite, "PRAGMA page_size");
}

Database Database::in_memory() {
  auto connection = connect(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, {});
  make_schema(connection->sqlite);
  return Database{std::move(connection)};
}

std::string migrate(Database& database) {
  const int schema = database.schema();
  if (schema >= newest_schema()) return {};
  const std::string copy = name_of_copy(database.file(), schema);
  try {
    copy_beside(database.file(), copy);
  } catch (const SQLite::Exception& error) {
    rethrow_sqlite(error);
  }
  UnfinishedFile unneeded{copy};
  try {
    apply_migrations(database.connection().sqlite, schema);
  } catch (const SQLite::Exception& error) {
    // What a migration makes is there already, or what it changes is not: the file does not have the schema it names.
    if ((error.getErrorCode() & 0xFF) != SQLITE_ERROR) rethrow_sqlite(error);
    throw Error{Failure::version,
                Message{"database.not-its-schema", {database.file(), std::int64_t{schema}, std::string{error.what()}}}};
  }
  unneeded.keep();
  return copy;
}

FoundingLock::FoundingLock(const std::string& file) : path_{file + "-init"} {
  for (;;) {
    descriptor_ = ::open(path_.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor_ < 0) {
      throw Error{Failure::disk, Message{"file.cannot-create", {file, system_reason(errno)}}};
    }
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
      ::close(descriptor_);
      throw Error{Failure::busy, Message{"database.being-made", {file}}};
    }
    // Whoever held it before has removed it when he was done; then it is nobody's lock any more.
    struct stat held {};
    struct stat there {};
    const bool same = ::fstat(descriptor_, &held) == 0 && ::stat(path_.c_str(), &there) == 0 &&
                      held.st_ino == there.st_ino && held.st_dev == there.st_dev;
    if (same) return;
    ::close(descriptor_);
  }
}

FoundingLock::~FoundingLock() {
  ::unlink(path_.c_str());
  ::close(descriptor_);
}

WriteTransaction::WriteTransaction(Database& database) : database_{database} {
  if (sqlite3_db_readonly(database.connection().sqlite.getHandle(), "main") == 1) {
    throw Error{Failure::disk, Message{"database.read-only", {database.file()}},
                fmt::format("cp {} FOLDER", database.file())};
  }
  Query{database, "BEGIN IMMEDIATE"}.run();
  database.connection().written_between.clear();
}

WriteTransaction::~WriteTransaction() {
  if (!open_) return;
  // Some errors (a full disk) have rolled back already; then there is nothing left to undo.
  database_.connection().sqlite.tryExec("ROLLBACK");
}

void WriteTransaction::commit() {
  try {
    database_.connection().sqlite.exec("COMMIT");
  } catch (const SQLite::Exception& error) {
    const int code = error.getExtendedErrorCode();
    if (code != SQLITE_IOERR_FSYNC && code != SQLITE_IOERR_DIR_FSYNC) rethrow_sqlite(error);
    // All of it lies in the log, but whether the disk keeps it only who reads the log next can tell.
    throw Error{Failure::disk, Message{outcome_unknown, {std::string{error.what()}}}, "svcadm audit list --last 1"};
  }
  open_ = false;
}

ReadView::ReadView(Database& database) : database_{database} {
  Query{database, "PRAGMA query_only = ON"}.run();
  Query{database, "BEGIN"}.run();
}

ReadView::~ReadView() {
  database_.connection().sqlite.tryExec("ROLLBACK");
  database_.connection().sqlite.tryExec("PRAGMA query_only = OFF");
}

}  // namespace svcadm::store
