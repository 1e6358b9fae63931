#include "domain/month_time.hpp"

#include <algorithm>
#include <array>

#include "base/error.hpp"

namespace svcadm::domain {

namespace {

using Source = TimeCharge::Source;

/// What a table is asked about: one event, one day's total or the month's.
struct Item {
  std::size_t day;  ///< place in the list of days
  Span measured;
  const TimeTable* table;
};

const std::optional<TimeTable>& table_of(const Policy& policy, Source source) {
  return source == Source::lateness ? policy.attendance.lateness : policy.attendance.early_leaving;
}

/// The events of a day, each as measured; one of no length is none.
std::array<Span, 2> events_of(const DayMeasure& day, Source source) {
  if (source == Source::early_leaving) return {day.early, Span{}};
  return {day.late_arrival, day.late_return};
}

/// What counts of an event.  A month's total is made whole at its end, not at each event.
Span counted_event(const TimeTable& table, Span event) {
  if (table.total_by != TotalBy::month) return counted_span(table, event);
  if (event <= table.grace) return {};
  return table.grace_is_subtracted ? event - table.grace : event;
}

/// Each day's events (or their total) that count, in order.
std::vector<Item> items_by_day(const std::vector<JudgedDay>& days, Source source) {
  std::vector<Item> items;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const auto& table = table_of(*days[i].policy, source);
    if (!table || table->total_by == TotalBy::month) continue;
    Span total;
    for (const Span event : events_of(days[i].measure, source)) {
      if (table->total_by == TotalBy::day) {
        total = total + event;
      } else if (const Span counted = counted_span(*table, event); counted > Span{}) {
        items.push_back({i, counted, &*table});
      }
    }
    if (const Span counted = counted_span(*table, total); counted > Span{}) items.push_back({i, counted, &*table});
  }
  return items;
}

/// The month's total under the table of the last day that has one; nothing where it is not by month.
std::optional<Item> item_of_month(const std::vector<JudgedDay>& days, Source source) {
  std::optional<Item> item;
  const TimeTable* last = nullptr;
  Span total;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const auto& table = table_of(*days[i].policy, source);
    if (!table || table->total_by != TotalBy::month) continue;
    last = &*table;
    for (const Span event : events_of(days[i].measure, source)) {
      if (const Span counted = counted_event(*table, event); counted > Span{}) {
        total = total + counted;
        item = Item{i, total, nullptr};
      }
    }
  }
  if (!item) return std::nullopt;
  item->table = last;
  TimeTable without_grace = *last;
  without_grace.grace = {};
  item->measured = counted_span(without_grace, total - std::min(total, last->month_allowance));
  if (item->measured <= Span{}) return std::nullopt;
  return item;
}

/// The last repetition that has been reached.
const Repetition* repetition_for(const TimeTable& table, int nth) {
  const Repetition* reached = nullptr;
  for (const Repetition& repetition : table.repetitions) {
    if (nth >= repetition.from_nth) reached = &repetition;
  }
  return reached;
}

void charge_items(std::vector<TimeCharge>& charges, const std::vector<JudgedDay>& days, const std::vector<Item>& items,
                  Source source, bool of_month) {
  int nth = 0;
  for (const Item& item : items) {
    const TimeTable& table = *item.table;
    const Tier& tier = find_tier(table, item.measured);
    TimeCharge charge{.source = source,
                      .day = days[item.day].day(),
                      .of_month = of_month,
                      .measured = item.measured,
                      .then = tier.then,
                      .cite = tier.cite,
                      .tier = tier};
    if (tier.then.kind != Consequence::Kind::none) {
      charge.nth = ++nth;
      if (const Repetition* repetition = repetition_for(table, nth)) {
        charge.times = repetition->times;
        charge.repetition = repetition->cite;
        if (repetition->instead) {
          charge.then = *repetition->instead;
          charge.cite = repetition->cite;
        }
      }
    }
    charges.push_back(charge);
  }
}

/// What counts of a day's lateness (or early leaving): its events and their sum, after grace and precision.
struct DayCount {
  int events = 0;
  Span total = {};
};

DayCount count_day(const JudgedDay& day, Source source) {
  const auto& table = table_of(*day.policy, source);
  const bool by_day = table && table->total_by == TotalBy::day;
  DayCount count;
  Span raw;
  for (const Span event : events_of(day.measure, source)) {
    raw = raw + event;
    // Grace is for a table to give: without one every second is lateness, recorded only.
    const Span counted = table && !by_day ? counted_event(*table, event) : event;
    if (counted > Span{}) ++count.events;
    count.total = count.total + counted;
  }
  if (by_day) count.total = counted_span(*table, raw);
  if (count.total == Span{}) count.events = 0;
  return count;
}

/// How often a count rule's events occurred on a day; counted under that day's own tables.
int events_on(const JudgedDay& day, const CountRule& rule) {
  int events = 0;
  const auto count = [&](Source source, bool wanted) {
    if (!wanted) return;
    const int of_source = count_day(day, source).events;
    events += rule.by_day ? std::min(1, of_source) : of_source;
  };
  count(Source::lateness, rule.late);
  count(Source::early_leaving, rule.early);
  if (rule.missing_punches && day.measure.missing_punch) ++events;
  return events;
}

/// The name of what a rule counts: "late", "late-early", "missing-punch" ...
std::string counted_by(const CountRule& rule) {
  std::string name;
  const auto add = [&](bool counts, const char* what) {
    if (counts) name += (name.empty() ? "" : "-") + std::string{what};
  };
  add(rule.late, "late");
  add(rule.early, "early");
  add(rule.missing_punches, "missing-punch");
  return name;
}

void apply_count_rules(MonthTime& month) {
  if (month.days.empty()) return;
  for (const CountRule& rule : month.days.back().policy->attendance.counts) {
    int total = 0;
    Date reached;
    for (const JudgedDay& day : month.days) {
      for (int i = events_on(day, rule); i > 0; --i) {
        ++total;
        if (total == rule.from_nth) reached = day.day();
        const bool applies = rule.each ? total >= rule.from_nth : total == rule.from_nth;
        if (!applies) continue;
        if (rule.then.kind != Consequence::Kind::none) {
          month.charges.push_back({.source = Source::count,
                                   .day = day.day(),
                                   .count = total,
                                   .then = rule.then,
                                   .cite = rule.cite,
                                   .counted = counted_by(rule)});
        }
      }
    }
    if (total < rule.from_nth) continue;
    for (const std::string& item : rule.forfeits) {
      month.forfeits.push_back({item, total, rule.cite, counted_by(rule), reached});
    }
  }
}

/// Takes what a charge converts from the days' presence: the charge's own day first, then those before it.
void convert(MonthTime& month, TimeCharge& charge) {
  const bool to_leave = charge.then.kind == Consequence::Kind::leave;
  if (!to_leave && charge.then.kind != Consequence::Kind::absenteeism) return;
  const Rational wanted = Rational{charge.then.days.halves} * charge.times;
  int open = static_cast<int>(round_to_whole(wanted, Rounding::down));
  const bool whole_month = charge.of_month || charge.source == Source::count;
  for (auto day = month.days.rbegin(); day != month.days.rend() && open > 0; ++day) {
    if (day->day() > charge.day || (!whole_month && day->day() < charge.day)) continue;
    const HalfDays taken{std::min(open, day->present.halves)};
    if (taken.halves == 0) continue;
    open -= taken.halves;
    charge.converted += taken;
    charge.taken_from.emplace_back(day->day(), taken);
    day->present = day->present - taken;
    if (to_leave && day->card.kind == LeaveStanding::Kind::lapsed) {
      // Not leave but absence by its own article: no conversion that a regulation might treat more kindly.
      charge.card = day->card;
      day->absent += taken;
    } else if (to_leave) {
      charge.card = day->card;
      if (day->card.kind == LeaveStanding::Kind::pending) day->pending += taken;
      day->leave[charge.then.leave_kind] += taken;
      day->converted_leave[charge.then.leave_kind] += taken;
    } else {
      day->absent += taken;
      day->converted_absence += taken;
    }
  }
}

JudgedDay judged(PolicyDay day) {
  JudgedDay judged;
  judged.policy = day.policy;
  judged.present = day.day.present;
  judged.absent = day.day.absent;
  judged.card = std::move(day.card);
  for (const auto& half : {day.day.first_half, day.day.second_half}) {
    if (!half || half->lapsed()) continue;
    judged.leave[half->kind] += HalfDays{1};
    if (half->pending()) judged.pending += HalfDays{1};
  }
  judged.measure = std::move(day.day);
  return judged;
}

void count_days(MonthTime& month) {
  if (month.days.empty()) return;
  const SheetRule rule = month.days.back().policy->attendance.sheet.value_or(SheetRule{});
  Span total;
  for (const JudgedDay& day : month.days) {
    const DayCount late = count_day(day, Source::lateness);
    month.late_count += rule.late_count_by_day ? std::min(1, late.events) : late.events;
    total = total + late.total;
    month.late_minutes += late.total.seconds / 60;
    if (count_day(day, Source::early_leaving).events > 0) ++month.early_days;
  }
  if (rule.late_minutes == SheetRule::LateMinutes::month_cut) month.late_minutes = total.seconds / 60;
  if (rule.late_minutes == SheetRule::LateMinutes::month_up) month.late_minutes = (total.seconds + 59) / 60;
}

}  // namespace

Span counted_span(const TimeTable& table, Span measured) {
  // Made whole first: where seconds are dropped, 10:30 is ten minutes and within ten minutes' grace.
  Span counted = measured;
  if (table.precision == Precision::minute_cut) counted = {measured.seconds / 60 * 60};
  if (table.precision == Precision::minute_up) counted = {(measured.seconds + 59) / 60 * 60};
  if (counted <= table.grace) return {};
  return table.grace_is_subtracted ? counted - table.grace : counted;
}

const Tier& find_tier(const TimeTable& table, Span span) {
  for (const Tier& tier : table.tiers) {
    if (!tier.upper || span < tier.upper->span || (tier.upper->inclusive && span == tier.upper->span)) return tier;
  }
  bug("a tier table that is not open above");
}

MonthTime judge_month(std::vector<PolicyDay> days) {
  MonthTime month;
  month.days.reserve(days.size());
  for (PolicyDay& day : days) month.days.push_back(judged(std::move(day)));
  count_days(month);
  for (const Source source : {Source::lateness, Source::early_leaving}) {
    charge_items(month.charges, month.days, items_by_day(month.days, source), source, false);
    if (const auto item = item_of_month(month.days, source)) {
      charge_items(month.charges, month.days, {*item}, source, true);
    }
  }
  apply_count_rules(month);
  std::stable_sort(month.charges.begin(), month.charges.end(),
                   [](const TimeCharge& a, const TimeCharge& b) { return a.day < b.day; });
  for (TimeCharge& charge : month.charges) convert(month, charge);
  return month;
}

}  // namespace svcadm::domain
