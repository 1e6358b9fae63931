#pragma once
// A copy put in the place of the office file.

#include <string>
#include <vector>

#include "store/audit_store.hpp"
#include "usecase/office.hpp"

namespace svcadm::usecase {

struct RestoreOutcome {
  std::string kept;                     ///< where the file lies that was replaced; empty where there was none
  bool readable = true;                 ///< that could be read, so that it is known what it held
  std::int64_t copied = 0;              ///< events of the copy
  std::int64_t common = 0;              ///< events that both begin with
  std::vector<store::AuditEvent> lost;  ///< events of the replaced file that the copy does not have, in their order
  store::ChainHead head;                ///< of the restored file; empty in a dry run
};

/// Makes a new file of COPY, checks it whole, records the restoring in it and puts it in the place of FILE, which is
/// OFFICE or, where that is a link, what it leads to, and is kept beside it as FILE.before-restore-MOMENT.  A dry run
/// stops before that.  Needs Permission::configure, by the file that is replaced; by the copy where that cannot be read.
///
/// Failure::input for a copy that is not sound, Failure::conflict for one of another office, Failure::busy where
/// somebody has FILE open, and what Database::open says of COPY.
RestoreOutcome restore_file(const std::string& office, const std::string& copy, store::Patience patience,
                            const Caller& caller);

}  // namespace svcadm::usecase
