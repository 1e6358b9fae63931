#pragma once
// Gathers a month of everybody's time and judges it, one person at a time.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include "domain/month_time.hpp"
#include "store/correction_store.hpp"
#include "store/people_store.hpp"
#include "store/punch_store.hpp"
#include "usecase/day_plans.hpp"
#include "usecase/known_at.hpp"
#include "usecase/leave_limits.hpp"
#include "usecase/leave_requests.hpp"
#include "usecase/policy_book.hpp"

namespace svcadm::usecase {

class Office;

/// Everything about time between two days of one calendar month.  Reads at construction, answers from memory; but for
/// punches, which are read when they are first asked for.
class MonthTimes {
 public:
  /// All that is known now.
  MonthTimes(Office& office, Date first, Date last);
  MonthTimes(Office& office, Date first, Date last, const KnownAt& known);

  /// In service on any day of the span, in the order of their numbers.
  const std::vector<store::Person>& people() const { return people_; }
  const store::Person* person(std::int64_t id) const;
  const DayPlans& plans() const { return plans_; }
  PolicyBook& book() { return book_; }
  /// What people besides these did need not be read.  \pre no punch was asked for yet
  void look_only_at(std::set<std::int64_t> employees) { only_ = std::move(employees); }
  /// With everybody's punches, or at least those of whom is looked at, and nobody's.
  const store::PunchLog& log() const;
  /// Whether anybody's punch or time online begins with from <= moment < to.
  bool any_punches(Moment from, Moment to) const;
  Date first() const { return first_; }
  Date last() const { return last_; }
  const KnownAt& known() const { return known_; }

  /// The person's terms on a day that counts as worked time: none where he is not in service, or on the last day of a
  /// service where the regulation does not count that.
  const store::TermSpan* served_on(const store::Person& person, Date day);

  /// Where the person's day begins and ends: punches of that time are the day's.  \pre in service on the day
  std::pair<Moment, Moment> civil_day(const store::Person& person, Date day);
  /// What a day's rule looks at.  \pre in service on the day
  domain::DayFacts facts(const store::Person& person, Date day);
  /// The person's month, judged under the policies of each day.
  domain::MonthTime judge(const store::Person& person);

  /// Whether any leave of the person touches the span.
  bool has_leave(std::int64_t employee) const;

  /// Whether a person was due to work on a day of the month before: for rows of absence that run over the month's end.
  bool was_due(const store::Person& person, Date day);

  /// Areas that nothing governs for somebody, each department once.
  std::vector<Problem> missing_regulations(const std::vector<regulation::Area>& needed);

 private:
  /// A stretch of one person's plans; a day's own borders depend on its neighbours.
  struct Plans {
    Date first;
    std::vector<domain::DayPlan> days;
    const domain::DayPlan& on(Date day) const { return days[static_cast<std::size_t>(day - first)]; }
  };
  /// Those that concern the person on a day, of the ones that touch some time.
  std::vector<domain::Outage> outages(const store::Person& person, Date day, Moment from, Moment to) const;
  /// Also of days around the span: a shift of the eve ends on the span's first morning.
  domain::DayPlan plan(const store::Person& person, Date day);
  /// His terms on a day of the span or around it; nullptr when he is not in service.
  const store::TermSpan* term_around(const store::Person& person, Date day) const;
  Plans plans_of(const store::Person& person, Date from, Date to);
  /// Where the person's civil day begins.  \pre `plans` holds the day and the one before
  Moment begins(const store::Person& person, const Plans& plans, Date day);
  std::pair<Moment, Moment> civil_day(const store::Person& person, const Plans& plans, Date day);
  domain::DayFacts facts(const store::Person& person, const Plans& plans, Date day);
  void add_leave(const store::Person& person, domain::DayFacts& facts);
  /// Whether any leave of the span is of a kind of which a year allows only so much.
  bool any_limited();
  /// The leave as it stands on a half of a day; lapsed where the year allows no more of it.
  domain::LeaveHalf within_limit(domain::LeaveHalf leave, const store::Person& person, Date day, int half);

  store::Database& database_;
  Date first_;
  Date last_;
  KnownAt known_;
  Span same_tap_;
  Span lead_;
  std::vector<store::Person> people_;
  std::unordered_map<std::int64_t, std::size_t> place_of_;  ///< in people_, by id
  LeaveRequests requests_;
  /// With the month before and the day after: days with the same terms as in the span, by the person's place, and
  /// people who have others then.
  struct Days {
    Date from;
    Date to;
  };
  std::vector<Days> same_around_;
  std::unordered_map<std::int64_t, store::Person> around_;
  DayPlans plans_;
  PolicyBook book_;
  std::unique_ptr<LeaveLimits> limits_;  ///< none where nothing is limited
  std::optional<std::set<std::int64_t>> only_;
  mutable std::optional<store::PunchLog> log_;
  std::unordered_map<std::int64_t, std::vector<store::DecisionRow>> decisions_;
  std::vector<store::CorrectionRow> outages_;
  std::map<std::int64_t, std::set<std::int64_t>> users_;  ///< who punched in the month at a clock that was out
};

}  // namespace svcadm::usecase
