#include "tabular/plan.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/error.hpp"

namespace svcadm::tabular {

namespace {

template <class Integer>
Integer sum(Integer a, Integer b) {
  Integer result = 0;
  if (__builtin_add_overflow(a, b, &result)) bug("a column's sum leaves its range");
  return result;
}

Cell add_cells(const Cell& total, const Cell& cell) {
  if (std::holds_alternative<std::monostate>(total)) return cell;
  if (total.index() != cell.index()) bug("a summed column mixes types");
  if (const auto* a = std::get_if<std::int64_t>(&total)) return sum(*a, std::get<std::int64_t>(cell));
  if (const auto* a = std::get_if<Money>(&total)) return Money{sum(a->fen, std::get<Money>(cell).fen)};
  if (const auto* a = std::get_if<HalfDays>(&total)) return HalfDays{sum(a->halves, std::get<HalfDays>(cell).halves)};
  if (const auto* a = std::get_if<Rational>(&total)) return *a + std::get<Rational>(cell);
  if (const auto* a = std::get_if<Span>(&total)) return Span{sum(a->seconds, std::get<Span>(cell).seconds)};
  bug("a summed column holds what has no sum");
}

/// The sum of no rows.
Cell zero(Kind kind) {
  switch (kind) {
    case Kind::money: return Money{};
    case Kind::days: return HalfDays{};
    case Kind::rate: return Rational{};
    case Kind::span: return Span{};
    default: return std::int64_t{0};
  }
}

std::vector<std::size_t> choose(const Header& header, const WriterOptions& options, bool console) {
  std::vector<std::size_t> chosen;
  if (options.columns.empty()) {
    for (std::size_t i = 0; i < header.columns.size(); ++i) {
      if (!console || options.wide || header.columns[i].console) chosen.push_back(i);
    }
    return chosen;
  }
  std::string known;
  for (const Column& column : header.columns) known += (known.empty() ? "" : ", ") + column.key;
  std::vector<Problem> problems;
  for (const std::string& key : options.columns) {
    const auto found = std::ranges::find(header.columns, key, &Column::key);
    if (found == header.columns.end()) {
      problems.push_back({.message = {"usage.unknown-column", {key, known}}});
    } else {
      chosen.push_back(static_cast<std::size_t>(found - header.columns.begin()));
    }
  }
  if (!problems.empty()) throw Error{Failure::usage, std::move(problems)};
  return chosen;
}

}  // namespace

Plan::Plan(const Header& header, const WriterOptions& options, bool console)
    : header_{header}, chosen_{choose(header, options, console)}, sums_(header.columns.size()) {
  for (std::size_t at = 0; at < size(); ++at) {
    if (column(at).total) has_totals_ = true;
    if (!column(at).total && !label_at_) label_at_ = at;
  }
}

void Plan::add(std::span<const Cell> cells) {
  if (cells.size() != header_.columns.size()) bug("a row has another length than its header");
  if (!has_totals_) return;
  for (const std::size_t i : chosen_) {
    if (header_.columns[i].total && !std::holds_alternative<std::monostate>(cells[i])) {
      sums_[i] = add_cells(sums_[i], cells[i]);
    }
  }
}

Cell Plan::total(std::size_t at) const {
  const Column& summed = column(at);
  if (!summed.total) return {};
  const Cell& total = sums_[chosen_[at]];
  return std::holds_alternative<std::monostate>(total) ? zero(summed.kind) : total;
}

}  // namespace svcadm::tabular
