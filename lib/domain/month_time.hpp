#pragma once
// One person's month of time: measured days, and what lateness, early leaving and counts make of them.

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/attendance.hpp"
#include "domain/ground.hpp"
#include "domain/policy.hpp"

namespace svcadm::domain {

/// A day with the policy under which it is judged.
struct PolicyDay {
  DayMeasure day;
  const Policy* policy = nullptr;  ///< never null; outlives the result
  LeaveStanding card = {};         ///< of the card for leave that the day's lateness may become
};

/// Something that lateness, early leaving or a count costs.
struct TimeCharge {
  enum class Source { lateness, early_leaving, count };
  Source source = Source::lateness;
  Date day;               ///< the day, or the last day that made it up
  bool of_month = false;  ///< made by the month's total
  Span measured = {};     ///< what was looked up in the table
  int count = 0;          ///< count rules: how many there were
  int nth = 1;            ///< which repetition of the month it is
  Consequence then = {};
  Rational times = {1};
  Citation cite = {};
  Citation repetition = {};                 ///< clause of the repetition that changed it; empty else
  std::optional<Tier> tier = std::nullopt;  ///< what the table says of it, before any repetition; count rules: none
  HalfDays converted = {};                  ///< what became leave or absenteeism, after capping by what was present
  std::vector<std::pair<Date, HalfDays>> taken_from = {};  ///< the days on which that lies
  std::string counted = {};                                ///< count rules: what they count, the term "counted.*"
  LeaveStanding card = {};                                 ///< of leave that it became; lapsed, it is absence instead

  /// Whether it made absence: as the table says, or because the card for its leave was not handed in.
  bool is_absence() const {
    return then.kind == Consequence::Kind::absenteeism ||
           (then.kind == Consequence::Kind::leave && card.kind == LeaveStanding::Kind::lapsed);
  }

  /// What it made leave or absence of one day.
  HalfDays taken_on(Date on) const {
    HalfDays taken;
    for (const auto& [from, halves] : taken_from) taken += from == on ? halves : HalfDays{};
    return taken;
  }
};

/// A day after conversions.  present + absent + all leave = due.
struct JudgedDay {
  DayMeasure measure;
  const Policy* policy = nullptr;
  HalfDays present = {};
  HalfDays absent = {};
  std::map<std::string, HalfDays> leave = {};            ///< by kind, conversions included
  std::map<std::string, HalfDays> converted_leave = {};  ///< the part of it that lateness became
  HalfDays converted_absence = {};
  HalfDays pending = {};  ///< the part of the leave for which something may still be handed in
  LeaveStanding card = {};

  Date day() const { return measure.plan.day; }
};

/// An item lost by a count rule.
struct Forfeit {
  std::string item;
  int count = 0;  ///< how many there were in the month
  Citation cite;
  std::string counted = {};  ///< what was counted, the term "counted.*"
  Date day = {};             ///< on which the count reached the rule's number
};

struct MonthTime {
  std::vector<JudgedDay> days;
  std::vector<TimeCharge> charges;  ///< in order of day
  std::vector<Forfeit> forfeits;
  int late_count = 0;             ///< days or events with lateness, as SheetRule says
  std::int64_t late_minutes = 0;  ///< made whole as SheetRule says
  int early_days = 0;
};

/// \pre days are those of one calendar month, in order
MonthTime judge_month(std::vector<PolicyDay> days);

/// The span that a table looks at after precision and grace; zero where nothing is late.
Span counted_span(const TimeTable& table, Span measured);

/// The tier in which a span above zero falls.
const Tier& find_tier(const TimeTable& table, Span span);

}  // namespace svcadm::domain
