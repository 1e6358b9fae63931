#pragma once
// What was done, by whom and when; and whether the file is still as it was written.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "store/audit_store.hpp"

namespace svcadm::usecase {

class Office;

struct AuditQuery {
  std::optional<Date> from = {};  ///< recorded on this day or later
  std::optional<Date> to = {};    ///< the last day
  std::string actor = {};         ///< a person, or "uid:N"
  std::optional<int> last = {};   ///< only so many, the newest
};

/// In the order of their numbers.
std::vector<store::AuditEvent> list_events(Office& office, const AuditQuery& query);

/// Failure::not_found where there is no such event.
store::RecordedEvent show_event(Office& office, std::int64_t event);

struct AuditReport {
  std::int64_t events = 0;
  std::vector<store::AuditFinding> findings;
};
AuditReport verify_audit(Office& office);

}  // namespace svcadm::usecase
