#include "base/moment.hpp"

#include <fmt/compile.h>

namespace svcadm {

namespace {

constexpr std::int64_t day_seconds = 86400;

std::optional<int> number(std::string_view text, std::size_t most_digits) {
  if (text.empty() || text.size() > most_digits) return std::nullopt;
  int value = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    value = value * 10 + (digit - '0');
  }
  return value;
}

}  // namespace

Date date_of(Moment moment) {
  std::int64_t days = moment.seconds / day_seconds;
  if (moment.seconds % day_seconds < 0) --days;
  return {static_cast<std::int32_t>(days)};
}

TimeOfDay time_of(Moment moment) { return time_on(moment, date_of(moment)); }

TimeOfDay time_on(Moment moment, Date day) {
  return {static_cast<std::int32_t>(moment.seconds - std::int64_t{day.days} * day_seconds)};
}

std::optional<TimeOfDay> parse_time(std::string_view text) {
  const auto first = text.find(':');
  if (first == std::string_view::npos) return std::nullopt;
  const auto second = text.find(':', first + 1);
  const auto hour = number(text.substr(0, first), 2);
  const auto minute =
      number(text.substr(first + 1, second == std::string_view::npos ? std::string_view::npos : second - first - 1), 2);
  const auto seconds = second == std::string_view::npos ? 0 : number(text.substr(second + 1), 2);
  if (!hour || !minute || !seconds || *hour > 47 || *minute > 59 || *seconds > 59) return std::nullopt;
  return TimeOfDay{*hour * 3600 + *minute * 60 + *seconds};
}

std::optional<Moment> parse_moment(std::string_view text) {
  const auto gap = text.find_first_of(" T");
  if (gap == std::string_view::npos) return std::nullopt;
  const auto day = parse_date(text.substr(0, gap));
  const auto rest = text.find_first_not_of(' ', gap + 1);
  if (!day || rest == std::string_view::npos) return std::nullopt;
  const auto time = parse_time(text.substr(rest));
  if (!time || time->seconds >= day_seconds) return std::nullopt;
  return at(*day, *time);
}

std::optional<Span> parse_span(std::string_view text) {
  const auto unit_at = text.find_first_not_of("0123456789");
  if (unit_at == std::string_view::npos) return std::nullopt;
  const auto count = number(text.substr(0, unit_at), 6);
  const std::string_view unit = text.substr(unit_at);
  if (!count) return std::nullopt;
  if (unit == "s") return Span{*count};
  if (unit == "min") return minutes(*count);
  if (unit == "h") return hours(*count);
  return std::nullopt;
}

std::string to_string(TimeOfDay time) {
  if (time.seconds < 0) return "-" + to_string(TimeOfDay{-time.seconds});
  const int hour = time.seconds / 3600;
  const int minute = time.seconds / 60 % 60;
  const int second = time.seconds % 60;
  return second == 0 ? fmt::format(FMT_COMPILE("{:02}:{:02}"), hour, minute)
                     : fmt::format(FMT_COMPILE("{:02}:{:02}:{:02}"), hour, minute, second);
}

std::string to_string(Moment moment) {
  const TimeOfDay time = time_of(moment);
  return fmt::format("{} {:02}:{:02}:{:02}", to_string(date_of(moment)), time.seconds / 3600, time.seconds / 60 % 60,
                     time.seconds % 60);
}

std::string to_string(Span span) {
  const std::int64_t seconds = span.seconds < 0 ? -span.seconds : span.seconds;
  const std::string sign = span.seconds < 0 ? "-" : "";
  if (seconds >= 3600) return fmt::format("{}{}:{:02}:{:02}", sign, seconds / 3600, seconds / 60 % 60, seconds % 60);
  return fmt::format("{}{}:{:02}", sign, seconds / 60, seconds % 60);
}

}  // namespace svcadm
