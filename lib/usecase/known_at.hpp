#pragma once
// What a result may rest on: facts up to an event, looked at from a moment.

#include <cstdint>
#include <optional>

#include "base/moment.hpp"

namespace svcadm::usecase {

struct KnownAt {
  std::optional<std::int64_t> event = {};  ///< the newest event whose facts are looked at; none: all there are
  Moment now = {};                         ///< a limit that has passed by then has passed
};

}  // namespace svcadm::usecase
