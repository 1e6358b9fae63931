// Whatever is changed behind the program's back, its guards dropped and put back: every column of every table, a row
// taken away, a row added.

#include <set>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "fault/office_file.hpp"
#include "fault/writing_use_cases.hpp"
#include "usecase/payroll_steps.hpp"

using namespace svcadm;
using test::Folder;

namespace {

struct ColumnOf {
  std::string name;
  std::string type;
  bool key = false;
};

struct TableOf {
  std::string name;
  std::vector<ColumnOf> columns;

  /// The key's columns, or all, in a list.
  std::string list(bool key_only) const {
    std::string text;
    for (const ColumnOf& column : columns) {
      if (column.key || !key_only) text += (text.empty() ? "" : ", ") + column.name;
    }
    return text;
  }
  /// The first row by its key: of results one that is closed.
  std::string first_row() const {
    const std::string key = list(true);
    return fmt::format("({0}) = (SELECT {0} FROM {1} ORDER BY {0} LIMIT 1)", key, name);
  }
};

/// An office whose file is changed by plain SQL, and as it was again after each try.
class Bench {
 public:
  Bench() {
    const std::string file = folder_ / "office.db";
    test::make_fault_office(file);
    {
      usecase::Office office{store::Database::open(file), test::fault_caller()};
      usecase::close_run(office, {.run = {}, .month = make_month(2026, 9)});
      const usecase::RunChoice settlement{.run = 2, .month = {}};
      usecase::approve_run(office, settlement);
      usecase::pay_run(office, settlement, make_date(2026, 11, 2), {});
      usecase::close_run(office, settlement);
    }
    database_.emplace(store::Database::open(file));
    run("PRAGMA foreign_keys = OFF");
    run("PRAGMA ignore_check_constraints = ON");
  }

  std::vector<TableOf> tables() {
    std::vector<TableOf> tables;
    store::Query names{*database_, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"};
    while (names.next()) tables.push_back({names.text(0), {}});
    for (TableOf& table : tables) {
      store::Query columns{*database_, "SELECT name, type, pk > 0 FROM pragma_table_info(:table)"};
      columns.bind(":table", table.name);
      while (columns.next()) table.columns.push_back({columns.text(0), columns.text(1), columns.integer(2) != 0});
    }
    return tables;
  }

  bool is_empty(const TableOf& table) {
    store::Query rows{*database_, fmt::format("SELECT count(*) FROM {}", table.name).c_str()};
    rows.next();
    return rows.integer(0) == 0;
  }

  /// What verify names when SQL has been run upon a table without its guards: tables, "" for the chain itself.
  std::set<std::string> named_after(const TableOf& table, const std::string& sql) {
    run("SAVEPOINT try");
    std::vector<std::string> guards;
    {
      store::Query triggers{*database_, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = :t"};
      triggers.bind(":t", table.name);
      while (triggers.next()) {
        guards.push_back("DROP TRIGGER " + triggers.text(0));
        guards.push_back(triggers.text(1));
      }
    }
    for (std::size_t i = 0; i < guards.size(); i += 2) run(guards[i]);
    run(sql);
    for (std::size_t i = 1; i < guards.size(); i += 2) run(guards[i]);
    std::set<std::string> named;
    for (const auto& finding : store::AuditStore{*database_}.verify()) named.insert(finding.table);
    run("ROLLBACK TO try");
    run("RELEASE try");
    return named;
  }

 private:
  void run(const std::string& sql) { store::Query{*database_, sql.c_str()}.run(); }

  Folder folder_;
  std::optional<store::Database> database_;
};

/// Another value of the column's type.
std::string changed(const ColumnOf& column) {
  if (column.type == "INTEGER") return fmt::format("coalesce({}, 0) + 1000000", column.name);
  if (column.type == "BLOB") return fmt::format("CAST({} || 'x' AS BLOB)", column.name);
  return fmt::format("coalesce({}, '') || 'x'", column.name);
}

}  // namespace

TEST_CASE("a changed column, a row taken away and a row added are found in every table and named") {
  Bench bench;
  int tables = 0;
  for (const TableOf& table : bench.tables()) {
    if (bench.is_empty(table)) continue;
    ++tables;
    CAPTURE(table.name);
    const std::string named = table.name == "audit_event" ? "" : table.name;
    for (const ColumnOf& column : table.columns) {
      CAPTURE(column.name);
      const std::string sql =
          fmt::format("UPDATE {} SET {} = {} WHERE {}", table.name, column.name, changed(column), table.first_row());
      CHECK(bench.named_after(table, sql).contains(named));
    }
    CHECK(bench.named_after(table, fmt::format("DELETE FROM {} WHERE {}", table.name, table.first_row()))
              .contains(named));

    // Another one would be an open run.
    const std::set<std::string> of_runs{"payroll_run", "payroll_single", "payroll_computation"};
    if (of_runs.contains(table.name)) continue;
    std::string values;
    for (const ColumnOf& column : table.columns) {
      // Another row of the same event and, of results, of the same run; nothing else need be unique.
      const bool is_key = table.list(true) == column.name;
      const bool kept = !is_key && (column.name == "event" || column.name == "run");
      values += (values.empty() ? "" : ", ") + (kept ? column.name : changed(column));
    }
    CHECK(bench
              .named_after(table, fmt::format("INSERT INTO {0} ({1}) SELECT {2} FROM {0} WHERE {3}", table.name,
                                              table.list(false), values, table.first_row()))
              .contains(named));
  }
  CHECK(tables > 35);
}
