#pragma once
// What a result may rest on: facts up to an event, looked at from a moment.

#include <cstdint>
#include <optional>

#include "base/moment.hpp"
#include "store/payroll_store.hpp"

namespace svcadm::usecase {

class Office;

struct KnownAt {
  std::optional<std::int64_t> event = {};  ///< the newest event whose facts are looked at; none: all there are
  Moment now = {};                         ///< a limit that has passed by then has passed
  std::optional<Date> judged_to = {};      ///< the last day that is judged; none: all of what is looked at
};

/// All that is known now.
KnownAt known_now(const Office& office);

/// What was known when the run was closed: facts up to the last event that its close looked at, looked at when that
/// was done.  \pre the run is closed
KnownAt known_at_closing(Office& office, const store::RunRow& run);

}  // namespace svcadm::usecase
