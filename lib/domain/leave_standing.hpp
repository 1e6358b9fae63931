#pragma once
// How a leave stands on the day it is looked at: granted, still pending, or lapsed.

#include <optional>

#include "base/citation.hpp"
#include "base/date.hpp"
#include "base/half_days.hpp"
#include "base/message.hpp"

namespace svcadm::domain {

/// Of a leave, or of the card for leave that lateness became.
struct LeaveStanding {
  enum class Kind {
    granted,
    pending,  ///< counts as the leave asked for; never part of a row of absence
    lapsed,   ///< counts as absenteeism
  };
  Kind kind = Kind::granted;
  std::optional<Date> limit = std::nullopt;  ///< the last day for what is missing
  Arg missing = {};                          ///< name of what is missing; not said where granted
  Citation cite = {};                        ///< what demands it
  Citation consequence = {};                 ///< what makes it absenteeism
  bool handed_in = false;                    ///< of a card: it waits for its consent
  /// Of leave that lapsed because a year allows no more of it: what it allows; nothing else is said then but `cite`.
  std::optional<HalfDays> beyond = std::nullopt;
};

}  // namespace svcadm::domain
