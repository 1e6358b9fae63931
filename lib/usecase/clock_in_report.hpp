#pragma once
// A month of working time: everybody's sums, and what is left open.

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/half_days.hpp"
#include "usecase/finding.hpp"

namespace svcadm::usecase {

class Office;

/// The last day that has ended; today only in its last second (which a bare --as-of means).
Date last_day_over(const Office& office);

/// Something about one day that whoever signs the sheet should see: ids "remark.*".
struct DayRemark {
  Date day;
  Message message;
};

/// One person's sums over the days of the month that are over.
struct TimeRow {
  std::string employee_no;
  std::string name;
  std::string department;  ///< on his last day in the month
  HalfDays due = {};
  HalfDays present = {};
  std::int64_t late_count = 0;
  std::int64_t late_minutes = 0;
  std::int64_t early_count = 0;
  HalfDays absenteeism = {};
  HalfDays personal = {};  ///< conversions of lateness included, as in all leave
  HalfDays sick = {};
  HalfDays annual = {};
  HalfDays other_paid = {};
  HalfDays official = {};
  HalfDays rest_comp = {};
  std::int64_t exceptions = 0;          ///< open questions, each to be decided
  std::vector<DayRemark> remarks = {};  ///< days that were not plainly worked, in order

  HalfDays leave() const { return personal + sick + annual + other_paid + official + rest_comp; }
};

struct TimeReport {
  Date first;
  Date last;  ///< of the days that are counted
  std::vector<TimeRow> rows;
};

/// Of a department and all below it where one is named.
/// Failure::no_rule where nothing governs somebody's time or leave, Failure::refused where no day is over yet.
TimeReport report_time(Office& office, Month month, const std::string& department);

/// Missing punches, days without roster, and numbers that nobody holds, each with the command that decides it.
std::vector<Finding> find_exceptions(Office& office, Month month);
/// The same within a transaction of another use-case.
std::vector<Finding> exceptions_of(Office& office, Month month);

}  // namespace svcadm::usecase
