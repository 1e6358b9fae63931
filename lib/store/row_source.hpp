#pragma once
// Rows in memory as a table that one INSERT ... SELECT reads: half the price of a statement for each row.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>

#include "store/sql.hpp"

namespace svcadm::store {

/// A table of whole numbers, "row_source", with the columns a, b, c, d, e; it lives as long as the object.
class RowSource {
 public:
  /// Gives column 0 to 4 of a row; nothing for NULL.
  using Cell = std::function<std::optional<std::int64_t>(std::size_t row, int column)>;

  RowSource(Connection& connection, std::size_t rows, Cell cell);
  ~RowSource();
  RowSource(const RowSource&) = delete;
  RowSource& operator=(const RowSource&) = delete;

  /// Runs an INSERT ... SELECT from row_source with one value bound, ":event"; gives the number of rows changed.
  std::int64_t run(const char* sql, std::int64_t event);

  std::size_t rows() const { return rows_; }
  std::optional<std::int64_t> cell(std::size_t row, int column) const { return cell_(row, column); }

 private:
  Connection& connection_;
  std::size_t rows_;
  Cell cell_;
};

}  // namespace svcadm::store
