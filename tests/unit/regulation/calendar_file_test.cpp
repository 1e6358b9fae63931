#include <map>

#include <doctest/doctest.h>

#include "regulation/calendar_file.hpp"
#include "unit/regulation/fixture.hpp"

namespace svcadm::regulation::test {

using domain::DayKind;

namespace {

CalendarYear shipped_year(int year) {
  const auto path = source_folder() / "schemas/calendars" / (std::to_string(year) + ".toml");
  return read_calendar_toml(read_file(path), path.filename().string());
}

std::string json_of(const CalendarYear& calendar) {
  std::string days;
  for (const NoticeDay& day : calendar.days) {
    days += std::string{days.empty() ? "" : ","} + "{\"name\":\"" + day.name + "\",\"date\":\"" + to_string(day.day) +
            "\",\"isOffDay\":" + (domain::is_worked(day.kind) ? "false" : "true") + "}";
  }
  return "{\"$schema\":\"x\",\"year\":" + std::to_string(calendar.year) + ",\"papers\":[\"" + calendar.notice +
         "\"],\"days\":[" + days + "]}";
}

Faults json_faults(const std::string& text) {
  return faults([&] { read_holiday_cn_json(text, "2026.json"); });
}

int worked_days(int year, int month) {
  std::map<Date, DayKind> kinds;
  for (const NoticeDay& day : shipped_year(year).days) kinds[day.day] = day.kind;
  int count = 0;
  const Month whole = make_month(year, month);
  for (Date day = first_day(whole); day <= last_day(whole); ++day) {
    const auto known = kinds.find(day);
    count += known == kinds.end() ? !is_weekend(day) : domain::is_worked(known->second);
  }
  return count;
}

}  // namespace

TEST_CASE("the shipped calendars load, each with its notice, and no day follows the week") {
  for (const auto& path : files_in(source_folder() / "schemas/calendars", ".toml")) {
    const CalendarYear calendar = read_calendar_toml(read_file(path), path.filename().string());
    CHECK(std::to_string(calendar.year) == path.stem().string());
    CHECK(calendar.notice.starts_with("http"));
    CHECK(calendar.days.size() > 30);
    for (const NoticeDay& day : calendar.days) {
      CAPTURE(to_string(day.day));
      CHECK_FALSE(day.name.empty());
      if (day.kind == DayKind::makeup_workday) CHECK(is_weekend(day.day));
      CHECK(day.kind != DayKind::workday);
    }
  }
}

TEST_CASE("October 2026 has 18 workdays and September 2026 has 22") {
  CHECK(worked_days(2026, 10) == 18);
  CHECK(worked_days(2026, 9) == 22);
}

TEST_CASE("statutory days worked out from the measures are those of the four shipped notices") {
  for (const int year : {2023, 2024, 2025, 2026}) {
    for (const NoticeDay& day : shipped_year(year).days) {
      CAPTURE(to_string(day.day));
      CHECK(is_statutory_holiday(day.day) == (day.kind == DayKind::statutory_holiday));
    }
    int statutory = 0;
    for (Date day = make_date(year, 1, 1); day <= make_date(year, 12, 31); ++day)
      statutory += is_statutory_holiday(day);
    CHECK(statutory == (year < 2025 ? 11 : 13));
  }
}

TEST_CASE("New Year's eve and the 2nd of May are statutory from 2025 on only") {
  CHECK_FALSE(is_statutory_holiday(make_date(2024, 2, 9)));
  CHECK(is_statutory_holiday(make_date(2025, 1, 28)));
  CHECK_FALSE(is_statutory_holiday(make_date(2024, 5, 2)));
  CHECK(is_statutory_holiday(make_date(2025, 5, 2)));
}

TEST_CASE("days that follow the moon are known from 2014 to 2050") {
  CHECK(is_statutory_holiday(make_date(2027, 2, 6)));
  CHECK(is_statutory_holiday(make_date(2030, 2, 3)));
  CHECK(is_statutory_holiday(make_date(2050, 9, 30)));
  CHECK_FALSE(is_statutory_holiday(make_date(2051, 2, 11)));
  CHECK(is_statutory_holiday(make_date(2051, 10, 1)));
}

TEST_CASE("the holiday-cn form of a shipped year gives the shipped year") {
  for (const int year : {2023, 2024, 2025, 2026}) {
    const CalendarYear expected = shipped_year(year);
    const CalendarYear read = read_holiday_cn_json("\xEF\xBB\xBF" + json_of(expected), "x.json");
    CHECK(read.year == expected.year);
    CHECK(read.notice == expected.notice);
    REQUIRE(read.days.size() == expected.days.size());
    for (std::size_t i = 0; i < read.days.size(); ++i) {
      CAPTURE(to_string(expected.days[i].day));
      CHECK(read.days[i].day == expected.days[i].day);
      CHECK(read.days[i].kind == expected.days[i].kind);
      CHECK(read.days[i].name == expected.days[i].name);
    }
  }
}

TEST_CASE("a day of the year before belongs to the file, one of another year does not") {
  CHECK(shipped_year(2023).days.front().day == make_date(2022, 12, 31));
  CHECK(json_faults(R"({"year":2026,"days":[{"name":"a","date":"2024-12-31","isOffDay":true}]})") ==
        Faults{"0 notice.other-year"});
  CHECK(json_faults(R"({"year":2026,"days":[{"name":"a","date":"2027-01-01","isOffDay":true}]})") ==
        Faults{"0 notice.other-year"});
}

TEST_CASE("damaged JSON is refused with every problem") {
  CHECK(json_faults("{\"year\":2026,\n\"days\":[}") == Faults{"2 notice.json-syntax"});
  CHECK(json_faults(" \n") == Faults{"0 input.empty-file"});
  CHECK(json_faults("[]") == Faults{"1 notice.json-value"});
  CHECK(json_faults("{}") == Faults{"0 notice.json-value", "0 notice.json-value"});
  CHECK(json_faults(
            R"({"year":"2026","days":[{"date":"2026-02-30","isOffDay":true},{"date":"2026-01-01","isOffDay":1},3]})")
            .size() == 5);
  CHECK(json_faults(
            R"({"year":2026,"days":[{"date":"2026-01-01","isOffDay":true},{"date":"2026-01-01","isOffDay":true}]})") ==
        Faults{"0 notice.twice"});
  CHECK(json_faults(R"({"year":2026.5,"days":[]})") == Faults{"0 notice.json-value"});
  CHECK(json_faults(R"({"year":99999999999999999999,"days":[]})") == Faults{"0 notice.json-value"});
  CHECK(json_faults("{\"year\":2026,\"days\":" + std::string(200'000, '[')) == Faults{"1 notice.json-syntax"});
}

TEST_CASE(
    "what the JSON library would pass over is told: text behind a NUL, a key said twice, a number without bounds") {
  using namespace std::string_literals;
  const std::string good = R"({"year":2028,"days":[{"name":"a","date":"2028-01-03","isOffDay":true}]})";
  CHECK(read_holiday_cn_json(good, "2028.json").days.size() == 1);
  CHECK(json_faults(good + "\n\0{}"s) == Faults{"2 notice.json-syntax"});
  CHECK(json_faults(R"({"year":2029,)" + good.substr(1)) == Faults{"0 notice.json-twice"});
  CHECK(json_faults(R"({"x":1e999999,)" + good.substr(1)) == Faults{"0 notice.json-number"});
}

TEST_CASE("a notice without a day off in its year is none") {
  CHECK(json_faults(R"({"year":2028,"days":[]})") == Faults{"0 notice.no-days-off"});
  CHECK(json_faults(R"({"year":2028,"days":[{"name":"a","date":"2028-01-08","isOffDay":false},
                                            {"name":"a","date":"2027-12-31","isOffDay":true}]})") ==
        Faults{"0 notice.no-days-off"});
  CHECK(faults([] {
          read_calendar_toml(
              "format = 1\nyear = 2028\nnotice = \"x\"\ndays = [\n"
              "{ date = 2028-01-08, kind = \"makeup_workday\", name = \"a\" },\n]\n",
              "2028.toml");
        }) == Faults{"0 notice.no-days-off"});
}

TEST_CASE("a day worked on a weekday is no make-up workday") {
  const auto calendar = read_holiday_cn_json(R"({"year":2026,"days":[{"name":"a","date":"2026-10-12","isOffDay":false},
                                                   {"name":"a","date":"2026-10-13","isOffDay":true}]})",
                                             "x");
  CHECK(calendar.days[0].kind == DayKind::workday);
  CHECK(calendar.notice.empty());
}

TEST_CASE("a calendar file is read as strictly as a regulation") {
  const auto found = [](const std::string& text) { return faults([&] { read_calendar_toml(text, "2026.toml"); }); };
  const std::string header = "format = 1\nyear = 2026\nnotice = \"x\"\n";
  CHECK(found(header + "days = [\n{ date = 2026-01-01, kind = \"holiday\", name = \"a\" },\n"
                       "{ date = 2026-01-01, kind = \"rest_day\", name = \"a\", note = 1 },\n"
                       "{ date = 2028-01-01, kind = \"rest_day\" },\n]\n") ==
        Faults{"5 regulation.unknown-word", "6 regulation.unknown-key", "6 notice.twice", "7 regulation.missing-key",
               "7 notice.other-year"});
  CHECK(found("# nothing\n") == Faults{"1 regulation.missing-key", "1 regulation.missing-key", "1 regulation.missing-key",
                            "1 regulation.missing-key"});
  CHECK(found("format = 2\nyear = 2026\nnotice = \"x\"\ndays = []\n") ==
        Faults{"1 regulation.out-of-range", "4 regulation.empty-list"});
}

}  // namespace svcadm::regulation::test
