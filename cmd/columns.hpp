#pragma once
// Columns of results, headed by their key's word.

#include <optional>
#include <string>
#include <utility>

#include "cmd/session.hpp"
#include "locale/catalogue.hpp"
#include "tabular/grid.hpp"
#include "tabular/writer.hpp"

namespace svcadm::cmd {

/// A column with the heading of its key (column.KEY).
inline tabular::Column column(std::string key, tabular::Kind kind = tabular::Kind::text, bool console = true) {
  std::string heading = locale::text("column." + key);
  return {.key = std::move(key), .heading = std::move(heading), .kind = kind, .total = false, .console = console};
}

/// A cell that is empty where there is no text.
inline tabular::Cell text_cell(std::string text) {
  return text.empty() ? tabular::Cell{} : tabular::Cell{std::move(text)};
}

/// A cell that is empty where there is nothing.
template <class T>
tabular::Cell optional_cell(const std::optional<T>& value) {
  return value ? tabular::Cell{*value} : tabular::Cell{};
}

/// Whether people read the result: then codes are printed as words.
inline bool for_people(const Session& session) {
  const tabular::Format format = session.options.format();
  return session.options.excel || (format != tabular::Format::csv && format != tabular::Format::json);
}

}  // namespace svcadm::cmd
