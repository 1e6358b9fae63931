#include "base/date.hpp"

#include <array>
#include <charconv>
#include <chrono>

#include <fmt/compile.h>

namespace svcadm {

namespace {

namespace chrono = std::chrono;

chrono::year_month_day civil(Date day) { return chrono::sys_days{chrono::days{day.days}}; }

chrono::year_month_day ymd(int year, int month, int day) {
  return chrono::year{year} / chrono::month{static_cast<unsigned>(month)} / chrono::day{static_cast<unsigned>(day)};
}

std::optional<int> number(std::string_view text) {
  constexpr std::size_t most_digits = 9;
  if (text.empty() || text.size() > most_digits) return std::nullopt;
  int value = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    value = value * 10 + (digit - '0');
  }
  return value;
}

std::optional<Date> checked(std::optional<int> year, std::optional<int> month, std::optional<int> day) {
  if (!year || !month || !day || !valid_date(*year, *month, *day)) return std::nullopt;
  return make_date(*year, *month, *day);
}

}  // namespace

bool valid_date(int year, int month, int day) {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31 && ymd(year, month, day).ok();
}

Date make_date(int year, int month, int day) {
  return {static_cast<std::int32_t>(chrono::sys_days{ymd(year, month, day)}.time_since_epoch().count())};
}

Month make_month(int year, int month) { return {year * 12 + month - 1}; }

int year_of(Date day) { return static_cast<int>(civil(day).year()); }
int month_number(Date day) { return static_cast<int>(static_cast<unsigned>(civil(day).month())); }
int day_of_month(Date day) { return static_cast<int>(static_cast<unsigned>(civil(day).day())); }

Weekday weekday(Date day) {
  return static_cast<Weekday>(chrono::weekday{chrono::sys_days{chrono::days{day.days}}}.iso_encoding());
}

bool is_weekend(Date day) { return weekday(day) >= Weekday::saturday; }

Month month_of(Date day) {
  const auto date = civil(day);
  return make_month(static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())));
}

int year_of(Month month) { return month.index / 12; }
int month_number(Month month) { return month.index % 12 + 1; }
Date first_day(Month month) { return make_date(year_of(month), month_number(month), 1); }
Date last_day(Month month) { return first_day(month + 1) - 1; }
int days_in(Month month) { return last_day(month) - first_day(month) + 1; }

Date add_months(Date day, int months) {
  const Month month = month_of(day) + months;
  const Date last = last_day(month);
  const Date same = first_day(month) + (day_of_month(day) - 1);
  return same < last ? same : last;
}

Date add_years(Date since, int years) {
  const int year = year_of(since) + years;
  const int month = month_number(since);
  const int day = day_of_month(since);
  return valid_date(year, month, day) ? make_date(year, month, day) : make_date(year, 3, 1);
}

int complete_years(Date since, Date on) {
  const int years = year_of(on) - year_of(since);
  return add_years(since, years) <= on ? years : years - 1;
}

std::optional<Date> parse_date(std::string_view text) {
  for (const char separator : {'-', '/', '.'}) {
    const auto first = text.find(separator);
    if (first == std::string_view::npos) continue;
    const auto second = text.find(separator, first + 1);
    if (first != 4 || second == std::string_view::npos) return std::nullopt;
    const std::string_view month = text.substr(first + 1, second - first - 1);
    const std::string_view day = text.substr(second + 1);
    if (month.size() > 2 || day.size() > 2) return std::nullopt;
    return checked(number(text.substr(0, first)), number(month), number(day));
  }
  if (text.size() != 8) return std::nullopt;
  return checked(number(text.substr(0, 4)), number(text.substr(4, 2)), number(text.substr(6, 2)));
}

std::optional<Month> parse_month(std::string_view text) {
  std::optional<int> year;
  std::optional<int> month;
  if (text.size() == 7 && (text[4] == '-' || text[4] == '/')) {
    year = number(text.substr(0, 4));
    month = number(text.substr(5, 2));
  } else if (text.size() == 6) {
    year = number(text.substr(0, 4));
    month = number(text.substr(4, 2));
  }
  if (!year || !month || !valid_date(*year, *month, 1)) return std::nullopt;
  return make_month(*year, *month);
}

std::string to_string(Date day) {
  const auto date = civil(day);
  return fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}"), static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string to_string(Month month) { return fmt::format("{:04}-{:02}", year_of(month), month_number(month)); }

}  // namespace svcadm
