// What is taken: unpaid time, lateness, complaints.

#include <algorithm>
#include <map>

#include "domain/pay_parts.hpp"

namespace svcadm::domain {

namespace {

/// Time of one sort that costs the same per day: printed as one step of arithmetic.
struct TimeGroup {
  Label label;
  Rational base;  ///< fen that a month is worth
  Rational divisor;
  Rational share;  ///< of a day's pay
  HalfDays days = {};
  Citation cite;
  std::vector<Ground> because = {};

  Rational exact() const { return base * days.days() * share / divisor; }
  bool same_price(const TimeGroup& other) const {
    return label == other.label && base == other.base && divisor == other.divisor && share == other.share &&
           cite == other.cite;
  }
};

void add_group(std::vector<TimeGroup>& groups, TimeGroup group) {
  for (TimeGroup& known : groups) {
    if (!known.same_price(group)) continue;
    known.days += group.days;
    for (Ground& ground : group.because) known.because.push_back(std::move(ground));
    return;
  }
  groups.push_back(std::move(group));
}

Ground group_ground(const TimeGroup& group) {
  const Rational exact = group.exact();
  const Money amount = round_money(exact);
  const bool is_exact = exact == Rational{amount.fen};
  return {.message = {is_exact ? "ground.time.exact" : "ground.time.about",
                      {group.label, round_money(group.base), group.divisor, group.days, group.share, amount}},
          .cite = group.cite,
          .because = group.because};
}

/// The share of a day's pay that a kind costs this person on this day.
const ServiceShare* share_on(const LeaveKind& kind, Date hired, Date day) {
  Date measured = day;
  if (kind.measured_on > 0) {
    const Month month = month_of(day);
    measured = first_day(month) + std::min(kind.measured_on, days_in(month)) - 1;
  }
  const int years = complete_years(hired, measured);
  const ServiceShare* found = nullptr;
  for (const ServiceShare& share : kind.shares) {
    if (years >= share.from_years) found = &share;
  }
  return found;
}

/// What a line takes of days under a policy; null where the policy has no such line.
const DeductionLine* line_of(const Policy& policy, const std::string& code) {
  for (const DeductionLine& line : policy.payroll.deductions) {
    if (line.code == code) return &line;
  }
  return nullptr;
}

/// Which part of a day's leave: what was recorded, what lateness became, or both.
enum class LeavePart { both, recorded, converted };

/// Why leave of a kind was taken on a day: recorded leave and converted lateness apart.
std::vector<Ground> day_grounds(const JudgedDay& day, const LeaveKind& kind, HalfDays recorded, bool with_converted,
                                const MonthTime& month) {
  std::vector<Ground> grounds;
  if (recorded.halves > 0) {
    Ground ground{.message = {"ground.day.leave", {day.day(), kind.label, recorded}}};
    for (const auto& half : {day.measure.first_half, day.measure.second_half}) {
      const FactRef fact{"leave", half ? half->leave : 0};
      const bool known = !ground.facts.empty() && ground.facts.back() == fact;
      if (half && half->kind == kind.code && !known) ground.facts.push_back(fact);
    }
    grounds.push_back(std::move(ground));
  }
  for (const TimeCharge& charge : month.charges) {
    if (!with_converted || charge.day != day.day() || charge.then.kind != Consequence::Kind::leave) continue;
    if (charge.then.leave_kind != kind.code || charge.converted.halves == 0) continue;
    grounds.push_back({.message = {charge.source == TimeCharge::Source::lateness ? "ground.day.late-becomes-leave"
                                                                                 : "ground.day.early-becomes-leave",
                                   {day.day(), charge.measured, kind.label, charge.converted}},
                       .cite = charge.cite,
                       .because = time_grounds(day, charge.source)});
  }
  return grounds;
}

void add_leave(PayContext& context, const DeductionLine& line, LeavePart part, std::vector<TimeGroup>& groups) {
  const PayFacts& facts = context.facts();
  for (const JudgedDay& day : facts.time.days) {
    const DeductionLine* own = line_of(*day.policy, line.code);
    if (own == nullptr) continue;
    std::map<std::string, HalfDays> taken = day.leave;
    if (!day.measure.leave_on_free_day.empty()) {
      const LeaveKind* kind = day.policy->leave.find(day.measure.leave_on_free_day);
      if (kind != nullptr && kind->counted == LeaveCounting::calendar_days) taken[kind->code] += whole_days(1);
    }
    for (const auto& [code, halves] : taken) {
      if (std::find(own->leave_kinds.begin(), own->leave_kinds.end(), code) == own->leave_kinds.end()) continue;
      const LeaveKind* kind = day.policy->leave.find(code);
      if (kind == nullptr) {
        context.lacks("leave-kind", code);
        continue;
      }
      const ServiceShare* share = share_on(*kind, facts.hired, day.day());
      if (share == nullptr || share->deduct == Rational{}) continue;
      const auto found = day.converted_leave.find(code);
      const HalfDays converted = found == day.converted_leave.end() ? HalfDays{} : found->second;
      const HalfDays recorded = part == LeavePart::converted ? HalfDays{} : halves - converted;
      const bool with_converted = part != LeavePart::recorded;
      const HalfDays days = recorded + (with_converted ? converted : HalfDays{});
      if (days.halves == 0) continue;
      const PaySegment& segment = context.segment_of(day.day());
      add_group(groups, {.label = kind->label,
                         .base = context.day_pay_base(segment),
                         .divisor = context.divisor(segment),
                         .share = share->deduct,
                         .days = days,
                         .cite = share->cite,
                         .because = day_grounds(day, *kind, recorded, with_converted, facts.time)});
    }
  }
}

void add_absenteeism(PayContext& context, const DeductionLine& line, std::vector<TimeGroup>& groups) {
  const PayFacts& facts = context.facts();
  for (const JudgedDay& day : facts.time.days) {
    const DeductionLine* own = line_of(*day.policy, line.code);
    if (own == nullptr || !own->absenteeism || day.absent.halves == 0) continue;
    const auto& rule = day.policy->attendance.absenteeism;
    if (!rule) {
      context.lacks("absenteeism");
      continue;
    }
    std::vector<Ground> because;
    if (const HalfDays plain = day.absent - day.converted_absence; plain.halves > 0) {
      because.push_back({.message = {"ground.day.absent", {day.day(), plain}}});
    }
    for (const TimeCharge& charge : facts.time.charges) {
      if (charge.day != day.day() || charge.then.kind != Consequence::Kind::absenteeism) continue;
      if (charge.converted.halves == 0) continue;
      because.push_back({.message = {"ground.day.becomes-absence", {day.day(), charge.measured, charge.converted}},
                         .cite = charge.cite,
                         .because = time_grounds(day, charge.source)});
    }
    const PaySegment& segment = context.segment_of(day.day());
    add_group(groups, {.label = {"旷工", "absenteeism"},
                       .base = context.day_pay_base(segment),
                       .divisor = context.divisor(segment),
                       .share = rule->days_pay,
                       .days = day.absent,
                       .cite = rule->cite,
                       .because = std::move(because)});
  }
}

/// What a charge in money costs, in exact fen.
Rational cost_of(PayContext& context, const TimeCharge& charge) {
  switch (charge.then.kind) {
    case Consequence::Kind::amount: return Rational{charge.then.amount.fen} * charge.times;
    case Consequence::Kind::per_minute:
      return Rational{charge.then.amount.fen} * Rational{charge.measured.seconds / 60} * charge.times;
    case Consequence::Kind::day_share: {
      const PaySegment& segment = context.segment_of(charge.day);
      return context.day_pay_base(segment) / context.divisor(segment) * charge.then.share * charge.times;
    }
    case Consequence::Kind::none:
    case Consequence::Kind::leave:
    case Consequence::Kind::absenteeism: return {};
  }
  return {};
}

Ground charge_ground(const PayContext& context, const TimeCharge& charge, const Rational& exact) {
  const Money amount = round_money(exact);
  Ground ground;
  ground.cite = charge.cite;
  if (charge.source == TimeCharge::Source::count) {
    ground.message = {"ground.charge.count", {charge.day, std::int64_t{charge.count}, amount}};
    return ground;
  }
  const bool late = charge.source == TimeCharge::Source::lateness;
  const std::string what = late ? "ground.charge.late" : "ground.charge.early";
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
    ground.because.push_back({.message = {"ground.charge.day-share", {charge.then.share}}});
  }
  if (!charge.repetition.clause.empty()) {
    ground.because.push_back(
        {.message = {"ground.charge.repetition", {std::int64_t{charge.nth}, charge.times}}, .cite = charge.repetition});
  }
  for (const JudgedDay& day : context.facts().time.days) {
    if (!charge.of_month && day.day() != charge.day) continue;
    for (Ground& event : time_grounds(day, charge.source)) ground.because.push_back(std::move(event));
  }
  return ground;
}

Rational add_charges(PayContext& context, const DeductionLine& line, std::vector<Ground>& grounds) {
  Rational exact;
  for (const TimeCharge& charge : context.facts().time.charges) {
    const DeductionLine* own = line_of(*context.segment_of(charge.day).policy, line.code);
    if (own == nullptr || !own->lateness) continue;
    const Rational cost = cost_of(context, charge);
    if (cost == Rational{}) continue;
    exact += cost;
    grounds.push_back(charge_ground(context, charge, cost));
  }
  return exact;
}

PayLine complaint_line(PayContext& context) {
  PayLine line{"complaints", {"投诉扣款", "complaint deduction"}, PayColumn::complaint_deduction, {}, {}};
  for (const auto& [severity, count] : context.facts().inputs.complaints) {
    if (count == 0) continue;
    const auto& charges = context.last().complaints;
    const auto charge = std::find_if(charges.begin(), charges.end(),
                                     [&](const ComplaintCharge& known) { return known.severity == severity; });
    if (charge == charges.end()) {
      context.lacks("complaint-severity", severity);
      continue;
    }
    const Money amount{charge->amount.fen * count};
    line.amount -= amount;
    line.grounds.push_back(
        {.message = {"ground.complaint", {charge->label, std::int64_t{count}, charge->amount, amount}},
         .cite = charge->cite});
  }
  return line;
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

/// The exact sum of groups; their grounds go to `line`.
Rational sum_groups(const std::vector<TimeGroup>& groups, PayLine& line) {
  Rational exact;
  for (const TimeGroup& group : groups) {
    exact += group.exact();
    line.grounds.push_back(group_ground(group));
  }
  return exact;
}

}  // namespace

std::vector<PayLine> deduct(PayContext& context) {
  std::vector<PayLine> lines;
  for (const DeductionLine* taken : context.deductions()) {
    const DeductionLine& rule = *taken;
    PayLine line{rule.code, rule.label, rule.column, {}, {}};
    std::vector<TimeGroup> groups;
    add_leave(context, rule, rule.conversions_apart ? LeavePart::recorded : LeavePart::both, groups);
    add_absenteeism(context, rule, groups);
    const Rational exact = sum_groups(groups, line) + add_charges(context, rule, line.grounds);
    line.amount = -round_money(exact, context.rounding());
    if (rule.conversions_apart) {
      std::vector<TimeGroup> converted;
      add_leave(context, rule, LeavePart::converted, converted);
      line.amount -= round_money(sum_groups(converted, line), context.rounding());
    }
    if (!line.grounds.empty()) lines.push_back(std::move(line));
  }
  if (PayLine line = complaint_line(context); !line.grounds.empty()) lines.push_back(std::move(line));
  return lines;
}

}  // namespace svcadm::domain
