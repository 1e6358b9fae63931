#include "usecase/migration.hpp"

#include <filesystem>

#include <fmt/format.h>

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
          .events = store::AuditStore{database}.newest_event(),
          .closed_until = store::PayrollStore{database}.newest_closed(),
          .demo = office.demo()};
}

MigrationOutcome migrate_file(const std::string& file, store::Patience patience, const Caller& caller) {
  MigrationOutcome outcome{.from = 0, .to = store::newest_schema(), .copy = {}};
  {
    // Settings and roles are in the first migration: who acts can be told from a file of any age.
    Office office{store::Database::open_to_migrate(file, patience), caller};
    office.require(domain::Permission::configure);
    outcome.from = office.database().schema();
  }
  if (outcome.from == outcome.to || caller.dry_run) return outcome;

  outcome.copy = store::migrate(file, patience);

  Office office{store::Database::open(file, patience), caller};
  UnitOfWork work{office, domain::Permission::configure, "db.migrate"};
  work.conclude(std::filesystem::path{file}.filename().string(),
                fmt::format(R"({{"from":{},"to":{}}})", outcome.from, outcome.to));
  return outcome;
}

}  // namespace svcadm::usecase
