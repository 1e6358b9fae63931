#pragma once
// Office civil time to the second: moments, times of day and spans.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"

namespace svcadm {

/// A length of time in seconds.
struct Span {
  std::int64_t seconds = 0;
  constexpr auto operator<=>(const Span&) const = default;
  constexpr Span operator+(Span other) const { return {seconds + other.seconds}; }
  constexpr Span operator-(Span other) const { return {seconds - other.seconds}; }
};

constexpr Span minutes(std::int64_t count) { return {count * 60}; }
constexpr Span hours(std::int64_t count) { return {count * 3600}; }

/// Seconds since the start of a civil day.  May pass 24:00 where a shift runs over midnight.
struct TimeOfDay {
  std::int32_t seconds = 0;
  constexpr auto operator<=>(const TimeOfDay&) const = default;
  constexpr TimeOfDay operator+(Span span) const { return {seconds + static_cast<std::int32_t>(span.seconds)}; }
  constexpr Span operator-(TimeOfDay other) const { return {std::int64_t{seconds} - other.seconds}; }
};

/// Seconds of office civil time since 1970-01-01 00:00.  Stored as that integer; no zone, no leap seconds.
struct Moment {
  std::int64_t seconds = 0;
  constexpr auto operator<=>(const Moment&) const = default;
  constexpr Moment operator+(Span span) const { return {seconds + span.seconds}; }
  constexpr Moment operator-(Span span) const { return {seconds - span.seconds}; }
  constexpr Span operator-(Moment other) const { return {seconds - other.seconds}; }
};

constexpr Moment at(Date day, TimeOfDay time = {}) { return {std::int64_t{day.days} * 86400 + time.seconds}; }

Date date_of(Moment moment);
TimeOfDay time_of(Moment moment);
/// The moment seen from the start of `day`; may be negative or pass 24:00.
TimeOfDay time_on(Moment moment, Date day);

/// "9:30", "09:30" or "09:30:05"; hours up to 47 (a shift's end over midnight may be written 30:00).
std::optional<TimeOfDay> parse_time(std::string_view text);
/// A day and a time with a blank or T between: "2026-10-12 09:30:05".  Strict: every field in its range.
std::optional<Moment> parse_moment(std::string_view text);
/// "15min", "90s", "48h".
std::optional<Span> parse_span(std::string_view text);

/// "09:30", or "09:30:05" where there are seconds; "26:05" on the morning after, "-00:10" on the evening before.
std::string to_string(TimeOfDay time);
std::string to_string(Moment moment);  ///< "2026-10-12 09:30:05"
std::string to_string(Span span);      ///< "15:01" minutes and seconds, "1:05:00" from an hour on

}  // namespace svcadm
