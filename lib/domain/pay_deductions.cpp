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
      if (!half || half->kind != kind.code || half->lapsed()) continue;
      const FactRef fact{"leave", half->leave};
      if (!ground.facts.empty() && ground.facts.back() == fact) continue;
      ground.facts.push_back(fact);
      if (half->pending()) ground.because.push_back(pending_ground(half->standing));
    }
    grounds.push_back(std::move(ground));
  }
  for (const TimeCharge& charge : month.charges) {
    const HalfDays taken = charge.taken_on(day.day());
    if (!with_converted || taken.halves == 0 || charge.then.kind != Consequence::Kind::leave || charge.is_absence())
      continue;
    if (charge.then.leave_kind == kind.code)
      grounds.push_back(conversion_ground(month, day, charge, kind.label, taken));
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
      const PaySegment& segment = context.segment_of(day.day());
      const ServiceShare* share = share_on(*kind, segment.hired, day.day());
      if (share == nullptr || share->deduct == Rational{}) continue;
      const auto found = day.converted_leave.find(code);
      const HalfDays converted = found == day.converted_leave.end() ? HalfDays{} : found->second;
      const HalfDays recorded = part == LeavePart::converted ? HalfDays{} : halves - converted;
      const bool with_converted = part != LeavePart::recorded;
      const HalfDays days = recorded + (with_converted ? converted : HalfDays{});
      if (days.halves == 0) continue;
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

/// The leaves of a day that lapsed, each with its halves.
std::vector<std::pair<const LeaveHalf*, HalfDays>> lapsed_leaves(const JudgedDay& day) {
  std::vector<std::pair<const LeaveHalf*, HalfDays>> lapsed;
  for (const auto* half : {&day.measure.first_half, &day.measure.second_half}) {
    if (!*half || !(*half)->lapsed()) continue;
    const bool same = !lapsed.empty() && lapsed.back().first->leave == (*half)->leave;
    if (!same) lapsed.emplace_back(&**half, HalfDays{});
    lapsed.back().second += HalfDays{1};
  }
  return lapsed;
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
    HalfDays plain = day.absent;
    for (const auto& [half, lapsed] : lapsed_leaves(day)) {
      because.push_back(lapse_ground(day, *half, lapsed));
      plain = plain - lapsed;
    }
    const Label label{"旷工", "absenteeism"};
    for (const TimeCharge& charge : facts.time.charges) {
      const HalfDays taken = charge.taken_on(day.day());
      if (taken.halves == 0 || !charge.is_absence()) continue;
      because.push_back(conversion_ground(facts.time, day, charge, label, taken));
      plain = plain - taken;
    }
    if (plain.halves > 0) because.insert(because.begin(), absence_ground(day, plain));
    const PaySegment& segment = context.segment_of(day.day());
    add_group(groups, {.label = label,
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
    line.amount = -context.round_line(exact, line.grounds);
    if (rule.conversions_apart) {
      std::vector<TimeGroup> converted;
      add_leave(context, rule, LeavePart::converted, converted);
      const Rational apart = sum_groups(converted, line);
      line.amount -= context.round_line(apart, line.grounds);
    }
    if (!line.grounds.empty()) lines.push_back(std::move(line));
  }
  if (PayLine line = complaint_line(context); !line.grounds.empty()) lines.push_back(std::move(line));
  return lines;
}

}  // namespace svcadm::domain
