#pragma once
// What has become of the leaves that touch a span of days: gathers what domain::state_of looks at.

#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/message.hpp"
#include "domain/leave_standing.hpp"
#include "domain/request.hpp"
#include "store/leave_store.hpp"
#include "store/people_store.hpp"
#include "store/request_store.hpp"
#include "usecase/day_plans.hpp"
#include "usecase/policy_book.hpp"

namespace svcadm::usecase {

/// A leave with what was asked for and done about it.
struct LeaveCase {
  store::LeaveRow row;
  std::optional<store::RequestRow> request;  ///< none: recorded as approved
  std::vector<store::RequestActRow> acts = {};
};

/// Whoever was named last to take over; none where nobody was.
std::optional<std::int64_t> deputy_of(const LeaveCase& leave);

/// "sick note", "notice in time": as its rule calls it, else what kind it is.
Arg formality_name(const domain::Formality& one);

/// The leaves and the cards for lateness of a span, with their requests.
class LeaveRequests {
 public:
  using Known = std::optional<std::int64_t>;

  /// Three queries, whatever the number of people.  `now` is the moment by which limits have passed or not.
  LeaveRequests(store::Database& database, Date first, Date last, Moment now, Known known_until = {});

  /// The days that plans and policies must span to answer for the leaves that were read.
  Date first_needed() const { return first_needed_; }
  Date last_needed() const { return last_needed_; }
  /// Must be called before anything below.  Both must outlive this.
  void look_into(const DayPlans& plans, PolicyBook& book);

  /// Living leaves of somebody, in order of day; those outside of the span too that may adjoin.
  const std::vector<LeaveCase>& of(std::int64_t employee) const;

  /// The cards for lateness of somebody, by day.
  const std::vector<store::RequestRow>& cards_of(std::int64_t employee) const;

  /// What has become of a leave; granted where it was recorded as approved.
  domain::RequestState state(const store::Person& person, const LeaveCase& leave);
  domain::LeaveStanding standing(const store::Person& person, const LeaveCase& leave);

  /// Whether the request or something done about it was typed more than a working day after its own time.
  bool typed_late(const store::Person& person, const LeaveCase& leave);

  /// Likewise of a card for lateness.
  bool card_typed_late(const store::Person& person, const store::RequestRow& card);

  /// Whether a card was rejected or cancelled: it counts no more, and another may be handed in.
  bool card_rejected(const store::RequestRow& card) const;

  /// What has become of the card for leave that a day's lateness became; granted where none is demanded.
  domain::LeaveStanding card_standing(const store::Person& person, Date day);

  /// The work due in a leave as it stands now.
  store::RequestBasis basis(const store::Person& person, const store::LeaveRow& row);
  /// What the rules look at.  \pre the leave was asked for
  domain::RequestFacts facts(const store::Person& person, const LeaveCase& leave);
  /// The halves of a leave on which work was due and which were not given back: of one that was asked for no more than
  /// were due then.
  HalfDays scheduled(const store::Person& person, const LeaveCase& leave);
  /// Whether work is due on a day.
  bool works(const store::Person& person, Date day);
  /// The policy that governs a person on a day, or on the day nearest to it of his service.
  const domain::Policy& policy(const store::Person& person, Date day);

 private:
  void add(store::LeaveRow row, std::optional<store::RequestRow> request, std::vector<store::RequestActRow> acts);
  /// Reads the whole of a row of leaves that runs on beyond what was read.
  void follow(store::Database& database, std::int64_t employee, Date first, Date last, Known known_until);
  domain::DayPlan planned(const store::Person& person, Date day);
  /// The first day with work due that no leave covers whole, behind this one and all that adjoins it.
  Date back_on(const store::Person& person, const store::LeaveRow& row);
  bool adjoin(const store::Person& person, const store::LeaveRow& earlier, const store::LeaveRow& later);
  void add_adjoining(const store::Person& person, const LeaveCase& leave, domain::RequestFacts& facts);
  /// Workdays of a department's calendar over all that was read.
  std::span<const Date> workdays(std::int64_t department);

  Moment now_;
  bool asked_ = false;  ///< whether any leave that was read was asked for
  Date first_needed_;
  Date last_needed_;
  const DayPlans* plans_ = nullptr;
  PolicyBook* book_ = nullptr;
  std::unordered_map<std::int64_t, std::vector<LeaveCase>> leaves_;
  std::unordered_map<std::int64_t, std::vector<store::RequestRow>> cards_;
  std::unordered_map<std::int64_t, std::vector<store::RequestActRow>> card_acts_;
  std::map<std::int64_t, std::vector<Date>> workdays_;
};

}  // namespace svcadm::usecase
