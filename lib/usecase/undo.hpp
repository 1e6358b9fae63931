#pragma once
// Taking back one's own last entry.

#include <cstdint>
#include <optional>
#include <string>

namespace svcadm::usecase {

class Office;

struct Undone {
  std::int64_t event = 0;  ///< that was taken back
  std::string action;      ///< "leave.record"
  std::string subject;
};

/// Takes back an entry of who acts, of the same day, by a reversing one: the event of that number, else his last that
/// changed anything.  What reverses is done by the command that one would type, with its own checks and event.
/// Failure::not_found without such an event, Failure::not_permitted for another's, Failure::refused for one of another
/// day, for one that a close has looked at, and for a kind of entry that has no reversal, naming the command that
/// corrects it; Failure::conflict where something is built on it.
Undone undo(Office& office, std::optional<std::int64_t> event);

}  // namespace svcadm::usecase
