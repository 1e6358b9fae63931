#pragma once
// What everybody is due to do on each day of a span: calendar, roster and shifts put together.

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "base/date.hpp"
#include "domain/calendar.hpp"
#include "store/calendar_store.hpp"
#include "store/database.hpp"
#include "store/people_store.hpp"
#include "store/roster_store.hpp"
#include "store/shift_store.hpp"

namespace svcadm::usecase {

/// Reads everything at construction (five queries, whatever the number of people); answers from memory.
class DayPlans {
 public:
  DayPlans(store::Database& database, Date first, Date last, std::optional<std::int64_t> known_until = {});

  /// The nearest department's own row, upwards, else the office's, else Monday to Friday; provisional while the
  /// notice of the year is not in the file, unless a row speaks of the day.  \pre the day lies in the span
  const domain::CalendarDay& calendar_day(Date day, std::int64_t department) const;

  /// The first day of the month's provisional days for a department, if there is one.
  std::optional<Date> provisional_day(Date first, Date last, std::int64_t department) const;

  /// What the person is due to do.  In this order: his roster's cell; nothing, marked missing_roster, where he has
  /// other cells in that calendar month; on a worked day the shift assigned to him, to his department or the
  /// nearest above it (a weekday's before every day's), else the regulation's hours if there are any; else rest.
  /// Failure::no_rule where a worked day has no hours, or a code means nothing yet on the day.
  /// \pre the day lies in the span and the person is in service on it
  domain::DayPlan plan(const store::Person& person, Date day, const domain::Shift* hours_of_regulation) const;
  /// The same where these are known to be his terms on the day.
  domain::DayPlan plan(const store::Person& person, const store::TermSpan& term, Date day,
                       const domain::Shift* hours_of_regulation) const;

  const store::DepartmentTree& departments() const { return departments_; }
  const store::ShiftBook& shifts() const { return shifts_; }
  const store::RosterSheet& roster() const { return roster_; }

 private:
  domain::CalendarDay find_calendar_day(Date day, std::int64_t department) const;
  domain::Shift shift_of(std::string_view code, Date day, const store::Person& person) const;
  /// The code assigned to a person or department; empty where none is.
  std::string_view assigned(bool to_employee, std::int64_t id, Date day) const;

  Date first_;
  Date last_;
  store::DepartmentTree departments_;
  std::vector<store::CalendarRow> days_;
  std::vector<int> noticed_years_;
  store::ShiftBook shifts_;
  std::vector<store::ShiftAssignment> assignments_;
  store::RosterSheet roster_;
  /// Of each department that was asked for, every day of the span.
  mutable std::map<std::int64_t, std::vector<domain::CalendarDay>> calendars_;
};

}  // namespace svcadm::usecase
