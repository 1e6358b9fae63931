#pragma once
// A draft that is computed again: of whom.

#include <cstdint>
#include <optional>
#include <set>

#include "store/payroll_store.hpp"
#include "usecase/known_at.hpp"

namespace svcadm::usecase {

class Office;

/// A draft whose rows stay, but for these people's.
struct RunAgain {
  store::RunRow draft;
  std::set<std::int64_t> touched;
};

/// The open draft of a month's own run, and about whom something was entered since, or was doubtful then.  Who is
/// compared with them or is paid for closed months is for the run to add.
///
/// Nothing where everybody has to be computed: there is no draft of this svcadm and of this day, or something was
/// entered that may concern others, or other days.
std::optional<RunAgain> draft_to_keep(Office& office, const store::RunScope& scope, const KnownAt& known);

}  // namespace svcadm::usecase
