#include "store/objection_store.hpp"

#include "store/sql.hpp"

namespace svcadm::store {

namespace {

#define SVCADM_OBJECTIONS(condition)                                                                          \
  "SELECT o.id, o.event, o.employee, o.day, o.text, o.paper, coalesce(a.outcome, ''), coalesce(a.text, '')"   \
  "  FROM day_objection AS o LEFT JOIN day_objection_answer AS a ON a.objection = o.id AND a.event <= :known" \
  " WHERE o.event <= :known AND " condition " ORDER BY o.id"

ObjectionRow read_row(Query& query) {
  return {query.integer(0), query.integer(1), query.integer(2), query.date(3),
          query.text(4),    query.text(5),    query.text(6),    query.text(7)};
}

}  // namespace

std::int64_t ObjectionStore::add(std::int64_t event, const ObjectionRow& row) {
  Query{database_, R"sql(
    INSERT INTO day_objection (event, employee, day, text, paper) VALUES (:event, :employee, :day, :text, :paper)
  )sql"}
      .bind(":event", event)
      .bind(":employee", row.employee)
      .bind(":day", row.day)
      .bind(":text", row.text)
      .bind(":paper", row.paper)
      .run();
  return last_row_id(database_);
}

void ObjectionStore::answer(std::int64_t event, std::int64_t objection, const std::string& outcome,
                            const std::string& text) {
  Query{database_, R"sql(
    INSERT INTO day_objection_answer (objection, event, outcome, text) VALUES (:objection, :event, :outcome, :text)
  )sql"}
      .bind(":objection", objection)
      .bind(":event", event)
      .bind(":outcome", outcome)
      .bind(":text", text)
      .run();
}

std::optional<ObjectionRow> ObjectionStore::find(std::int64_t id) {
  Query query{database_, SVCADM_OBJECTIONS("o.id = :id")};
  query.bind(":id", id).bind(":known", INT64_MAX);
  if (!query.next()) return std::nullopt;
  return read_row(query);
}

std::vector<ObjectionRow> ObjectionStore::between(Date first, Date last, Known known_until) {
  Query query{database_, SVCADM_OBJECTIONS("o.day BETWEEN :first AND :last")};
  query.bind(":first", first).bind(":last", last).bind(":known", known_until.value_or(INT64_MAX));
  std::vector<ObjectionRow> rows;
  while (query.next()) rows.push_back(read_row(query));
  return rows;
}

}  // namespace svcadm::store
