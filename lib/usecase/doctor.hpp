#pragma once
// Whether an office is in good order: its file, and what is forgotten easily.

#include <string>
#include <vector>

#include "base/message.hpp"

namespace svcadm::usecase {

class Office;

/// What is not in order, and the command that mends it.
struct Complaint {
  Message message;  ///< id "doctor.*"
  std::string way_out;
};

/// One thing that was looked at.
struct DoctorLine {
  std::string topic;  ///< "file", "backup", "calendar" ...: heading column.doctor_TOPIC
  Message state;      ///< how it is
  std::vector<Complaint> complaints = {};
};

/// In the order of a printed page.  Needs Permission::read; changes nothing and reads little: what takes long, the
/// check of the file, is asked after only.
std::vector<DoctorLine> examine(Office& office);

}  // namespace svcadm::usecase
