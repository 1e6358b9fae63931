// What is earned: the items of pay, part months and conditions.

#include <algorithm>

#include "domain/pay_parts.hpp"

namespace svcadm::domain {

namespace {

/// Why a conditional item is lost; empty when it is kept.
std::vector<Ground> reasons_to_forfeit(const PayItem& item, const PayFacts& facts) {
  std::vector<Ground> reasons;
  const Forfeits& forfeits = item.forfeits;
  for (const JudgedDay& day : facts.time.days) {
    for (const auto& [code, halves] : day.leave) {
      const auto converted = day.converted_leave.find(code);
      const HalfDays taken = converted == day.converted_leave.end() ? halves : halves - converted->second;
      const LeaveKind* kind = day.policy->leave.find(code);
      if (!forfeits.leave || kind == nullptr || kind->keeps_full_attendance || taken.halves == 0) continue;
      reasons.push_back({.message = {"ground.forfeit.leave", {day.day(), kind->label, taken}}, .cite = kind->cite});
    }
    const HalfDays absent = day.absent - day.converted_absence;
    if (forfeits.absenteeism && absent.halves > 0) {
      reasons.push_back({.message = {"ground.forfeit.absenteeism", {day.day(), absent}}});
    }
  }
  for (const TimeCharge& charge : facts.time.charges) {
    if (!forfeits.conversion || charge.converted.halves == 0) continue;
    if (charge.source == TimeCharge::Source::count) {
      reasons.push_back(
          {.message = {"ground.forfeit.count-conversion",
                       {charge.day, Term{"counted." + charge.counted}, std::int64_t{charge.count}, charge.converted}},
           .cite = charge.cite});
    } else {
      reasons.push_back({.message = {"ground.forfeit.conversion", {charge.day, charge.measured, charge.converted}},
                         .cite = charge.cite});
    }
  }
  if (forfeits.lateness && facts.time.late_count > 0) {
    reasons.push_back({.message = {"ground.forfeit.lateness", {std::int64_t{facts.time.late_count}}}});
  }
  if (forfeits.early_leaving && facts.time.early_days > 0) {
    reasons.push_back({.message = {"ground.forfeit.early-leaving", {std::int64_t{facts.time.early_days}}}});
  }
  for (const Forfeit& forfeit : facts.time.forfeits) {
    if (forfeit.item != item.code) continue;
    reasons.push_back(
        {.message = {"ground.forfeit.count", {std::int64_t{forfeit.count}, Term{"counted." + forfeit.counted}}},
         .cite = forfeit.cite});
  }
  if (forfeits.appraisal && !facts.appraisal.passed) {
    for (const Ground& ground : facts.appraisal.grounds) reasons.push_back(ground);
  }
  return reasons;
}

/// The item as each segment's own regulation has it; null where it has none or it does not apply.
std::vector<const PayItem*> by_segment(const PayFacts& facts, const std::string& code) {
  std::vector<const PayItem*> items;
  for (const PaySegment& segment : facts.segments) {
    const PayItem* found = nullptr;
    for (const PayItem& item : segment.policy->payroll.items) {
      if (item.code == code && applies(item, segment)) found = &item;
    }
    items.push_back(found);
  }
  return items;
}

/// What an item earns in a part of the month; in the whole of it where nothing about it changes.
struct Part {
  Stretch days;
  std::size_t segment;  ///< the last one of the part
  Rational exact = {};
  std::vector<Ground> grounds = {};
};

/// Whether the item goes on as it was: of the same department, by the same regulation, of the same amount.
bool goes_on(const PaySegment& before, const PaySegment& after, const Rational& was, const Rational& is) {
  return before.to + 1 == after.from && before.department == after.department &&
         before.policy->regulation == after.policy->regulation && was == is;
}

/// A part-month item: for each part of the month amount times share of the month.
std::vector<Part> by_days(PayContext& context, const std::vector<const PayItem*>& items) {
  const PayFacts& facts = context.facts();
  std::vector<Part> parts;
  std::optional<Rational> amount_before;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i] == nullptr) continue;
    const PaySegment& segment = facts.segments[i];
    const Rational full = context.full_amount(segment, *items[i]);
    if (parts.empty() || !goes_on(facts.segments[parts.back().segment], segment, *amount_before, full)) {
      parts.push_back({{segment.from, segment.to}, i});
    }
    amount_before = full;
    Part& of = parts.back();
    of.days.to = segment.to;
    of.segment = i;
    const bool calendar = items[i]->part_month == PartMonth::calendar_days;
    const std::int64_t part = calendar ? segment.to - segment.from + 1 : segment.workdays;
    const std::int64_t whole = calendar ? days_in(facts.month) : facts.month_workdays;
    const Money amount = round_money(full);
    if (part == whole || whole == 0) {
      of.exact += whole == 0 ? Rational{} : full;
      of.grounds.push_back({.message = {"ground.item.full", {items[i]->label, amount}}, .cite = items[i]->cite});
    } else {
      const Rational earned = full * Rational{part, whole};
      const Money shown = round_money(earned);
      of.exact += earned;
      of.grounds.push_back({.message = {earned == Rational{shown.fen} ? "ground.item.part" : "ground.item.part-about",
                                        {items[i]->label, amount, part, whole, shown, segment.from, segment.to}},
                            .cite = items[i]->cite});
    }
  }
  return parts;
}

/// The parts as one.
Part together(const std::vector<Part>& parts) {
  Part all{parts.front().days, parts.front().segment};
  for (const Part& part : parts) {
    all.exact += part.exact;
    all.grounds.insert(all.grounds.end(), part.grounds.begin(), part.grounds.end());
  }
  return all;
}

/// An item that is paid whole or not at all.
Part at_once(PayContext& context, const std::vector<const PayItem*>& items) {
  const PayFacts& facts = context.facts();
  const PayItem* item = nullptr;
  std::size_t at = 0;
  bool everywhere = true;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i] == nullptr) everywhere = false;
    if (items[i] != nullptr) {
      item = items[i];
      at = i;
    }
  }
  const Rational full = context.full_amount(facts.segments[at], *item);
  const Money amount = round_money(full);
  if (item->part_month == PartMonth::full_only && !(facts.whole_month && everywhere)) {
    Date from = facts.segments[at].from;  // of the stretch in which the item is due at all
    for (std::size_t i = at; i-- > 0;) from = items[i] != nullptr ? facts.segments[i].from : from;
    const Date to = facts.segments[at].to;
    return {{from, to},
            at,
            {},
            {{.message = {"ground.item.not-whole-month", {item->label, amount, from, to}}, .cite = item->cite}}};
  }
  return {{facts.segments.front().from, facts.segments.back().to},
          at,
          full,
          {{.message = {"ground.item.full", {item->label, amount}}, .cite = item->cite}}};
}

/// Takes from a conditional item what its condition takes; says why it is kept where that is not plain.
void judge_condition(const PayItem& item, const PayFacts& facts, std::vector<Part>& parts) {
  Part all = together(parts);
  if (all.exact <= Rational{}) return;
  if (auto reasons = reasons_to_forfeit(item, facts); !reasons.empty()) {
    all.exact = {};
    all.grounds.push_back(
        {.message = {"ground.item.forfeited", {item.label}}, .cite = item.cite, .because = std::move(reasons)});
    parts = {std::move(all)};
  } else if (item.forfeits.appraisal) {
    auto& grounds = parts.back().grounds;
    grounds.insert(grounds.end(), facts.appraisal.grounds.begin(), facts.appraisal.grounds.end());
  }
}

/// One line for each part; a part without a day that counts has none beside others.
void add_lines(PayContext& context, const PayItem& item, std::vector<Part> parts, std::vector<PayLine>& lines) {
  if (together(parts).exact != Rational{}) {
    std::erase_if(parts, [](const Part& part) { return part.exact == Rational{}; });
  } else if (parts.size() > 1) {
    parts = {together(parts)};
  }
  Rational before;
  for (Part& part : parts) {
    PayLine line{item.code, item.label, item.column, {}, std::move(part.grounds)};
    line.amount = context.round_part(before, part.exact, line.grounds);
    before += part.exact;
    if (parts.size() > 1) line.part = part.days;
    lines.push_back(std::move(line));
  }
}

}  // namespace

std::vector<PayLine> earn(PayContext& context) {
  const PayFacts& facts = context.facts();
  std::vector<PayLine> lines;
  const auto has_line = [&](const std::string& code) {
    for (const PayLine& line : lines) {
      if (line.item == code) return true;
    }
    return false;
  };
  for (const PaySegment& segment : facts.segments) {
    for (const PayItem& first : segment.policy->payroll.items) {
      if (has_line(first.code) || !applies(first, segment)) continue;
      const auto items = by_segment(facts, first.code);
      // What holds for the month as a whole is what the item's last form says.
      const PayItem& item =
          **std::find_if(items.rbegin(), items.rend(), [](const PayItem* one) { return one != nullptr; });
      const bool days = item.part_month == PartMonth::workdays || item.part_month == PartMonth::calendar_days;
      std::vector<Part> parts = days ? by_days(context, items) : std::vector{at_once(context, items)};
      judge_condition(item, facts, parts);
      if (item.method == ItemMethod::entered && together(parts).exact == Rational{}) continue;
      add_lines(context, item, std::move(parts), lines);
    }
  }
  return lines;
}

}  // namespace svcadm::domain
