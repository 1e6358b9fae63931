#include "store/payroll_store.hpp"

#include <algorithm>
#include <utility>

#include "store/people_store.hpp"
#include "store/sql.hpp"

namespace svcadm::store {

namespace {

InputRow read_input(Query& query) {
  InputRow row{query.integer(0), query.integer(1), query.month(2), query.text(3), std::nullopt,
               query.text(5),    query.text(6),    query.text(7),  std::nullopt};
  if (!query.is_null(4)) row.quantity = query.integer(4);
  if (!query.is_null(8)) row.replaces = query.integer(8);
  return row;
}

constexpr const char* run_columns = R"sql(
  SELECT r.id, r.month, r.last_event, r.people, r.payable, c.last_event, r.event, s.kind, coalesce(s.employee, 0)
    FROM payroll_run AS r LEFT JOIN closed_run AS c ON c.run = r.id LEFT JOIN payroll_single AS s ON s.run = r.id
)sql";

RunRow read_run(Query& query) {
  RunRow run{query.integer(0), query.month(1), query.integer(2), query.integer(3), query.money(4)};
  if (!query.is_null(5)) run.known_at_close = query.integer(5);
  run.event = query.integer(6);
  if (!query.is_null(7)) run.kind = query.text(7) == "settlement" ? RunKind::settlement : RunKind::supplementary;
  run.employee = query.integer(8);
  return run;
}

/// The rows of a run in one table: of some people, and of all.
struct RowsToDelete {
  const char* of_some;
  const char* of_all;
};

#define SVCADM_ROWS(table)                                                       \
  RowsToDelete {                                                                 \
    "DELETE FROM " table " WHERE run = :run AND employee BETWEEN :from AND :to", \
        "DELETE FROM " table " WHERE run = :run"                                 \
  }
constexpr RowsToDelete rows_of_people[] = {SVCADM_ROWS("payroll_sheet"), SVCADM_ROWS("payroll_line"),
                                           SVCADM_ROWS("payroll_carry"), SVCADM_ROWS("payroll_absence"),
                                           SVCADM_ROWS("payroll_adjustment")};
#undef SVCADM_ROWS

/// Some people at a time: of one statement that guards watch SQLite keeps in memory what it would have to put back.
void delete_rows(Database& database, const RowsToDelete& rows, std::int64_t run, std::int64_t last_employee) {
  constexpr std::int64_t at_a_time = 1000;
  Query some{database, rows.of_some};
  for (std::int64_t from = 0; from <= last_employee; from += at_a_time) {
    some.bind(":run", run).bind(":from", from).bind(":to", from + at_a_time - 1).run();
  }
  Query{database, rows.of_all}.bind(":run", run).run();  // whatever somebody else put there
}

/// A computation that is done again leaves nothing of the draft before it.
void delete_open(Database& database, const RunScope& scope) {
  std::vector<std::int64_t> open;
  Query drafts{database, R"sql(
    SELECT r.id FROM payroll_run AS r LEFT JOIN payroll_single AS s ON s.run = r.id
     WHERE r.month = :month AND coalesce(s.employee, 0) = :employee AND r.id NOT IN (SELECT run FROM closed_run)
  )sql"};
  drafts.bind(":month", scope.month).bind(":employee", scope.employee);
  while (drafts.next()) open.push_back(drafts.integer(0));
  drafts.reset();
  for (const std::int64_t run : open) {
    Query newest{database, "SELECT coalesce(max(employee), 0) FROM payroll_sheet WHERE run = :run"};
    newest.bind(":run", run).next();
    const std::int64_t last_employee = newest.integer(0);
    newest.reset();
    for (const RowsToDelete& rows : rows_of_people) delete_rows(database, rows, run, last_employee);
    for (const char* sql : {"DELETE FROM payroll_single WHERE run = :run", "DELETE FROM payroll_run WHERE id = :run"}) {
      Query{database, sql}.bind(":run", run).run();
    }
  }
}

}  // namespace

std::int64_t PayrollStore::add_input(std::int64_t event, const InputRow& input) {
  Query{database_, R"sql(
    INSERT INTO payroll_input (event, employee, month, kind, quantity, detail, comment, paper, replaces)
    VALUES (:event, :employee, :month, :kind, :quantity, :detail, :comment, :paper, :replaces)
  )sql"}
      .bind(":event", event)
      .bind(":employee", input.employee)
      .bind(":month", input.month)
      .bind(":kind", input.kind)
      .bind(":quantity", input.quantity)
      .bind(":detail", input.detail)
      .bind(":comment", input.comment)
      .bind(":paper", input.paper)
      .bind(":replaces", input.replaces)
      .run();
  return last_row_id(database_);
}

std::vector<InputRow> PayrollStore::inputs(Month month, Known known_until) {
  Query query{database_, R"sql(
    SELECT id, employee, month, kind, quantity, detail, comment, paper, replaces FROM payroll_input AS i
     WHERE month = :month AND event <= :known AND quantity IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM payroll_input AS r WHERE r.replaces = i.id AND r.event <= :known)
     ORDER BY employee, kind, id
  )sql"};
  query.bind(":month", month).bind(":known", known_until.value_or(INT64_MAX));
  std::vector<InputRow> rows;
  while (query.next()) rows.push_back(read_input(query));
  return rows;
}

std::optional<InputRow> PayrollStore::input(std::int64_t id) {
  Query query{database_, R"sql(
    SELECT id, employee, month, kind, quantity, detail, comment, paper, replaces FROM payroll_input WHERE id = :id
  )sql"};
  query.bind(":id", id);
  if (!query.next()) return std::nullopt;
  return read_input(query);
}

std::optional<RunRow> PayrollStore::run_of(Month month) {
  Query query{database_, (std::string{run_columns} + R"sql(
     WHERE r.month = :month AND s.run IS NULL ORDER BY r.id DESC LIMIT 1
  )sql")
                             .c_str()};
  query.bind(":month", month);
  return query.next() ? std::optional{read_run(query)} : std::nullopt;
}

std::optional<RunRow> PayrollStore::run(std::int64_t id) {
  Query query{database_, (std::string{run_columns} + " WHERE r.id = :id").c_str()};
  query.bind(":id", id);
  return query.next() ? std::optional{read_run(query)} : std::nullopt;
}

std::vector<RunRow> PayrollStore::runs(Month month) {
  Query query{database_, (std::string{run_columns} + " WHERE r.month = :month ORDER BY r.id").c_str()};
  query.bind(":month", month);
  std::vector<RunRow> rows;
  while (query.next()) rows.push_back(read_run(query));
  return rows;
}

std::optional<RunRow> PayrollStore::run_with(Month month, std::int64_t employee) {
  Query query{database_, (std::string{run_columns} + R"sql(
      JOIN payroll_sheet AS p ON p.run = r.id AND p.employee = :employee
     WHERE r.month = :month AND json_extract(p.row, '$.carried_as') IS NULL ORDER BY r.id DESC LIMIT 1
  )sql")
                             .c_str()};
  query.bind(":month", month).bind(":employee", employee);
  return query.next() ? std::optional{read_run(query)} : std::nullopt;
}

std::int64_t PayrollStore::begin_run(std::int64_t event, const RunScope& scope, std::int64_t last_event) {
  // Numbers are not used twice: the new run is numbered before the old one goes.
  Query next{database_, R"sql(
    SELECT 1 + max((SELECT coalesce(max(id), 0) FROM payroll_run),
                   (SELECT coalesce(max(json_extract(detail, '$.run')), 0) FROM audit_event
                     WHERE action IN ('payroll.run', 'payroll.settle')))
  )sql"};
  next.next();
  const std::int64_t run = next.integer(0);
  next.reset();
  delete_open(database_, scope);
  Query{database_, R"sql(
    INSERT INTO payroll_run (id, event, month, last_event, people, payable)
    VALUES (:id, :event, :month, :last_event, 0, 0)
  )sql"}
      .bind(":id", run)
      .bind(":event", event)
      .bind(":month", scope.month)
      .bind(":last_event", last_event)
      .run();
  if (scope.kind != RunKind::month) {
    Query{database_, "INSERT INTO payroll_single (run, employee, kind) VALUES (:run, :employee, :kind)"}
        .bind(":run", run)
        .bind(":employee", scope.employee)
        .bind(":kind", scope.kind == RunKind::settlement ? "settlement" : "supplementary")
        .run();
  }
  return run;
}

void PayrollStore::finish_run(std::int64_t run, std::int64_t people, Money payable) {
  Query{database_, "UPDATE payroll_run SET people = :people, payable = :payable WHERE id = :id"}
      .bind(":people", people)
      .bind(":payable", payable)
      .bind(":id", run)
      .run();
}

void PayrollStore::sheets(std::int64_t run, const std::function<void(std::int64_t, const std::string&)>& each) {
  std::vector<std::pair<std::string, std::int64_t>> people;
  Query numbers{database_, R"sql(
    SELECT e.employee_no, e.id FROM payroll_sheet AS s JOIN employee AS e ON e.id = s.employee WHERE s.run = :run
  )sql"};
  numbers.bind(":run", run);
  while (numbers.next()) people.emplace_back(numbers.text(0), numbers.integer(1));
  std::sort(people.begin(), people.end(), [](const auto& a, const auto& b) { return number_before(a.first, b.first); });
  Query row{database_, "SELECT row FROM payroll_sheet WHERE run = :run AND employee = :employee"};
  for (const auto& [number, employee] : people) {
    row.bind(":run", run).bind(":employee", employee);
    if (row.next()) each(employee, row.text(0));
    row.reset();
  }
}

std::optional<std::string> PayrollStore::sheet(std::int64_t run, std::int64_t employee) {
  Query query{database_, "SELECT row FROM payroll_sheet WHERE run = :run AND employee = :employee"};
  query.bind(":run", run).bind(":employee", employee);
  return query.next() ? std::optional{query.text(0)} : std::nullopt;
}

std::vector<LineRow> PayrollStore::lines(std::int64_t run, std::int64_t employee) {
  Query query{database_, R"sql(
    SELECT item, label_zh, label_en, amount, grounds FROM payroll_line
     WHERE run = :run AND employee = :employee ORDER BY line
  )sql"};
  query.bind(":run", run).bind(":employee", employee);
  std::vector<LineRow> lines;
  while (query.next()) {
    lines.push_back({query.text(0), Label{query.text(1), query.text(2)}, query.money(3), query.text(4)});
  }
  return lines;
}

std::unordered_map<std::int64_t, Remainder> PayrollStore::remainders(std::int64_t run) {
  std::unordered_map<std::int64_t, Remainder> remainders;
  Query carries{database_, "SELECT employee, kind, amount FROM payroll_carry WHERE run = :run"};
  carries.bind(":run", run);
  while (carries.next()) {
    domain::Carry& carry = remainders[carries.integer(0)].carry;
    (carries.text(1) == "loss" ? carry.loss : carry.other) = carries.money(2);
  }
  Query absences{database_,
                 "SELECT employee, day, halves FROM payroll_absence WHERE run = :run ORDER BY employee, day"};
  absences.bind(":run", run);
  while (absences.next()) {
    remainders[absences.integer(0)].absences.push_back({absences.date(1), {static_cast<int>(absences.integer(2))}});
  }
  return remainders;
}

std::unordered_map<std::int64_t, Remainder> PayrollStore::brought_into(Month month, Known known_until) {
  std::unordered_map<std::int64_t, Remainder> brought;
  Query carries{database_, R"sql(
    SELECT p.employee, p.kind, sum(p.amount) FROM payroll_carry AS p JOIN closed_run AS c ON c.run = p.run
     WHERE c.month < :month AND c.event <= :known
       AND c.event >= (SELECT event FROM month_close WHERE month = :month - 1 AND event <= :known)
       AND c.event < coalesce((SELECT event FROM month_close WHERE month = :month AND event <= :known), :none)
     GROUP BY p.employee, p.kind
  )sql"};
  carries.bind(":month", month).bind(":known", known_until.value_or(INT64_MAX)).bind(":none", INT64_MAX);
  while (carries.next()) {
    domain::Carry& carry = brought[carries.integer(0)].carry;
    (carries.text(1) == "loss" ? carry.loss : carry.other) = carries.money(2);
  }
  Query absences{database_, R"sql(
    SELECT p.employee, p.day, max(p.halves) FROM payroll_absence AS p JOIN closed_run AS c ON c.run = p.run
     WHERE c.month = :month - 1 AND c.event <= :known GROUP BY p.employee, p.day ORDER BY p.employee, p.day
  )sql"};
  absences.bind(":month", month).bind(":known", known_until.value_or(INT64_MAX));
  while (absences.next()) {
    brought[absences.integer(0)].absences.push_back({absences.date(1), {static_cast<int>(absences.integer(2))}});
  }
  return brought;
}

std::unordered_map<std::int64_t, RunRow> PayrollStore::settled(Month month, Known known_until) {
  Query query{database_, (std::string{run_columns} + R"sql(
     WHERE s.kind = 'settlement' AND r.month = :month AND (:known IS NULL OR c.event <= :known) ORDER BY r.id
  )sql")
                             .c_str()};
  query.bind(":month", month).bind(":known", known_until);
  std::unordered_map<std::int64_t, RunRow> settled;
  while (query.next()) {
    const RunRow run = read_run(query);
    settled.insert_or_assign(run.employee, run);
  }
  return settled;
}

std::unordered_map<std::int64_t, Money> PayrollStore::closed_pay(Month month) {
  Query query{database_, R"sql(
    SELECT p.employee, sum(p.payable) FROM payroll_sheet AS p JOIN closed_run AS c ON c.run = p.run
     WHERE c.month = :month AND json_extract(p.row, '$.carried_as') IS NULL GROUP BY p.employee
  )sql"};
  query.bind(":month", month);
  std::unordered_map<std::int64_t, Money> pay;
  while (query.next()) pay.emplace(query.integer(0), query.money(1));
  return pay;
}

bool PayrollStore::is_closed(Month month) {
  const auto newest = newest_closed();
  return newest && month <= *newest;
}

namespace {

std::optional<Month> only_month(Database& database, const char* sql) {
  Query query{database, sql};
  if (!query.next() || query.is_null(0)) return std::nullopt;
  return query.month(0);
}

}  // namespace

std::optional<Month> PayrollStore::newest_closed() {
  return only_month(database_, "SELECT max(month) FROM month_close");
}

std::optional<Month> PayrollStore::oldest_paid() { return only_month(database_, "SELECT min(month) FROM paid_month"); }

std::optional<Month> PayrollStore::newest_paid() { return only_month(database_, "SELECT max(month) FROM paid_month"); }

void PayrollStore::close(std::int64_t event, Month month, std::int64_t run, std::int64_t last_event) {
  Query{database_, R"sql(
    INSERT INTO month_close (month, event, run, last_event) VALUES (:month, :event, :run, :last_event)
  )sql"}
      .bind(":month", month)
      .bind(":event", event)
      .bind(":run", run)
      .bind(":last_event", last_event)
      .run();
}

void PayrollStore::close_single(std::int64_t event, Month month, std::int64_t run, std::int64_t last_event) {
  Query{database_, R"sql(
    INSERT INTO run_close (run, event, month, last_event) VALUES (:run, :event, :month, :last_event)
  )sql"}
      .bind(":run", run)
      .bind(":event", event)
      .bind(":month", month)
      .bind(":last_event", last_event)
      .run();
}

}  // namespace svcadm::store
