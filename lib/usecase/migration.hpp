#pragma once
// The office file itself: what it is, and bringing an older one to the program's schema.

#include <cstdint>
#include <optional>
#include <string>

#include "base/date.hpp"
#include "store/audit_store.hpp"
#include "store/database.hpp"
#include "usecase/office.hpp"

namespace svcadm::usecase {

struct FileInfo {
  std::string file;
  std::string company;
  int schema = 0;
  std::int64_t bytes = 0;
  store::ChainHead head = {};
  std::optional<Month> closed_until = {};  ///< the newest closed month; all before it are closed too
  bool demo = false;
};
FileInfo file_info(Office& office);

struct MigrationOutcome {
  int from = 0;  ///< schema before
  int to = 0;
  std::string copy;  ///< the file as it was; empty when there was nothing to do
};

/// Brings FILE to the newest schema after copying it beside itself, and records that.  Needs
/// Permission::configure.  A dry run only says what would be done.
MigrationOutcome migrate_file(const std::string& file, store::Patience patience, const Caller& caller);

}  // namespace svcadm::usecase
