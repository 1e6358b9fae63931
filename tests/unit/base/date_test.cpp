#include "base/date.hpp"

#include <doctest/doctest.h>

using namespace svcadm;

TEST_CASE("days are counted from 1970-01-01") {
  CHECK(make_date(1970, 1, 1).days == 0);
  CHECK(make_date(2026, 10, 12).days == 56 * 365 + 14 + 284);
  CHECK(weekday(make_date(2026, 10, 12)) == Weekday::monday);
  CHECK(is_weekend(make_date(2026, 10, 17)));
  CHECK_FALSE(is_weekend(make_date(2026, 10, 16)));
}

TEST_CASE("every day of 400 years is written and read back") {
  Date expected = make_date(1900, 1, 1);
  for (int year = 1900; year < 2300; ++year) {
    for (int month = 1; month <= 12; ++month) {
      for (int day = 1; day <= 31; ++day) {
        if (!valid_date(year, month, day)) continue;
        const Date date = make_date(year, month, day);
        REQUIRE(date == expected);
        REQUIRE(parse_date(to_string(date)) == date);
        ++expected;
      }
    }
  }
}

TEST_CASE("29 February exists in leap years alone") {
  CHECK(valid_date(2024, 2, 29));
  CHECK(valid_date(2000, 2, 29));
  CHECK_FALSE(valid_date(2026, 2, 29));
  CHECK_FALSE(valid_date(2100, 2, 29));
  CHECK_FALSE(valid_date(2026, 13, 1));
  CHECK_FALSE(valid_date(2026, 4, 31));
  CHECK_FALSE(valid_date(2026, 4, 0));
}

TEST_CASE("days are read in the forms that spreadsheets write") {
  const Date day = make_date(2026, 1, 2);
  for (const char* text : {"2026-01-02", "2026/01/02", "2026/1/2", "2026.1.2", "20260102"}) {
    CAPTURE(text);
    CHECK(parse_date(text) == day);
  }
  for (const char* text : {"", "2026", "2026-1", "26-01-02", "2026-01/02", "2026-1-2-3", "2026-00-01", "2026-02-30",
                           "02.01.2026", "+026-01-02", "2026-01-02 ", "2026-001-2", "2026010", "46024"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text));
  }
}

TEST_CASE("months on, the day clamps to the end of the month") {
  CHECK(add_months(make_date(2026, 1, 31), 1) == make_date(2026, 2, 28));
  CHECK(add_months(make_date(2024, 1, 31), 1) == make_date(2024, 2, 29));
  CHECK(add_months(make_date(2026, 3, 31), -1) == make_date(2026, 2, 28));
  CHECK(add_months(make_date(2026, 11, 15), 3) == make_date(2027, 2, 15));
}

TEST_CASE("years are complete on the same day, for 29 February on 1 March") {
  CHECK(complete_years(make_date(2020, 5, 6), make_date(2026, 5, 5)) == 5);
  CHECK(complete_years(make_date(2020, 5, 6), make_date(2026, 5, 6)) == 6);
  CHECK(complete_years(make_date(2024, 2, 29), make_date(2025, 2, 28)) == 0);
  CHECK(complete_years(make_date(2024, 2, 29), make_date(2025, 3, 1)) == 1);
  CHECK(complete_years(make_date(2024, 2, 29), make_date(2028, 2, 29)) == 4);
  CHECK(complete_years(make_date(2026, 5, 6), make_date(2026, 5, 5)) == -1);
}

TEST_CASE("months know their days and their neighbours") {
  const Month month = make_month(2026, 12);
  CHECK(to_string(month + 1) == "2027-01");
  CHECK(first_day(month) == make_date(2026, 12, 1));
  CHECK(last_day(month) == make_date(2026, 12, 31));
  CHECK(days_in(make_month(2028, 2)) == 29);
  CHECK(month_of(make_date(2026, 12, 31)) == month);
  CHECK(parse_month("2026-12") == month);
  CHECK(parse_month("202612") == month);
  for (const char* text : {"2026-13", "2026-00", "2026-1", "202613", "12-2026", ""}) CHECK_FALSE(parse_month(text));
}
