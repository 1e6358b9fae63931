#pragma once
// The office file: opened, created, migrated; one connection, one write transaction at a time.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "base/moment.hpp"

namespace svcadm::store {

/// What the stores share; defined in store/sql.hpp, which only lib/store includes.
struct Connection;

/// How long a command waits for the file's lock.
struct Patience {
  int seconds = 5;
};

class Database {
 public:
  /// Creates FILE (mode 0600) with the newest schema.  Failure::conflict when it exists.
  static Database create(const std::string& file);
  /// Opens FILE.  Failure::no_database when it is missing or no office file, Failure::version when its schema is
  /// older or newer than the program's.  Where nothing can be written beside it, it is opened for reading only.
  static Database open(const std::string& file, Patience patience = {});
  /// Opens FILE even where its schema is older; only what the first migration made may be used.
  static Database open_to_migrate(const std::string& file, Patience patience = {});
  /// A database in memory, for tests.
  static Database in_memory();

  ~Database();
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;

  Connection& connection() { return *connection_; }
  const std::string& file() const;
  int schema();         ///< number of the newest migration in the file
  std::int64_t size();  ///< bytes, what is not yet moved from the log included
  /// The account the file belongs to; none for a database in memory.
  std::optional<std::int64_t> owner() const;

 private:
  explicit Database(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

bool file_exists(const std::string& file);

/// Whether FILE is an office that nobody finished: an init that was killed has left no event in it.
bool is_unfinished(const std::string& file);

/// Removes a new office file again unless it is kept: one that could not be filled is nobody's office.
class UnfinishedFile {
 public:
  /// Empty: nothing to remove.
  explicit UnfinishedFile(std::string file) : file_{std::move(file)} {}
  ~UnfinishedFile();
  UnfinishedFile(const UnfinishedFile&) = delete;
  UnfinishedFile& operator=(const UnfinishedFile&) = delete;
  void keep() { file_.clear(); }

 private:
  std::string file_;
};

/// Held while FILE is made: two commands that make the same file would take each other's for an unfinished one.
/// A lock file beside it, which goes with the object; of a command that was killed it stays, and holds nobody.
class FoundingLock {
 public:
  /// Failure::busy while another command makes FILE.
  explicit FoundingLock(const std::string& file);
  ~FoundingLock();
  FoundingLock(const FoundingLock&) = delete;
  FoundingLock& operator=(const FoundingLock&) = delete;

 private:
  std::string path_;
  int descriptor_ = -1;
};

/// The number of the newest migration the program carries.
int newest_schema();

/// Brings an older file to the newest schema, after copying it beside itself by SQLite's backup.
/// Gives the copy's name; empty when there was nothing to do.  Failure::version where the file does not have the schema
/// whose number it carries.
/// \pre a write transaction is open: what is migrated is committed with whatever else it writes
std::string migrate(Database& database);

/// Copies the file by SQLite's backup, as it is at one moment, to a private file that takes its place when it is whole.
/// Failure::disk.
void back_up(Database& database, const std::string& copy);

/// The id of the problem (Failure::disk) of a commit that the disk has not confirmed: it may be there or not.
inline constexpr const char* outcome_unknown = "database.outcome-unknown";

/// BEGIN IMMEDIATE at construction; undone at destruction unless committed.  Failure::disk where the file can only be
/// read.
class WriteTransaction {
 public:
  explicit WriteTransaction(Database& database);
  ~WriteTransaction();
  WriteTransaction(const WriteTransaction&) = delete;
  WriteTransaction& operator=(const WriteTransaction&) = delete;

  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

/// BEGIN at construction: everything read until destruction is of one moment, and nothing can be written.
class ReadView {
 public:
  explicit ReadView(Database& database);
  ~ReadView();
  ReadView(const ReadView&) = delete;
  ReadView& operator=(const ReadView&) = delete;

 private:
  Database& database_;
};

}  // namespace svcadm::store
