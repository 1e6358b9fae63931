// Why time costs what it costs: the steps below a deduction's amount.

#include "domain/pay_parts.hpp"

namespace svcadm::domain {

namespace {

using Source = TimeCharge::Source;

const std::optional<TimeTable>& table_of(const JudgedDay& day, Source source) {
  const AttendancePolicy& policy = day.policy->attendance;
  return source == Source::lateness ? policy.lateness : policy.early_leaving;
}

bool counts_by_month(const JudgedDay& day, Source source) {
  const auto& table = table_of(day, source);
  return table && table->total_by == TotalBy::month;
}

/// Why the n-th time costs something else than the first.
std::vector<Ground> repetition_grounds(const TimeCharge& charge) {
  if (charge.repetition.clause.empty()) return {};
  const bool instead = charge.repetition == charge.cite;
  return {{.message = {instead ? "ground.charge.instead" : "ground.charge.repetition",
                       {std::int64_t{charge.nth}, charge.times}},
           .cite = charge.repetition}};
}

/// What a month's total leaves out before it is looked up: grace of each event, and the month's allowance.
void add_month_terms(const MonthTime& month, const TimeCharge& charge, Ground& ground) {
  for (auto day = month.days.rbegin(); day != month.days.rend(); ++day) {
    if (!counts_by_month(*day, charge.source)) continue;
    const TimeTable& table = *table_of(*day, charge.source);
    if (table.grace > Span{}) {
      const char* id = table.grace_is_subtracted ? "ground.charge.grace-subtracted" : "ground.charge.grace-excused";
      ground.because.push_back({.message = {id, {table.grace}}, .cite = table.cite});
    }
    if (table.month_allowance > Span{}) {
      ground.because.push_back({.message = {"ground.charge.allowance", {table.month_allowance}}, .cite = table.cite});
    }
    return;
  }
}

/// The days that a charge is made of: its own, or all that add to the month's total.
void add_days(const MonthTime& month, const TimeCharge& charge, Ground& ground) {
  for (const JudgedDay& day : month.days) {
    if (charge.of_month ? !counts_by_month(day, charge.source) : day.day() != charge.day) continue;
    for (Ground& event : time_grounds(day, charge.source)) ground.because.push_back(std::move(event));
  }
}

/// What a share of a day's pay is, before a repetition.
Ground share_ground(PayContext& context, const TimeCharge& charge) {
  const PaySegment& segment = context.segment_of(charge.day);
  const Rational base = context.day_pay_base(segment);
  const Rational divisor = context.divisor(segment);
  const Rational exact = base / divisor * charge.then.share;
  const Money amount = round_money(exact);
  const char* id = exact == Rational{amount.fen} ? "ground.charge.day-share" : "ground.charge.day-share-about";
  return {.message = {id, {charge.then.share, round_money(base), divisor, amount}}};
}

}  // namespace

std::vector<Ground> time_grounds(const JudgedDay& day, TimeCharge::Source source) {
  const DayMeasure& measure = day.measure;
  std::vector<Ground> grounds;
  const auto rule = day.policy->attendance.punches.value_or(PunchRule{});
  if (source == TimeCharge::Source::lateness) {
    if (measure.late_arrival > Span{}) {
      const bool online_decides = measure.online_at && measure.punched_in && *measure.online_at > *measure.punched_in;
      grounds.push_back(
          {.message = {online_decides ? "ground.time.online" : "ground.time.arrival",
                       {day.day(), measure.expected_in, time_on(*measure.arrived, day.day()), measure.late_arrival}},
           .cite = online_decides ? rule.online_cite : Citation{}});
    }
    if (measure.late_return > Span{}) {
      const TimeOfDay due = measure.plan.shift.longest_break()->to;
      grounds.push_back({.message = {"ground.time.return",
                                     {day.day(), due, time_on(*measure.lunch_back, day.day()), measure.late_return}},
                         .cite = rule.lunch_cite});
    }
  } else if (measure.early > Span{}) {
    grounds.push_back(
        {.message = {"ground.time.early",
                     {day.day(), measure.expected_out, time_on(*measure.left, day.day()), measure.early}}});
  }
  return grounds;
}

namespace {

Arg limit_of(const LeaveStanding& standing) { return standing.limit ? Arg{*standing.limit} : Arg{Term{"nothing"}}; }

/// What was not in order when its time was over, and what that means; or that the year allows no more.
Ground missing_ground(const LeaveStanding& standing) {
  if (standing.beyond) return {.message = {"ground.leave.beyond", {*standing.beyond}}, .cite = standing.cite};
  Ground ground{.message = {"ground.leave.missing", {standing.missing, limit_of(standing)}}, .cite = standing.cite};
  ground.because.push_back({.message = {"ground.leave.lapses", {}}, .cite = standing.consequence});
  return ground;
}

}  // namespace

Ground lapse_ground(const JudgedDay& day, const LeaveHalf& half, HalfDays lapsed) {
  const LeaveKind* kind = day.policy->leave.find(half.kind);
  const Label label = kind == nullptr ? Label{half.kind, half.kind} : kind->label;
  Ground ground{.message = {"ground.day.leave-lapsed", {day.day(), label, lapsed}}};
  ground.facts.push_back({"leave", half.leave});
  ground.because.push_back(missing_ground(half.standing));
  return ground;
}

Ground pending_ground(const LeaveStanding& standing) {
  return {.message = {"ground.leave.pending", {standing.missing, limit_of(standing)}}, .cite = standing.cite};
}

Ground conversion_ground(const MonthTime& month, const JudgedDay& day, const TimeCharge& charge, const Label& becomes,
                         HalfDays taken) {
  Ground ground;
  ground.cite = charge.cite;
  if (charge.source == Source::count) {
    ground.message = {"ground.day.count-becomes",
                      {day.day(), Term{"counted." + charge.counted}, std::int64_t{charge.count}, becomes, taken}};
    return ground;
  }
  const bool late = charge.source == Source::lateness;
  const char* id = charge.of_month
                       ? (late ? "ground.day.late-month-becomes-leave" : "ground.day.early-month-becomes-leave")
                       : (late ? "ground.day.late-becomes-leave" : "ground.day.early-becomes-leave");
  ground.message = {id, {day.day(), charge.measured, becomes, taken}};
  if (charge.taken_from.front().first != day.day()) return ground;
  ground.because = repetition_grounds(charge);
  if (charge.card.kind == LeaveStanding::Kind::pending) ground.because.push_back(pending_ground(charge.card));
  if (charge.card.kind == LeaveStanding::Kind::lapsed) ground.because.push_back(missing_ground(charge.card));
  if (charge.of_month) add_month_terms(month, charge, ground);
  add_days(month, charge, ground);
  return ground;
}

Ground absence_ground(const JudgedDay& day, HalfDays absent) {
  const DayMeasure& measure = day.measure;
  if (measure.decision != DayDecision::none) return {.message = {"ground.day.absent-decided", {day.day(), absent}}};
  if (!measure.missing_punch) return {.message = {"ground.day.absent", {day.day(), absent}}};
  const PunchRule rule = day.policy->attendance.punches.value_or(PunchRule{});
  return {.message = {"ground.day.absent-missing-punch", {day.day(), absent}}, .cite = rule.cite};
}

Ground charge_ground(PayContext& context, const TimeCharge& charge, const Rational& exact) {
  const MonthTime& month = context.facts().time;
  const Money amount = round_money(exact);
  Ground ground;
  ground.cite = charge.cite;
  if (charge.source == Source::count) {
    ground.message = {"ground.charge.count",
                      {charge.day, std::int64_t{charge.count}, amount, Term{"counted." + charge.counted}}};
    return ground;
  }
  const std::string what = charge.source == Source::lateness ? "ground.charge.late" : "ground.charge.early";
  if (charge.of_month) {
    ground.message = {what + "-month", {charge.measured, amount}};
  } else {
    ground.message = {what, {charge.day, charge.measured, amount}};
  }
  if (charge.then.kind == Consequence::Kind::per_minute) {
    ground.because.push_back(
        {.message = {"ground.charge.per-minute", {charge.measured.seconds / 60, charge.then.amount}}});
  }
  if (charge.then.kind == Consequence::Kind::day_share) {
    ground.because.push_back(share_ground(context, charge));
  }
  for (Ground& repetition : repetition_grounds(charge)) ground.because.push_back(std::move(repetition));
  if (charge.of_month) add_month_terms(month, charge, ground);
  add_days(month, charge, ground);
  return ground;
}

}  // namespace svcadm::domain
