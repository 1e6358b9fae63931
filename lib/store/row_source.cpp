// A virtual table (sqlite.org/vtab.html) that exists without CREATE and is only ever read from first to last.

#include "store/row_source.hpp"

#include <sqlite3.h>

namespace svcadm::store {

namespace {

constexpr const char* table = "row_source";

struct Table : sqlite3_vtab {
  const RowSource* source;
};

struct Cursor : sqlite3_vtab_cursor {
  const RowSource* source;
  std::size_t row;
};

const Cursor& of(sqlite3_vtab_cursor* cursor) { return *static_cast<Cursor*>(cursor); }

int connect(sqlite3* database, void* source, int, const char* const*, sqlite3_vtab** made, char**) {
  *made = new Table{{}, static_cast<const RowSource*>(source)};
  return sqlite3_declare_vtab(database, "CREATE TABLE rows (a INTEGER, b INTEGER, c INTEGER, d INTEGER, e INTEGER)");
}

int disconnect(sqlite3_vtab* made) {
  delete static_cast<Table*>(made);
  return SQLITE_OK;
}

int best_index(sqlite3_vtab*, sqlite3_index_info*) { return SQLITE_OK; }

int open(sqlite3_vtab* made, sqlite3_vtab_cursor** cursor) {
  *cursor = new Cursor{{}, static_cast<Table*>(made)->source, 0};
  return SQLITE_OK;
}

int close(sqlite3_vtab_cursor* cursor) {
  delete static_cast<Cursor*>(cursor);
  return SQLITE_OK;
}

int filter(sqlite3_vtab_cursor* cursor, int, const char*, int, sqlite3_value**) {
  static_cast<Cursor*>(cursor)->row = 0;
  return SQLITE_OK;
}

int next(sqlite3_vtab_cursor* cursor) {
  ++static_cast<Cursor*>(cursor)->row;
  return SQLITE_OK;
}

int eof(sqlite3_vtab_cursor* cursor) { return of(cursor).row >= of(cursor).source->rows() ? 1 : 0; }

int column(sqlite3_vtab_cursor* cursor, sqlite3_context* context, int number) {
  if (const auto value = of(cursor).source->cell(of(cursor).row, number)) {
    sqlite3_result_int64(context, *value);
  } else {
    sqlite3_result_null(context);
  }
  return SQLITE_OK;
}

int row_id(sqlite3_vtab_cursor* cursor, sqlite3_int64* id) {
  *id = static_cast<sqlite3_int64>(of(cursor).row);
  return SQLITE_OK;
}

sqlite3_module make_module() {
  sqlite3_module module{};
  module.xConnect = connect;
  module.xBestIndex = best_index;
  module.xDisconnect = disconnect;
  module.xOpen = open;
  module.xClose = close;
  module.xFilter = filter;
  module.xNext = next;
  module.xEof = eof;
  module.xColumn = column;
  module.xRowid = row_id;
  return module;
}

}  // namespace

RowSource::RowSource(Connection& connection, std::size_t rows, Cell cell)
    : connection_{connection}, rows_{rows}, cell_{std::move(cell)} {
  static const sqlite3_module module = make_module();
  sqlite3* database = connection_.sqlite.getHandle();
  const int code = sqlite3_create_module(database, table, &module, this);
  if (code != SQLITE_OK) rethrow_sqlite(SQLite::Exception{database, code});
}

RowSource::~RowSource() { sqlite3_create_module(connection_.sqlite.getHandle(), table, nullptr, nullptr); }

std::int64_t RowSource::run(const char* sql, std::int64_t event) {
  try {
    SQLite::Statement statement{connection_.sqlite, sql};  // of no use after this object
    statement.bind(":event", event);
    return statement.exec();
  } catch (const SQLite::Exception& error) {
    rethrow_sqlite(error);
  }
}

}  // namespace svcadm::store
