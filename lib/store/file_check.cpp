#include "store/file_check.hpp"

#include <fmt/format.h>

#include "base/error.hpp"
#include "store/sql.hpp"

namespace svcadm::store {

std::vector<std::string> damage(Database& database) {
  std::vector<std::string> found;
  try {
    Query pages{database, "PRAGMA integrity_check(100)"};
    while (pages.next()) {
      if (const std::string line = pages.text(0); line != "ok") found.push_back(line);
    }
    Query references{database, "SELECT DISTINCT \"table\", \"parent\" FROM pragma_foreign_key_check"};
    while (references.next()) {
      found.push_back(fmt::format("{}: a row of {} is missing", references.text(0), references.text(1)));
    }
  } catch (const Error& error) {
    // Broken so badly that the check itself cannot go on.
    const Message& message = error.problems().front().message;
    if (message.id != "database.damaged") throw;
    found.push_back(std::get<std::string>(message.args.front()));
  }
  return found;
}

}  // namespace svcadm::store
