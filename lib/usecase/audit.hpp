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

/// In the order of their numbers; without the amounts in their details for who lacks Permission::read_pay.
std::vector<store::AuditEvent> list_events(Office& office, const AuditQuery& query);

/// Likewise, with a note that amounts are withheld.  Failure::not_found where there is no such event.
store::RecordedEvent show_event(Office& office, std::int64_t event);

/// The end of the chain as it stands now, whatever --as-of says: what a paper pins, and what is kept outside of the
/// file.
store::ChainHead chain_head(Office& office);

/// Digits of a hash as somebody has kept them, 16 of them at least.  Failure::usage.
std::string read_hash(const std::string& text);

/// Says so where what was done about the file cannot be noted beside it.
void say_where_no_care(Office& office);

/// What was checked: chain and digests, or pages and references as well.
enum class Check { audit, file };
/// Notes beside the file that it was checked now, with so many findings; what the other check found stays noted.
void note_check(Office& office, Check check, const store::ChainHead& head, std::size_t findings);

struct AuditReport {
  store::ChainHead head;
  std::vector<store::AuditFinding> findings;
};
/// Everything that is not as it was written, and whether an end of the chain that was kept is still in it.
AuditReport verify_audit(Office& office, const store::KnownHead& known = {});

}  // namespace svcadm::usecase
