#pragma once
// A person's month for tests, October 2026 unless said otherwise: clean punches on its workdays, changed where a
// test says so, paid by a regulation that is read from a file.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "domain/payroll.hpp"
#include "support/pay_identity.hpp"
#include "support/printing.hpp"
#include "support/regulation_files.hpp"

namespace svcadm::test {

/// So many fen, half up: how the houses round.
constexpr Money half_up(std::int64_t numerator, std::int64_t denominator) {
  return {(2 * numerator + denominator) / (2 * denominator)};
}

inline Date october(int day) { return make_date(2026, 10, day); }

/// When clean punches lie, and from when lateness is reckoned.
struct Hours {
  TimeOfDay start;
  TimeOfDay lunch;
  TimeOfDay back;
  TimeOfDay end;
};
inline constexpr Hours half_past_nine{{34200}, {45000}, {48600}, {66600}};  // 09:30-12:30, 13:30-18:30
inline constexpr Hours nine_to_six{{32400}, {43200}, {46800}, {64800}};     // 09:00-12:00, 13:00-18:00

class MonthBuilder {
 public:
  explicit MonthBuilder(domain::Policy policy, Hours hours = half_past_nine) : hours_{hours} {
    policies_.emplace(Date{0}, std::move(policy));
    in_month(make_month(2026, 10), {8, 9, 10, 12, 13, 14, 15, 16, 19, 20, 21, 22, 23, 26, 27, 28, 29, 30});
  }
  explicit MonthBuilder(const std::string& regulation_text) : MonthBuilder{policy_of(regulation_text, october(1))} {}

  /// Another month, its workdays by the calendar; forgets what was said about days.
  MonthBuilder& in_month(Month month, const std::set<int>& workdays) {
    month_ = month;
    from_ = first_day(month);
    to_ = last_day(month);
    workdays_ = workdays;
    days_.clear();
    for (const int day : workdays) clean(day, hours_);
    return *this;
  }
  /// Another month whose workdays are its Mondays to Fridays.
  MonthBuilder& in_month(Month month) {
    std::set<int> workdays;
    for (Date day = first_day(month); day <= last_day(month); ++day) {
      if (!is_weekend(day)) workdays.insert(day_of_month(day));
    }
    return in_month(month, workdays);
  }

  MonthBuilder& hired(Date day) {
    hired_ = day;
    return *this;
  }
  MonthBuilder& served(Date from, Date to) {
    from_ = from;
    to_ = to;
    return *this;
  }
  MonthBuilder& probation_until(Date day) {
    probation_end_ = day;
    return *this;
  }
  MonthBuilder& grade(std::string grade) {
    grades_[Date{0}] = std::move(grade);
    return *this;
  }
  MonthBuilder& grade_from(Date day, std::string grade) {
    grades_[day] = std::move(grade);
    return *this;
  }
  MonthBuilder& base_pay(Money amount) {
    base_pays_[Date{0}] = amount;
    return *this;
  }
  MonthBuilder& base_pay_from(Date day, Money amount) {
    base_pays_[day] = amount;
    return *this;
  }
  /// Another regulation governs from a day on.
  MonthBuilder& policy_from(Date day, domain::Policy policy) {
    policies_.insert_or_assign(day, std::move(policy));
    return *this;
  }
  /// A new stretch of pay begins although nothing changes.
  MonthBuilder& split_at(Date day) {
    splits_.insert(day);
    return *this;
  }

  MonthBuilder& without_punches(int day) {
    days_[day].punches.clear();
    return *this;
  }
  MonthBuilder& punches(int day, const std::vector<std::pair<std::string, domain::Direction>>& times) {
    days_[day].punches.clear();
    for (const auto& [time, direction] : times) punch(day, *parse_time(time), direction);
    return *this;
  }
  MonthBuilder& times(int day, const std::vector<std::string>& times) {
    days_[day].punches.clear();
    for (const std::string& time : times) punch(day, *parse_time(time));
    return *this;
  }
  /// Arrives so much after the start of work.
  MonthBuilder& late(int day, Span span) {
    days_[day].punches.front().at = at(date(day), hours_.start) + span;
    return *this;
  }
  /// Comes back so much after the end of lunch.
  MonthBuilder& late_back(int day, Span span) {
    days_[day].punches.at(2).at = at(date(day), hours_.back) + span;
    return *this;
  }
  MonthBuilder& early(int day, Span span) {
    days_[day].punches.back().at = at(date(day), hours_.end) - span;
    return *this;
  }
  MonthBuilder& online(int day, const std::string& from) {
    days_[day].sessions.push_back({at(date(day), *parse_time(from)), std::nullopt});
    return *this;
  }
  MonthBuilder& leave(int day, const std::string& kind, int half = 0) {
    Day& of_day = days_[day];
    if (half != 2) of_day.first_half = domain::LeaveHalf{1, kind};
    if (half != 1) of_day.second_half = domain::LeaveHalf{1, kind};
    if (of_day.first_half && of_day.second_half) of_day.punches.clear();
    return *this;
  }
  /// Nobody can punch from one time to the other, both included.
  MonthBuilder& outage(int day, const std::string& from, const std::string& to) {
    days_[day].outages.push_back({at(date(day), *parse_time(from)), at(date(day), *parse_time(to)), 1});
    return *this;
  }
  MonthBuilder& decided(int day, domain::DayDecision decision) {
    days_[day].decision = decision;
    return *this;
  }
  /// The roster's shift of a day ("22:00-06:00"; empty: rest), with clean punches; the calendar stays as it is.
  MonthBuilder& shift(int day, const std::string& windows) {
    domain::Shift shift{.code = "X"};
    if (!windows.empty()) shift.windows = *domain::parse_windows(windows);
    days_[day].punches.clear();
    if (shift.works()) {
      punch(day, shift.start() + Span{-300});
      punch(day, shift.end() + Span{120});
    }
    days_[day].shift = std::move(shift);
    return *this;
  }
  MonthBuilder& day_kind(int day, domain::DayKind kind) {
    days_[day].kind = kind;
    return *this;
  }

  MonthBuilder& input(const std::string& kind, Money amount) {
    inputs_.amounts[kind] = amount;
    return *this;
  }
  MonthBuilder& count(const std::string& kind, std::int64_t pieces) {
    inputs_.counts[kind] = pieces;
    return *this;
  }
  MonthBuilder& score(const std::string& kind, int points) {
    inputs_.scores[kind].push_back(points * 100);
    return *this;
  }
  MonthBuilder& complaint(const std::string& severity) {
    ++inputs_.complaints[severity];
    ++inputs_.counts["complaints"];
    return *this;
  }
  MonthBuilder& carried(domain::Carry carry) {
    carry_ = carry;
    return *this;
  }
  MonthBuilder& limit(Rational share, Money minimum_wage) {
    limit_ = domain::DamageLimit{{share, {}}, {minimum_wage, {}}};
    return *this;
  }
  /// His composite among the group's, in points.
  MonthBuilder& composite(int own, const std::vector<int>& group) {
    for (const auto& part : policies_.begin()->second.appraisal.parts) inputs_.scores[part.input] = {own * 100};
    return among(group);
  }
  /// The composites of the group, in points.
  MonthBuilder& among(const std::vector<int>& group) {
    mean_ = {};
    for (const int value : group) mean_.add(Rational{value});
    return *this;
  }

  /// What the returned value points at lives as long as the builder.
  domain::MonthTime time() const {
    std::vector<domain::PolicyDay> days;
    for (Date day = from_; day <= to_; ++day) {
      const domain::Policy& policy = policy_on(day);
      days.push_back({domain::measure_day(policy.attendance, day_facts(day)), &policy});
    }
    return domain::judge_month(std::move(days));
  }
  domain::PayFacts facts() const {
    domain::PayFacts facts{.month = month_, .month_workdays = static_cast<int>(workdays_.size())};
    for (Date day = from_; day <= to_; ++day) {
      if (begins_segment(day)) {
        facts.segments.push_back({.from = day,
                                  .to = day,
                                  .policy = &policy_on(day),
                                  .probation = on_probation(day),
                                  .grade = grade_on(day),
                                  .base_pay = base_pay_on(day),
                                  .hired = hired_});
      }
      facts.segments.back().to = day;
      facts.segments.back().workdays += workdays_.contains(day_of_month(day)) ? 1 : 0;
      if (plan(day).shift.works()) ++facts.rostered_days;
    }
    facts.whole_month = workdays_.empty() || (from_ <= date(*workdays_.begin()) && to_ >= date(*workdays_.rbegin()));
    facts.time = time();
    facts.inputs = inputs_;
    for (const auto& [number, day] : days_) facts.inputs.on_leave_in_month |= day.first_half || day.second_half;
    const domain::AppraisalPolicy& appraisal = policy_on(to_).appraisal;
    facts.appraisal = domain::appraise(appraisal, facts.inputs, domain::composite_of(appraisal, facts.inputs), mean_);
    facts.carried_in = carry_;
    facts.damage_limit = limit_;
    return facts;
  }
  domain::PaySheet pay() const {
    domain::PaySheet sheet = domain::compute_pay(facts());
    REQUIRE(broken_identity(sheet) == "");
    return sheet;
  }
  Money payable() const { return pay().payable; }
  Money column(domain::PayColumn column) const { return pay().column(column); }

 private:
  struct Day {
    std::vector<domain::Punch> punches = {};
    std::vector<domain::OnlineSession> sessions = {};
    std::optional<domain::LeaveHalf> first_half = std::nullopt;
    std::optional<domain::LeaveHalf> second_half = std::nullopt;
    domain::DayDecision decision = domain::DayDecision::none;
    std::vector<domain::Outage> outages = {};
    std::optional<domain::Shift> shift = std::nullopt;
    std::optional<domain::DayKind> kind = std::nullopt;
  };

  Date date(int day) const { return first_day(month_) + (day - 1); }
  void punch(int day, TimeOfDay time, domain::Direction direction = domain::Direction::unsaid) {
    days_[day].punches.push_back({at(date(day), time), direction});
  }
  void clean(int day, const Hours& hours) {
    for (const TimeOfDay time :
         {hours.start + Span{-300}, hours.lunch, hours.back + Span{-300}, hours.end + Span{120}}) {
      punch(day, time);
    }
  }

  template <class T>
  static const T& since(const std::map<Date, T>& values, Date day) {
    return std::prev(values.upper_bound(day))->second;
  }
  const domain::Policy& policy_on(Date day) const { return since(policies_, day); }
  const std::string& grade_on(Date day) const { return since(grades_, day); }
  const std::optional<Money>& base_pay_on(Date day) const { return since(base_pays_, day); }
  bool on_probation(Date day) const { return probation_end_ && day <= *probation_end_; }
  bool begins_segment(Date day) const {
    return day == from_ || splits_.contains(day) || &policy_on(day) != &policy_on(day - 1) ||
           on_probation(day) != on_probation(day - 1) || grade_on(day) != grade_on(day - 1) ||
           base_pay_on(day) != base_pay_on(day - 1);
  }

  domain::DayPlan plan(Date day) const {
    const int number = day_of_month(day);
    const bool workday = workdays_.contains(number);
    domain::DayPlan plan{.day = day, .kind = workday ? domain::DayKind::workday : domain::DayKind::rest_day};
    if (workday) plan.shift = policy_on(day).attendance.hours.value().value;
    const auto found = days_.find(number);
    if (found != days_.end() && found->second.shift) plan.shift = *found->second.shift;
    if (found != days_.end() && found->second.kind) plan.kind = *found->second.kind;
    return plan;
  }
  domain::DayFacts day_facts(Date day) const {
    domain::DayFacts facts{.plan = plan(day)};
    const auto found = days_.find(day_of_month(day));
    if (found == days_.end()) return facts;
    facts.punches = found->second.punches;
    facts.sessions = found->second.sessions;
    facts.first_half = found->second.first_half;
    facts.second_half = found->second.second_half;
    facts.decision = found->second.decision;
    facts.outages = found->second.outages;
    return facts;
  }

  Hours hours_;
  Month month_;
  Date hired_ = make_date(2024, 1, 8);
  Date from_;
  Date to_;
  std::optional<Date> probation_end_;
  std::map<Date, domain::Policy> policies_;
  std::map<Date, std::string> grades_{{Date{0}, {}}};
  std::map<Date, std::optional<Money>> base_pays_{{Date{0}, {}}};
  std::set<Date> splits_;
  std::set<int> workdays_;
  std::map<int, Day> days_;
  domain::MonthInputs inputs_;
  domain::GroupMean mean_;
  domain::Carry carry_;
  std::optional<domain::DamageLimit> limit_;
};

/// A month of the plain house, where a day is worth 100.00, with other texts put upon it.
template <class... Texts>
MonthBuilder house_month(const Texts&... texts) {
  return MonthBuilder{plain_with(texts...), nine_to_six};
}

}  // namespace svcadm::test
