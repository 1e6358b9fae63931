#pragma once
// Random houses and random months, for claims about any pay.

#include <filesystem>
#include <string>
#include <vector>

#include <rapidcheck.h>

#include "support/month_builder.hpp"

namespace svcadm::test {

/// A whole number from `from` to `to`, both included, each as likely as the others.
inline int pick(int from, int to) { return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(from, to + 1)); }
inline bool chance(int percent) { return pick(1, 100) <= percent; }
template <class T>
T pick_of(const std::vector<T>& values) {
  return values[static_cast<std::size_t>(pick(0, static_cast<int>(values.size()) - 1))];
}

/// Every house of tests/data put upon the plain one.
inline const std::vector<domain::Policy>& houses() {
  static const std::vector<domain::Policy> all = [] {
    std::vector<std::string> names;
    for (const auto& file : std::filesystem::directory_iterator{SVCADM_SOURCE_DIR "/tests/data/regulations"}) {
      names.push_back(file.path().stem().string());
    }
    std::sort(names.begin(), names.end());
    std::vector<domain::Policy> policies;
    for (const std::string& name : names) policies.push_back(plain_with(house(name)));
    return policies;
  }();
  return all;
}

/// Steps of amounts that never fall, of random width.
inline std::vector<domain::Tier> random_tiers() {
  std::vector<domain::Tier> tiers;
  Span span;
  Money amount;
  for (int left = pick(0, 4); left > 0; --left) {
    span = span + Span{pick(1, 1800)};
    amount += Money{pick(0, 5000)};
    tiers.push_back({.upper = domain::Bound{span, chance(50)},
                     .then = {.kind = domain::Consequence::Kind::amount, .amount = amount}});
  }
  amount += Money{pick(0, 5000)};
  tiers.push_back({.then = {.kind = domain::Consequence::Kind::amount, .amount = amount}});
  return tiers;
}

/// A table of amounts as random as a regulation can make it; nothing is repeated.
inline domain::TimeTable random_table(domain::TotalBy by) {
  return {.total_by = by,
          .precision = pick_of<domain::Precision>(
              {domain::Precision::second, domain::Precision::minute_cut, domain::Precision::minute_up}),
          .grace = Span{chance(50) ? pick(1, 900) : 0},
          .grace_is_subtracted = chance(50),
          .month_allowance = Span{by == domain::TotalBy::month ? pick(0, 3600) : 0},
          .tiers = random_tiers()};
}

/// A house with random figures.
inline domain::Policy random_policy() {
  domain::Policy policy = pick_of(houses());
  domain::PayrollPolicy& pay = policy.payroll;
  for (domain::PayItem& item : pay.items) {
    item.amount = Money{pick(0, 500000)};
    if (item.method == domain::ItemMethod::share_of) item.share = Rational{pick(0, 150), 100};
  }
  pay.rounding->value = {pick_of<Rounding>({Rounding::half_up, Rounding::half_even, Rounding::down, Rounding::up}),
                         pick_of<std::int64_t>({1, 10, 100})};
  pay.below_zero->value = chance(50) ? domain::BelowZero::carry : domain::BelowZero::drop;
  pay.losses = Citation{};
  pay.loss_limit_of = pick_of<domain::DamageBase>(
      {domain::DamageBase::after_unpaid_time, domain::DamageBase::full_pay, domain::DamageBase::after_all_deductions});
  pay.complaints = {{.severity = "minor", .amount = Money{pick(0, 50000)}}};
  if (policy.attendance.absenteeism) policy.attendance.absenteeism->days_pay = Rational{pick(1, 10), 2};
  return policy;
}

/// What may happen on a workday.
inline void random_day(MonthBuilder& month, int day) {
  const std::vector<std::string> kinds{"personal", "sick", "annual"};
  switch (pick(0, 11)) {
    case 0: month.late(day, Span{pick(0, 9000)}); break;
    case 1: month.early(day, Span{pick(0, 9000)}); break;
    case 2: month.late_back(day, Span{pick(0, 9000)}).late(day, Span{pick(0, 9000)}); break;
    case 3: month.late(day, Span{pick(0, 9000)}).early(day, Span{pick(0, 9000)}); break;
    case 4: month.without_punches(day); break;
    case 5: month.times(day, {"08:55:00"}); break;
    case 6: month.leave(day, pick_of(kinds)); break;
    case 7: month.leave(day, pick_of(kinds), pick(1, 2)); break;
    case 8: month.leave(day, pick_of(kinds), 1).leave(day, pick_of(kinds), 2); break;
    case 9:
      month.times(day, {"18:02:00"});
      month.decided(day, pick_of<domain::DayDecision>({domain::DayDecision::present, domain::DayDecision::half_absence,
                                                       domain::DayDecision::whole_absence}));
      break;
    default: break;
  }
}

/// A random October of somebody under a random house, of a second one too from some day on.
inline MonthBuilder random_month(bool changes = true) {
  MonthBuilder month{random_policy(), nine_to_six};
  month.grade("A").base_pay(Money{pick(0, 500000)});
  for (const int day : {8, 9, 10, 12, 13, 14, 15, 16, 19, 20, 21, 22, 23, 26, 27, 28, 29, 30}) random_day(month, day);
  if (chance(20)) month.leave(17, "sick").leave(18, "sick");
  if (chance(20)) month.shift(17, "22:00-06:00");
  if (chance(20)) month.shift(22, "");
  if (chance(20)) month.hired(october(pick(1, 20)) - pick(0, 2000));
  if (changes && chance(30)) {
    const int from = pick(1, 31);
    month.served(october(from), october(pick(from, 31)));
  }
  if (changes && chance(30)) month.probation_until(october(pick(1, 31)));
  if (changes && chance(30)) month.policy_from(october(pick(1, 31)), random_policy());
  if (changes && chance(30)) month.base_pay_from(october(pick(1, 31)), Money{pick(0, 500000)});
  if (changes && chance(30)) month.grade_from(october(pick(1, 31)), "B");
  if (chance(30)) month.input("sales_bonus", Money{pick(-50000, 50000)});
  if (chance(30)) month.input("loss", Money{pick(0, 500000)});
  if (chance(50)) month.limit(Rational{pick(0, 100), 100}, Money{pick(0, 300000)});
  if (chance(30)) month.complaint("minor");
  if (chance(30)) month.carried({Money{pick(0, 300000)}, Money{pick(0, 300000)}});
  return month;
}

}  // namespace svcadm::test
