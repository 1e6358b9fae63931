#pragma once
// Late facts: what has been recorded about a month since it was closed, and what was paid for it.

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "domain/payroll.hpp"
#include "store/database.hpp"

namespace svcadm::store {

/// What a closed run paid somebody for an item, or closed runs since have adjusted.
struct PaidItemRow {
  std::int64_t employee = 0;
  std::int64_t run = 0;  ///< that has the person's sheet of the month; 0 for what was adjusted since
  domain::PaidItem paid;
};

class LateFactsStore {
 public:
  using Known = std::optional<std::int64_t>;

  explicit LateFactsStore(Database& database) : database_{database} {}

  /// The newest event that the close of any month before this one has looked at; 0 where none is closed.
  std::int64_t looked_at_before(Month month, Known known_until = {});
  std::vector<Month> closed_months(Known known_until = {});

  /// Employees of whom something was recorded after event `since` that the pay of the month may rest on: punches,
  /// online time, corrections, decisions, leave and what was done about it, rosters, entries.
  std::set<std::int64_t> employees(Month month, std::int64_t since, Known known_until = {});

  /// Employees whose closed sheet of the month counts leave for which something could still be handed in.
  std::set<std::int64_t> closed_as_pending(Month month, Known known_until = {});

  /// What closed runs of the month paid, by employee and in the order of the sheet; then what closed runs have
  /// adjusted of it since.
  std::vector<PaidItemRow> paid(Month month, Known known_until = {});

 private:
  Database& database_;
};

}  // namespace svcadm::store
