#include "store/sql.hpp"

#include <sqlite3.h>

#include "base/error.hpp"

namespace svcadm::store {

void rethrow_sqlite(const SQLite::Exception& error) {
  const int code = error.getErrorCode() & 0xFF;
  const std::string what = error.what();
  switch (code) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: throw Error{Failure::busy, Message{"database.busy", {}}, "svcadm --wait 60 ..."};
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN: throw Error{Failure::disk, Message{"database.disk", {what}}};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: throw Error{Failure::disk, Message{"database.damaged", {what}}};
    case SQLITE_INTERRUPT: throw Error{Failure::interrupted, Message{"interrupted", {}}};
    default: bug(what);
  }
}

namespace {

template <class Work>
auto guarded(const Work& work) -> decltype(work()) {
  try {
    return work();
  } catch (const SQLite::Exception& error) {
    rethrow_sqlite(error);
  }
}

}  // namespace

Query::Query(Connection& connection, const char* sql)
    : statement_{guarded([&] {
        return SQLite::Statement{connection.sqlite, sql};
      })} {}

Query::Query(Database& database, const char* sql) : Query{database.connection(), sql} {}

Query& Query::bind(const char* name, std::int64_t value) {
  guarded([&] { statement_.bind(name, value); });
  return *this;
}

Query& Query::bind(const char* name, const std::string& value) {
  guarded([&] { statement_.bind(name, value); });
  return *this;
}

Query& Query::bind_null(const char* name) {
  guarded([&] { statement_.bind(name); });
  return *this;
}

bool Query::next() {
  return guarded([&] { return statement_.executeStep(); });
}

int Query::run() {
  return guarded([&] {
    const int changed = statement_.exec();
    statement_.reset();
    return changed;
  });
}

void Query::reset() {
  guarded([&] { statement_.reset(); });
}

std::int64_t Query::integer(int column) { return statement_.getColumn(column).getInt64(); }
std::string Query::text(int column) { return statement_.getColumn(column).getString(); }
bool Query::is_null(int column) { return statement_.getColumn(column).isNull(); }

std::int64_t last_row_id(Database& database) { return database.connection().sqlite.getLastInsertRowid(); }

}  // namespace svcadm::store
