#pragma once
// Inputs of a month, runs and the close.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "domain/payroll.hpp"
#include "store/database.hpp"

namespace svcadm::store {

struct InputRow {
  std::int64_t id = 0;
  std::int64_t employee = 0;
  Month month;
  std::string kind = {};
  std::optional<std::int64_t> quantity = {};  ///< none: takes back the one it replaces
  std::string detail = {};
  std::string comment = {};
  std::string paper = {};
  std::optional<std::int64_t> replaces = {};
};

struct RunRow {
  std::int64_t id = 0;
  Month month;
  std::int64_t last_event = 0;
  std::int64_t people = 0;
  Money payable;
  bool closed = false;
};

struct SheetRow {
  std::int64_t employee = 0;
  std::string row;  ///< JSON of the columns
  Money payable;
};

struct LineRow {
  std::int64_t employee = 0;
  int line = 0;
  std::string item;
  Label label = {};
  Money amount = {};
  std::string grounds;  ///< JSON
};

struct AbsenceRow {
  std::int64_t employee = 0;
  Date day;
  HalfDays absent;
};

struct CarryRow {
  std::int64_t employee = 0;
  domain::Carry carry;
};

/// Writes the rows of one run; its statements are prepared once.
class RunWriter {
 public:
  RunWriter(Database& database, std::int64_t run);
  ~RunWriter();

  void add(const SheetRow& sheet);
  void add(const LineRow& line);
  void add(const CarryRow& carry);
  void add(const AbsenceRow& absence);

 private:
  struct Statements;
  std::unique_ptr<Statements> statements_;
  std::int64_t run_;
};

class PayrollStore {
 public:
  using Known = std::optional<std::int64_t>;

  explicit PayrollStore(Database& database) : database_{database} {}

  std::int64_t add_input(std::int64_t event, const InputRow& input);
  /// Living inputs of a month (not replaced), ordered by employee, kind and entry.
  std::vector<InputRow> inputs(Month month, Known known_until = {});
  std::optional<InputRow> input(std::int64_t id);

  /// The month's newest run; none before the first.
  std::optional<RunRow> run_of(Month month);
  /// Deletes what open runs of the month have written, and begins a new one.
  /// \pre the month is open
  std::int64_t begin_run(std::int64_t event, Month month, std::int64_t last_event);
  void finish_run(std::int64_t run, std::int64_t people, Money payable);

  /// Calls `each` with the sheets of a run in the order of people's numbers as they were written.
  void sheets(std::int64_t run, const std::function<void(const SheetRow&)>& each);
  std::optional<SheetRow> sheet(std::int64_t run, std::int64_t employee);
  std::vector<LineRow> lines(std::int64_t run, std::int64_t employee);
  std::vector<CarryRow> carries(std::int64_t run);
  std::vector<AbsenceRow> absences(std::int64_t run);

  std::int64_t sheet_count(std::int64_t run);

  bool is_closed(Month month);
  std::optional<Month> newest_closed();
  void close(std::int64_t event, Month month, std::int64_t run, std::int64_t last_event);

 private:
  Database& database_;
};

}  // namespace svcadm::store
