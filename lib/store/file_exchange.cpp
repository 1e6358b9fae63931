#include "store/file_exchange.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <optional>

#include <fmt/format.h>
#include <sqlite3.h>

#include "base/error.hpp"
#include "base/system_reason.hpp"
#include "store/folder.hpp"
#include "store/sql.hpp"

namespace svcadm::store {

namespace {

/// Nobody else has FILE open as long as this lives, and nothing of it stands in a log.
///
/// Whoever opened it by its name and waits finds, when he may go on, a file without a log under another name, which
/// Database::open refuses: with a log he would take that of the file which bears the name then for his own.
class SoleUse {
 public:
  SoleUse(const std::string& file, Patience patience) {
    try {
      sqlite_.emplace(file, SQLite::OPEN_READWRITE);
      sqlite_->exec("PRAGMA locking_mode = EXCLUSIVE");
      take(patience);
    } catch (const SQLite::Exception& error) {
      const int code = error.getErrorCode() & 0xFF;
      // Nobody can work with a file that is damaged: there is nobody to shut out.
      if (code != SQLITE_NOTADB && code != SQLITE_CORRUPT) rethrow_sqlite(error);
      sqlite_.reset();
    }
  }

  std::int64_t newest_event() {
    try {
      return sqlite_ ? sqlite_->execAndGet("SELECT coalesce(max(event), 0) FROM audit_event").getInt64() : 0;
    } catch (const SQLite::Exception& error) {
      rethrow_sqlite(error);
    }
  }

  /// The file stays where it is, with its log as before.
  void give_back() {
    if (sqlite_) sqlite_->tryExec("PRAGMA journal_mode = WAL");
  }

 private:
  /// Leaving the log is what SQLite grants only to who is alone, and without waiting.
  void take(Patience patience) {
    constexpr int pause = 50;  // milliseconds
    for (int waited = 0;; waited += pause) {
      try {
        sqlite_->exec("PRAGMA journal_mode = DELETE");
        sqlite_->exec("BEGIN EXCLUSIVE");
        sqlite_->exec("COMMIT");
        return;
      } catch (const SQLite::Exception& error) {
        const bool taken = (error.getErrorCode() & 0xFF) == SQLITE_BUSY;
        if (!taken || waited >= patience.seconds * 1000) throw;
        ::usleep(pause * 1000);
      }
    }
  }

  std::optional<SQLite::Database> sqlite_;
};

/// Moves what stands in the log of FILE into the file, and removes the log: it would be left behind.
void put_log_away(const std::string& file) {
  try {
    SQLite::Database sqlite{file, SQLite::OPEN_READWRITE};
    const std::string mode = sqlite.execAndGet("PRAGMA journal_mode = DELETE").getString();
    if (mode != "delete") throw SQLite::Exception{"the log cannot be put away", SQLITE_IOERR};
  } catch (const SQLite::Exception& error) {
    rethrow_sqlite(error);
  }
  for (const char* suffix : {"-wal", "-shm", "-journal"}) ::unlink((file + suffix).c_str());
}

/// A log that is still there belongs to a file so damaged that nobody could put it away.
void move_logs(const std::string& from, const std::string& to) {
  for (const char* suffix : {"-wal", "-shm"}) ::rename((from + suffix).c_str(), (to + suffix).c_str());
}

}  // namespace

Replacement::Replacement(const std::string& copy, const std::string& file)
    : place_{file}, made_{fmt::format("{}.restored-{}", file, ::getpid())} {
  if (!file_exists(copy)) throw Error{Failure::no_database, Message{"database.missing", {copy}}};
  Database source = Database::open(copy);
  back_up(source, made_);
}

Replacement::~Replacement() {
  if (made_.empty()) return;
  for (const char* suffix : {"", "-wal", "-shm", "-journal"}) ::unlink((made_ + suffix).c_str());
}

void Replacement::take_place(const std::string& kept, std::optional<std::int64_t> newest_event, Patience patience) {
  put_log_away(made_);
  std::optional<SoleUse> alone;
  const auto refuse = [&](const std::string& path) {
    const int error = errno;
    if (alone) alone->give_back();
    throw Error{Failure::disk, Message{"disk.cannot-write", {path, system_reason(error)}}};
  };
  if (file_exists(place_)) {
    alone.emplace(place_, patience);
    if (newest_event && alone->newest_event() != *newest_event) {
      alone->give_back();
      throw Error{Failure::busy, Message{"restore.written-meanwhile", {place_}}};
    }
    if (::link(place_.c_str(), kept.c_str()) != 0) refuse(kept);
    move_logs(place_, kept);
  }
  if (::rename(made_.c_str(), place_.c_str()) != 0) {
    const int error = errno;
    move_logs(kept, place_);
    ::unlink(kept.c_str());
    errno = error;
    refuse(place_);
  }
  made_.clear();
  sync_folder(place_);
}

}  // namespace svcadm::store
