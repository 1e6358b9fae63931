#include "store/leave_store.hpp"

#include "store/sql.hpp"

namespace svcadm::store {

namespace {

constexpr const char* columns_sql = R"sql(
  SELECT l.id, l.employee, l.kind, l.first_day, l.first_half, l.last_day, l.last_half, l.paper, c.leave IS NOT NULL
    FROM leave AS l LEFT JOIN leave_cancel AS c ON c.leave = l.id AND c.event <= :known
   WHERE l.first_day <= :last AND l.last_day >= :first AND l.event <= :known
   ORDER BY l.employee, l.first_day, l.first_half, l.id
)sql";

LeaveRow read_row(Query& query) {
  return {query.integer(0),
          query.integer(1),
          query.text(2),
          query.date(3),
          static_cast<int>(query.integer(4)),
          query.date(5),
          static_cast<int>(query.integer(6)),
          query.text(7),
          query.integer(8) != 0};
}

}  // namespace

std::int64_t LeaveStore::add(std::int64_t event, const LeaveRow& leave) {
  Query{database_, R"sql(
    INSERT INTO leave (event, employee, kind, first_day, first_half, last_day, last_half, paper)
    VALUES (:event, :employee, :kind, :first, :first_half, :last, :last_half, :paper)
  )sql"}
      .bind(":event", event)
      .bind(":employee", leave.employee)
      .bind(":kind", leave.kind)
      .bind(":first", leave.first)
      .bind(":first_half", leave.first_half)
      .bind(":last", leave.last)
      .bind(":last_half", leave.last_half)
      .bind(":paper", leave.paper)
      .run();
  return last_row_id(database_);
}

void LeaveStore::cancel(std::int64_t event, std::int64_t leave, const std::string& reason) {
  Query{database_, "INSERT INTO leave_cancel (leave, event, reason) VALUES (:leave, :event, :reason)"}
      .bind(":leave", leave)
      .bind(":event", event)
      .bind(":reason", reason)
      .run();
}

std::optional<LeaveRow> LeaveStore::find(std::int64_t id) {
  Query query{database_, R"sql(
    SELECT l.id, l.employee, l.kind, l.first_day, l.first_half, l.last_day, l.last_half, l.paper, c.leave IS NOT NULL
      FROM leave AS l LEFT JOIN leave_cancel AS c ON c.leave = l.id
     WHERE l.id = :id
  )sql"};
  query.bind(":id", id);
  if (!query.next()) return std::nullopt;
  return read_row(query);
}

std::vector<LeaveRow> LeaveStore::between(Date first, Date last, Known known_until) {
  Query query{database_, columns_sql};
  query.bind(":first", first).bind(":last", last).bind(":known", known_until.value_or(INT64_MAX));
  std::vector<LeaveRow> rows;
  while (query.next()) {
    LeaveRow row = read_row(query);
    if (!row.cancelled) rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<LeaveRow> LeaveStore::all_between(Date first, Date last) {
  Query query{database_, columns_sql};
  query.bind(":first", first).bind(":last", last).bind(":known", INT64_MAX);
  std::vector<LeaveRow> rows;
  while (query.next()) rows.push_back(read_row(query));
  return rows;
}

}  // namespace svcadm::store
