#include "regulation/calendar_file.hpp"

#include <algorithm>
#include <set>

#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "regulation/fields.hpp"

namespace svcadm::regulation {

using domain::DayKind;

namespace {

constexpr int earliest_year = 2000;
constexpr int latest_year = 2200;

// A notice may name the last days of the year before: they are off because of it.
bool belongs_to(Date day, int year) { return year_of(day) == year || year_of(day) == year - 1; }

void check_days(const CalendarYear& calendar, const std::vector<int>& lines, const std::vector<std::string>& keys,
                Problems& problems) {
  std::set<Date> seen;
  for (std::size_t i = 0; i < calendar.days.size(); ++i) {
    const Date day = calendar.days[i].day;
    if (!belongs_to(day, calendar.year)) {
      problems.add({"notice.other-year", {day, std::int64_t{calendar.year}}}, lines[i], keys[i]);
    }
    if (!seen.insert(day).second) problems.add({"notice.twice", {day}}, lines[i], keys[i]);
  }
}

/// The notice of a year gives days off; a file without one would only take the year for decided.
void check_days_off(const CalendarYear& calendar, Problems& problems) {
  const auto is_off = [&](const NoticeDay& day) {
    return year_of(day.day) == calendar.year && !domain::is_worked(day.kind);
  };
  if (std::ranges::any_of(calendar.days, is_off)) return;
  problems.add({"notice.no-days-off", {std::int64_t{calendar.year}}}, 0, "days");
}

void sort_days(CalendarYear& calendar) {
  std::stable_sort(calendar.days.begin(), calendar.days.end(),
                   [](const NoticeDay& a, const NoticeDay& b) { return a.day < b.day; });
}

/// Reads the JSON form; JSON has no lines once it is parsed, so problems name the path.
class HolidayCn {
 public:
  HolidayCn(std::string_view text, std::string_view file) : text_{text}, problems_{file} {}

  CalendarYear read() {
    const nlohmann::json document = parse();
    CalendarYear calendar;
    const auto year = document.find("year");
    if (year != document.end() && year->is_number_integer() && *year >= earliest_year && *year <= latest_year) {
      calendar.year = year->get<int>();
    } else {
      problems_.add({"notice.json-value", {"year"}}, 0, "year");
    }
    calendar.notice = papers(document);
    read_days(document, calendar);
    if (problems_.empty()) check_days_off(calendar, problems_);
    problems_.throw_if_any();
    sort_days(calendar);
    return calendar;
  }

 private:
  nlohmann::json parse() {
    // A byte order mark is no JSON, and editors add it.
    if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
    if (trim(text_).empty()) {
      problems_.add({"input.empty-file"}, 0);
      problems_.throw_now();
    }
    // The library takes a NUL for the end and would not look at what follows.
    if (const auto nul = text_.find('\0'); nul != std::string_view::npos) bad_syntax(nul);
    try {
      // Of a key that stands twice the library keeps the last value.
      std::vector<std::set<std::string>> keys;
      const auto look = [&](int, nlohmann::json::parse_event_t event, const nlohmann::json& parsed) {
        using Event = nlohmann::json::parse_event_t;
        if (event == Event::object_start) keys.emplace_back();
        if (event == Event::object_end) keys.pop_back();
        if (event != Event::key || keys.back().insert(parsed.get<std::string>()).second) return true;
        problems_.add({"notice.json-twice", {parsed.get<std::string>()}}, 0, parsed.get<std::string>());
        return true;
      };
      auto document = nlohmann::json::parse(text_.begin(), text_.end(), look);
      if (document.is_object()) return document;
      problems_.add({"notice.json-value", {"{}"}}, 1);
    } catch (const nlohmann::json::parse_error& fault) {
      bad_syntax(fault.byte == 0 ? 0 : fault.byte - 1);
    } catch (const nlohmann::json::out_of_range&) {
      problems_.add({"notice.json-number"}, 0);  // the library does not say where
    }
    problems_.throw_now();
  }

  /// There the text is no JSON any more.
  [[noreturn]] void bad_syntax(std::size_t at) {
    const std::string_view before = text_.substr(0, std::min(at, text_.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const auto column = before.size() - (before.rfind('\n') + 1) + 1;
    problems_.add({"notice.json-syntax", {static_cast<std::int64_t>(line), static_cast<std::int64_t>(column)}},
                  static_cast<int>(line));
    problems_.throw_now();
  }

  static std::string papers(const nlohmann::json& document) {
    std::string text;
    const auto papers = document.find("papers");
    if (papers == document.end() || !papers->is_array()) return text;
    for (const auto& paper : *papers) {
      if (paper.is_string()) text += (text.empty() ? "" : " ") + printable(paper.get<std::string>());
    }
    return text;
  }

  void read_days(const nlohmann::json& document, CalendarYear& calendar) {
    const auto days = document.find("days");
    if (days == document.end() || !days->is_array()) {
      problems_.add({"notice.json-value", {"days"}}, 0, "days");
      return;
    }
    std::vector<std::string> keys;
    int number = 0;
    for (const auto& item : *days) {
      const std::string key = "days." + std::to_string(++number);
      if (const auto day = read_day(item, key)) {
        calendar.days.push_back(*day);
        keys.push_back(key);
      }
    }
    if (calendar.year != 0) check_days(calendar, std::vector<int>(calendar.days.size(), 0), keys, problems_);
  }

  std::optional<NoticeDay> read_day(const nlohmann::json& item, const std::string& key) {
    const auto text = [&](const char* name) -> std::optional<std::string> {
      const auto found = item.is_object() ? item.find(name) : item.end();
      if (found == item.end() || !found->is_string()) return std::nullopt;
      return found->get<std::string>();
    };
    const auto date_text = text("date");
    const auto date = date_text ? parse_date(*date_text) : std::nullopt;
    if (!date) problems_.add({"notice.json-value", {"date"}}, 0, key + ".date");
    const auto off = item.is_object() ? item.find("isOffDay") : item.end();
    const bool has_off = off != item.end() && off->is_boolean();
    if (!has_off) problems_.add({"notice.json-value", {"isOffDay"}}, 0, key + ".isOffDay");
    if (!date || !has_off) return std::nullopt;
    return NoticeDay{*date, kind_of(*date, off->get<bool>()), printable(text("name").value_or(""))};
  }

  static DayKind kind_of(Date day, bool off) {
    if (!off) return is_weekend(day) ? DayKind::makeup_workday : DayKind::workday;
    return is_statutory_holiday(day) ? DayKind::statutory_holiday : DayKind::rest_day;
  }

  std::string_view text_;
  Problems problems_;
};

}  // namespace

CalendarYear read_calendar_toml(std::string_view text, std::string_view file_name) {
  Problems problems{file_name};
  const Node document = parse_document(text, problems);
  const Source source;
  Fields in{document, "", source, problems};
  CalendarYear calendar;
  in.count("format", 1, 1);
  calendar.year = in.count("year", earliest_year, latest_year);
  calendar.notice = in.text("notice");
  std::vector<int> lines;
  std::vector<std::string> keys;
  for (Fields& row : in.tables("days")) {
    NoticeDay day;
    day.day = row.date("date");
    day.kind = row.word<DayKind>("kind", {{"workday", DayKind::workday},
                                          {"rest_day", DayKind::rest_day},
                                          {"statutory_holiday", DayKind::statutory_holiday},
                                          {"makeup_workday", DayKind::makeup_workday}});
    day.name = row.text("name");
    row.finish();
    lines.push_back(row.line());
    keys.push_back(row.path());
    calendar.days.push_back(std::move(day));
  }
  in.finish();
  if (in.has("year")) check_days(calendar, lines, keys, problems);
  if (problems.empty()) check_days_off(calendar, problems);
  problems.throw_if_any();
  sort_days(calendar);
  return calendar;
}

CalendarYear read_holiday_cn_json(std::string_view text, std::string_view file_name) {
  return HolidayCn{text, file_name}.read();
}

}  // namespace svcadm::regulation
