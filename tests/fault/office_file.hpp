#pragma once
// An office file as a fault test looks at it: copied, dumped, checked.

#include <filesystem>
#include <string>

#include <sqlite3.h>
#include <unistd.h>

#include "base/error.hpp"
#include "store/audit_store.hpp"
#include "store/database.hpp"
#include "store/sql.hpp"

namespace svcadm::test {

/// A folder that is gone again with the object; in memory where the machine has such a place.
class Folder {
 public:
  Folder() {
    const bool in_memory = std::filesystem::is_directory("/dev/shm") && ::access("/dev/shm", W_OK) == 0;
    std::string name =
        (in_memory ? std::string{"/dev/shm"} : std::filesystem::temp_directory_path().string()) + "/svcadm-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error{"no folder for the test"};
    path_ = name;
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

/// Puts FROM in the place of TO, without TO's log.
inline void put_file(const std::string& from, const std::string& to) {
  for (const char* suffix : {"-wal", "-shm", "-journal"}) std::filesystem::remove(to + suffix);
  std::filesystem::copy_file(from, to, std::filesystem::copy_options::overwrite_existing);
}

/// Every row of every table as text; what SQLite says instead, where the file cannot be read.
inline std::string dump(const std::string& file) {
  sqlite3* database = nullptr;
  std::string text;
  const auto append = [](void* into, int columns, char** values, char**) {
    for (int i = 0; i < columns; ++i) {
      const char* value = values[i] != nullptr ? values[i] : "NULL";
      *static_cast<std::string*>(into) += std::string{value} + "\x1f";
    }
    *static_cast<std::string*>(into) += "\n";
    return 0;
  };
  const auto run = [&](const std::string& sql, std::string& into) {
    char* error = nullptr;
    sqlite3_exec(database, sql.c_str(), append, &into, &error);
    if (error != nullptr) into += error;
    sqlite3_free(error);
  };
  sqlite3_open_v2(file.c_str(), &database, SQLITE_OPEN_READWRITE, nullptr);
  std::string tables;
  run("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name", tables);
  while (!tables.empty()) {
    const std::string table = tables.substr(0, tables.find('\x1f'));
    tables.erase(0, tables.find('\n') + 1);
    text += "== " + table + "\n";
    run("SELECT * FROM \"" + table + "\" ORDER BY 1, 2, 3", text);
  }
  run("PRAGMA user_version", text);
  sqlite3_close(database);
  return text;
}

/// The connection no longer waits for the disk.
inline void without_sync(store::Database& database) { store::Query{database, "PRAGMA synchronous = OFF"}.run(); }

/// What is wrong with a file, its pages or its audit chain; empty where it is sound.
inline std::string unsound(const std::string& file) {
  sqlite3* database = nullptr;
  std::string result;
  sqlite3_open_v2(file.c_str(), &database, SQLITE_OPEN_READWRITE, nullptr);
  sqlite3_exec(
      database, "PRAGMA integrity_check",
      [](void* into, int, char** values, char**) {
        *static_cast<std::string*>(into) += values[0];
        return 0;
      },
      &result, nullptr);
  sqlite3_close(database);
  if (result != "ok") return "integrity: " + result;
  try {
    auto opened = store::Database::open(file);
    const auto findings = store::AuditStore{opened}.verify();
    if (!findings.empty())
      return "audit: " + std::to_string(findings.size()) + " findings, first in " + findings[0].table;
  } catch (const Error& error) {
    return error.problems().empty() ? "cannot be opened" : error.problems()[0].message.id;
  }
  return {};
}

}  // namespace svcadm::test
