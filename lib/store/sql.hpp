#pragma once
// What only lib/store sees: SQLite itself.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/date.hpp"
#include "base/half_days.hpp"
#include "base/moment.hpp"
#include "base/money.hpp"
#include "store/database.hpp"

namespace svcadm::store {

struct Connection {
  SQLite::Database sqlite;
  std::string file;
  /// Bulk tables have no index by event; who writes them notes here which keys it wrote between, for the audit.
  std::map<std::string, std::pair<std::int64_t, std::int64_t>> written_between = {};
  /// Called during long work (WorkWatch); empty where nobody watches.
  std::function<void()> passing = {};
};

/// Runs `work`; what SQLite throws becomes an Error: busy, disk, conflict of a guard, or a bug of ours.
[[noreturn]] void rethrow_sqlite(const SQLite::Exception& error);

/// A prepared statement.  Parameters are named (":day"); values are always bound.
class Query {
 public:
  Query(Database& database, const char* sql);
  Query(Connection& connection, const char* sql);

  Query& bind(const char* name, std::int64_t value);
  Query& bind(const char* name, int value) { return bind(name, std::int64_t{value}); }
  Query& bind(const char* name, const std::string& value);
  Query& bind(const char* name, std::string_view value) { return bind(name, std::string{value}); }
  Query& bind(const char* name, const char* value) { return bind(name, std::string{value}); }
  Query& bind(const char* name, Date value) { return bind(name, std::int64_t{value.days}); }
  Query& bind(const char* name, Month value) { return bind(name, std::int64_t{value.index}); }
  Query& bind(const char* name, Moment value) { return bind(name, value.seconds); }
  Query& bind(const char* name, Money value) { return bind(name, value.fen); }
  Query& bind_null(const char* name);
  template <class T>
  Query& bind(const char* name, const std::optional<T>& value) {
    return value ? bind(name, *value) : bind_null(name);
  }

  /// Steps to the next row; false at the end.
  bool next();
  /// Runs a statement without rows; gives the number of rows changed.  The statement can be bound again.
  int run();
  void reset();

  std::int64_t integer(int column);
  std::string text(int column);
  bool is_null(int column);
  Date date(int column) { return {static_cast<std::int32_t>(integer(column))}; }
  Month month(int column) { return {static_cast<std::int32_t>(integer(column))}; }
  Moment moment(int column) { return {integer(column)}; }
  Money money(int column) { return {integer(column)}; }
  int columns() { return statement_.getColumnCount(); }
  SQLite::Statement& raw() { return statement_; }

 private:
  SQLite::Statement statement_;
};

std::int64_t last_row_id(Database& database);

}  // namespace svcadm::store
