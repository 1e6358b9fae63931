#pragma once
// An event as it stands in the file: what writing, reading and verifying the chain share.

#include <optional>
#include <string>
#include <vector>

#include "store/audit_store.hpp"
#include "store/sql.hpp"

namespace svcadm::store {

/// The hash of an event behind the one whose hash is `previous`; `written` is its claims as they are stored.
std::string chain_hash(const std::string& previous, const AuditEvent& event, const std::string& written);

/// What an event says it wrote; nothing where that is not of the form that append() writes.
std::optional<std::vector<WrittenRows>> read_claims(const std::string& text);

/// Selects the columns that read_event() takes, then written, previous, hash and whether the delegate is an empty text,
/// which append() never writes.
extern const char* const event_columns;

AuditEvent read_event(Query& query);

}  // namespace svcadm::store
