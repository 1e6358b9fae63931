#include "cmd/parse.hpp"

#include <array>
#include <charconv>
#include <cstdlib>
#include <optional>

#include "base/error.hpp"
#include "base/text.hpp"

namespace svcadm::cmd {

namespace {

constexpr int half_a_year = 184;  // days in the longest six months

[[noreturn]] void refuse(std::string id, std::string_view text) {
  throw Error{Failure::usage, Message{std::move(id), {std::string{text}}}};
}

template <class Value>
Value need(const std::optional<Value>& value, std::string id, std::string_view text) {
  if (!value) refuse(std::move(id), text);
  return *value;
}

std::optional<int> small_number(std::string_view text) {
  int value = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failed != std::errc{} || end != text.data() + text.size() || text.empty() || text.size() > 2) return std::nullopt;
  return value;
}

/// The day of that month and number nearest to `today`; none where the nearest is over six months away.
std::optional<Date> nearest_day(int month, int day, Date today) {
  std::optional<Date> best;
  for (int year = year_of(today) - 1; year <= year_of(today) + 1; ++year) {
    if (!valid_date(year, month, day)) continue;
    const Date candidate = make_date(year, month, day);
    if (!best || std::abs(candidate - today) < std::abs(*best - today)) best = candidate;
  }
  if (best && std::abs(*best - today) > half_a_year) return std::nullopt;
  return best;
}

/// "10-12" or "10/12"; nothing for other forms.
std::optional<Date> short_day(std::string_view text, const Present& present) {
  const auto gap = text.find_first_of("-/");
  if (gap == std::string_view::npos) return std::nullopt;
  const auto month = small_number(text.substr(0, gap));
  const auto day = small_number(text.substr(gap + 1));
  if (!month || !day) return std::nullopt;
  const auto found = nearest_day(*month, *day, date_of(present.now));
  if (!found) return std::nullopt;
  if (!present.interactive) refuse("problem.usage.day-year", text);
  present.note(Message{"note.day-read", {std::string{text}, *found}});
  return found;
}

std::optional<Date> any_day(std::string_view text, const Present& present) {
  const std::string word = fold(text);
  const Date today = date_of(present.now);
  if (word == "today" || word == "今天") return today;
  if (word == "yesterday" || word == "昨天") return today - 1;
  if (const auto day = parse_date(word)) return day;
  return short_day(word, present);
}

std::optional<Moment> any_moment(std::string_view text, const Present& present) {
  const std::string word = fold(text);
  if (word == "now" || word == "现在") return present.now;
  if (const auto moment = parse_moment(trim(text))) return moment;
  constexpr std::int32_t day_seconds = 86400;
  if (const auto time = parse_time(word); time && time->seconds < day_seconds) return at(date_of(present.now), *time);
  const auto gap = word.rfind(' ');
  if (gap == std::string::npos) return std::nullopt;
  const auto time = parse_time(std::string_view{word}.substr(gap + 1));
  if (!time || time->seconds >= day_seconds) return std::nullopt;
  const auto day = any_day(std::string_view{word}.substr(0, gap), present);
  if (!day) return std::nullopt;
  return at(*day, *time);
}

}  // namespace

Date read_day(std::string_view text, const Present& present) {
  return need(any_day(text, present), "problem.usage.day", text);
}

DayPart read_day_part(std::string_view text, const Present& present) {
  struct Suffix {
    std::string_view text;
    Half half;
  };
  static constexpr std::array<Suffix, 4> suffixes{
      {{"am", Half::am}, {"pm", Half::pm}, {"上午", Half::am}, {"下午", Half::pm}}};
  std::string word = fold(text);
  Half half = Half::whole;
  for (const Suffix& suffix : suffixes) {
    if (!word.ends_with(suffix.text)) continue;
    half = suffix.half;
    word.resize(word.size() - suffix.text.size());
    break;
  }
  return {need(any_day(word, present), "problem.usage.day-part", text), half};
}

Month read_month(std::string_view text, const Present& present) {
  const std::string word = fold(text);
  const Month current = month_of(date_of(present.now));
  if (word == "this" || word == "本月") return current;
  if (word == "last" || word == "上月") return current - 1;
  return need(parse_month(word), "problem.usage.month", text);
}

Moment read_moment(std::string_view text, const Present& present) {
  return need(any_moment(text, present), "problem.usage.moment", text);
}

Moment read_as_of(std::string_view text, const Present& present) {
  if (const auto moment = any_moment(text, present)) return *moment;
  return at(need(any_day(text, present), "problem.usage.as-of", text) + 1) - Span{1};
}

TimeOfDay read_time(std::string_view text) { return need(parse_time(trim(text)), "problem.usage.time", text); }
Money read_money(std::string_view text) { return need(parse_money(trim(text)), "problem.usage.money", text); }

int read_count(std::string_view text) {
  int count = 0;
  const std::string_view word = trim(text);
  const auto [end, failed] = std::from_chars(word.data(), word.data() + word.size(), count);
  if (failed != std::errc{} || end != word.data() + word.size() || count < 0) refuse("problem.usage.count", text);
  return count;
}

Span read_offset(std::string_view text) {
  const std::string_view word = trim(text);
  const std::size_t colon = word.find(':');
  if (word.empty() || (word[0] != '+' && word[0] != '-') || colon == std::string_view::npos || colon < 2) {
    refuse("problem.usage.offset", text);
  }
  int total = 0;
  const std::string_view minutes = word.substr(1, colon - 1);
  const auto [end, failed] = std::from_chars(minutes.data(), minutes.data() + minutes.size(), total);
  const auto seconds = small_number(word.substr(colon + 1));
  constexpr int most_minutes = 100'000;
  if (failed != std::errc{} || end != minutes.data() + minutes.size() || total < 0 || total > most_minutes ||
      !seconds || *seconds > 59) {
    refuse("problem.usage.offset", text);
  }
  const Span span{std::int64_t{total} * 60 + *seconds};
  return word[0] == '-' ? Span{} - span : span;
}

std::int64_t read_id(std::string_view letters, std::string_view text) {
  const std::string folded = fold(text);
  const std::string_view digits = std::string_view{folded}.substr(folded.starts_with(letters) ? letters.size() : 0);
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
  if (error != std::errc{} || end != digits.data() + digits.size() || id < 1) refuse("problem.usage.id", text);
  return id;
}

}  // namespace svcadm::cmd
