#pragma once
// When an office file was last copied and last checked.  No fact of the office: noted in FILE.care beside it, so that
// who may only read can copy and check, and a copy does not differ from the one before by having been made.

#include <cstdint>
#include <optional>
#include <string>

#include "base/moment.hpp"
#include "store/database.hpp"

namespace svcadm::store {

struct CareNote {
  Moment at;
  std::int64_t events = 0;    ///< how many the file held then
  std::int64_t findings = 0;  ///< of a check
  std::string copy = {};      ///< where it went
};

struct CareLog {
  std::optional<CareNote> backup = {};
  std::optional<CareNote> audit_check = {};  ///< of the chain and the digests
  std::optional<CareNote> file_check = {};   ///< of the pages as well
};

/// Whether notes can be kept: what has the name FILE.care and is no file, as a folder or a pipe, is neither read nor
/// replaced.
bool can_keep_care(const std::string& file);

/// Empty where nothing was noted, or nothing that can be read.
CareLog read_care_log(const std::string& file);

/// Replaces what is given and keeps the rest.  A place where nothing can be written, or can_keep_care()
/// is false, keeps nothing.
void note_care(Database& database, const CareLog& news);

}  // namespace svcadm::store
