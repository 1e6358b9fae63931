#include "store/conduct_store.hpp"

#include "store/sql.hpp"

namespace svcadm::store {

namespace {

#define SVCADM_CONDUCT(condition)                                     \
  "SELECT r.id, r.event, r.kind, r.day, r.text, f.record IS NOT NULL" \
  "  FROM conduct_record AS r LEFT JOIN conduct_finding AS f ON f.record = r.id WHERE " condition " ORDER BY r.id"

ConductRow read_row(Query& query) {
  return {.id = query.integer(0),
          .event = query.integer(1),
          .kind = query.text(2),
          .day = query.date(3),
          .text = query.text(4),
          .found = query.integer(5) != 0};
}

}  // namespace

std::int64_t ConductStore::add(std::int64_t event, const ConductRow& row) {
  Query{database_, "INSERT INTO conduct_record (event, kind, day, text) VALUES (:event, :kind, :day, :text)"}
      .bind(":event", event)
      .bind(":kind", row.kind)
      .bind(":day", row.day)
      .bind(":text", row.text)
      .run();
  const std::int64_t id = last_row_id(database_);
  Query person{database_, R"sql(
    INSERT INTO conduct_person (record, place, event, employee) VALUES (:record, :place, :event, :employee)
  )sql"};
  for (std::size_t i = 0; i < row.people.size(); ++i) {
    person.bind(":record", id)
        .bind(":place", static_cast<std::int64_t>(i + 1))
        .bind(":event", event)
        .bind(":employee", row.people[i])
        .run();
  }
  return id;
}

void ConductStore::find_true(std::int64_t event, std::int64_t record) {
  Query{database_, "INSERT INTO conduct_finding (record, event) VALUES (:record, :event)"}
      .bind(":record", record)
      .bind(":event", event)
      .run();
}

std::int64_t ConductStore::decide(std::int64_t event, const ConductDecisionRow& row) {
  Query{database_, R"sql(
    INSERT INTO conduct_decision (event, employee, record, last_day, outcome, reason, grounds)
    VALUES (:event, :employee, :record, :last_day, :outcome, :reason, :grounds)
  )sql"}
      .bind(":event", event)
      .bind(":employee", row.employee)
      .bind(":record", row.record)
      .bind(":last_day", row.last_day)
      .bind(":outcome", row.outcome)
      .bind(":reason", row.reason)
      .bind(":grounds", row.grounds)
      .run();
  return last_row_id(database_);
}

void ConductStore::serve(std::int64_t event, std::int64_t decision, Date on, const std::string& said) {
  Query{database_,
        "INSERT INTO conduct_service (decision, event, on_day, said) VALUES (:decision, :event, :on_day, :said)"}
      .bind(":decision", decision)
      .bind(":event", event)
      .bind(":on_day", on)
      .bind(":said", said)
      .run();
}

void ConductStore::read_people(ConductRow& row) {
  Query query{database_, "SELECT employee FROM conduct_person WHERE record = :record ORDER BY place"};
  query.bind(":record", row.id);
  while (query.next()) row.people.push_back(query.integer(0));
}

std::optional<ConductRow> ConductStore::record(std::int64_t id) {
  Query query{database_, SVCADM_CONDUCT("r.id = :id")};
  query.bind(":id", id);
  if (!query.next()) return std::nullopt;
  ConductRow row = read_row(query);
  read_people(row);
  return row;
}

std::vector<ConductRow> ConductStore::records(Date first, Date last) {
  Query query{database_, SVCADM_CONDUCT("r.day BETWEEN :first AND :last")};
  query.bind(":first", first).bind(":last", last);
  std::vector<ConductRow> rows;
  while (query.next()) rows.push_back(read_row(query));
  for (ConductRow& row : rows) read_people(row);
  return rows;
}

std::vector<ConductDecisionRow> ConductStore::decisions(Date first, Date last) {
  Query query{database_, R"sql(
    SELECT d.id, d.event, d.employee, d.record, d.last_day, d.outcome, d.reason, d.grounds, s.on_day,
           coalesce(s.said, '')
      FROM (SELECT *, row_number() OVER (PARTITION BY employee, record, iif(record IS NULL, last_day, 0)
                                         ORDER BY event DESC, id DESC) AS place
              FROM conduct_decision WHERE last_day BETWEEN :first AND :last) AS d
      LEFT JOIN conduct_service AS s ON s.decision = d.id
     WHERE d.place = 1 ORDER BY d.id
  )sql"};
  query.bind(":first", first).bind(":last", last);
  std::vector<ConductDecisionRow> rows;
  while (query.next()) {
    ConductDecisionRow row{.id = query.integer(0),
                           .event = query.integer(1),
                           .employee = query.integer(2),
                           .last_day = query.date(4),
                           .outcome = query.text(5),
                           .reason = query.text(6),
                           .grounds = query.text(7),
                           .said = query.text(9)};
    if (!query.is_null(3)) row.record = query.integer(3);
    if (!query.is_null(8)) row.served_on = query.date(8);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace svcadm::store
