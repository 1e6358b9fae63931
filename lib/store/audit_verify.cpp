// AuditStore::verify: whether everything is as it was written.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "store/audit_chain.hpp"
#include "store/fact_tables.hpp"
#include "store/payroll_rows.hpp"
#include "store/sql.hpp"

namespace svcadm::store {

namespace {

/// The events of the chain with their claims, by event and table.
using Claims = std::map<std::int64_t, std::map<std::string, WrittenRows, std::less<>>>;

Claims verify_chain(Database& database, std::vector<AuditFinding>& findings) {
  Claims claims;
  Query events{database, (std::string{event_columns} + " ORDER BY event").c_str()};
  std::string previous;
  std::int64_t expected = 1;
  while (events.next()) {
    const AuditEvent event = read_event(events);
    const std::string written = events.text(8);
    const auto claimed = read_claims(written);
    if (event.event != expected || events.text(9) != previous ||
        events.text(10) != chain_hash(previous, event, written) || !claimed || events.integer(11) != 0) {
      findings.push_back({.kind = AuditFinding::Kind::chain, .event = event.event});
    }
    previous = events.text(10);
    expected = event.event + 1;
    auto& of_event = claims[event.event];
    if (!claimed) continue;
    for (const WrittenRows& rows : *claimed) of_event.emplace(rows.table, rows);
  }
  return claims;
}

void verify_rows(Database& database, const FactTable& table, const Claims& claims,
                 std::vector<AuditFinding>& findings) {
  std::map<std::int64_t, Written> found;
  Query rows{database, table.of_all};
  while (rows.next()) found[rows.integer(0)].add(rows, 1);
  for (auto& [event, written] : found) {
    const auto of_event = claims.find(event);
    const WrittenRows none;
    const WrittenRows* claim = &none;
    if (of_event != claims.end()) {
      if (const auto own = of_event->second.find(table.name); own != of_event->second.end()) claim = &own->second;
    }
    if (claim->rows == written.rows && claim->sha256 == written.hex()) continue;
    findings.push_back(
        {AuditFinding::Kind::rows, event, table.name, claim->rows, written.rows, written.first, written.last});
  }
  for (const auto& [event, tables] : claims) {
    const auto claim = tables.find(table.name);
    if (claim == tables.end() || found.contains(event)) continue;
    findings.push_back({AuditFinding::Kind::rows, event, table.name, claim->second.rows, 0, {}, {}});
  }
}

/// The numbers that punches name before their event is written: each is an event's, and each that a punch names is
/// there.  Those of older schemas have nothing that a digest could be of.
void verify_punch_events(Database& database, std::vector<AuditFinding>& findings) {
  Query query{database, R"sql(
    SELECT event, 0 FROM punch_event WHERE event NOT IN (SELECT event FROM audit_event) AND first_at IS NULL
    UNION ALL
    SELECT event, 1 FROM (SELECT event FROM punch EXCEPT SELECT event FROM punch_event)
  )sql"};
  while (query.next()) {
    const std::int64_t missing = query.integer(1);
    findings.push_back({AuditFinding::Kind::rows, query.integer(0), "punch_event", missing, 1 - missing, {}, {}});
  }
}

/// A run that is approved and not closed yet is still what was approved; a closed one has digests of its own.
void verify_approved(Database& database, std::vector<AuditFinding>& findings) {
  Query approvals{database, R"sql(
    SELECT a.event, a.run, a.sha256, (SELECT count(*) FROM payroll_sheet AS s WHERE s.run = a.run)
      FROM payroll_approval AS a JOIN payroll_run AS r ON r.id = a.run
     WHERE a.id NOT IN (SELECT approval FROM payroll_approval_withdrawal) AND a.run NOT IN (SELECT run FROM closed_run)
       AND a.event > r.event  -- of a draft that was computed again the approval is gone
  )sql"};
  while (approvals.next()) {
    const std::int64_t run = approvals.integer(1);
    if (digest_of_run(database, run) == approvals.text(2)) continue;
    const std::int64_t sheets = approvals.integer(3);
    findings.push_back({AuditFinding::Kind::rows, approvals.integer(0), "payroll_run", sheets, sheets,
                        std::to_string(run), std::to_string(run)});
  }
}

/// Whether the end that somebody has kept is still in the chain.
void verify_known(Database& database, const KnownHead& known, std::int64_t newest,
                  std::vector<AuditFinding>& findings) {
  if (!known.events && known.hash.empty()) return;
  Query query{database, R"sql(
    SELECT count(*) FROM audit_event
     WHERE (:event IS NULL OR event = :event) AND substr(hash, 1, length(:hash)) = :hash
  )sql"};
  query.bind(":event", known.events).bind(":hash", known.hash);
  query.next();
  if (query.integer(0) > 0 || (known.events == 0 && known.hash.empty())) return;
  const std::string digits = known.hash.substr(0, 16);
  findings.push_back({.kind = AuditFinding::Kind::cut_off,
                      .event = known.events.value_or(0),
                      .table = "audit_event",
                      .claimed = known.events.value_or(0),
                      .found = newest,
                      .first = digits,
                      .last = digits});
}

/// A table, an index, a trigger or a view: each kind has names of its own.
struct SchemaObject {
  std::string type;
  std::string name;
  auto operator<=>(const SchemaObject&) const = default;
};

/// What the schema consists of, with the text that made it; SQLite's own tables and indexes are left out.
std::map<SchemaObject, std::string> schema_of(Database& database) {
  std::map<SchemaObject, std::string> objects;
  Query query{database, R"sql(
    SELECT type, name, coalesce(sql, '') FROM sqlite_schema
     WHERE type IN ('trigger', 'view') OR name NOT LIKE 'sqlite^_%' ESCAPE '^'
  )sql"};
  while (query.next()) objects.emplace(SchemaObject{query.text(0), query.text(1)}, query.text(2));
  return objects;
}

void verify_schema(Database& database, std::vector<AuditFinding>& findings) {
  Database fresh = Database::in_memory();
  const auto expected = schema_of(fresh);
  const auto present = schema_of(database);
  const auto report = [&](AuditFinding::Kind kind, const SchemaObject& object) {
    findings.push_back({.kind = kind, .table = object.name});
  };
  for (const auto& [object, sql] : expected) {
    const auto found = present.find(object);
    if (found == present.end()) {
      report(AuditFinding::Kind::schema_missing, object);
    } else if (found->second != sql) {
      report(AuditFinding::Kind::schema_changed, object);
    }
  }
  for (const auto& [object, sql] : present) {
    if (object.type == "trigger" && !expected.contains(object)) report(AuditFinding::Kind::schema_foreign, object);
  }
}

}  // namespace

std::vector<AuditFinding> AuditStore::verify(const KnownHead& known) {
  std::vector<AuditFinding> findings;
  const Claims claims = verify_chain(database_, findings);
  verify_known(database_, known, newest_event(), findings);
  for (const FactTable& table : fact_tables()) verify_rows(database_, table, claims, findings);
  verify_punch_events(database_, findings);
  verify_approved(database_, findings);
  verify_schema(database_, findings);
  return findings;
}

}  // namespace svcadm::store