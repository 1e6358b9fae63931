#pragma once
// What everybody of the sample does on each day of September and October 2026.

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string_view>

#include "base/moment.hpp"
#include "people.hpp"

namespace sample {

using svcadm::Date;
using svcadm::TimeOfDay;

inline Date day(std::string_view text) { return svcadm::parse_date(text).value(); }

/// Workdays by the State Council's notice for 2026.
inline bool is_workday(Date date) {
  static const std::array free{day("2026-09-25"), day("2026-10-01"), day("2026-10-02"),
                               day("2026-10-05"), day("2026-10-06"), day("2026-10-07")};
  static const std::array worked{day("2026-09-20"), day("2026-10-10")};
  if (std::find(worked.begin(), worked.end(), date) != worked.end()) return true;
  return !svcadm::is_weekend(date) && std::find(free.begin(), free.end(), date) == free.end();
}

/// A shift of the office.
struct Shift {
  std::string_view code;
  std::string_view windows;  ///< for `svcadm shift add`
  TimeOfDay from;
  TimeOfDay lunch_from;
  TimeOfDay lunch_to;
  TimeOfDay to;
};

constexpr TimeOfDay clock(int hour, int minute) { return {hour * 3600 + minute * 60}; }

inline constexpr Shift early_shift{"早",         "09:30-12:30,13:30-18:30", clock(9, 30), clock(12, 30), clock(13, 30),
                                   clock(18, 30)};
inline constexpr Shift middle_shift{"中",         "11:30-15:00,16:00-20:30", clock(11, 30), clock(15, 0), clock(16, 0),
                                    clock(20, 30)};
inline constexpr Shift late_shift{"晚",        "14:00-18:00,19:00-23:00", clock(14, 0), clock(18, 0), clock(19, 0),
                                  clock(23, 0)};

inline int week_of(Date date) { return (date - day("2026-08-31")) / 7; }  // Monday to Sunday

/// A Saturday duty of the third team: in an ordinary week one agent works on Saturday and rests on Wednesday.
inline bool on_saturday_duty(const Person& person, Date date) {
  if (person.team != 3 || person.agent == 0 || week_of(date) % 7 != person.number - 1021) return false;
  const Date monday = day("2026-08-31") + 7 * week_of(date);
  for (int i = 0; i < 7; ++i) {
    if (is_workday(monday + i) != (i < 5)) return false;
    if (monday + i < day(person.first) || day(person.last) < monday + i) return false;
  }
  return true;
}

/// What is rostered; nothing on a rest day.
inline std::optional<Shift> shift_of(const Person& person, Date date) {
  bool works = is_workday(date);
  if (on_saturday_duty(person, date)) {
    if (svcadm::weekday(date) == svcadm::Weekday::wednesday) works = false;
    if (svcadm::weekday(date) == svcadm::Weekday::saturday) works = true;
  }
  if (!works) return std::nullopt;
  const bool even = week_of(date) % 2 == 0;
  if (person.team < 2 || person.agent == 0) return early_shift;
  if (person.team == 2) return even ? early_shift : middle_shift;
  return even == (person.number % 2 == 0) ? middle_shift : late_shift;
}

/// What is out of the ordinary.
enum class What { late, late_from_lunch, early, one_punch, absent };
struct Event {
  int number;
  std::string_view day;
  What what;
  int seconds = 0;
};

inline constexpr Event events[] = {
    {1004, "2026-09-03", What::late, 375},
    {1012, "2026-09-10", What::late, 200},
    {1021, "2026-09-15", What::late_from_lunch, 130},
    {1016, "2026-09-22", What::one_punch},
    {1014, "2026-10-09", What::late, 125},
    {1003, "2026-10-12", What::late, 270},
    {1005, "2026-10-13", What::late, 980},
    {1006, "2026-10-15", What::late, 190},
    {1006, "2026-10-15", What::late_from_lunch, 220},
    {1012, "2026-10-20", What::early, 1500},
    {1008, "2026-10-21", What::one_punch},
    {1014, "2026-10-27", What::late, 760},
    {1013, "2026-10-28", What::absent},
};

inline const Event* event_of(int number, Date date, What what) {
  const auto* found = std::find_if(std::begin(events), std::end(events), [&](const Event& event) {
    return event.number == number && event.what == what && day(event.day) == date;
  });
  return found == std::end(events) ? nullptr : found;
}

/// Approved leave; a half where the last word ends in am or pm.
struct Leave {
  int number;
  std::string_view kind;
  std::string_view from;
  std::string_view to;
  std::string_view paper;
};

inline constexpr Leave leaves[] = {
    {1022, "病假", "2026-09-08", "2026-09-08", "QJ-2026-0903"},
    {1006, "事假", "2026-09-17", "2026-09-18", "QJ-2026-0907"},
    {1015, "年休假", "2026-09-23", "2026-09-24", "QJ-2026-0911"},
    {1007, "病假", "2026-10-12", "2026-10-14", "QJ-2026-1004"},
    {1021, "事假", "2026-10-14pm", "2026-10-14pm", "QJ-2026-1005"},
    {1015, "事假", "2026-10-15", "2026-10-15", "QJ-2026-1006"},
    {1024, "婚假", "2026-10-19", "2026-10-21", "QJ-2026-1008"},
    {1009, "年休假", "2026-10-22", "2026-10-23", "QJ-2026-1010"},
    {1025, "公出", "2026-10-29am", "2026-10-29am", "QJ-2026-1012"},
};

/// Which halves of a day are leave.
struct Halves {
  bool first = false;
  bool second = false;
};

inline Halves leave_on(int number, Date date) {
  for (const Leave& leave : leaves) {
    if (leave.number != number || date < day(leave.from.substr(0, 10)) || day(leave.to.substr(0, 10)) < date) continue;
    return {.first = !leave.from.ends_with("pm"), .second = !leave.to.ends_with("am")};
  }
  return {};
}

}  // namespace sample
