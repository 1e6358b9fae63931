#include "usecase/migration.hpp"

#include <filesystem>

#include <fmt/format.h>

#include "base/error.hpp"
#include "store/audit_store.hpp"
#include "store/payroll_store.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

FileInfo file_info(Office& office) {
  const Reading reading{office, domain::Permission::read};
  store::Database& database = office.database();
  return {.file = database.file(),
          .company = office.company(),
          .schema = database.schema(),
          .bytes = database.size(),
          .head = store::AuditStore{database}.head(),
          .closed_until = store::PayrollStore{database}.newest_closed(),
          .demo = office.demo()};
}

MigrationOutcome migrate_file(const std::string& file, store::Patience patience, const Caller& caller) {
  if (store::is_unfinished(file)) {
    throw Error{Failure::no_database, Message{"database.unfinished", {file}}, "svcadm init --company NAME"};
  }
  // Settings, roles and events are in the first migration: who acts can be told from a file of any age.
  Office office{store::Database::open_to_migrate(file, patience), caller};
  office.require(domain::Permission::configure);
  store::Database& database = office.database();
  MigrationOutcome outcome{.from = database.schema(), .to = store::newest_schema(), .copy = {}};
  if (outcome.from == outcome.to || caller.dry_run) return outcome;

  UnitOfWork work{office, domain::Permission::configure, "db.migrate"};
  outcome.from = database.schema();  // under the lock: another command may have migrated the file meanwhile
  outcome.copy = store::migrate(database);
  if (outcome.copy.empty()) return outcome;
  // Of a file that stays as it was no copy is needed.
  store::UnfinishedFile unneeded{outcome.copy};
  try {
    work.conclude(std::filesystem::path{file}.filename().string(),
                  fmt::format(R"({{"from":{},"to":{}}})", outcome.from, outcome.to));
  } catch (const Error& error) {
    if (error.problems().front().message.id == store::outcome_unknown) unneeded.keep();
    throw;
  }
  unneeded.keep();
  return outcome;
}

}  // namespace svcadm::usecase
