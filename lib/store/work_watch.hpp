#pragma once
// Word from inside long work of SQLite, for who waits before a terminal.

#include <functional>

#include "store/database.hpp"

namespace svcadm::store {

/// While it lives, `each` is called again and again from inside SQLite's work on the office, some hundred times a
/// second.  `each` must not touch the office.
class WorkWatch {
 public:
  WorkWatch(Database& database, std::function<void()> each);
  ~WorkWatch();
  WorkWatch(const WorkWatch&) = delete;
  WorkWatch& operator=(const WorkWatch&) = delete;

 private:
  Connection& connection_;
};

}  // namespace svcadm::store
