#include "base/moment.hpp"

#include <doctest/doctest.h>

using namespace svcadm;

TEST_CASE("a moment is a day and a time, before 1970 too") {
  const Moment moment = at(make_date(2026, 10, 12), TimeOfDay{9 * 3600 + 30 * 60 + 5});
  CHECK(to_string(moment) == "2026-10-12 09:30:05");
  CHECK(date_of(moment) == make_date(2026, 10, 12));
  CHECK(time_of(moment) == TimeOfDay{34205});
  CHECK(date_of(Moment{-1}) == make_date(1969, 12, 31));
  CHECK(to_string(Moment{-1}) == "1969-12-31 23:59:59");
}

TEST_CASE("a time seen from another day may pass midnight") {
  const Moment half_past_one = at(make_date(2026, 10, 13), TimeOfDay{5400});
  CHECK(time_on(half_past_one, make_date(2026, 10, 12)) == TimeOfDay{86400 + 5400});
  CHECK(time_on(half_past_one, make_date(2026, 10, 14)) == TimeOfDay{5400 - 86400});
}

TEST_CASE("times of day keep their seconds and go on to the next day") {
  CHECK(parse_time("9:30") == TimeOfDay{34200});
  CHECK(parse_time("09:30:05") == TimeOfDay{34205});
  CHECK(parse_time("30:00") == TimeOfDay{30 * 3600});
  CHECK(to_string(TimeOfDay{34200}) == "09:30");
  CHECK(to_string(TimeOfDay{34205}) == "09:30:05");
  for (const char* text : {"", "9", "9:60", "9:30:60", "48:00", "-1:00", "9:30:", "9:3x", "9:30:00:00", "009:30"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_time(text));
  }
}

TEST_CASE("a moment is read strictly") {
  CHECK(parse_moment("2026-10-12 09:30") == at(make_date(2026, 10, 12), TimeOfDay{34200}));
  CHECK(parse_moment("2026-10-12T09:30:05") == at(make_date(2026, 10, 12), TimeOfDay{34205}));
  CHECK(parse_moment("2026/1/2 0:00:00") == at(make_date(2026, 1, 2)));
  for (const char* text :
       {"", "2026-10-12", "2026-10-12 ", "2026-10-12 24:00", "2026-02-30 09:00", "09:30", "2026-10-12 09:30 AM"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_moment(text));
  }
}

TEST_CASE("spans are minutes and seconds, from an hour on with hours") {
  CHECK(to_string(minutes(15) + Span{1}) == "15:01");
  CHECK(to_string(Span{270}) == "4:30");
  CHECK(to_string(minutes(65)) == "1:05:00");
  CHECK(to_string(Span{-61}) == "-1:01");
  CHECK(parse_span("15min") == minutes(15));
  CHECK(parse_span("48h") == hours(48));
  CHECK(parse_span("90s") == Span{90});
  for (const char* text : {"", "15", "min", "-5min", "1.5h", "15 min", "1234567s"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_span(text));
  }
}
