#include "cmd/parse.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"

using namespace svcadm;
using namespace svcadm::cmd;

namespace {

Date day(int year, int month, int number) { return make_date(year, month, number); }

/// Somebody at a terminal, on a Monday at half past nine.
Present present(Date today = day(2026, 10, 12)) { return {.now = at(today, TimeOfDay{34200}), .interactive = true}; }

template <class Read>
std::string refusal(Read read) {
  try {
    read();
  } catch (const Error& error) {
    CHECK(error.failure() == Failure::usage);
    return error.problems().front().message.id;
  }
  return "accepted";
}

}  // namespace

TEST_CASE("a day is written in full, by a word, or short") {
  CHECK(read_day("2026-10-12", present()) == day(2026, 10, 12));
  CHECK(read_day("today", present()) == day(2026, 10, 12));
  CHECK(read_day("昨天", present()) == day(2026, 10, 11));
  CHECK(read_day("10-31", present()) == day(2026, 10, 31));
  CHECK(read_day("１０/３１", present()) == day(2026, 10, 31));
  CHECK(refusal([] { read_day("2026-02-29", present()); }) == "problem.usage.day");
  CHECK(refusal([] { read_day("13-01", present()); }) == "problem.usage.day");
  CHECK(refusal([] { read_day("", present()); }) == "problem.usage.day");
}

TEST_CASE("a short day is the one nearest to now") {
  CHECK(read_day("12-28", present(day(2026, 1, 5))) == day(2025, 12, 28));
  CHECK(read_day("1-5", present(day(2026, 12, 28))) == day(2027, 1, 5));
  CHECK(read_day("2-29", present(day(2028, 3, 20))) == day(2028, 2, 29));
  CHECK(refusal([] { read_day("2-29", present(day(2026, 10, 12))); }) == "problem.usage.day");
}

TEST_CASE("every short day of every day lies within six months") {
  for (Date today = day(2024, 1, 1); today < day(2029, 1, 1); ++today) {
    const Date read = read_day(to_string(today + 150).substr(5), present(today));
    CHECK(std::abs(read - today) <= 184);
  }
}

TEST_CASE("how a short day was read is said, and without a terminal the year is required") {
  Message said;
  Present watched = present();
  watched.note = [&](const Message& message) { said = message; };
  read_day("10-13", watched);
  CHECK(said == Message{"note.day-read", {std::string{"10-13"}, day(2026, 10, 13)}});
  watched.interactive = false;
  CHECK(refusal([&] { read_day("10-13", watched); }) == "problem.usage.day-year");
  CHECK(read_day("today", watched) == day(2026, 10, 12));
}

TEST_CASE("half days have am or pm behind the day") {
  CHECK(read_day_part("2026-10-12", present()) == DayPart{day(2026, 10, 12), Half::whole});
  CHECK(read_day_part("2026-10-12am", present()) == DayPart{day(2026, 10, 12), Half::am});
  CHECK(read_day_part("10-12 PM", present()) == DayPart{day(2026, 10, 12), Half::pm});
  CHECK(read_day_part("今天下午", present()) == DayPart{day(2026, 10, 12), Half::pm});
  CHECK(refusal([] { read_day_part("am", present()); }) == "problem.usage.day-part");
}

TEST_CASE("months are named or counted from now") {
  CHECK(read_month("2026-10", present()) == make_month(2026, 10));
  CHECK(read_month("this", present()) == make_month(2026, 10));
  CHECK(read_month("last", present(day(2026, 1, 5))) == make_month(2025, 12));
  CHECK(refusal([] { read_month("2026-13", present()); }) == "problem.usage.month");
}

TEST_CASE("moments are a day and a time, or a time of today") {
  const Moment half_past_nine = at(day(2026, 10, 12), TimeOfDay{34200});
  CHECK(read_moment("2026-10-12 09:30", present()) == half_past_nine);
  CHECK(read_moment("2026-10-12T09:30:05", present()) == half_past_nine + Span{5});
  CHECK(read_moment("9:30", present()) == half_past_nine);
  CHECK(read_moment("yesterday 09:30", present()) == half_past_nine - hours(24));
  CHECK(read_moment("now", present()) == half_past_nine);
  CHECK(refusal([] { read_moment("2026-10-12", present()); }) == "problem.usage.moment");
  CHECK(refusal([] { read_moment("25:00", present()); }) == "problem.usage.moment");
}

TEST_CASE("as of a bare day is its last second") {
  CHECK(read_as_of("2026-10-12", present()) == at(day(2026, 10, 13)) - Span{1});
  CHECK(read_as_of("2026-10-12 09:30", present()) == at(day(2026, 10, 12), TimeOfDay{34200}));
  CHECK(refusal([] { read_as_of("soon", present()); }) == "problem.usage.as-of");
}

TEST_CASE("amounts, times and counts") {
  CHECK(read_money(" 30.50 ") == yuan(30, 50));
  CHECK(read_time("09:30") == TimeOfDay{34200});
  CHECK(read_count("12") == 12);
  CHECK(refusal([] { read_money("30.505"); }) == "problem.usage.money");
  CHECK(refusal([] { read_time("9"); }) == "problem.usage.time");
  CHECK(refusal([] { read_count("-1"); }) == "problem.usage.count");
}
