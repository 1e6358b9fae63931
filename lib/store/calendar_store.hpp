#pragma once
// Kinds of day: the office's, and those of departments that differ from it.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "domain/calendar.hpp"
#include "store/database.hpp"

namespace svcadm::store {

/// A day somebody has spoken of.
struct CalendarRow {
  std::optional<std::int64_t> department;  ///< none: the whole office
  Date day;
  domain::DayKind kind = domain::DayKind::workday;
  std::string note;
};

/// A year whose notice is in the file.
struct CalendarYear {
  int year = 0;
  std::string notice;  ///< reference of the notice
  std::string sha256;  ///< of the file it came from
};

class CalendarStore {
 public:
  using Known = std::optional<std::int64_t>;

  explicit CalendarStore(Database& database) : database_{database} {}

  /// The rows that count, ordered by day, the office's before those of departments.
  std::vector<CalendarRow> days(Date first, Date last, Known known_until = {});
  /// Ascending; of a year that came in twice the later.
  std::vector<CalendarYear> years(Known known_until = {});

  void add_year(std::int64_t event, const CalendarYear& year);
  void set_day(std::int64_t event, const CalendarRow& row);

 private:
  Database& database_;
};

}  // namespace svcadm::store
