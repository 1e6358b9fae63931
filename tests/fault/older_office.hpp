#pragma once
// An office file of an older schema.

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include <sqlite3.h>

#include "base/embedded.hpp"
#include "store/audit_chain.hpp"
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

/// The hashes of the chain once more, after what an event says it wrote was changed.
inline void chain_again(sqlite3* database) {
  sqlite3_stmt* events = nullptr;
  sqlite3_stmt* update = nullptr;
  sqlite3_prepare_v2(database, (std::string{store::event_columns} + " ORDER BY event").c_str(), -1, &events, nullptr);
  sqlite3_prepare_v2(database, "UPDATE audit_event SET previous = ?, hash = ? WHERE event = ?", -1, &update, nullptr);
  const auto text = [&](int column) {
    return std::string{reinterpret_cast<const char*>(sqlite3_column_text(events, column))};
  };
  std::string previous;
  while (sqlite3_step(events) == SQLITE_ROW) {
    const store::AuditEvent event{sqlite3_column_int64(events, 0),
                                  Moment{sqlite3_column_int64(events, 1)},
                                  Moment{sqlite3_column_int64(events, 2)},
                                  text(3),
                                  text(4),
                                  text(5),
                                  text(6),
                                  text(7)};
    const std::string hash = store::chain_hash(previous, event, text(8));
    sqlite3_bind_text(update, 1, previous.c_str(), -1, SQLITE_TRANSIENT);
    sqlite3_bind_text(update, 2, hash.c_str(), -1, SQLITE_TRANSIENT);
    sqlite3_bind_int64(update, 3, event.event);
    sqlite3_step(update);
    sqlite3_reset(update);
    previous = hash;
  }
  sqlite3_finalize(events);
  sqlite3_finalize(update);
}

/// Lets no event claim rows of a table that had other columns under the schema before, attached as `older`.
inline void claim_as_before(sqlite3* database) {
  std::vector<std::string> statements;
  run_sql(database, R"sql(
    SELECT 'DROP TRIGGER ' || name FROM main.sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit_event'
    UNION ALL
    SELECT DISTINCT 'UPDATE audit_event SET written = json_remove(written, ''$.' || t.name || ''')'
      FROM main.sqlite_schema AS t JOIN pragma_table_info(t.name, 'main') AS c
     WHERE t.type = 'table' AND c.name NOT IN (SELECT name FROM pragma_table_info(t.name, 'older'))
  )sql",
          &statements);
  for (const std::string& statement : statements) run_sql(database, statement);
  chain_again(database);
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
  run_sql(database, "PRAGMA user_version = " + std::to_string(applied));
  sqlite3* left = nullptr;
  sqlite3_open(newer.c_str(), &left);
  run_sql(left, "ATTACH '" + file + "' AS older");
  claim_as_before(left);
  sqlite3_close(left);
  run_sql(database, "ATTACH '" + newer + "' AS newer");
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
