#pragma once
// Days and months of the proleptic Gregorian calendar.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace svcadm {

enum class Weekday { monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday };

/// A day, as days since 1970-01-01.  Stored as that integer.
struct Date {
  std::int32_t days = 0;

  constexpr auto operator<=>(const Date&) const = default;
  constexpr Date operator+(int count) const { return {days + count}; }
  constexpr Date operator-(int count) const { return {days - count}; }
  constexpr int operator-(Date other) const { return days - other.days; }
  constexpr Date& operator++() {
    ++days;
    return *this;
  }
};

/// A calendar month, as months since year 0.  Stored as that integer.
struct Month {
  std::int32_t index = 0;

  constexpr auto operator<=>(const Month&) const = default;
  constexpr Month operator+(int count) const { return {index + count}; }
  constexpr Month operator-(int count) const { return {index - count}; }
};

/// \pre the date exists (valid_date)
Date make_date(int year, int month, int day);
bool valid_date(int year, int month, int day);
Month make_month(int year, int month);

int year_of(Date day);
int month_number(Date day);  ///< 1 to 12
int day_of_month(Date day);  ///< 1 to 31
Weekday weekday(Date day);
bool is_weekend(Date day);  ///< Saturday or Sunday

Month month_of(Date day);
Date first_day(Month month);
Date last_day(Month month);
int days_in(Month month);
int year_of(Month month);
int month_number(Month month);

/// The same day so many months on; where the month is too short, its last day.
Date add_months(Date day, int months);

/// Whole years from `since` to `on`: complete on the same day of the year, 1 March for 29 February.
/// Negative before the first day.
int complete_years(Date since, Date on);

/// `since` plus whole years, by the same reading: 29 February becomes 1 March in a common year.
Date add_years(Date since, int years);

/// "2026-10-12", "2026/10/12", "2026/1/2", "2026.10.12", "20261012"; nothing when it is no day.
std::optional<Date> parse_date(std::string_view text);
/// "2026-10" or "202610".
std::optional<Month> parse_month(std::string_view text);

std::string to_string(Date day);     ///< "2026-10-12"
std::string to_string(Month month);  ///< "2026-10"

}  // namespace svcadm
