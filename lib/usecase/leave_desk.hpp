#pragma once
// What has to be looked at before a leave is recorded.  For leave*.cpp only.

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/error.hpp"
#include "domain/leave_policy.hpp"
#include "store/leave_store.hpp"
#include "store/people_store.hpp"
#include "usecase/day_plans.hpp"
#include "usecase/leave.hpp"
#include "usecase/leave_requests.hpp"
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

/// Whether both are one person's leave of one kind on the same days, half for half.
bool same_leave(const store::LeaveRow& one, const store::LeaveRow& other);

/// The kind that a word means: its code, its label in either language, or a short form of one Chinese label alone (年假
/// for 年休假); nullptr where there is none.
const domain::LeaveKind* kind_named(const domain::LeavePolicy& policy, const std::string& word);

/// Calendars, regulations and living leaves of a span of days, read once.
class LeaveDesk {
 public:
  LeaveDesk(Office& office, Date first, Date last);

  /// Everything that is wrong with the leave; sets `row` to what would be recorded.  One's own may be asked for,
  /// not recorded as approved.
  /// \pre the span is in order and lies in that of the desk
  std::vector<LeaveFault> check(const store::Person& person, const NewLeave& leave, store::LeaveRow& row,
                                bool asked = false);
  /// Whether somebody is on leave on any half that the row covers.
  bool away(std::int64_t employee, const store::LeaveRow& row) const;
  /// The living leave that is the same, half for half.
  const store::LeaveRow* same(const store::LeaveRow& row) const;
  /// Lets requests be judged by what was read here.  \pre the desk spans the days they need
  void lend_to(LeaveRequests& requests) { requests.look_into(plans_, book_); }
  const DayPlans& plans() const { return plans_; }
  /// Later rows are checked against this one as well.
  void reserve(const store::LeaveRow& row) { living_[row.employee].push_back(row); }

  /// The kind on a day; nothing where the regulation has none of that code.
  std::optional<domain::LeaveKind> kind(const store::Person& person, Date day, const std::string& code);
  /// Each day of a leave.  \pre in service on each
  std::vector<LeaveDay> days(const store::Person& person, const store::LeaveRow& row);
  /// Whether a year allows only so much of its kind.
  bool limited(const store::Person& person, const store::LeaveRow& row);
  /// As the kind is counted.
  HalfDays count(const store::Person& person, const store::LeaveRow& row);

 private:
  const domain::Policy* policy(const store::Person& person, Date day);
  const std::vector<store::LeaveRow>& living(std::int64_t employee) const;
  std::optional<LeaveFault> find_kind(const store::Person& person, const NewLeave& leave, std::string& code);

  Office& office_;
  DayPlans plans_;
  PolicyBook book_;
  std::unordered_map<std::int64_t, std::vector<store::LeaveRow>> living_;  ///< by employee
};

/// A leave of which nothing is wrong.
struct CheckedLeave {
  store::Person person;
  store::LeaveRow row;
  bool limited = false;  ///< a year allows only so much of its kind
};

/// Finds the person and checks the leave.  Throws all problems at once, `faults` of the caller first; says in a note
/// where no work is due.
CheckedLeave check_leave(Office& office, const NewLeave& leave, bool asked = false,
                         std::vector<LeaveFault> faults = {});

/// Throws all of them at once; the first decides the failure.
void throw_faults(const std::vector<LeaveFault>& faults);

/// A span that runs backwards or for too long; nothing where it is in order.
std::optional<LeaveFault> bad_span(const LeaveSpan& span);

}  // namespace svcadm::usecase
