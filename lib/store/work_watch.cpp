#include "store/work_watch.hpp"

#include <utility>

#include <sqlite3.h>

#include "store/sql.hpp"

namespace svcadm::store {

namespace {

constexpr int steps_between = 100'000;  // of SQLite's virtual machine, about a millisecond of work

int pass(void* connection) {
  static_cast<Connection*>(connection)->passing();
  return 0;  // go on
}

}  // namespace

WorkWatch::WorkWatch(Database& database, std::function<void()> each) : connection_{database.connection()} {
  connection_.passing = std::move(each);
  sqlite3_progress_handler(connection_.sqlite.getHandle(), steps_between, pass, &connection_);
}

WorkWatch::~WorkWatch() {
  sqlite3_progress_handler(connection_.sqlite.getHandle(), 0, nullptr, nullptr);
  connection_.passing = {};
}

}  // namespace svcadm::store
