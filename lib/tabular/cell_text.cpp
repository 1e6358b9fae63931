#include "tabular/cell_text.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace svcadm::tabular {

namespace {

/// Base prints short spans as minutes and seconds; beside other times of a table that would read as hours and minutes.
std::string with_hours(Span span) {
  const std::int64_t seconds = span.seconds < 0 ? -span.seconds : span.seconds;
  return fmt::format("{}{}:{:02}:{:02}", span.seconds < 0 ? "-" : "", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

/// std::visit with one overload per type of cell.
struct CellText {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(const Structured& value) const { return value.words; }
  std::string operator()(std::int64_t number) const { return fmt::format_int(number).str(); }
  std::string operator()(HalfDays days) const { return to_decimal(days); }
  std::string operator()(Span span) const { return with_hours(span); }
  std::string operator()(bool flag) const { return flag ? "true" : "false"; }
  template <class Value>
  std::string operator()(const Value& value) const {
    return to_string(value);
  }
};

bool is_plain_number(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto dot = text.find('.');
  const std::string_view whole = text.substr(0, dot);
  const std::string_view decimals = dot == std::string_view::npos ? "0" : text.substr(dot + 1);
  return !whole.empty() && !decimals.empty() && std::ranges::all_of(whole, is_digit) &&
         std::ranges::all_of(decimals, is_digit);
}

bool runs_as_formula(std::string_view text) {
  constexpr std::array<std::string_view, 10> starts = {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};
  const auto begins = [&](std::string_view start) { return text.starts_with(start); };
  return std::ranges::any_of(starts, begins) && !is_plain_number(text);
}

}  // namespace

std::string text_for_people(const Cell& cell, Kind kind, const WriterOptions& options) {
  if (const auto* flag = std::get_if<bool>(&cell)) return *flag ? options.yes : options.no;
  if (const auto* rate = std::get_if<Rational>(&cell); rate != nullptr && kind == Kind::rate) return to_percent(*rate);
  return text_for_programs(cell);
}

std::string text_for_programs(const Cell& cell) { return std::visit(CellText{}, cell); }

std::string subtitle_of(const Header& header, const WriterOptions& options) {
  return header.subtitle + (header.subtitle.empty() || options.stamp.empty() ? "" : "  ") + options.stamp;
}

bool flush_right(Kind kind) {
  return kind == Kind::number || kind == Kind::money || kind == Kind::days || kind == Kind::rate || kind == Kind::span;
}

bool needs_guard(std::string_view text) {
  while (text.starts_with('\'')) text.remove_prefix(1);
  return runs_as_formula(text);
}

}  // namespace svcadm::tabular
