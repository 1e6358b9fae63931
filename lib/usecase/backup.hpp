#pragma once
// Copies of the office file, and how many of them are kept.

#include <optional>
#include <string>
#include <vector>

#include "store/audit_store.hpp"

namespace svcadm::usecase {

class Office;

struct BackupRequest {
  std::string file;
  bool replace = false;          ///< may take the place of an older copy
  std::optional<int> keep = {};  ///< FILE is given its moment, and only the newest so many of these copies stay
};

struct BackupOutcome {
  std::string file;                  ///< where the copy is
  store::ChainHead head;             ///< of the copy
  std::vector<std::string> removed;  ///< older copies, oldest first
};

/// Copies the file as it is at one moment, while others may go on working.  Needs Permission::read_pay: the copy holds
/// everything.  With `keep` the copy of DIR/office.db is DIR/office-2026-11-02-180000.db, and older files of exactly
/// that form are removed once it has been read back and is whole.  Failure::conflict where FILE is there already; with
/// `replace`, where it is no copy of this office.  Failure::disk where it cannot be written, or is damaged.
BackupOutcome back_up_file(Office& office, const BackupRequest& request);

/// A moment as it stands in names of files, "2026-11-02-180000": they sort as time does.
std::string stamp(Moment moment);

/// The moment an act on the file itself happened: the machine's, whatever --as-of says, but for a demo office.
Moment moment_of_care(const Office& office);

}  // namespace svcadm::usecase
