// 全国年节及纪念日放假办法: which days are statutory holidays, as against days off moved there by a notice.
//
// Spring Festival, Dragon Boat and Mid-Autumn follow the moon.  Their days are a table: the new moons of
// 2014-2050 in China Standard Time, computed by Meeus' series and equal to the notices of 2023-2026.  (In 2027
// and 2030 the new moon falls minutes from midnight, where simpler calendars are a day off.)

#include <array>

#include "regulation/calendar_file.hpp"

namespace svcadm::regulation {

namespace {

struct MonthDay {
  int month;
  int day;
};

struct LunarDays {
  MonthDay new_year;
  MonthDay dragon_boat;
  MonthDay mid_autumn;
};

constexpr int first_year = 2014;
constexpr std::array<LunarDays, 37> lunar_days{{
    {{1, 31}, {6, 2}, {9, 8}},    // 2014
    {{2, 19}, {6, 20}, {9, 27}},  // 2015
    {{2, 8}, {6, 9}, {9, 15}},    // 2016
    {{1, 28}, {5, 30}, {10, 4}},  // 2017
    {{2, 16}, {6, 18}, {9, 24}},  // 2018
    {{2, 5}, {6, 7}, {9, 13}},    // 2019
    {{1, 25}, {6, 25}, {10, 1}},  // 2020
    {{2, 12}, {6, 14}, {9, 21}},  // 2021
    {{2, 1}, {6, 3}, {9, 10}},    // 2022
    {{1, 22}, {6, 22}, {9, 29}},  // 2023
    {{2, 10}, {6, 10}, {9, 17}},  // 2024
    {{1, 29}, {5, 31}, {10, 6}},  // 2025
    {{2, 17}, {6, 19}, {9, 25}},  // 2026
    {{2, 6}, {6, 9}, {9, 15}},    // 2027
    {{1, 26}, {5, 28}, {10, 3}},  // 2028
    {{2, 13}, {6, 16}, {9, 22}},  // 2029
    {{2, 3}, {6, 5}, {9, 12}},    // 2030
    {{1, 23}, {6, 24}, {10, 1}},  // 2031
    {{2, 11}, {6, 12}, {9, 19}},  // 2032
    {{1, 31}, {6, 1}, {9, 8}},    // 2033
    {{2, 19}, {6, 20}, {9, 27}},  // 2034
    {{2, 8}, {6, 10}, {9, 16}},   // 2035
    {{1, 28}, {5, 30}, {10, 4}},  // 2036
    {{2, 15}, {6, 18}, {9, 24}},  // 2037
    {{2, 4}, {6, 7}, {9, 13}},    // 2038
    {{1, 24}, {5, 27}, {10, 2}},  // 2039
    {{2, 12}, {6, 14}, {9, 20}},  // 2040
    {{2, 1}, {6, 3}, {9, 10}},    // 2041
    {{1, 22}, {6, 22}, {9, 28}},  // 2042
    {{2, 10}, {6, 11}, {9, 17}},  // 2043
    {{1, 30}, {5, 31}, {10, 5}},  // 2044
    {{2, 17}, {6, 19}, {9, 25}},  // 2045
    {{2, 6}, {6, 8}, {9, 15}},    // 2046
    {{1, 26}, {5, 29}, {10, 4}},  // 2047
    {{2, 14}, {6, 15}, {9, 22}},  // 2048
    {{2, 2}, {6, 4}, {9, 11}},    // 2049
    {{1, 23}, {6, 23}, {9, 30}},  // 2050
}};

// Since 2025 New Year's eve and the 2nd of May are statutory holidays too.
constexpr int eve_since = 2025;

Date in_year(int year, MonthDay day) { return make_date(year, day.month, day.day); }

// The solar term: right for every year of this century.
int qingming(int year) {
  const int of_century = year % 100;
  return (of_century * 2422 + 48100) / 10000 - of_century / 4;
}

bool is_lunar_holiday(Date day, int year) {
  const int index = year - first_year;
  if (index < 0 || index >= static_cast<int>(lunar_days.size())) return false;
  const LunarDays& known = lunar_days[static_cast<std::size_t>(index)];
  const int of_spring = day - in_year(year, known.new_year);
  const int first = year >= eve_since ? -1 : 0;
  return (of_spring >= first && of_spring <= 2) || day == in_year(year, known.dragon_boat) ||
         day == in_year(year, known.mid_autumn);
}

}  // namespace

bool is_statutory_holiday(Date day) {
  const int year = year_of(day);
  const int month = month_number(day);
  const int number = day_of_month(day);
  if (month == 1 && number == 1) return true;
  if (month == 4 && number == qingming(year)) return true;
  if (month == 5 && (number == 1 || (number == 2 && year >= eve_since))) return true;
  if (month == 10 && number <= 3) return true;
  return is_lunar_holiday(day, year);
}

}  // namespace svcadm::regulation
