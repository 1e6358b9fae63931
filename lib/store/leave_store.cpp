#include "store/leave_store.hpp"

#include "store/sql.hpp"

namespace svcadm::store {

namespace {

#define SVCADM_LEAVE_COLUMNS                                                                               \
  "SELECT l.id, l.employee, l.kind, l.first_day, l.first_half, l.last_day, l.last_half, l.paper, "         \
  "EXISTS (SELECT 1 FROM leave_cancel AS c WHERE c.leave = l.id AND c.event <= :known), "                  \
  "EXISTS (SELECT 1 FROM request AS r JOIN request_act AS a ON a.request = r.id "                          \
  "WHERE r.type = 'leave' AND r.subject = l.id AND a.act = 'reject' AND a.event <= :known "                \
  "AND NOT EXISTS (SELECT 1 FROM request_act_withdrawal AS w WHERE w.act = a.id AND w.event <= :known)), " \
  "(SELECT b.day * 2 + b.half - 1 FROM leave_return AS b WHERE b.leave = l.id AND b.event <= :known "      \
  "ORDER BY b.id DESC LIMIT 1) FROM leave AS l "

constexpr const char* between_sql = SVCADM_LEAVE_COLUMNS R"sql(
  WHERE l.first_day <= :last AND l.last_day >= :first AND l.event <= :known
  ORDER BY l.employee, l.first_day, l.first_half, l.id
)sql";

LeaveRow read_row(Query& query) {
  LeaveRow row{query.integer(0),
               query.integer(1),
               query.text(2),
               query.date(3),
               static_cast<int>(query.integer(4)),
               query.date(5),
               static_cast<int>(query.integer(6)),
               query.text(7),
               query.integer(8) != 0,
               query.integer(9) != 0};
  if (!query.is_null(10)) {
    row.back_day = Date{static_cast<std::int32_t>(query.integer(10) / 2)};
    row.back_half = static_cast<int>(query.integer(10) % 2) + 1;
  }
  return row;
}

std::vector<LeaveRow> living_rows(Query& query) {
  std::vector<LeaveRow> rows;
  while (query.next()) {
    LeaveRow row = read_row(query);
    if (!row.cancelled && !row.rejected) rows.push_back(std::move(row));
  }
  return rows;
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

void LeaveStore::give_back(std::int64_t event, std::int64_t leave, Date day, int half, const std::string& paper) {
  Query{database_,
        "INSERT INTO leave_return (event, leave, day, half, paper) VALUES (:event, :leave, :day, :half, :paper)"}
      .bind(":event", event)
      .bind(":leave", leave)
      .bind(":day", day)
      .bind(":half", half)
      .bind(":paper", paper)
      .run();
}

std::optional<LeaveRow> LeaveStore::find(std::int64_t id) {
  Query query{database_, SVCADM_LEAVE_COLUMNS "WHERE l.id = :id"};
  query.bind(":known", INT64_MAX);
  query.bind(":id", id);
  if (!query.next()) return std::nullopt;
  return read_row(query);
}

std::vector<LeaveRow> LeaveStore::between(Date first, Date last, Known known_until) {
  Query query{database_, between_sql};
  query.bind(":first", first).bind(":last", last).bind(":known", known_until.value_or(INT64_MAX));
  return living_rows(query);
}

std::vector<LeaveRow> LeaveStore::of_employee(std::int64_t employee, Date first, Date last, Known known_until) {
  Query query{database_, SVCADM_LEAVE_COLUMNS
              "WHERE l.employee = :employee AND l.first_day <= :last AND l.last_day >= :first AND l.event <= :known "
              "ORDER BY l.first_day, l.first_half, l.id"};
  query.bind(":employee", employee)
      .bind(":first", first)
      .bind(":last", last)
      .bind(":known", known_until.value_or(INT64_MAX));
  return living_rows(query);
}

std::vector<LeaveRow> LeaveStore::all_between(Date first, Date last) {
  Query query{database_, between_sql};
  query.bind(":first", first).bind(":last", last).bind(":known", INT64_MAX);
  std::vector<LeaveRow> rows;
  while (query.next()) rows.push_back(read_row(query));
  return rows;
}

}  // namespace svcadm::store
