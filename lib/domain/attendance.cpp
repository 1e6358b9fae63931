#include "domain/attendance.hpp"

#include <algorithm>

namespace svcadm::domain {

namespace {

/// Taps close to one another: one, from its first second to its last.
struct Tap {
  Moment first;
  Moment last;
  Direction direction;
};

std::vector<Tap> taps_of(std::span<const Punch> punches, Span same_tap, bool by_direction) {
  std::vector<Tap> taps;
  for (const Punch& punch : punches) {
    const bool same = !taps.empty() && punch.at - taps.back().last <= same_tap &&
                      (!by_direction || taps.back().direction == punch.direction);
    if (same) {
      taps.back().last = punch.at;
    } else {
      taps.push_back({punch.at, punch.at, punch.direction});
    }
  }
  return taps;
}

/// The taps that were found to be arrival and departure, by place in the list.
struct Ends {
  std::optional<std::size_t> in = std::nullopt;
  std::optional<std::size_t> out = std::nullopt;
  bool one_direction = false;  ///< the taps' directions are known, and all the same

  /// A tap that an outage makes no arrival or no departure, and when the next or the last one was possible.
  struct Excused {
    std::size_t tap;
    Moment possible;
  };
  std::optional<Excused> excused_in = std::nullopt;
  std::optional<Excused> excused_out = std::nullopt;
};

bool is_in(Direction direction) { return direction == Direction::in || direction == Direction::overtime_in; }
bool is_out(Direction direction) { return direction == Direction::out || direction == Direction::overtime_out; }

/// The first is in, the last is out; a single tap is whichever end it lies nearer to.
Ends ends_by_windows(const std::vector<Tap>& taps, Moment from, Moment to) {
  if (taps.empty()) return {};
  if (taps.size() > 1) return {.in = 0, .out = taps.size() - 1};
  const bool is_arrival = taps[0].first - from <= to - taps[0].first;
  return is_arrival ? Ends{.in = 0} : Ends{.out = 0};
}

Ends ends_by_file(const std::vector<Tap>& taps, Moment from, Moment to) {
  Ends ends;
  for (std::size_t i = 0; i < taps.size(); ++i) {
    if (is_in(taps[i].direction) && !ends.in) ends.in = i;
    if (is_out(taps[i].direction)) ends.out = i;
  }
  if (!ends.in && !ends.out) return ends_by_windows(taps, from, to);  // a file that says no direction
  ends.one_direction = !ends.in || !ends.out;
  if (ends.in && ends.out && *ends.out < *ends.in) ends.out.reset();  // who leaves before he comes has not left
  return ends;
}

/// The outage that holds the moment; 0 for none.
std::int64_t outage_at(const DayFacts& facts, Moment at) {
  for (const Outage& outage : facts.outages) {
    if (outage.holds(at)) return outage.id;
  }
  return 0;
}

/// Whether a punch lies before the end of the outage.
bool punched_in_time(const DayFacts& facts, std::int64_t outage, Moment at) {
  return std::any_of(facts.outages.begin(), facts.outages.end(),
                     [&](const Outage& one) { return one.id == outage && at <= one.to; });
}

/// Whoever was to arrive or leave while he could not punch need not have punched: a first punch after the outage, or a
/// last one before it, does not say when he came or went.  A punch that is there in its time counts.
void excuse_ends(DayMeasure& day, const DayFacts& facts, const std::vector<Tap>& taps, Ends& ends, Moment from,
                 Moment to) {
  for (const Outage& outage : facts.outages) {
    if (outage.holds(from) && (!ends.in || taps[*ends.in].first > outage.to)) {
      day.in_excused = outage.id;
      if (ends.in) ends.excused_in = {*ends.in, outage.to};
      ends.in.reset();
    }
    if (outage.holds(to) && (!ends.out || taps[*ends.out].last < outage.from)) {
      day.out_excused = outage.id;
      if (ends.out) ends.excused_out = {*ends.out, outage.from};
      ends.out.reset();
    }
  }
  if (day.in_excused != 0 || day.out_excused != 0) ends.one_direction = false;
}

/// Puts the day down as settled by `outcome`; false where it has to be decided first.
bool settle_missing(DayMeasure& day, HalfDays open, MissingPunch outcome) {
  switch (outcome) {
    case MissingPunch::ignored: return true;
    case MissingPunch::half_absence: day.absent = {std::min(1, open.halves)}; return true;
    case MissingPunch::whole_absence: day.absent = open; return true;
    case MissingPunch::exception: return false;
  }
  return false;
}

MissingPunch outcome_of(DayDecision decision) {
  if (decision == DayDecision::half_absence) return MissingPunch::half_absence;
  if (decision == DayDecision::whole_absence) return MissingPunch::whole_absence;
  return MissingPunch::ignored;
}

/// Sessions with no more between them than between two taps that are one: who is cut off and signs in again stayed.
std::vector<OnlineSession> joined(std::span<const OnlineSession> sessions, Span same_tap) {
  std::vector<OnlineSession> joined;
  for (const OnlineSession& session : sessions) {
    const bool same = !joined.empty() && joined.back().to && session.from - *joined.back().to <= same_tap;
    if (!same) {
      joined.push_back(session);
    } else if (!session.to || *session.to > *joined.back().to) {
      joined.back().to = session.to;
    }
  }
  return joined;
}

/// When somebody who was due online at a moment came: who signs out again before it was not there.  Nothing where
/// there is no session.
std::optional<Moment> came_online(std::span<const OnlineSession> sessions, Moment due) {
  for (const OnlineSession& session : sessions) {
    if (!session.to || *session.to >= due) return session.from;
  }
  return sessions.empty() ? std::nullopt : std::optional{sessions.front().from};
}

/// Whether a tap is an arrival or a departure: found to be one, or nearer to when an outage let it be one than to the
/// break.
bool is_end(const Ends& ends, const std::vector<Tap>& taps, std::size_t tap, Moment break_from, Moment break_to) {
  const Moment first = taps[tap].first;
  const Moment last = taps[tap].last;
  if (tap == ends.in || tap == ends.out) return true;
  if (ends.excused_in && ends.excused_in->tap == tap && first - ends.excused_in->possible < break_from - first) {
    return true;
  }
  return ends.excused_out && ends.excused_out->tap == tap && ends.excused_out->possible - last < last - break_to;
}

/// When somebody was back from the break: the later of tap and sign-in, as far as they are known.
void measure_lunch(DayMeasure& day, const PunchRule& rule, const DayFacts& facts, const std::vector<Tap>& taps,
                   const Ends& ends, std::span<const OnlineSession> sessions) {
  const auto lunch = facts.plan.shift.longest_break();
  if (!lunch) return;
  const Moment back_due = at(facts.plan.day, lunch->to);
  const Moment middle = at(facts.plan.day, lunch->from) + Span{(lunch->to - lunch->from).seconds / 2};
  for (std::size_t i = 0; i < taps.size(); ++i) {
    if (is_end(ends, taps, i, at(facts.plan.day, lunch->from), back_due)) continue;
    if (taps[i].first < middle) {
      if (day.lunch_start) ++day.surplus_punches;
      day.lunch_start = taps[i].first;
    } else if (!day.lunch_back) {
      day.lunch_back = taps[i].first;
    } else {
      ++day.surplus_punches;
    }
  }
  const std::int64_t no_start = outage_at(facts, at(facts.plan.day, lunch->from));
  const std::int64_t no_back = outage_at(facts, back_due);
  if (no_start != 0 && !day.lunch_start) day.lunch_excused = no_start;
  if (no_back != 0 && (!day.lunch_back || !punched_in_time(facts, no_back, *day.lunch_back))) {
    day.lunch_excused = no_back;
    day.lunch_back.reset();
  }
  // Punches are due whether or not somebody stayed online: sign-ins do not stand for them.
  const bool lacks_start = !day.lunch_start && no_start == 0;
  const bool lacks_back = !day.lunch_back && no_back == 0;
  day.lunch_unpunched = rule.lunch_punches_due && (lacks_start || lacks_back);
  bool stayed_online = false;
  if (rule.online != OnlineTime::ignored) {
    for (const OnlineSession& session : sessions) {
      const bool lasts = !session.to || *session.to >= back_due;
      if (session.from < middle && lasts && &session == &sessions.back()) stayed_online = true;
      if (session.from < middle && session.to && *session.to >= back_due) stayed_online = true;
    }
    const auto after_middle = std::ranges::find_if(sessions, [&](const auto& one) { return one.from >= middle; });
    const auto signed_in = came_online({after_middle, sessions.end()}, back_due);
    if (signed_in && !stayed_online) day.lunch_back = std::max(day.lunch_back.value_or(*signed_in), *signed_in);
  }
  const Moment lunch_due = at(facts.plan.day, lunch->from);
  if (rule.lunch_start_listed && day.lunch_start && *day.lunch_start < lunch_due) {
    day.early_lunch = lunch_due - *day.lunch_start;
  }
  // A return after the day's departure is no return: the person had gone.
  if (!rule.lunch_return_counts) return;
  if (day.lunch_back && day.left && *day.lunch_back > *day.left) return;
  if (day.lunch_back && *day.lunch_back > back_due) day.late_return = *day.lunch_back - back_due;
}

}  // namespace

std::string to_key(DayDecision decision) {
  switch (decision) {
    case DayDecision::none: return "open";
    case DayDecision::present: return "present";
    case DayDecision::half_absence: return "half-absence";
    case DayDecision::whole_absence: return "whole-absence";
  }
  return {};
}

std::string to_key(DayException exception) {
  switch (exception) {
    case DayException::missing_in: return "missing-in";
    case DayException::missing_out: return "missing-out";
    case DayException::missing_both: return "missing-both";
    case DayException::one_direction: return "one-direction";
    case DayException::missing_online: return "missing-online";
    case DayException::no_roster: return "no-roster";
  }
  return {};
}

namespace {

/// The day as if every leave asked for were granted.
DayMeasure measure_with_leave(const AttendancePolicy& policy, const DayFacts& facts, Span same_tap) {
  const PunchRule rule = policy.punches.value_or(PunchRule{});
  DayMeasure day{.plan = facts.plan, .decision = facts.decision};
  if (facts.plan.source == PlanSource::missing_roster) day.exceptions.push_back(DayException::no_roster);
  const auto taps = taps_of(facts.punches, same_tap, rule.direction_from_file);
  if (!facts.plan.shift.works()) {
    day.worked_unplanned = taps.size() > 1;
    if (facts.first_half && facts.second_half) day.leave_on_free_day = facts.first_half->kind;
    if (!taps.empty()) day.punched_in = taps.front().first;
    if (taps.size() > 1) day.left = taps.back().last;
    return day;
  }

  day.first_half = facts.first_half;
  day.second_half = facts.second_half;
  const HalfDays open = facts.plan.due() - day.away();
  if (open.halves == 0) {
    day.surplus_punches = static_cast<int>(taps.size());
    return day;
  }

  // Leave for one half moves the expected arrival or departure to the border between the halves.
  const Window border = facts.plan.shift.border();
  day.expected_in = day.first_half ? border.to : facts.plan.shift.start();
  day.expected_out = day.second_half ? border.from : facts.plan.shift.end();
  const Moment from = at(facts.plan.day, day.expected_in);
  const Moment to = at(facts.plan.day, day.expected_out);
  Ends ends = rule.direction_from_file ? ends_by_file(taps, from, to) : ends_by_windows(taps, from, to);
  if (!facts.outages.empty()) excuse_ends(day, facts, taps, ends, from, to);
  if (ends.in) day.punched_in = taps[*ends.in].first;
  if (ends.out) day.left = taps[*ends.out].last;
  const bool knows_online = rule.online != OnlineTime::ignored && !facts.sessions.empty();
  const auto sessions = knows_online ? joined(facts.sessions, same_tap) : std::vector<OnlineSession>{};
  day.online_at = came_online(sessions, from);

  const bool lacks_in = !ends.in && day.in_excused == 0;
  const bool lacks_out = !ends.out && day.out_excused == 0;
  const bool incomplete = lacks_in || lacks_out;
  const bool nothing_known = taps.empty() && !knows_online && incomplete;
  const bool lacks_online = rule.online == OnlineTime::required && !knows_online;
  day.missing_punch = !nothing_known && incomplete;
  if (nothing_known || incomplete || lacks_online) {
    bool settled = false;
    if (facts.decision != DayDecision::none) {
      settled = settle_missing(day, open, outcome_of(facts.decision));
    } else if (nothing_known) {
      settled = settle_missing(day, open, MissingPunch::whole_absence);
    } else if (incomplete) {
      settled = settle_missing(day, open, ends.one_direction ? rule.one_direction : rule.missing);
      if (!settled && ends.one_direction) {
        day.exceptions.push_back(DayException::one_direction);
      } else if (!settled) {
        day.exceptions.push_back(!lacks_in    ? DayException::missing_out
                                 : !lacks_out ? DayException::missing_in
                                              : DayException::missing_both);
      }
    }
    if (!settled && lacks_online && !incomplete) day.exceptions.push_back(DayException::missing_online);
    if (day.absent.halves > 0) {
      // The day is settled as absence; what is left of it is not judged for lateness as well.
      day.present = open - day.absent;
      return day;
    }
  }
  day.present = open;

  // A sign-in says when somebody came although he could not punch.
  const auto came = day.punched_in || day.in_excused == 0 ? day.punched_in : day.online_at;
  if (came) {
    day.arrived = day.online_at ? std::max(*came, *day.online_at) : *came;
    if (*day.arrived > from) day.late_arrival = *day.arrived - from;
  }
  if (day.left && *day.left < to) day.early = to - *day.left;
  const bool whole_day = !day.first_half && !day.second_half;
  const bool lunch_matters = rule.lunch_return_counts || rule.lunch_start_listed || rule.lunch_punches_due;
  if (lunch_matters && whole_day) {
    measure_lunch(day, rule, facts, taps, ends, sessions);
  } else {
    const std::size_t used = (ends.in ? 1U : 0U) + (ends.out ? 1U : 0U);
    day.surplus_punches = static_cast<int>(taps.size() - used);
  }
  return day;
}

/// The first and the last moment at which somebody is known to have been there; nothing where none is known.
std::optional<std::pair<Moment, Moment>> presence(const AttendancePolicy& policy, const DayFacts& facts) {
  std::vector<Moment> known;
  for (const Punch& punch : facts.punches) known.push_back(punch.at);
  if (policy.punches.value_or(PunchRule{}).online != OnlineTime::ignored) {
    for (const OnlineSession& session : facts.sessions) {
      known.push_back(session.from);
      if (session.to) known.push_back(*session.to);
    }
  }
  if (known.empty()) return std::nullopt;
  const auto [first, last] = std::ranges::minmax(known);
  return std::pair{first, last};
}

/// Whether somebody worked in a half of a workday: he was there for half of it at least.  Of a single moment, whether
/// he came before the middle of the first half, or went after that of the second: nearer to the border he may only
/// have come for, or gone after, the other half.
bool worked_in(const DayFacts& facts, const std::optional<std::pair<Moment, Moment>>& there, bool first) {
  if (!there) return false;
  const Shift& shift = facts.plan.shift;
  const Moment from = at(facts.plan.day, first ? shift.start() : shift.border().to);
  const Moment to = at(facts.plan.day, first ? shift.border().from : shift.end());
  const Span half{(to - from).seconds / 2};
  if (there->first == there->second) return first ? there->first < from + half : there->first > from + half;
  return std::min(to, there->second) - std::max(from, there->first) >= half;
}

}  // namespace

DayMeasure measure_day(const AttendancePolicy& policy, const DayFacts& facts, Span same_tap) {
  const bool on_leave = facts.first_half || facts.second_half;
  if (!on_leave || !facts.plan.shift.works()) return measure_with_leave(policy, facts, same_tap);
  DayFacts judged = facts;
  const auto there = presence(policy, facts);
  bool worked_on_leave = false;
  for (const bool first : {true, false}) {
    auto& half = first ? judged.first_half : judged.second_half;
    if (!half) continue;
    const bool worked = worked_in(facts, there, first);
    if (!worked && (!half->lapsed() || facts.decision == DayDecision::none)) continue;
    // Leave that lapsed is none: who came to work after all is judged by his punches, or by what was decided.
    if (half->lapsed()) {
      half.reset();
    } else {
      worked_on_leave = true;
    }
  }
  DayMeasure day = measure_with_leave(policy, judged, same_tap);
  day.worked_on_leave = worked_on_leave;
  for (const auto* half : {&day.first_half, &day.second_half}) {
    if (*half && (*half)->lapsed()) day.absent += HalfDays{1};
  }
  return day;
}

Moment day_begins(const DayPlan& plan, const DayPlan& before, TimeOfDay usual_start, Span lead) {
  const bool works = plan.shift.works();
  const Moment start = at(plan.day, works ? plan.shift.start() : usual_start);
  const Moment usual = start - lead;
  if (!before.shift.works()) return usual;
  const Moment end_before = at(before.day, before.shift.end());
  if (usual >= end_before) return usual;
  if (!works) return std::max(usual, end_before + lead);
  return end_before + Span{(start - end_before).seconds / 2};
}

}  // namespace svcadm::domain
