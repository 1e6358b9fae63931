#pragma once
// An office file of an older schema.

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include <sqlite3.h>

#include "base/embedded.hpp"
#include "store/database.hpp"

namespace svcadm::test {

/// Runs statements; `rows` gets the first column of what a query finds.
inline void run_sql(sqlite3* database, const std::string& sql, std::vector<std::string>* rows = nullptr) {
  const auto take = [](void* all, int, char** columns, char**) {
    if (all != nullptr) static_cast<std::vector<std::string>*>(all)->emplace_back(columns[0]);
    return 0;
  };
  if (sqlite3_exec(database, sql.c_str(), take, rows, nullptr) == SQLITE_OK) return;
  const std::string why = sqlite3_errmsg(database);
  sqlite3_close(database);
  throw std::runtime_error{"no older office can be made: " + why};
}

/// Makes FILE what a svcadm before the newest migration would have left: the same rows under the schema before.
inline void make_older(const std::string& file) {
  const std::string newer = file + ".newer";
  std::filesystem::rename(file, newer);
  sqlite3* database = nullptr;
  sqlite3_open(file.c_str(), &database);
  run_sql(database, "PRAGMA journal_mode = WAL; PRAGMA foreign_keys = OFF");
  int applied = 0;
  for (const EmbeddedFile& migration : embedded_files()) {
    if (!migration.path.starts_with("db/") || applied == store::newest_schema() - 1) continue;
    run_sql(database, std::string{migration.text});
    ++applied;
  }
  run_sql(database, "PRAGMA user_version = " + std::to_string(applied) + "; ATTACH '" + newer + "' AS newer");
  std::vector<std::string> copies;
  run_sql(database, R"sql(
    SELECT 'INSERT INTO main.' || t.name || ' (' || columns || ') SELECT ' || columns || ' FROM newer.' || t.name
      FROM main.sqlite_schema AS t
      JOIN (SELECT m.name, group_concat(c.name) AS columns
              FROM main.sqlite_schema AS m JOIN pragma_table_info(m.name) AS c WHERE m.type = 'table' GROUP BY m.name)
        AS own ON own.name = t.name
  )sql",
          &copies);
  for (const std::string& copy : copies) run_sql(database, copy);
  std::vector<std::string> id;
  run_sql(database, "PRAGMA newer.application_id", &id);
  run_sql(database, "PRAGMA application_id = " + id.at(0));
  sqlite3_close(database);
  std::filesystem::remove(newer);
}

}  // namespace svcadm::test
