#pragma once
// What only lib/store sees: SQLite itself.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/date.hpp"
#include "base/half_days.hpp"
#include "base/moment.hpp"
#include "base/money.hpp"
#include "store/database.hpp"

struct sqlite3_stmt;

namespace svcadm::store {

/// Prepared statements that nobody uses at the moment: to prepare one costs more than to run most of them.
class IdleStatements {
 public:
  IdleStatements() = default;
  ~IdleStatements();
  IdleStatements(const IdleStatements&) = delete;
  IdleStatements& operator=(const IdleStatements&) = delete;

  /// One with this text, without bound values; nullptr where there is none.
  sqlite3_stmt* take(std::string_view sql);
  void give_back(sqlite3_stmt* statement);

 private:
  std::unordered_map<std::string_view, std::vector<sqlite3_stmt*>> by_text_;  // keys are texts of the statements
};

/// What has been written into a bulk table within the transaction.
struct WrittenBetween {
  std::int64_t first = 0;  ///< key of the first row
  std::int64_t last = 0;
  std::int64_t rows = 0;
};

struct Connection {
  SQLite::Database sqlite;
  std::string file;
  IdleStatements idle = {};
  /// Bulk tables have no index by event; who writes them notes here which keys it wrote between, for the audit.
  std::map<std::string, WrittenBetween> written_between = {};
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
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  Query& bind(const char* name, std::int64_t value);
  Query& bind(const char* name, int value) { return bind(name, std::int64_t{value}); }
  Query& bind(const char* name, std::string_view value);
  Query& bind(const char* name, const std::string& value) { return bind(name, std::string_view{value}); }
  Query& bind(const char* name, const char* value) { return bind(name, std::string_view{value}); }
  Query& bind(const char* name, Date value) { return bind(name, std::int64_t{value.days}); }
  Query& bind(const char* name, Month value) { return bind(name, std::int64_t{value.index}); }
  Query& bind(const char* name, Moment value) { return bind(name, value.seconds); }
  Query& bind(const char* name, Money value) { return bind(name, value.fen); }
  Query& bind_bytes(const char* name, std::string_view value);
  Query& bind_null(const char* name);
  template <class T>
  Query& bind(const char* name, const std::optional<T>& value) {
    return value ? bind(name, *value) : bind_null(name);
  }

  /// Steps to the next row; false at the end.
  bool next();
  /// Runs a statement without rows; gives the number of rows changed.  The statement can be bound again.
  int run();
  /// The same with a value for each parameter in the order of the text, for many rows one after the other.
  template <class... Values>
  int run_with(const Values&... values) {
    int place = 0;
    (put(++place, values), ...);
    return run();
  }
  void reset();

  std::int64_t integer(int column);
  std::string text(int column) { return std::string{view(column)}; }
  /// The text without a copy; good until the next step.
  std::string_view view(int column);
  bool is_null(int column);
  bool is_integer(int column);
  Date date(int column) { return {static_cast<std::int32_t>(integer(column))}; }
  Month month(int column) { return {static_cast<std::int32_t>(integer(column))}; }
  Moment moment(int column) { return {integer(column)}; }
  Money money(int column) { return {integer(column)}; }
  int columns();

 private:
  int place_of(const char* name);
  void put(int place, std::int64_t value);
  void put(int place, int value) { put(place, std::int64_t{value}); }
  /// Without a copy: the statement runs before the text goes.
  void put(int place, std::string_view value);
  void put(int place, const std::string& value) { put(place, std::string_view{value}); }
  void put(int place, const char* value) { put(place, std::string_view{value}); }
  void put(int place, Date value) { put(place, std::int64_t{value.days}); }
  void put(int place, Month value) { put(place, std::int64_t{value.index}); }
  void put(int place, Moment value) { put(place, value.seconds); }
  void put(int place, Money value) { put(place, value.fen); }
  void put_null(int place);
  template <class T>
  void put(int place, const std::optional<T>& value) {
    if (value) {
      put(place, *value);
    } else {
      put_null(place);
    }
  }
  void check(int code) const;

  Connection& connection_;
  sqlite3_stmt* statement_;
};

std::int64_t last_row_id(Database& database);

}  // namespace svcadm::store
