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

IdleStatements::~IdleStatements() {
  for (const auto& [sql, statements] : by_text_) {
    for (sqlite3_stmt* statement : statements) sqlite3_finalize(statement);
  }
}

sqlite3_stmt* IdleStatements::take(std::string_view sql) {
  const auto found = by_text_.find(sql);
  if (found == by_text_.end() || found->second.empty()) return nullptr;
  sqlite3_stmt* statement = found->second.back();
  // The key is the text of the first: that one is never finalized before the rest.
  found->second.pop_back();
  return statement;
}

void IdleStatements::give_back(sqlite3_stmt* statement) {
  sqlite3_reset(statement);  // which repeats an error that was told already
  sqlite3_clear_bindings(statement);
  by_text_[sqlite3_sql(statement)].push_back(statement);
}

Query::Query(Connection& connection, const char* sql) : connection_{connection}, statement_{connection.idle.take(sql)} {
  if (statement_ != nullptr) return;
  check(sqlite3_prepare_v3(connection.sqlite.getHandle(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement_, nullptr));
}

Query::Query(Database& database, const char* sql) : Query{database.connection(), sql} {}

Query::~Query() { connection_.idle.give_back(statement_); }

void Query::check(int code) const {
  if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
  rethrow_sqlite(SQLite::Exception{connection_.sqlite.getHandle(), code});
}

int Query::place_of(const char* name) {
  const int place = sqlite3_bind_parameter_index(statement_, name);
  if (place == 0) bug(std::string{"no parameter "} + name);
  return place;
}

Query& Query::bind(const char* name, std::int64_t value) {
  put(place_of(name), value);
  return *this;
}

Query& Query::bind(const char* name, std::string_view value) {
  check(sqlite3_bind_text64(statement_, place_of(name), value.data() == nullptr ? "" : value.data(), value.size(),
                            SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Query& Query::bind_bytes(const char* name, std::string_view value) {
  check(sqlite3_bind_blob64(statement_, place_of(name), value.data() == nullptr ? "" : value.data(), value.size(),
                            SQLITE_TRANSIENT));
  return *this;
}

Query& Query::bind_null(const char* name) {
  put_null(place_of(name));
  return *this;
}

void Query::put(int place, std::int64_t value) { check(sqlite3_bind_int64(statement_, place, value)); }

void Query::put(int place, std::string_view value) {
  check(sqlite3_bind_text64(statement_, place, value.data() == nullptr ? "" : value.data(), value.size(), SQLITE_STATIC,
                            SQLITE_UTF8));
}

void Query::put_null(int place) { check(sqlite3_bind_null(statement_, place)); }

bool Query::next() {
  const int code = sqlite3_step(statement_);
  check(code);
  return code == SQLITE_ROW;
}

int Query::run() {
  check(sqlite3_step(statement_));
  const int changed = sqlite3_changes(connection_.sqlite.getHandle());
  sqlite3_reset(statement_);
  return changed;
}

void Query::reset() { sqlite3_reset(statement_); }

std::int64_t Query::integer(int column) { return sqlite3_column_int64(statement_, column); }

std::string_view Query::view(int column) {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  const int size = sqlite3_column_bytes(statement_, column);
  return bytes == nullptr ? std::string_view{} : std::string_view{bytes, static_cast<std::size_t>(size)};
}

bool Query::is_null(int column) { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
bool Query::is_integer(int column) { return sqlite3_column_type(statement_, column) == SQLITE_INTEGER; }
int Query::columns() { return sqlite3_column_count(statement_); }

std::int64_t last_row_id(Database& database) { return database.connection().sqlite.getLastInsertRowid(); }

}  // namespace svcadm::store
