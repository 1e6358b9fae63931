#pragma once
// Inputs of a month, runs and the close.

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/date.hpp"
#include "domain/payroll.hpp"
#include "store/database.hpp"
#include "store/payroll_rows.hpp"

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

/// Whose pay a run computes.
enum class RunKind {
  month,          ///< everybody's, but for who is held or settled
  supplementary,  ///< of one who was held when the month was closed
  settlement,     ///< of one who leaves, up to his last day
};
struct RunScope {
  Month month;
  RunKind kind = RunKind::month;
  std::int64_t employee = 0;  ///< of a run of one person
};

struct RunRow {
  std::int64_t id = 0;      ///< under which its rows are kept
  std::int64_t number = 0;  ///< by which people call it: a new one each time it is computed
  Month month;
  std::int64_t last_event = 0;
  std::int64_t people = 0;
  Money payable;
  std::optional<std::int64_t> known_at_close = {};  ///< the last event that its close looked at; none while it is open

  std::int64_t event = 0;  ///< that computed it
  RunKind kind = RunKind::month;
  std::int64_t employee = 0;  ///< of a run of one person

  /// "PR4".
  std::string name() const { return "PR" + std::to_string(number); }
  RunScope scope() const { return {month, kind, employee}; }
  bool closed() const { return known_at_close.has_value(); }
};

/// What a person takes from one month into the next.
struct Remainder {
  domain::Carry carry = {};
  std::vector<AbsenceRow> absences = {};  ///< ascending
};

class PayrollStore {
 public:
  using Known = std::optional<std::int64_t>;

  explicit PayrollStore(Database& database) : database_{database} {}

  std::int64_t add_input(std::int64_t event, const InputRow& input);
  /// Living inputs of a month (not replaced), ordered by employee, kind and entry.
  std::vector<InputRow> inputs(Month month, Known known_until = {});
  std::optional<InputRow> input(std::int64_t id);

  /// The month's own newest run; none before the first.
  std::optional<RunRow> run_of(Month month);
  std::optional<RunRow> run(std::int64_t id);
  /// By the number that people see.
  std::optional<RunRow> run_numbered(std::int64_t number);
  /// Every run of a month, in the order in which they were computed.
  std::vector<RunRow> runs(Month month);
  /// The newest run of the month that has a sheet of the person.
  std::optional<RunRow> run_with(Month month, std::int64_t employee);
  /// Deletes what the open run of the same scope has written, and begins a new one.  `program` is the version that
  /// computes it.
  RunRow begin_run(std::int64_t event, const RunScope& scope, std::int64_t last_event, const std::string& program);
  /// Begins to compute a draft again that keeps its rows; it takes a new number, and loses its approval.
  RunRow begin_again(std::int64_t event, const RunRow& draft, std::int64_t last_event);
  /// Deletes what an open run keeps of somebody; gives what it pays him, nothing where it does not pay him.
  std::optional<Money> delete_person(std::int64_t run, std::int64_t employee);
  void finish_run(std::int64_t run, std::int64_t people, Money payable);
  /// Whether all rows of a run were computed by that version.
  bool is_computed_by(std::int64_t run, const std::string& program);
  /// Of whom something was doubtful in a run, or changes with the day.
  std::set<std::int64_t> unsettled(std::int64_t run);
  /// Of whose own runs of the month one was computed after that event.
  std::set<std::int64_t> settled_since(Month month, std::int64_t since);

  /// Calls `each` with employee and row (JSON) of every sheet of a run, in the order of people's numbers.
  void sheets(std::int64_t run, const std::function<void(std::int64_t, const std::string&)>& each);
  /// One person's row (JSON); nothing where the run has no sheet of him.
  std::optional<std::string> sheet(std::int64_t run, std::int64_t employee);
  std::vector<LineRow> lines(std::int64_t run, std::int64_t employee);
  /// What a run leaves, by employee; who takes nothing along is left out.
  std::unordered_map<std::int64_t, Remainder> remainders(std::int64_t run);
  /// What a month after a closed one begins with: absences of the month before, and the balances of runs closed from
  /// the close of the month before on, up to the month's own close, so that each is brought forward once.
  std::unordered_map<std::int64_t, Remainder> brought_into(Month month, Known known_until = {});

  bool is_closed(Month month);
  /// The newest closed month; that and all before it no longer change.
  std::optional<Month> newest_closed();
  /// The first and the last month whose own run is paid; closed months are.  What comes later about them is late.
  std::optional<Month> oldest_paid();
  std::optional<Month> newest_paid();
  void close(std::int64_t event, Month month, std::int64_t run, std::int64_t last_event);
  /// Closes a run of one person.
  void close_single(std::int64_t event, Month month, std::int64_t run, std::int64_t last_event);
  /// Settlements of the month by employee; with `known_until` those that were closed by then, else drafts too.
  std::unordered_map<std::int64_t, RunRow> settled(Month month, Known known_until = {});
  /// What the closed runs of a month pay each person.
  std::unordered_map<std::int64_t, Money> closed_pay(Month month);

 private:
  Database& database_;
};

}  // namespace svcadm::store
