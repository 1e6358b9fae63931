#pragma once
// What a run keeps of one person: written as the run computes, read again to compare.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/half_days.hpp"
#include "base/message.hpp"
#include "base/money.hpp"
#include "domain/payroll.hpp"
#include "store/database.hpp"

namespace svcadm::store {

/// The lines of somebody's pay in the order of the sheet.
struct LineRow {
  std::string item;  ///< code of the regulation's item or deduction
  Label label = {};
  Money amount = {};    ///< deductions negative
  std::string grounds;  ///< JSON (schemas/json/ground.json)

  bool operator==(const LineRow&) const = default;
};

/// A day of absence without leave, kept because a row of them may run over the month's end.
struct AbsenceRow {
  Date day;
  HalfDays absent;
  bool taken_over = false;  ///< from the older books

  bool operator==(const AbsenceRow&) const = default;
};

/// What late facts about a closed month change: the origin of a line.
struct AdjustmentRow {
  Month origin;
  std::string item;  ///< code of the line in that month
  Label label = {};
  Money amount = {};

  bool operator==(const AdjustmentRow&) const = default;
};

/// Everything that a run keeps of one person.
struct PersonRows {
  std::int64_t employee = 0;
  std::string row;      ///< the sheet's columns as JSON; empty where the run has no sheet of him
  bool is_paid = true;  ///< not where the run only lists him, as held or settled
  Money payable = {};
  std::vector<LineRow> lines = {};
  domain::Carry carry = {};                     ///< what is left to the next month
  std::vector<AbsenceRow> absences = {};        ///< ascending
  std::vector<AdjustmentRow> adjustments = {};  ///< ascending by origin and item

  bool operator==(const PersonRows&) const = default;
};

/// SHA-256 of all that a run keeps of anybody.
std::string digest_of_run(Database& database, std::int64_t run);

/// Writes the rows of one run; its statements are prepared once.
class RunWriter {
 public:
  RunWriter(Database& database, std::int64_t run);
  ~RunWriter();

  void add(const PersonRows& rows);
  /// Marks somebody as one for whom the run is to be computed again.
  void mark_unsettled(std::int64_t employee);

 private:
  struct Statements;
  std::unique_ptr<Statements> statements_;
  std::int64_t run_;
};

/// Reads the rows of one run, person by person in ascending order of `employee`; one pass over each table.
class RunReader {
 public:
  RunReader(Database& database, std::int64_t run);
  ~RunReader();

  /// The next person of whom there is anything; nothing at the end.
  std::optional<PersonRows> next();

 private:
  struct Cursors;
  std::unique_ptr<Cursors> cursors_;
};

}  // namespace svcadm::store
