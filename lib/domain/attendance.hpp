#pragma once
// One person's day: from punches and plan to arrival, departure, lateness and absence.
//
// Pure: what is looked at is in DayFacts and AttendancePolicy, what is concluded in DayMeasure.  What lateness
// costs is not decided here but for the month as a whole (domain/month_time.hpp).

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/half_days.hpp"
#include "base/moment.hpp"
#include "domain/attendance_policy.hpp"
#include "domain/calendar.hpp"
#include "domain/leave_standing.hpp"

namespace svcadm::domain {

enum class Direction : std::uint8_t { unsaid, in, out, lunch_start, lunch_end, overtime_in, overtime_out };

struct Punch {
  Moment at;
  Direction direction = Direction::unsaid;
};

/// Time signed in at the telephone platform; `to` is missing while no sign-out is known.
struct OnlineSession {
  Moment from;
  std::optional<Moment> to = std::nullopt;
};

/// Leave on a half of a day: the id of the leave, its kind, and how it stands.
struct LeaveHalf {
  std::int64_t leave = 0;
  std::string kind = {};
  LeaveStanding standing = {};

  bool lapsed() const { return standing.kind == LeaveStanding::Kind::lapsed; }
  bool pending() const { return standing.kind == LeaveStanding::Kind::pending; }
};

enum class DayDecision { none, present, half_absence, whole_absence };
/// "open" (no decision), "present", "half-absence", "whole-absence"
std::string to_key(DayDecision decision);

/// A time in which somebody could not punch: of a punch that was due then nobody may say that it is missing.
struct Outage {
  Moment from;  ///< first second
  Moment to;    ///< last second
  std::int64_t id = 0;

  bool holds(Moment at) const { return from <= at && at <= to; }
};

/// What one day's rule looks at.
struct DayFacts {
  DayPlan plan;
  std::span<const Punch> punches = {};           ///< of the shift's civil day, in order of time
  std::span<const OnlineSession> sessions = {};  ///< likewise
  std::optional<LeaveHalf> first_half = std::nullopt;
  std::optional<LeaveHalf> second_half = std::nullopt;
  DayDecision decision = DayDecision::none;  ///< what somebody decided about an open day
  std::vector<Outage> outages = {};          ///< that concern the person
};

/// What stands in the way of judging a day until somebody decides.
enum class DayException {
  missing_in,
  missing_out,
  missing_both,
  one_direction,
  missing_online,
  no_roster,
};
/// "missing-in"
std::string to_key(DayException exception);

/// One day, measured.  present + absent + leave halves = due; a lapsed leave's half is absent, unless punches in it
/// show that somebody worked: then it is judged as if no leave had been asked for.
struct DayMeasure {
  DayPlan plan;
  std::optional<LeaveHalf> first_half = std::nullopt;
  std::optional<LeaveHalf> second_half = std::nullopt;
  HalfDays present = {};
  HalfDays absent = {};
  std::optional<Moment> punched_in = std::nullopt;
  std::optional<Moment> online_at = std::nullopt;  ///< first sign-in, where online time counts
  std::optional<Moment> arrived = std::nullopt;    ///< the later of the two
  std::optional<Moment> lunch_start = std::nullopt;
  std::optional<Moment> lunch_back = std::nullopt;  ///< punch or sign-in after the break, the later
  std::optional<Moment> left = std::nullopt;
  TimeOfDay expected_in = {};
  TimeOfDay expected_out = {};
  Span late_arrival = {};  ///< raw seconds, before grace and precision
  Span late_return = {};
  Span early = {};
  int surplus_punches = 0;             ///< kept and not judged
  bool worked_unplanned = false;       ///< punches on a day without planned work
  bool worked_on_leave = false;        ///< punches or time online within a half that stays leave
  std::string leave_on_free_day = {};  ///< kind of leave that covers a day without planned work
  Span early_lunch = {};               ///< left so long before the break, where that is listed
  bool lunch_unpunched = false;        ///< a punch of the break is missing though due; costs nothing
  bool missing_punch = false;          ///< in or out is missing, however it was settled
  std::int64_t in_excused = 0;         ///< the outage for which no arrival had to be punched; 0 none
  std::int64_t out_excused = 0;        ///< likewise for the departure
  std::int64_t lunch_excused = 0;      ///< likewise for a punch of the break
  DayDecision decision = DayDecision::none;
  std::vector<DayException> exceptions = {};

  /// Halves for which leave was asked for, lapsed ones included unless somebody worked in them.
  HalfDays away() const { return {(first_half ? 1 : 0) + (second_half ? 1 : 0)}; }
};

/// Taps this close to one another are one.
inline constexpr Span default_same_tap{60};

DayMeasure measure_day(const AttendancePolicy& policy, const DayFacts& facts, Span same_tap = default_same_tap);

/// Where the civil day of `plan` begins and ends: `lead` before its shift (before `usual_start` on a day without
/// one), but not before `lead` after the shift of the day before has ended, or half-way between the two.
Moment day_begins(const DayPlan& plan, const DayPlan& before, TimeOfDay usual_start, Span lead);

}  // namespace svcadm::domain
