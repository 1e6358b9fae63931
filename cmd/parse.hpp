#pragma once
// What people type becomes values here: days, halves of days, months, moments, money, choices.
//
// Each function throws Failure::usage with a sentence that names the accepted forms.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/message.hpp"

namespace svcadm::cmd {

/// What "today" means, and whether somebody is there to see how a short form was understood.
struct Present {
  Moment now;
  bool interactive = false;
  std::function<void(const Message&)> note = [](const Message&) {};
};

enum class Half { whole, am, pm };

/// A day or one half of it.
struct DayPart {
  Date day;
  Half half = Half::whole;
  friend bool operator==(const DayPart&, const DayPart&) = default;
};

/// "2026-10-12", "today", "yesterday"; "10-12" is the one nearest to now, said in a note, and refused where
/// nobody is at a terminal.
Date read_day(std::string_view text, const Present& present);

/// A day, with "am" or "pm" behind it for a half ("2026-10-12am").
DayPart read_day_part(std::string_view text, const Present& present);

/// "2026-10", "this" or "last".
Month read_month(std::string_view text, const Present& present);

/// "2026-10-12 09:30[:00]", a short day with a time, "09:30" of today, or "now".
Moment read_moment(std::string_view text, const Present& present);

/// As read_moment; a day alone is its last second.
Moment read_as_of(std::string_view text, const Present& present);

TimeOfDay read_time(std::string_view text);  ///< "09:30" or "09:30:05"
Money read_money(std::string_view text);     ///< "1800" or "30.50"
int read_count(std::string_view text);       ///< a whole number from 0 on
Span read_offset(std::string_view text);     ///< minutes and seconds with a sign: "-07:00", "+1:30"

/// The number of "TC4", "tc4" or "4" for the letters "tc".
std::int64_t read_id(std::string_view letters, std::string_view text);

}  // namespace svcadm::cmd
