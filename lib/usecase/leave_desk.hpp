#pragma once
// What has to be looked at before a leave is recorded.  For leave*.cpp only.

#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "domain/leave_policy.hpp"
#include "store/leave_store.hpp"
#include "store/people_store.hpp"
#include "usecase/day_plans.hpp"
#include "usecase/leave.hpp"
#include "usecase/policy_book.hpp"

namespace svcadm::usecase {

/// A leave longer than this is a slip of the pen.
inline constexpr int longest_leave_days = 366;

/// A problem, the failure it is where it comes alone, and the layout's field it concerns.
struct LeaveFault {
  Failure failure = Failure::conflict;
  std::string field = {};
  Problem problem = {};
};

/// "LV17".
std::string leave_name(std::int64_t id);

/// The kind that a word means: its code or its label in either language; nullptr where there is none.
const domain::LeaveKind* kind_named(const domain::LeavePolicy& policy, const std::string& word);

/// Calendars, regulations and living leaves of a span of days, read once.
class LeaveDesk {
 public:
  LeaveDesk(Office& office, Date first, Date last);

  /// Everything that is wrong with the leave; sets `row` to what would be recorded.
  /// \pre the span is in order and lies in that of the desk
  std::vector<LeaveFault> check(const store::Person& person, const NewLeave& leave, store::LeaveRow& row);
  /// The living leave that is the same, half for half.
  const store::LeaveRow* same(const store::LeaveRow& row) const;
  /// Later rows are checked against this one as well.
  void reserve(const store::LeaveRow& row) { living_.push_back(row); }

  /// The kind on a day; nothing where the regulation has none of that code.
  std::optional<domain::LeaveKind> kind(const store::Person& person, Date day, const std::string& code);
  /// Each day of a leave.  \pre in service on each
  std::vector<LeaveDay> days(const store::Person& person, const store::LeaveRow& row);
  /// As the kind is counted.
  HalfDays count(const store::Person& person, const store::LeaveRow& row);

 private:
  const domain::Policy* policy(const store::Person& person, Date day);
  std::optional<LeaveFault> find_kind(const store::Person& person, const NewLeave& leave, std::string& code);

  Office& office_;
  DayPlans plans_;
  PolicyBook book_;
  std::vector<store::LeaveRow> living_;
};

/// A span that runs backwards or for too long; nothing where it is in order.
std::optional<LeaveFault> bad_span(const LeaveSpan& span);

}  // namespace svcadm::usecase
