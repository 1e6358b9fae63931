#pragma once
// An office file of an older schema.

#include <regex>
#include <stdexcept>
#include <string>

#include <sqlite3.h>

#include "base/embedded.hpp"
#include "store/database.hpp"

namespace svcadm::test {

/// Makes FILE what a svcadm before the newest migration would have left: without what that one makes.
inline void make_older(const std::string& file) {
  std::string_view newest;
  for (const EmbeddedFile& migration : embedded_files()) {
    if (migration.path.starts_with("db/")) newest = migration.text;
  }
  std::string sql;
  const std::string text{newest};
  const std::regex made{R"(CREATE (TABLE|TRIGGER|INDEX|VIEW) (\w+)|ALTER TABLE (\w+) ADD COLUMN (\w+))"};
  for (std::sregex_iterator at{text.begin(), text.end(), made}, end; at != end; ++at) {
    const std::smatch& match = *at;
    sql = (match[1].matched ? "DROP " + match[1].str() + " IF EXISTS " + match[2].str()
                            : "ALTER TABLE " + match[3].str() + " DROP COLUMN " + match[4].str()) +
          "; " + sql;
  }
  sql += "PRAGMA user_version = " + std::to_string(store::newest_schema() - 1);
  sqlite3* database = nullptr;
  sqlite3_open_v2(file.c_str(), &database, SQLITE_OPEN_READWRITE, nullptr);
  const bool done = sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
  sqlite3_close(database);
  if (!done) throw std::runtime_error{"the newest migration cannot be taken back"};
}

}  // namespace svcadm::test
