#pragma once
// Which days are worked: the office's calendar and those of departments.

#include <string>
#include <vector>

#include "base/date.hpp"
#include "domain/calendar.hpp"
#include "usecase/import_request.hpp"

namespace svcadm::usecase {

class Office;

struct CalendarLine {
  Date day;
  domain::CalendarDay calendar;
};

/// Every day of the span as it holds for a department (empty: the company).
std::vector<CalendarLine> show_calendar(Office& office, Date first, Date last, const std::string& department);

/// Sets the kind of a day for the office, or for a department and all below it that say nothing nearer.
/// Failure::conflict in a closed month.
void set_calendar_day(Office& office, Date day, domain::DayKind kind, const std::string& department,
                      const std::string& note);

/// Brings in a year's notice: our TOML, or the JSON of holiday-cn, told apart by their first character.
/// `read` of the batch counts days.  Failure::conflict where a day of a closed month would change.
struct CalendarImportOutcome {
  store::ImportBatch batch;
  int year = 0;
  std::string notice;
};
CalendarImportOutcome import_calendar(Office& office, const ImportRequest& request);

}  // namespace svcadm::usecase
