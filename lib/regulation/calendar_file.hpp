#pragma once
// Files that carry the State Council's yearly holiday notice: our own form, and the JSON form of holiday-cn.

#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "domain/calendar.hpp"

namespace svcadm::regulation {

/// A day whose kind a notice decides.
struct NoticeDay {
  Date day;
  domain::DayKind kind = domain::DayKind::rest_day;
  std::string name;
};

/// One notice.  Days of the year that it does not name follow the week.
struct CalendarYear {
  int year = 0;
  std::string notice;           ///< where the notice is published
  std::vector<NoticeDay> days;  ///< ascending; may begin with days of the year before
};

/// schemas/calendars/*.toml.
/// \throws Error Failure::input with every problem.
CalendarYear read_calendar_toml(std::string_view text, std::string_view file_name);

/// `{"year":..,"papers":[..],"days":[{"name","date","isOffDay"}]}`.  It tells days off from days worked only;
/// which of the days off are statutory is worked out (is_statutory_holiday).
/// \throws Error Failure::input with every problem.
CalendarYear read_holiday_cn_json(std::string_view text, std::string_view file_name);

/// Whether a day is a statutory holiday, by the national measures in force in its year.  Known for 2014 to 2050:
/// outside, the days that follow the moon are not known and come out as false.
bool is_statutory_holiday(Date day);

}  // namespace svcadm::regulation
