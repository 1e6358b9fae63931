#include "store/audit_store.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/digest.hpp"
#include "store/sql.hpp"

namespace svcadm::store {

namespace {

/// A table whose rows an event answers for, in the order of whose primary key they are digested.
struct FactTable {
  const char* name;
  const char* of_one;  ///< all columns of the rows of :event
  const char* of_all;  ///< the event, then the same columns, of all rows
};

// The digest covers every column but the event itself, which selects the rows.
#define SVCADM_FACTS(table, columns, key)                                          \
  FactTable {                                                                      \
    table, "SELECT " columns " FROM " table " WHERE event = :event ORDER BY " key, \
        "SELECT event, " columns " FROM " table " ORDER BY " key                   \
  }

// Results are written by runs and replaced while these are open; the event that closes a run answers for its rows.
#define SVCADM_FROZEN(table, run, columns, key)                                                               \
  FactTable {                                                                                                 \
    table,                                                                                                    \
        "SELECT " columns " FROM " table " WHERE " run                                                        \
        " IN (SELECT closed_run.run FROM closed_run WHERE closed_run.event = :event) ORDER BY " key,          \
        "SELECT (SELECT closed_run.event FROM closed_run WHERE closed_run.run = " table "." run "), " columns \
        " FROM " table " WHERE " run " IN (SELECT closed_run.run FROM closed_run) ORDER BY " key              \
  }

constexpr FactTable fact_tables[] = {
    SVCADM_FACTS("setting", "id, key, from_day, value", "id"),
    SVCADM_FACTS("role_grant", "id, holder, role, from_day, to_day, granted", "id"),
    SVCADM_FACTS("account", "id, uid, holder", "id"),
    SVCADM_FACTS("import_batch", "id, kind, layout, file, sha256, encoding, read, imported, known, rejected", "id"),
    SVCADM_FACTS("department", "id, code", "id"),
    SVCADM_FACTS("department_term", "id, department, from_day, name, parent", "id"),
    SVCADM_FACTS("employee", "id, employee_no", "id"),
    SVCADM_FACTS("employee_term", "id, employee, attribute, from_day, value", "id"),
    SVCADM_FACTS("calendar_year", "id, year, notice, sha256", "id"),
    SVCADM_FACTS("calendar_day", "id, department, day, kind, note", "id"),
    SVCADM_FACTS("shift", "id, code, from_day, windows, label", "id"),
    SVCADM_FACTS("shift_assignment", "id, department, employee, weekday, from_day, shift", "id"),
    SVCADM_FACTS("roster_day", "employee, day, shift", "employee, day"),
    SVCADM_FACTS("regulation_edition", "id, code, number, sha256, source, text", "id"),
    SVCADM_FACTS("adoption", "id, department, area, code, from_day", "id"),
    SVCADM_FACTS("regulation_signature", "id, employee, code, edition, on_day", "id"),
    SVCADM_FACTS("punch_number", "id, kind, text", "id"),
    SVCADM_FACTS("ignored_number", "id, kind, text", "id"),
    // Rows that name no clock are digested as they were before there was that column.
    {"punch",
     "SELECT at, number, direction, iif(device IS NULL, state, state || '@' || device) FROM punch"
     " WHERE at BETWEEN :from AND :to AND event = :event ORDER BY at, number, direction",
     "SELECT event, at, number, direction, iif(device IS NULL, state, state || '@' || device) FROM punch"
     " ORDER BY at, number, direction"},
    SVCADM_FACTS("online_session", "from_at, number, to_at", "from_at, number"),
    SVCADM_FACTS("day_decision", "id, employee, day, decision, reason", "id"),
    SVCADM_FACTS("punch_device", "id, name", "id"),
    SVCADM_FACTS("time_correction",
                 "id, kind, employee, day, device, department, from_at, to_at, direction, seconds, reason, asked",
                 "id"),
    SVCADM_FACTS("time_correction_confirmation", "correction, confirmed, paper", "correction"),
    SVCADM_FACTS("time_correction_cancel", "correction, reason", "correction"),
    SVCADM_FACTS("day_objection", "id, employee, day, text, paper", "id"),
    SVCADM_FACTS("day_objection_answer", "objection, outcome, text", "objection"),
    SVCADM_FACTS("conduct_record", "id, kind, day, text", "id"),
    SVCADM_FACTS("conduct_person", "record, place, employee", "record, place"),
    SVCADM_FACTS("conduct_finding", "record", "record"),
    SVCADM_FACTS("conduct_decision", "id, employee, record, last_day, outcome, reason, grounds", "id"),
    SVCADM_FACTS("conduct_service", "decision, on_day, said", "decision"),
    SVCADM_FACTS("leave", "id, employee, kind, first_day, first_half, last_day, last_half, paper", "id"),
    SVCADM_FACTS("leave_cancel", "leave, reason", "leave"),
    SVCADM_FACTS("request", "id, type, employee, subject, day, asked_at, channel, reported_by, reason, paper, extends",
                 "id"),
    SVCADM_FACTS("request_act", "id, request, act, about, person, instead, at, reason, paper", "id"),
    SVCADM_FACTS("request_basis", "request, halves, first_day, starts_at, day_ends_at", "request"),
    SVCADM_FACTS("request_act_withdrawal", "act, reason", "act"),
    SVCADM_FACTS("leave_return", "id, leave, day, half, paper", "id"),
    SVCADM_FACTS("attachment", "id, request, name, type, sha256, bytes", "id"),
    SVCADM_FACTS("stand_in", "id, person, deputy, from_day, to_day", "id"),
    SVCADM_FACTS("payroll_input", "id, employee, month, kind, quantity, detail, comment, paper, replaces", "id"),
    SVCADM_FACTS("month_close", "month, run, last_event", "month"),
    SVCADM_FACTS("payroll_hold", "id, employee, month, held, reason", "id"),
    SVCADM_FACTS("payroll_approval", "id, run, sha256", "id"),
    SVCADM_FACTS("payroll_approval_withdrawal", "approval, reason", "approval"),
    SVCADM_FACTS("payroll_payment", "id, run, on_day", "id"),
    SVCADM_FACTS("payroll_payment_failure", "payment, employee", "payment, employee"),
    SVCADM_FACTS("employee_exit", "id, employee, last_day, reason", "id"),
    SVCADM_FACTS("opening_balance", "id, employee, on_day, kind, day, quantity", "id"),
    SVCADM_FACTS("run_close", "run, month, last_event", "run"),
    SVCADM_FROZEN("payroll_adjustment", "run", "run, employee, origin_month, item, label_zh, label_en, amount",
                  "run, employee, origin_month, item"),
    SVCADM_FROZEN("payroll_single", "run", "run, employee, kind", "run"),
    SVCADM_FROZEN("payroll_run", "id", "id, event, month, last_event, people, payable", "id"),
    SVCADM_FROZEN("payroll_sheet", "run", "run, employee, row, payable", "run, employee"),
    SVCADM_FROZEN("payroll_line", "run", "run, employee, line, item, label_zh, label_en, amount, grounds",
                  "run, employee, line"),
    SVCADM_FROZEN("payroll_carry", "run", "run, employee, kind, amount", "run, employee, kind"),
    SVCADM_FROZEN("payroll_absence", "run", "run, employee, day, halves", "run, employee, day"),
};
#undef SVCADM_FACTS
#undef SVCADM_FROZEN

/// Rows of one event in one table, digested as they pass.
class Written {
 public:
  void add(Query& query, int first_column) {
    last = query.is_integer(first_column) ? std::to_string(query.integer(first_column)) : query.text(first_column);
    if (rows == 0) first = last;
    ++rows;
    const int columns = query.columns();
    for (int i = first_column; i < columns; ++i) {
      // Type and length before the bytes: no two rows have the same text.
      if (query.is_integer(i)) {
        add_number('i', query.integer(i), ';');
      } else if (query.is_null(i)) {
        bytes_ += "n;";
      } else {
        const std::string_view text = query.view(i);
        add_number('t', static_cast<std::int64_t>(text.size()), ':');
        bytes_ += text;
      }
    }
    if (bytes_.size() >= block) digest_block();
  }

  std::string hex() {
    digest_block();
    return digest_.hex();
  }

  std::int64_t rows = 0;
  std::string first;  // first column of the first and of the last row
  std::string last;

 private:
  static constexpr std::size_t block = 4096;

  void add_number(char before, std::int64_t number, char after) {
    std::array<char, 24> text{};
    text[0] = before;
    char* end = std::to_chars(text.data() + 1, text.data() + text.size(), number).ptr;
    *end++ = after;
    bytes_.append(text.data(), static_cast<std::size_t>(end - text.data()));
  }

  void digest_block() {
    digest_.add(bytes_);
    bytes_.clear();
  }

  std::string bytes_;  // not digested yet
  Digest digest_;
};

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

/// What an event says it wrote; nothing where that is not of the form that append() writes.
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

/// The events of the chain with their claims, by event and table.
using Claims = std::map<std::int64_t, std::map<std::string, WrittenRows, std::less<>>>;

constexpr const char* event_columns =
    "SELECT event, recorded_at, as_of, actor, coalesce(delegate, ''), action, subject, detail, written, previous, hash"
    " FROM audit_event";

AuditEvent read_event(Query& query) {
  return {query.integer(0), query.moment(1), query.moment(2), query.text(3),
          query.text(4),    query.text(5),   query.text(6),   query.text(7)};
}

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
        events.text(10) != chain_hash(previous, event, written) || !claimed) {
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

/// The numbers that punches name before their event is written have no digest of their own: each is an event's, and
/// each that a punch names is there.
void verify_punch_events(Database& database, std::vector<AuditFinding>& findings) {
  Query query{database, R"sql(
    SELECT event, 0 FROM punch_event WHERE event NOT IN (SELECT event FROM audit_event)
    UNION ALL
    SELECT event, 1 FROM (SELECT event FROM punch EXCEPT SELECT event FROM punch_event)
  )sql"};
  while (query.next()) {
    const std::int64_t missing = query.integer(1);
    findings.push_back({AuditFinding::Kind::rows, query.integer(0), "punch_event", missing, 1 - missing, {}, {}});
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

/// Tables, indexes, triggers and views by name, with the text that made them; SQLite's own are left out.
std::map<std::string, std::pair<std::string, std::string>> schema_of(Database& database) {
  std::map<std::string, std::pair<std::string, std::string>> objects;
  Query query{database,
              "SELECT name, type, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite^_%' ESCAPE '^'"};
  while (query.next()) objects.emplace(query.text(0), std::pair{query.text(1), query.text(2)});
  return objects;
}

void verify_schema(Database& database, std::vector<AuditFinding>& findings) {
  Database fresh = Database::in_memory();
  const auto expected = schema_of(fresh);
  const auto present = schema_of(database);
  const auto report = [&](AuditFinding::Kind kind, const std::string& name) {
    findings.push_back({.kind = kind, .table = name});
  };
  for (const auto& [name, object] : expected) {
    const auto found = present.find(name);
    if (found == present.end()) {
      report(AuditFinding::Kind::schema_missing, name);
    } else if (found->second != object) {
      report(AuditFinding::Kind::schema_changed, name);
    }
  }
  for (const auto& [name, object] : present) {
    if (object.first == "trigger" && !expected.contains(name)) report(AuditFinding::Kind::schema_foreign, name);
  }
}

}  // namespace

std::int64_t AuditStore::newest_event() {
  Query query{database_, "SELECT coalesce(max(event), 0) FROM audit_event"};
  query.next();
  return query.integer(0);
}

std::int64_t AuditStore::next_event() { return newest_event() + 1; }

Moment AuditStore::newest_recorded_at() {
  Query query{database_, "SELECT coalesce(max(recorded_at), 0) FROM audit_event"};
  query.next();
  return query.moment(0);
}

ChainHead AuditStore::head() {
  Query query{database_, "SELECT event, hash FROM audit_event ORDER BY event DESC LIMIT 1"};
  if (!query.next()) return {};
  return {query.integer(0), query.text(1)};
}

void AuditStore::append(const AuditEvent& event) {
  nlohmann::json written = nlohmann::json::object();
  const auto& ranges = database_.connection().written_between;
  for (const FactTable& table : fact_tables) {
    Query query{database_, table.of_one};
    query.bind(":event", event.event);
    if (std::string_view{table.name} == "punch") {
      const auto range = ranges.find("punch");
      if (range == ranges.end()) continue;
      query.bind(":from", range->second.first).bind(":to", range->second.second);
    }
    Written rows;
    while (query.next()) rows.add(query, 0);
    if (rows.rows > 0) written[table.name] = {{"rows", rows.rows}, {"sha256", rows.hex()}};
  }
  const std::string previous = head().hash;
  const std::string written_text = written.dump();
  Query{database_, R"sql(
    INSERT INTO audit_event (event, recorded_at, as_of, actor, delegate, action, subject, detail, written,
                             previous, hash)
    VALUES (:event, :recorded_at, :as_of, :actor, nullif(:delegate, ''), :action, :subject, :detail, :written,
            :previous, :hash)
  )sql"}
      .bind(":event", event.event)
      .bind(":recorded_at", event.recorded_at)
      .bind(":as_of", event.as_of)
      .bind(":actor", event.actor)
      .bind(":delegate", event.delegate)
      .bind(":action", event.action)
      .bind(":subject", event.subject)
      .bind(":detail", event.detail)
      .bind(":written", written_text)
      .bind(":previous", previous)
      .bind(":hash", chain_hash(previous, event, written_text))
      .run();
}

std::vector<AuditEvent> AuditStore::events(const EventFilter& filter) {
  Query query{database_, R"sql(
    SELECT event, recorded_at, as_of, actor, coalesce(delegate, ''), action, subject, detail FROM audit_event
     WHERE (:from IS NULL OR recorded_at >= :from) AND (:until IS NULL OR recorded_at < :until)
       AND (:actor = '' OR actor = :actor OR delegate = :actor) AND event > :after
     ORDER BY event DESC LIMIT :last
  )sql"};
  const auto midnight = [](std::optional<Date> day, int later) {
    return day ? std::optional{at(*day + later)} : std::nullopt;
  };
  query.bind(":from", midnight(filter.from, 0))
      .bind(":until", midnight(filter.to, 1))
      .bind(":actor", filter.actor)
      .bind(":after", filter.after)
      .bind(":last", filter.last.value_or(-1));
  std::vector<AuditEvent> events;
  while (query.next()) events.push_back(read_event(query));
  std::reverse(events.begin(), events.end());
  return events;
}

std::optional<RecordedEvent> AuditStore::find(std::int64_t event) {
  Query query{database_, (std::string{event_columns} + " WHERE event = :event").c_str()};
  query.bind(":event", event);
  if (!query.next()) return std::nullopt;
  return RecordedEvent{read_event(query), read_claims(query.text(8)).value_or(std::vector<WrittenRows>{}),
                       query.text(10)};
}

std::vector<std::int64_t> AuditStore::keys_of(std::int64_t event, const std::string& table, const std::string& column) {
  const std::string sql =
      "SELECT \"" + column + "\" FROM \"" + table + "\" WHERE event = :event GROUP BY 1 ORDER BY min(rowid)";
  Query query{database_, sql.c_str()};
  query.bind(":event", event);
  std::vector<std::int64_t> keys;
  while (query.next()) keys.push_back(query.integer(0));
  return keys;
}

std::vector<AuditFinding> AuditStore::verify(const KnownHead& known) {
  std::vector<AuditFinding> findings;
  const Claims claims = verify_chain(database_, findings);
  verify_known(database_, known, newest_event(), findings);
  for (const FactTable& table : fact_tables) verify_rows(database_, table, claims, findings);
  verify_punch_events(database_, findings);
  verify_schema(database_, findings);
  return findings;
}

}  // namespace svcadm::store
