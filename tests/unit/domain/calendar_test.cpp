#include <doctest/doctest.h>

#include "domain/calendar.hpp"

using namespace svcadm;
using namespace svcadm::domain;

namespace {

constexpr TimeOfDay clock(int hour, int minute = 0) { return {hour * 3600 + minute * 60}; }

}  // namespace

TEST_CASE("windows are read in order and said as they were written") {
  const auto windows = parse_windows("09:30-12:30,13:30-18:30");
  REQUIRE(windows);
  CHECK(*windows == std::vector<Window>{{clock(9, 30), clock(12, 30)}, {clock(13, 30), clock(18, 30)}});
  CHECK(to_string(*windows) == "09:30-12:30,13:30-18:30");
}

TEST_CASE("a window that ends before it begins ends on the next day") {
  const auto windows = parse_windows("22:00-02:00,03:00-07:00");
  REQUIRE(windows);
  CHECK(*windows == std::vector<Window>{{clock(22), clock(24 + 2)}, {clock(24 + 3), clock(24 + 7)}});
  CHECK(to_string(*windows) == "22:00-02:00,03:00-07:00");
}

TEST_CASE("windows that touch, overlap, pass 24 hours or are none are refused") {
  for (const char* text : {"09:00-12:00,12:00-18:00", "09:00-12:00,11:00-18:00", "09:00", "9-12", "", "09:00-18:00,19:00-10:00"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_windows(text));
  }
}

TEST_CASE("the longest break parts the halves, the first of equals") {
  const Shift shift{"x", {{clock(8), clock(10)}, {clock(10, 15), clock(12)}, {clock(13), clock(15)}, {clock(16), clock(18)}}};
  CHECK(shift.border() == Window{clock(12), clock(13)});
  CHECK_FALSE(Shift{"y", {{clock(9), clock(17)}}}.longest_break());
  CHECK(Shift{"y", {{clock(9), clock(17)}}}.border() == Window{clock(13), clock(13)});
}

TEST_CASE("kinds of day by key; workdays and make-up workdays are worked") {
  for (const DayKind kind : {DayKind::workday, DayKind::rest_day, DayKind::statutory_holiday, DayKind::makeup_workday}) {
    CHECK(parse_day_kind(to_key(kind)) == kind);
  }
  CHECK_FALSE(parse_day_kind("holiday"));
  CHECK(is_worked(DayKind::makeup_workday));
  CHECK_FALSE(is_worked(DayKind::statutory_holiday));
}

TEST_CASE("a day's due work is one day where the shift works, else none") {
  CHECK(DayPlan{.day = make_date(2026, 10, 12), .shift = {"早", {{clock(9), clock(17)}}}}.due() == whole_days(1));
  CHECK(DayPlan{}.due() == HalfDays{});
}
