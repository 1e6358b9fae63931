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
  SELECT r.id, coalesce(k.number, r.id), r.month, r.last_event, r.people, r.payable, c.last_event, r.event, s.kind,
         coalesce(s.employee, 0)
    FROM payroll_run AS r LEFT JOIN closed_run AS c ON c.run = r.id LEFT JOIN payroll_single AS s ON s.run = r.id
    LEFT JOIN payroll_computation AS k ON k.run = r.id
)sql";

RunRow read_run(Query& query) {
  RunRow run{query.integer(0), query.integer(1), query.month(2), query.integer(3), query.integer(4), query.money(5)};
  if (!query.is_null(6)) run.known_at_close = query.integer(6);
  run.event = query.integer(7);
  if (!query.is_null(8)) run.kind = query.text(8) == "settlement" ? RunKind::settlement : RunKind::supplementary;
  run.employee = query.integer(9);
  return run;
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

namespace {

/// The run that the rest of a statement finds, with its bindings.
template <class Bind>
std::optional<RunRow> find_run(Database& database, const char* where, const Bind& bind) {
  Query query{database, (std::string{run_columns} + where).c_str()};
  bind(query);
  return query.next() ? std::optional{read_run(query)} : std::nullopt;
}

}  // namespace

std::optional<RunRow> PayrollStore::run_of(Month month) {
  return find_run(database_, " WHERE r.month = :month AND s.run IS NULL ORDER BY r.event DESC LIMIT 1",
                  [&](Query& query) { query.bind(":month", month); });
}

std::optional<RunRow> PayrollStore::run(std::int64_t id) {
  return find_run(database_, " WHERE r.id = :id", [&](Query& query) { query.bind(":id", id); });
}

std::optional<RunRow> PayrollStore::run_numbered(std::int64_t number) {
  return find_run(database_, " WHERE coalesce(k.number, r.id) = :number",
                  [&](Query& query) { query.bind(":number", number); });
}

std::vector<RunRow> PayrollStore::runs(Month month) {
  Query query{database_, (std::string{run_columns} + " WHERE r.month = :month ORDER BY r.event").c_str()};
  query.bind(":month", month);
  std::vector<RunRow> rows;
  while (query.next()) rows.push_back(read_run(query));
  return rows;
}

std::optional<RunRow> PayrollStore::run_with(Month month, std::int64_t employee) {
  return find_run(database_, R"sql(
      JOIN payroll_sheet AS p ON p.run = r.id AND p.employee = :employee
     WHERE r.month = :month AND json_extract(p.row, '$.carried_as') IS NULL ORDER BY r.event DESC LIMIT 1
  )sql",
                  [&](Query& query) { query.bind(":month", month).bind(":employee", employee); });
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
