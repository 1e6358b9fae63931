#pragma once
// The roster: a shift code for one person on one day.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "store/database.hpp"

namespace svcadm::store {

/// A cell as it is written.  An empty code takes the cell back.
struct RosterCell {
  std::int64_t employee = 0;
  Date day;
  std::string shift;
};

/// The living cells of a span, 12 bytes each: a hundred thousand people's month fits in 40 MB.
class RosterSheet {
 public:
  struct Cell {
    std::int32_t employee = 0;
    Date day;
    std::int32_t code = 0;  ///< index into codes()
  };

  /// \pre ascending by employee and day
  RosterSheet(std::vector<Cell> cells, std::vector<std::string> codes)
      : cells_{std::move(cells)}, codes_{std::move(codes)} {}

  /// All cells, by employee id and day.
  std::span<const Cell> cells() const { return cells_; }
  /// The cells of one person, by day.
  std::span<const Cell> of(std::int64_t employee) const;
  /// The code of one cell; empty where there is none.
  std::string_view code(std::int64_t employee, Date day) const;
  const std::string& code(const Cell& cell) const { return codes_[static_cast<std::size_t>(cell.code)]; }

 private:
  std::vector<Cell> cells_;
  std::vector<std::string> codes_;
};

class RosterStore {
 public:
  using Known = std::optional<std::int64_t>;

  explicit RosterStore(Database& database) : database_{database} {}

  RosterSheet sheet(Date first, Date last, Known known_until = {});
  /// \pre at most one cell for each person and day
  void set(std::int64_t event, std::span<const RosterCell> cells);

 private:
  Database& database_;
};

}  // namespace svcadm::store
