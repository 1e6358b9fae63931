#include "store/audit_chain.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/digest.hpp"

namespace svcadm::store {

std::string chain_hash(const std::string& previous, const AuditEvent& event, const std::string& written) {
  Digest digest;
  for (const std::string& part : {previous, std::to_string(event.event), std::to_string(event.recorded_at.seconds),
                                  std::to_string(event.as_of.seconds), event.actor, event.delegate, event.action,
                                  event.subject, event.detail, written}) {
    digest.add(fmt::format("{}:", part.size()));
    digest.add(part);
  }
  return digest.hex();
}

std::optional<std::vector<WrittenRows>> read_claims(const std::string& text) {
  const nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  std::vector<WrittenRows> claims;
  for (const auto& [table, claim] : json.items()) {
    if (!claim.is_object() || !claim.contains("rows") || !claim["rows"].is_number_integer() ||
        !claim.contains("sha256") || !claim["sha256"].is_string()) {
      return std::nullopt;
    }
    claims.push_back({table, claim["rows"].get<std::int64_t>(), claim["sha256"].get<std::string>()});
  }
  return claims;
}

const char* const event_columns =
    "SELECT event, recorded_at, as_of, actor, coalesce(delegate, ''), action, subject, detail, written, previous, hash,"
    " coalesce(delegate = '', 0) FROM audit_event";

AuditEvent read_event(Query& query) {
  return {query.integer(0), query.moment(1), query.moment(2), query.text(3),
          query.text(4),    query.text(5),   query.text(6),   query.text(7)};
}

}  // namespace svcadm::store
