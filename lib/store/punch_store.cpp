#include "store/punch_store.hpp"

#include <algorithm>
#include <tuple>

#include "store/row_source.hpp"
#include "store/sql.hpp"

namespace svcadm::store {

namespace {

std::string stored_key(domain::DayDecision decision) {
  switch (decision) {
    case domain::DayDecision::none: return "open";
    case domain::DayDecision::present: return "present";
    case domain::DayDecision::half_absence: return "half_absence";
    case domain::DayDecision::whole_absence: return "whole_absence";
  }
  return {};
}

domain::DayDecision parse_decision(const std::string& key) {
  if (key == "present") return domain::DayDecision::present;
  if (key == "half_absence") return domain::DayDecision::half_absence;
  if (key == "whole_absence") return domain::DayDecision::whole_absence;
  return domain::DayDecision::none;
}

std::vector<RecordedSession> read_sessions(Query& query) {
  std::vector<RecordedSession> rows;
  while (query.next()) {
    RecordedSession session{query.moment(0), std::nullopt, parse_number_kind(query.text(2)), query.text(3)};
    if (!query.is_null(1)) session.to = query.moment(1);
    rows.push_back(std::move(session));
  }
  return rows;
}

}  // namespace

NumberKind parse_number_kind(const std::string& key) {
  if (key == "device") return NumberKind::device;
  return key == "agent" ? NumberKind::agent : NumberKind::employee;
}

std::int64_t PunchStore::number_id(std::int64_t event, NumberKind kind, const std::string& text) {
  Query known{database_, "SELECT id FROM punch_number WHERE kind = :kind AND text = :text"};
  known.bind(":kind", to_key(kind)).bind(":text", text);
  if (known.next()) return known.integer(0);
  Query{database_, "INSERT INTO punch_number (event, kind, text) VALUES (:event, :kind, :text)"}
      .bind(":event", event)
      .bind(":kind", to_key(kind))
      .bind(":text", text)
      .run();
  return last_row_id(database_);
}

void PunchStore::announce(std::int64_t event, Moment first, Moment last) {
  // Beyond what was announced nothing is taken: the update is refused.
  Query{database_, R"sql(
    INSERT INTO punch_event (event, first_at, last_at) VALUES (:event, :first, :last)
    ON CONFLICT (event) DO UPDATE SET first_at = excluded.first_at, last_at = excluded.last_at
     WHERE excluded.first_at < first_at OR excluded.last_at > last_at
  )sql"}
      .bind(":event", event)
      .bind(":first", first)
      .bind(":last", last)
      .run();
}

std::int64_t PunchStore::add(std::int64_t event, std::vector<PunchRow>& rows) {
  if (rows.empty()) return 0;
  // In the order of the key: the rows then go to the end of the tree, or into few of its pages.
  const auto earlier = [](const PunchRow& a, const PunchRow& b) {
    return std::tie(a.at, a.number, a.direction) < std::tie(b.at, b.number, b.direction);
  };
  if (!std::is_sorted(rows.begin(), rows.end(), earlier)) std::sort(rows.begin(), rows.end(), earlier);
  announce(event, rows.front().at, rows.back().at);
  RowSource source{database_.connection(), rows.size(),
                   [&](std::size_t place, int column) -> std::optional<std::int64_t> {
                     const PunchRow& row = rows[place];
                     switch (column) {
                       case 0: return row.at.seconds;
                       case 1: return row.number;
                       case 2: return static_cast<std::int64_t>(row.direction);
                       case 3: return row.state;
                       default: return row.device;
                     }
                   }};
  const std::int64_t added = source.run(R"sql(
    INSERT INTO punch (at, number, direction, event, state, device)
    SELECT a, b, c, :event, d, e FROM row_source WHERE true
    ON CONFLICT DO NOTHING
  )sql",
                                        event);
  const std::int64_t first = rows.front().at.seconds;
  const std::int64_t last = rows.back().at.seconds;
  auto& all = database_.connection().written_between.try_emplace("punch", WrittenBetween{first, last}).first->second;
  all = {std::min(all.first, first), std::max(all.last, last), all.rows + added};
  return added;
}

std::int64_t PunchStore::add_sessions(std::int64_t event, std::vector<SessionRow>& rows) {
  std::sort(rows.begin(), rows.end(), [](const SessionRow& a, const SessionRow& b) {
    return std::tie(a.from, a.number, b.to) < std::tie(b.from, b.number, a.to);  // the longest first
  });
  Query insert{database_, R"sql(
    INSERT INTO online_session (from_at, number, event, to_at)
    SELECT :from, :number, :event, :to
     WHERE NOT EXISTS (SELECT 1 FROM online_session
                        WHERE from_at = :from AND number = :number AND (to_at >= :to OR :to IS NULL))
  )sql"};
  std::int64_t added = 0;
  for (const SessionRow& row : rows) {
    added += insert.bind(":from", row.from).bind(":number", row.number).bind(":event", event).bind(":to", row.to).run();
  }
  return added;
}

std::int64_t PunchStore::drop_known(std::vector<PunchRow>& rows) {
  Query query{database_, "SELECT 1 FROM punch WHERE at = :at AND number = :number AND direction = :direction"};
  const auto dropped = std::erase_if(rows, [&](const PunchRow& row) {
    query.reset();
    return query.bind(":at", row.at)
        .bind(":number", row.number)
        .bind(":direction", static_cast<int>(row.direction))
        .next();
  });
  return static_cast<std::int64_t>(dropped);
}

std::vector<RecordedPunch> PunchStore::recorded(Moment from, Moment to) {
  Query query{database_, R"sql(
    SELECT at, kind, text, direction, state, coalesce(name, '')
      FROM punch JOIN punch_number AS n ON n.id = number LEFT JOIN punch_device AS d ON d.id = device
     WHERE at >= :from AND at < :to ORDER BY at, number, direction
  )sql"};
  query.bind(":from", from).bind(":to", to);
  std::vector<RecordedPunch> rows;
  while (query.next()) {
    rows.push_back({query.moment(0), parse_number_kind(query.text(1)), query.text(2),
                    static_cast<domain::Direction>(query.integer(3)), static_cast<int>(query.integer(4)),
                    query.text(5)});
  }
  return rows;
}

std::vector<RecordedSession> PunchStore::recorded_sessions(Moment from, Moment to) {
  Query query{database_, R"sql(
    SELECT from_at, max(to_at), kind, text FROM online_session AS s JOIN punch_number AS n ON n.id = s.number
     WHERE from_at >= :from AND from_at < :to GROUP BY from_at, number ORDER BY from_at, number
  )sql"};
  return read_sessions(query.bind(":from", from).bind(":to", to));
}

std::vector<RecordedSession> PunchStore::session_ends(Moment from, Moment to) {
  Query query{database_, R"sql(
    SELECT from_at, to_at, kind, text FROM online_session AS s JOIN punch_number AS n ON n.id = s.number
     WHERE from_at >= :from AND from_at < :to ORDER BY from_at, number, to_at
  )sql"};
  return read_sessions(query.bind(":from", from).bind(":to", to));
}

std::pair<NumberKind, std::string> PunchStore::number(std::int64_t id) {
  Query query{database_, "SELECT kind, text FROM punch_number WHERE id = :id"};
  query.bind(":id", id);
  query.next();
  return {parse_number_kind(query.text(0)), query.text(1)};
}

void PunchStore::ignore_number(std::int64_t event, NumberKind kind, const std::string& text) {
  Query{database_, "INSERT INTO ignored_number (event, kind, text) VALUES (:event, :kind, :text)"}
      .bind(":event", event)
      .bind(":kind", to_key(kind))
      .bind(":text", text)
      .run();
}

bool PunchStore::is_ignored(NumberKind kind, const std::string& text) {
  Query query{database_, "SELECT 1 FROM ignored_number WHERE kind = :kind AND text = :text"};
  return query.bind(":kind", to_key(kind)).bind(":text", text).next();
}

void PunchStore::decide(std::int64_t event, const DecisionRow& decision) {
  Query{database_, R"sql(
    INSERT INTO day_decision (event, employee, day, decision, reason)
    VALUES (:event, :employee, :day, :decision, :reason)
  )sql"}
      .bind(":event", event)
      .bind(":employee", decision.employee)
      .bind(":day", decision.day)
      .bind(":decision", stored_key(decision.decision))
      .bind(":reason", decision.reason)
      .run();
}

std::vector<DecisionRow> PunchStore::decisions(Date first, Date last, Known known_until) {
  Query query{database_, R"sql(
    SELECT employee, day, decision, reason
      FROM (SELECT *, row_number() OVER (PARTITION BY employee, day ORDER BY event DESC, id DESC) AS place
              FROM day_decision WHERE day BETWEEN :first AND :last AND event <= :known)
     WHERE place = 1 AND decision <> 'open'
     ORDER BY employee, day
  )sql"};
  query.bind(":first", first).bind(":last", last).bind(":known", known_until.value_or(INT64_MAX));
  std::vector<DecisionRow> rows;
  while (query.next()) {
    rows.push_back({query.integer(0), query.date(1), parse_decision(query.text(2)), query.text(3)});
  }
  return rows;
}

}  // namespace svcadm::store
