#include "store/payroll_rows.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/digest.hpp"
#include "store/sql.hpp"

namespace svcadm::store {

struct RunWriter::Statements {
  Query sheet;
  Query line;
  Query carry;
  Query absence;
};

RunWriter::RunWriter(Database& database, std::int64_t run)
    : statements_{new Statements{
          {database,
           "INSERT INTO payroll_sheet (run, employee, row, payable) VALUES (:run, :employee, :row, :payable)"},
          {database, R"sql(
            INSERT INTO payroll_line (run, employee, line, item, label_zh, label_en, amount, grounds)
            VALUES (:run, :employee, :line, :item, :label_zh, :label_en, :amount, :grounds)
          )sql"},
          {database,
           "INSERT INTO payroll_carry (run, employee, kind, amount) VALUES (:run, :employee, :kind, :amount)"},
          {database,
           "INSERT INTO payroll_absence (run, employee, day, halves) VALUES (:run, :employee, :day, :halves)"},
      }} {
  for (Query* query : {&statements_->sheet, &statements_->line, &statements_->carry, &statements_->absence}) {
    query->bind(":run", run);
  }
}

RunWriter::~RunWriter() = default;

void RunWriter::add(const PersonRows& rows) {
  statements_->sheet.bind(":employee", rows.employee).bind(":row", rows.row).bind(":payable", rows.payable).run();
  std::int64_t number = 0;
  for (const LineRow& line : rows.lines) {
    statements_->line.bind(":employee", rows.employee)
        .bind(":line", ++number)
        .bind(":item", line.item)
        .bind(":label_zh", line.label.zh)
        .bind(":label_en", line.label.en)
        .bind(":amount", line.amount)
        .bind(":grounds", line.grounds)
        .run();
  }
  const auto add_carry = [&](const char* kind, Money amount) {
    if (amount == Money{}) return;
    statements_->carry.bind(":employee", rows.employee).bind(":kind", kind).bind(":amount", amount).run();
  };
  add_carry("loss", rows.carry.loss);
  add_carry("other", rows.carry.other);
  for (const AbsenceRow& absence : rows.absences) {
    statements_->absence.bind(":employee", rows.employee)
        .bind(":day", absence.day)
        .bind(":halves", absence.absent.halves)
        .run();
  }
}

namespace {

/// Rows of a table in the order of people; the first column is the employee.
class Cursor {
 public:
  Cursor(Database& database, std::int64_t run, const char* sql) : query_{database, sql} {
    query_.bind(":run", run);
    alive_ = query_.next();
  }

  /// Whose row comes next; nobody's at the end.
  std::optional<std::int64_t> employee() { return alive_ ? std::optional{query_.integer(0)} : std::nullopt; }

  template <class Take>
  void take_all(std::int64_t employee, const Take& take) {
    for (; alive_ && query_.integer(0) == employee; alive_ = query_.next()) take(query_);
  }

 private:
  Query query_;
  bool alive_ = false;
};

}  // namespace

struct RunReader::Cursors {
  Cursor sheets;
  Cursor lines;
  Cursor carries;
  Cursor absences;
};

RunReader::RunReader(Database& database, std::int64_t run)
    : cursors_{new Cursors{
          {database, run, R"sql(
            SELECT employee, row, payable, json_extract(row, '$.carried_as') IS NULL FROM payroll_sheet
             WHERE run = :run ORDER BY employee
          )sql"},
          {database, run, R"sql(
            SELECT employee, item, label_zh, label_en, amount, grounds FROM payroll_line
             WHERE run = :run ORDER BY employee, line
          )sql"},
          {database, run, "SELECT employee, kind, amount FROM payroll_carry WHERE run = :run ORDER BY employee"},
          {database, run, "SELECT employee, day, halves FROM payroll_absence WHERE run = :run ORDER BY employee, day"},
      }} {}

RunReader::~RunReader() = default;

std::optional<PersonRows> RunReader::next() {
  std::optional<std::int64_t> employee;
  for (Cursor* cursor : {&cursors_->sheets, &cursors_->lines, &cursors_->carries, &cursors_->absences}) {
    const auto next = cursor->employee();
    if (next && (!employee || *next < *employee)) employee = next;
  }
  if (!employee) return std::nullopt;
  PersonRows rows{.employee = *employee, .row = {}};
  cursors_->sheets.take_all(*employee, [&](Query& query) {
    rows.row = query.text(1);
    rows.payable = query.money(2);
    rows.is_paid = query.integer(3) != 0;
  });
  cursors_->lines.take_all(*employee, [&](Query& query) {
    rows.lines.push_back({query.text(1), Label{query.text(2), query.text(3)}, query.money(4), query.text(5)});
  });
  cursors_->carries.take_all(*employee, [&](Query& query) {
    (query.text(1) == "loss" ? rows.carry.loss : rows.carry.other) = query.money(2);
  });
  cursors_->absences.take_all(*employee, [&](Query& query) {
    rows.absences.push_back({query.date(1), {static_cast<int>(query.integer(2))}});
  });
  return rows;
}

std::string digest_of_run(Database& database, std::int64_t run) {
  Digest digest;
  const auto add = [&](std::string_view text) {
    digest.add(fmt::format("{}:", text.size()));  // no two runs are the same text
    digest.add(text);
  };
  RunReader reader{database, run};
  while (const auto rows = reader.next()) {
    add(std::to_string(rows->employee));
    add(rows->row);
    for (const LineRow& line : rows->lines) {
      for (const std::string& text : {line.item, line.label.zh, line.label.en, to_string(line.amount), line.grounds}) {
        add(text);
      }
    }
    add(to_string(rows->carry.loss));
    add(to_string(rows->carry.other));
    for (const AbsenceRow& absence : rows->absences) add(to_string(absence.day) + to_string(absence.absent));
  }
  return digest.hex();
}

}  // namespace svcadm::store
