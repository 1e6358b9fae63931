#pragma once
// What a regulation says about working time: hours, punches, lateness, early leaving, missing punches, absence.
//
// Built from regulation files by lib/regulation; one value holds what is in force on one day.

#include <optional>
#include <string>
#include <vector>

#include "base/citation.hpp"
#include "base/half_days.hpp"
#include "base/moment.hpp"
#include "base/money.hpp"
#include "domain/calendar.hpp"

namespace svcadm::domain {

/// What something costs.  Exactly one of the members is meant; all empty means "recorded only".
struct Consequence {
  enum class Kind {
    none,         ///< recorded, costs nothing
    amount,       ///< a flat amount
    per_minute,   ///< an amount for each whole minute
    day_share,    ///< a share of the day's pay
    leave,        ///< becomes so much leave of a kind
    absenteeism,  ///< becomes so much absenteeism
  };
  Kind kind = Kind::none;
  Money amount = {};            ///< amount, per_minute
  Rational share = {};          ///< day_share
  std::string leave_kind = {};  ///< leave
  HalfDays days = {};           ///< leave, absenteeism
  friend bool operator==(const Consequence&, const Consequence&) = default;
};

/// A limit of a tier: `inclusive` says whether the limit itself belongs to the tier below it.
struct Bound {
  Span span;
  bool inclusive = true;
  friend bool operator==(const Bound&, const Bound&) = default;
};

/// One step of a table.  It begins where the step before ends; the last has no upper bound.
struct Tier {
  std::optional<Bound> upper = std::nullopt;
  Consequence then = {};
  Citation cite = {};
  friend bool operator==(const Tier&, const Tier&) = default;
};

/// From the n-th time in a calendar month on something else holds: a multiple, or another consequence.
struct Repetition {
  int from_nth = 2;
  Rational times = {1};
  std::optional<Consequence> instead = std::nullopt;
  Citation cite = {};
  friend bool operator==(const Repetition&, const Repetition&) = default;
};

/// What is added up before it is looked up in the table.
enum class TotalBy { event, day, month };
/// How a measured time is counted.
enum class Precision { second, minute_cut, minute_up };

/// A table of lateness or early leaving.
struct TimeTable {
  TotalBy total_by = TotalBy::event;
  Precision precision = Precision::second;
  Span grace = {};                   ///< so much is never late ...
  bool grace_is_subtracted = false;  ///< ... and is taken off what is longer
  Span month_allowance = {};         ///< month totals: so much is free each month
  std::vector<Tier> tiers = {};
  std::vector<Repetition> repetitions = {};  ///< counted per event (or day, or month) that costs something
  Citation cite = {};
  friend bool operator==(const TimeTable&, const TimeTable&) = default;
};

/// A count per calendar month with a consequence from the n-th on.
struct CountRule {
  bool late = false;             ///< late arrivals and returns count
  bool early = false;            ///< early leaving counts
  bool missing_punches = false;  ///< missing punches count
  bool by_day = false;           ///< a day counts once per kind, however many events it has
  int from_nth = 1;
  bool each = false;  ///< for the n-th and each further one; else once a month
  Consequence then = {};
  std::vector<std::string> forfeits = {};  ///< pay items lost for the month
  Citation cite = {};
  friend bool operator==(const CountRule&, const CountRule&) = default;
};

/// What an absent or unusable punch means.
enum class MissingPunch { ignored, half_absence, whole_absence, exception };
enum class OnlineTime { ignored, if_known, required };

/// How punches become arrival and departure.
struct PunchRule {
  bool direction_from_file = false;                      ///< else from the shift's windows
  MissingPunch missing = MissingPunch::exception;        ///< one of in and out is missing
  MissingPunch one_direction = MissingPunch::exception;  ///< several punches, all of one direction (from file)
  OnlineTime online = OnlineTime::ignored;
  bool lunch_return_counts = false;  ///< a late return from the longest break is lateness
  Citation cite = {};
  Citation online_cite = {};
  Citation lunch_cite = {};
  bool lunch_start_listed = false;  ///< leaving for the longest break too early is listed, at no cost
  Citation lunch_start_cite = {};
  bool lunch_punches_due = false;  ///< a day without the break's punches is listed, at no cost
  Citation lunch_punches_cite = {};
  friend bool operator==(const PunchRule&, const PunchRule&) = default;
};

/// Absence without leave.
struct AbsenteeismRule {
  Rational days_pay = {1};  ///< deducted per day absent, in days' pay
  Citation cite = {};
  friend bool operator==(const AbsenteeismRule&, const AbsenteeismRule&) = default;
};

/// How the month's lateness is told on the monthly sheet.
struct SheetRule {
  enum class LateMinutes {
    month_cut,  ///< the month's total, cut to whole minutes
    day_cut,    ///< each day cut to whole minutes, then added
    month_up,   ///< the month's total, a started minute counting whole
  };
  bool late_count_by_day = true;  ///< a day counts once, however often somebody was late on it
  LateMinutes late_minutes = LateMinutes::month_cut;
  Citation cite = {};
  friend bool operator==(const SheetRule&, const SheetRule&) = default;
};

/// How many punches a month may be added or moved for somebody afterwards.
struct CorrectionRule {
  int allowance = 0;
  Citation cite = {};
  friend bool operator==(const CorrectionRule&, const CorrectionRule&) = default;
};

/// What holds for working time on one day.
struct AttendancePolicy {
  std::optional<Cited<Shift>> hours = std::nullopt;  ///< for who has no other shift
  std::optional<PunchRule> punches = std::nullopt;
  std::optional<TimeTable> lateness = std::nullopt;  ///< none: lateness is recorded only
  std::optional<TimeTable> early_leaving = std::nullopt;
  std::vector<CountRule> counts = {};
  std::optional<AbsenteeismRule> absenteeism = std::nullopt;
  std::optional<SheetRule> sheet = std::nullopt;
  std::optional<CorrectionRule> correction = std::nullopt;  ///< none: as many as are confirmed
  friend bool operator==(const AttendancePolicy&, const AttendancePolicy&) = default;
};

}  // namespace svcadm::domain
