#pragma once
// Files of punches and online time.

#include <string>
#include <vector>

#include "store/punch_store.hpp"
#include "usecase/import_request.hpp"
#include "usecase/punch_file.hpp"

namespace svcadm::usecase {

class Office;

struct PunchImport {
  ImportRequest request;
  std::string layout = {};  ///< csv, zkteco-usb, zkteco-push or agent-log; empty: told by the file's name
  std::string device = {};  ///< name of the clock; empty: as the lines say, if they do
  bool strict = false;      ///< one bad line keeps all of a device's file out
};

struct PunchImportOutcome {
  store::ImportBatch batch;
  Rejects rejects = {};
  std::vector<store::UnassignedNumber> unassigned = {};  ///< numbers with lines that are nobody's
  bool made_by_people = false;                           ///< else a device's, which may hold damage
};

/// Devices' files and agent logs go in line by line; damage is put aside.  Above one line in twenty of it, or where no
/// line is readable, the file is refused unless good lines are kept.  What people made is all or nothing unless they
/// are. Numbers of devices and agents that nobody holds are kept; of people's files they are problems. Failure::usage
/// where neither layout nor name tells the form, Failure::input with every problem, Failure::conflict where all that is
/// new lies in a closed month.
PunchImportOutcome import_punches(Office& office, const PunchImport& import);

}  // namespace svcadm::usecase
