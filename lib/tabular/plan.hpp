#pragma once
// What every writer keeps about its grid: the header, which columns are written, and the running sums.

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "tabular/writer.hpp"

namespace svcadm::tabular {

class Plan {
 public:
  /// Of no grid yet.
  Plan() = default;
  /// `console`: without a choice by key, take the columns meant for a terminal.
  /// Throws Failure::usage for unknown keys.
  Plan(const Header& header, const WriterOptions& options, bool console);

  const Header& header() const { return header_; }
  /// Columns written, counted below by `at`.
  std::size_t size() const { return chosen_.size(); }
  const Column& column(std::size_t at) const { return header_.columns[chosen_[at]]; }
  const Cell& cell(std::span<const Cell> cells, std::size_t at) const { return cells[chosen_[at]]; }

  /// Adds a row to the sums.  A row of another length, a cell that cannot be summed: our bug.
  void add(std::span<const Cell> cells);
  bool has_totals() const { return has_totals_; }
  /// The sum; empty where the column is not summed.
  Cell total(std::size_t at) const;
  /// Where the word for the sums stands: the first column that is not summed.
  std::optional<std::size_t> label_at() const { return label_at_; }

 private:
  Header header_;
  std::vector<std::size_t> chosen_;
  std::vector<Cell> sums_;
  bool has_totals_ = false;
  std::optional<std::size_t> label_at_;
};

}  // namespace svcadm::tabular
