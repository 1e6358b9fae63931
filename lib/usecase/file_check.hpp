#pragma once
// Whether an office file is whole and as it was written.

#include <cstdint>
#include <string>
#include <vector>

#include "store/audit_store.hpp"

namespace svcadm::usecase {

class Office;

struct FileReport {
  store::ChainHead head;
  std::vector<std::string> damage;  ///< in SQLite's words
  std::vector<store::AuditFinding> findings;

  bool sound() const { return damage.empty() && findings.empty(); }
};

/// Pages, references, chain and digests.
FileReport check_database(store::Database& database);

/// The same of the office, and notes when that was.  Needs Permission::read.
FileReport check_file(Office& office);

}  // namespace svcadm::usecase
