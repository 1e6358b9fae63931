#include "store/audit_store.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "store/audit_chain.hpp"
#include "store/fact_tables.hpp"
#include "store/sql.hpp"

namespace svcadm::store {

std::int64_t AuditStore::newest_event() {
  Query query{database_, "SELECT coalesce(max(event), 0) FROM audit_event"};
  query.next();
  return query.integer(0);
}

std::int64_t AuditStore::next_event() {
  const std::int64_t newest = newest_event();
  const std::int64_t next = newest == INT64_MAX ? newest : newest + 1;
  std::vector<Problem> problems;
  const auto complain = [&](const char* table) {
    problems.push_back(
        {.message = {"audit.rows-of-nobody", {std::string{table}, next}}, .way_out = "svcadm audit verify"});
  };
  if (newest == INT64_MAX) complain("audit_event");
  for (const FactTable& table : fact_tables()) {
    if (table.beyond == nullptr) continue;
    Query rows{database_, table.beyond};
    if (rows.bind(":event", next).next()) complain(table.name);
  }
  if (!problems.empty()) throw Error{Failure::disk, std::move(problems)};
  return next;
}

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
  for (const FactTable& table : fact_tables()) {
    Query query{database_, table.of_one};
    query.bind(":event", event.event);
    const bool is_punch = std::string_view{table.name} == "punch";
    if (is_punch) {
      const auto range = ranges.find("punch");
      if (range == ranges.end()) continue;
      query.bind(":from", range->second.first).bind(":to", range->second.last);
    }
    Written rows;
    while (query.next()) rows.add(query, 0);
    if (is_punch && rows.rows != ranges.at("punch").rows) {
      throw Error{Failure::disk, Message{"audit.rows-of-nobody", {std::string{table.name}, event.event}},
                  "svcadm audit verify"};
    }
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

std::set<std::string> AuditStore::tables_since(std::int64_t event) {
  Query query{database_,
              "SELECT DISTINCT w.key FROM audit_event AS a, json_each(a.written) AS w WHERE a.event > :event"};
  query.bind(":event", event);
  std::set<std::string> tables;
  while (query.next()) tables.insert(query.text(0));
  return tables;
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

}  // namespace svcadm::store
