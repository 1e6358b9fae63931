#pragma once
// A row's cells as values; whatever is no such value becomes a problem with its place.

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/half_days.hpp"
#include "base/moment.hpp"
#include "base/money.hpp"
#include "tabular/csv_reader.hpp"
#include "tabular/sheet_reader.hpp"

namespace svcadm::tabular {

/// Whether an empty cell is a problem.
enum class Need { required, optional };

/// Reads one row.  Every reader gives nothing for an empty cell and for a bad one; good() tells whether the row had any
/// problem.  Full-width digits, 2026年10月12日 and thousands' commas are taken as what they mean.
class RowFields {
 public:
  RowFields(const SheetRow& row, Problems& problems) : row_{row}, problems_{problems}, before_{problems.size()} {}

  std::optional<Date> date(std::string_view key, Need need = Need::required);
  std::optional<Month> month(std::string_view key, Need need = Need::required);
  /// A day and a time; a day alone is none.
  std::optional<Moment> moment(std::string_view key, Need need = Need::required);
  std::optional<TimeOfDay> time(std::string_view key, Need need = Need::required);
  std::optional<Money> money(std::string_view key, Need need = Need::required);
  /// A whole number from least to most.
  std::optional<std::int64_t> integer(std::string_view key, Need need = Need::required,
                                      std::int64_t least = std::numeric_limits<std::int64_t>::min(),
                                      std::int64_t most = std::numeric_limits<std::int64_t>::max());
  /// Days in steps of 0.5, 0 to 9999.
  std::optional<HalfDays> half_days(std::string_view key, Need need = Need::required);
  /// A name made of digits: text in which full-width digits are plain ones.
  std::optional<std::string> number_text(std::string_view key, Need need = Need::required,
                                         std::size_t most_bytes = 1000);
  /// At most so many bytes, without control characters except line ends and TAB.  Problems do not repeat the text: it
  /// may be an account number.
  std::optional<std::string> text(std::string_view key, Need need = Need::required, std::size_t most_bytes = 1000);

  /// No problem was added since this row began.
  bool good() const { return problems_.size() == before_; }
  /// Adds a problem at a field, for what a caller finds wrong with it.
  void problem(std::string_view key, Message message);

 private:
  /// The cell's plain text; nothing where it is empty, reported where that is a problem.
  std::optional<std::string> plain(std::string_view key, Need need);
  void bad(std::string_view key, const char* id);

  const SheetRow& row_;
  Problems& problems_;
  std::size_t before_;
};

}  // namespace svcadm::tabular
