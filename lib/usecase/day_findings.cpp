#include "usecase/day_findings.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "base/suggestion.hpp"
#include "usecase/month_times.hpp"

namespace svcadm::usecase {

namespace {

std::string way_out(const store::Person& person, Date day, domain::DayException exception) {
  if (exception == domain::DayException::no_roster) {
    return suggest("svcadm roster set {} {} SHIFT", person.employee_no, to_string(day));
  }
  return suggest("svcadm clock-in decide {} {} present|half-absence|whole-absence --reason TEXT", person.employee_no,
                 to_string(day));
}

/// The one tap that is known of an incomplete day, for the message.
Arg known_tap(const domain::DayMeasure& day) {
  if (day.punched_in) return time_on(*day.punched_in, day.plan.day);
  if (day.left) return time_on(*day.left, day.plan.day);
  if (day.online_at) return time_on(*day.online_at, day.plan.day);
  return std::string{"-"};
}

}  // namespace

void find_open_days(const store::Person& person, const domain::MonthTime& month, std::vector<Finding>& findings) {
  for (const domain::JudgedDay& day : month.days) {
    for (const domain::DayException exception : day.measure.exceptions) {
      findings.push_back({.employee_no = person.employee_no,
                          .name = person.name,
                          .message = {"finding.day." + domain::to_key(exception), {day.day(), known_tap(day.measure)}},
                          .way_out = way_out(person, day.day(), exception),
                          .day = day.day()});
    }
  }
}

namespace {

Finding pending(const store::Person& person, const std::string& what, const domain::LeaveStanding& standing,
                std::string way_out) {
  const Arg limit = standing.limit ? Arg{*standing.limit} : Arg{Term{"nothing"}};
  return {.employee_no = person.employee_no,
          .name = person.name,
          .message = {"finding.leave.pending", {what, standing.missing, limit}},
          .way_out = std::move(way_out),
          .blocks = false};
}

}  // namespace

void find_pending_leave(const store::Person& person, const domain::MonthTime& month, std::vector<Finding>& findings) {
  std::int64_t known = 0;  // the days of a leave follow one another
  for (const domain::JudgedDay& day : month.days) {
    for (const auto& half : {day.measure.first_half, day.measure.second_half}) {
      if (!half || !half->pending() || half->leave == known) continue;
      known = half->leave;
      findings.push_back(
          pending(person, fmt::format("LV{}", known), half->standing, suggest("svcadm leave show LV{}", known)));
    }
  }
}

namespace {

/// The days whose lateness became leave, with cards that may still come into order.
std::map<Date, domain::LeaveStanding> pending_cards(const domain::MonthTime& month) {
  std::map<Date, domain::LeaveStanding> cards;
  for (const domain::TimeCharge& charge : month.charges) {
    if (charge.card.kind != domain::LeaveStanding::Kind::pending) continue;
    for (const auto& [day, halves] : charge.taken_from) cards.emplace(day, charge.card);
  }
  return cards;
}

}  // namespace

void find_missing_cards(const store::Person& person, const domain::MonthTime& month, std::vector<Finding>& findings) {
  for (const auto& [day, card] : pending_cards(month)) {
    if (card.handed_in) continue;
    findings.push_back(
        pending(person, to_string(day), card,
                suggest("svcadm leave request --for-lateness {} --for {}", to_string(day), person.employee_no)));
    findings.back().day = day;
  }
}

void find_waiting_cards(const store::Person& person, const domain::MonthTime& month, std::vector<Finding>& findings) {
  for (const auto& [day, card] : pending_cards(month)) {
    if (!card.handed_in) continue;
    findings.push_back(
        pending(person, to_string(day), card,
                suggest("svcadm leave list {} --month {}", person.employee_no, to_string(month_of(day)))));
  }
}

void find_leave_beyond(const store::Person& person, const domain::MonthTime& month, std::vector<Finding>& findings) {
  struct Excess {
    HalfDays days = {};
    domain::LeaveStanding standing = {};
  };
  std::map<std::int64_t, Excess> by_leave;
  for (const domain::JudgedDay& day : month.days) {
    for (const auto& half : {day.measure.first_half, day.measure.second_half}) {
      if (!half || !half->standing.beyond || !day.measure.plan.shift.works()) continue;
      Excess& excess = by_leave[half->leave];
      excess.days += HalfDays{1};
      excess.standing = half->standing;
    }
  }
  for (const auto& [id, excess] : by_leave) {
    const std::string leave = fmt::format("LV{}", id);
    findings.push_back(
        {.employee_no = person.employee_no,
         .name = person.name,
         .message = {"leave.beyond", {leave, excess.days, *excess.standing.beyond, excess.standing.cite.clause}},
         .way_out = suggest("svcadm leave report {}", person.employee_no),
         .blocks = false});
  }
}

void find_work_on_leave(const store::Person& person, const domain::MonthTime& month, std::vector<Finding>& findings) {
  for (const domain::JudgedDay& day : month.days) {
    if (!day.measure.worked_on_leave) continue;
    const auto& half = day.measure.first_half ? day.measure.first_half : day.measure.second_half;
    const std::string leave = fmt::format("LV{}", half.value().leave);
    findings.push_back({.employee_no = person.employee_no,
                        .name = person.name,
                        .message = {"finding.leave.worked", {day.day(), leave}},
                        .way_out = suggest("svcadm leave show {}", leave),
                        .day = day.day(),
                        .blocks = false});
  }
}

void find_forgotten(const store::Person& person, const domain::MonthTime& month, std::vector<Finding>& findings) {
  const auto nearer = [](Moment at, Moment to, Moment than) {
    return std::abs((at - to).seconds) < std::abs((at - than).seconds);
  };
  for (const domain::JudgedDay& day : month.days) {
    const domain::DayMeasure& measure = day.measure;
    const auto lunch = measure.plan.shift.longest_break();
    if (!measure.lunch_unpunched || !lunch) continue;
    const auto on = [&](TimeOfDay time) { return at(day.day(), time); };
    const bool left_at_its_end = measure.lunch_start && !measure.lunch_back && measure.left && measure.early > Span{} &&
                                 nearer(*measure.left, on(lunch->to), on(measure.expected_out));
    const bool came_at_its_start = measure.lunch_back && !measure.lunch_start && measure.punched_in &&
                                   measure.late_arrival > Span{} &&
                                   nearer(*measure.punched_in, on(lunch->from), on(measure.expected_in));
    if (!left_at_its_end && !came_at_its_start) continue;
    const Moment tap = left_at_its_end ? *measure.left : *measure.punched_in;
    findings.push_back({.employee_no = person.employee_no,
                        .name = person.name,
                        .message = {left_at_its_end ? "finding.departure-forgotten" : "finding.arrival-forgotten",
                                    {day.day(), time_on(tap, day.day())}},
                        .way_out = suggest("svcadm clock-in correct {} {} --add TIME --reason TEXT", person.employee_no,
                                           to_string(day.day())),
                        .day = day.day(),
                        .blocks = false});
  }
}

Traces traces_of(const domain::MonthTime& month) {
  Traces traces;
  for (const domain::JudgedDay& day : month.days) {
    const domain::DayMeasure& measure = day.measure;
    traces.planned = traces.planned || measure.plan.due() > HalfDays{};
    traces.due = traces.due || measure.plan.due() > measure.away();
    traces.leave = traces.leave || measure.away() > HalfDays{} || !measure.leave_on_free_day.empty();
    traces.known = traces.known || measure.punched_in || measure.left || measure.online_at ||
                   measure.surplus_punches > 0 || measure.decision != domain::DayDecision::none;
  }
  return traces;
}

bool any_traces(MonthTimes& times) {
  // Punches of its first day may be those of a shift of the month before.
  if (times.any_punches(at(times.first() + 1), at(times.last() + 1))) return true;
  return std::any_of(times.people().begin(), times.people().end(),
                     [&](const store::Person& person) { return traces_of(times.judge(person)).known; });
}

void find_silence(const store::Person& person, const domain::MonthTime& month, std::vector<Finding>& findings) {
  const Traces traces = traces_of(month);
  if (!traces.due || traces.known || traces.leave) return;
  const Date first = month.days.front().day();
  findings.push_back({.employee_no = person.employee_no,
                      .name = person.name,
                      .message = {"finding.punches.none-of-person", {first, month.days.back().day()}},
                      .way_out = suggest("svcadm employee show {}", person.employee_no),
                      .blocks = false});
}

void find_work_at_rest(const store::Person& person, const domain::MonthTime& month, std::vector<Finding>& findings) {
  const Traces traces = traces_of(month);
  if (traces.planned || !traces.known) return;
  findings.push_back({.employee_no = person.employee_no,
                      .name = person.name,
                      .message = {"finding.roster.all-rest", {month.days.front().day(), month.days.back().day()}},
                      .way_out = suggest("svcadm roster set {} DATE SHIFT", person.employee_no),
                      .blocks = false});
}

void find_unassigned(const MonthTimes& times, std::vector<Finding>& findings) {
  for (const store::UnassignedNumber& number : times.log().unassigned()) {
    const bool device = number.kind != store::NumberKind::agent;
    findings.push_back(
        {.employee_no = {},
         .name = {},
         .message = {"finding.number.unassigned",
                     {Term{"number." + store::to_key(number.kind)}, number.text, number.punches, number.first,
                      number.last}},
         .way_out = suggest("svcadm employee change PERSON --{} {} --from {}",
                            device ? "device-number" : "agent-number", number.text, to_string(date_of(number.first))),
         .day = date_of(number.first),
         .blocks = false});
  }
}

}  // namespace svcadm::usecase
