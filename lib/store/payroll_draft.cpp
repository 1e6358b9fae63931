// PayrollStore: a draft is begun, computed again, finished.

#include "store/payroll_store.hpp"
#include "store/sql.hpp"

namespace svcadm::store {

namespace {

/// The rows of a run in one table: of one person, of some people, and of all.
struct RowsToDelete {
  const char* of_one;
  const char* of_some;
  const char* of_all;
};

#define SVCADM_ROWS(table)                                                           \
  RowsToDelete {                                                                     \
    "DELETE FROM " table " WHERE run = :run AND employee = :employee",               \
        "DELETE FROM " table " WHERE run = :run AND employee BETWEEN :from AND :to", \
        "DELETE FROM " table " WHERE run = :run"                                     \
  }
constexpr RowsToDelete rows_of_people[] = {SVCADM_ROWS("payroll_sheet"),      SVCADM_ROWS("payroll_line"),
                                           SVCADM_ROWS("payroll_carry"),      SVCADM_ROWS("payroll_absence"),
                                           SVCADM_ROWS("payroll_adjustment"), SVCADM_ROWS("payroll_unsettled")};
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
    for (const char* sql : {"DELETE FROM payroll_computation WHERE run = :run",
                            "DELETE FROM payroll_single WHERE run = :run", "DELETE FROM payroll_run WHERE id = :run"}) {
      Query{database, sql}.bind(":run", run).run();
    }
  }
}

/// A number that no run has had.
std::int64_t fresh_number(Database& database) {
  Query next{database, R"sql(
    SELECT 1 + max((SELECT coalesce(max(id), 0) FROM payroll_run),
                   (SELECT coalesce(max(number), 0) FROM payroll_computation),
                   (SELECT coalesce(max(json_extract(detail, '$.run')), 0) FROM audit_event
                     WHERE action IN ('payroll.run', 'payroll.settle')))
  )sql"};
  next.next();
  return next.integer(0);
}

}  // namespace

RunRow PayrollStore::begin_run(std::int64_t event, const RunScope& scope, std::int64_t last_event,
                               const std::string& program) {
  // Numbers are not used twice: the new run is numbered before the old one goes.
  const std::int64_t run = fresh_number(database_);
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
  Query{database_, "INSERT INTO payroll_computation (run, number, program) VALUES (:run, :run, :program)"}
      .bind(":run", run)
      .bind(":program", program)
      .run();
  if (scope.kind != RunKind::month) {
    Query{database_, "INSERT INTO payroll_single (run, employee, kind) VALUES (:run, :employee, :kind)"}
        .bind(":run", run)
        .bind(":employee", scope.employee)
        .bind(":kind", scope.kind == RunKind::settlement ? "settlement" : "supplementary")
        .run();
  }
  return this->run(run).value();
}

RunRow PayrollStore::begin_again(std::int64_t event, const RunRow& draft, std::int64_t last_event) {
  Query{database_, "UPDATE payroll_computation SET number = :number WHERE run = :run"}
      .bind(":number", fresh_number(database_))
      .bind(":run", draft.id)
      .run();
  Query{database_, "UPDATE payroll_run SET event = :event, last_event = :last_event WHERE id = :id"}
      .bind(":event", event)
      .bind(":last_event", last_event)
      .bind(":id", draft.id)
      .run();
  return run(draft.id).value();
}

std::optional<Money> PayrollStore::delete_person(std::int64_t run, std::int64_t employee) {
  std::optional<Money> paid;
  Query sheet{database_, R"sql(
    SELECT payable FROM payroll_sheet
     WHERE run = :run AND employee = :employee AND json_extract(row, '$.carried_as') IS NULL
  )sql"};
  if (sheet.bind(":run", run).bind(":employee", employee).next()) paid = sheet.money(0);
  sheet.reset();
  for (const RowsToDelete& rows : rows_of_people) {
    Query{database_, rows.of_one}.bind(":run", run).bind(":employee", employee).run();
  }
  return paid;
}

void PayrollStore::finish_run(std::int64_t run, std::int64_t people, Money payable) {
  Query{database_, "UPDATE payroll_run SET people = :people, payable = :payable WHERE id = :id"}
      .bind(":people", people)
      .bind(":payable", payable)
      .bind(":id", run)
      .run();
}

bool PayrollStore::is_computed_by(std::int64_t run, const std::string& program) {
  Query query{database_, "SELECT 1 FROM payroll_computation WHERE run = :run AND program = :program"};
  return query.bind(":run", run).bind(":program", program).next();
}

namespace {

std::set<std::int64_t> employees_in(Query& query) {
  std::set<std::int64_t> employees;
  while (query.next()) employees.insert(query.integer(0));
  return employees;
}

}  // namespace

std::set<std::int64_t> PayrollStore::unsettled(std::int64_t run) {
  Query query{database_, "SELECT employee FROM payroll_unsettled WHERE run = :run"};
  return employees_in(query.bind(":run", run));
}

std::set<std::int64_t> PayrollStore::settled_since(Month month, std::int64_t since) {
  Query query{database_, R"sql(
    SELECT s.employee FROM payroll_single AS s JOIN payroll_run AS r ON r.id = s.run
     WHERE r.month = :month AND r.event > :since
  )sql"};
  return employees_in(query.bind(":month", month).bind(":since", since));
}

}  // namespace svcadm::store
