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
  Query adjustment;
  Query unsettled;
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
          {database, R"sql(
            INSERT INTO payroll_adjustment (run, employee, origin_month, item, label_zh, label_en, amount)
            VALUES (:run, :employee, :origin, :item, :label_zh, :label_en, :amount)
          )sql"},
          {database, "INSERT INTO payroll_unsettled (run, employee) VALUES (:run, :employee)"},
      }},
      run_{run} {}

RunWriter::~RunWriter() = default;

void RunWriter::add(const PersonRows& rows) {
  statements_->sheet.run_with(run_, rows.employee, rows.row, rows.payable);
  std::int64_t number = 0;
  for (const LineRow& line : rows.lines) {
    statements_->line.run_with(run_, rows.employee, ++number, line.item, line.label.zh, line.label.en, line.amount,
                               line.grounds);
  }
  const auto add_carry = [&](const char* kind, Money amount) {
    if (amount == Money{}) return;
    statements_->carry.run_with(run_, rows.employee, kind, amount);
  };
  add_carry("loss", rows.carry.loss);
  add_carry("other", rows.carry.other);
  for (const AbsenceRow& absence : rows.absences) {
    statements_->absence.run_with(run_, rows.employee, absence.day, absence.absent.halves);
  }
  for (const AdjustmentRow& adjustment : rows.adjustments) {
    statements_->adjustment.run_with(run_, rows.employee, adjustment.origin, adjustment.item, adjustment.label.zh,
                                     adjustment.label.en, adjustment.amount);
  }
}

void RunWriter::mark_unsettled(std::int64_t employee) { statements_->unsettled.run_with(run_, employee); }

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
  Cursor adjustments;
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
          {database, run, R"sql(
            SELECT employee, origin_month, item, label_zh, label_en, amount FROM payroll_adjustment
             WHERE run = :run ORDER BY employee, origin_month, item
          )sql"},
      }} {}

RunReader::~RunReader() = default;

std::optional<PersonRows> RunReader::next() {
  std::optional<std::int64_t> employee;
  for (Cursor* cursor :
       {&cursors_->sheets, &cursors_->lines, &cursors_->carries, &cursors_->absences, &cursors_->adjustments}) {
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
  cursors_->adjustments.take_all(*employee, [&](Query& query) {
    rows.adjustments.push_back({query.month(1), query.text(2), Label{query.text(3), query.text(4)}, query.money(5)});
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
    for (const AdjustmentRow& one : rows->adjustments) {
      add(to_string(one.origin) + one.item + to_string(one.amount));
    }
  }
  return digest.hex();
}

}  // namespace svcadm::store
