#include "usecase/file_check.hpp"

#include "base/error.hpp"
#include "store/file_check.hpp"
#include "usecase/audit.hpp"
#include "usecase/office.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

FileReport check_database(store::Database& database) {
  FileReport report{.head = {}, .damage = store::damage(database), .findings = {}};
  try {
    store::AuditStore audit{database};
    report.findings = audit.verify();
    report.head = audit.head();
  } catch (const Error& error) {
    // What cannot be read because of the damage is part of it.
    if (report.damage.empty() || error.failure() != Failure::disk) throw;
  }
  return report;
}

FileReport check_file(Office& office) {
  FileReport report;
  {
    const Reading reading{office, domain::Permission::read};
    report = check_database(office.database());
  }
  note_check(office, Check::file, report.head, report.damage.size() + report.findings.size());
  return report;
}

}  // namespace svcadm::usecase
