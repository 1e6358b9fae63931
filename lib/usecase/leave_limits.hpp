#pragma once
// How much leave a calendar year allows, and which halves of somebody's leave lie beyond it.

#include <cstdint>
#include <map>
#include <unordered_map>
#include <vector>

#include "domain/leave_policy.hpp"
#include "store/opening_store.hpp"
#include "store/people_store.hpp"
#include "usecase/day_plans.hpp"
#include "usecase/known_at.hpp"
#include "usecase/leave_requests.hpp"
#include "usecase/policy_book.hpp"

namespace svcadm::usecase {

class Office;

/// Counts leave from the year's first day, or from the office's first month, in the order of its days; what was taken
/// over from older books comes before.  Leave that lapsed and leave on days of rest are not counted, nor is leave that
/// lateness became.
class LeaveLimits {
 public:
  /// Reads the year of `first` up to `last` at construction.
  LeaveLimits(Office& office, Date first, Date last, const KnownAt& known);
  LeaveLimits(const LeaveLimits&) = delete;
  LeaveLimits& operator=(const LeaveLimits&) = delete;

  /// The limit that leave on this half of a day is beyond; nullptr where it is within.  \pre the day was read
  const domain::LeaveLimit* exceeded(std::int64_t employee, Date day, int half);

 private:
  using Beyond = std::map<std::int64_t, const domain::LeaveLimit*>;  ///< by place of the half

  Beyond measure(const store::Person& person);
  /// What older books say was taken of a limit's kinds in a year.
  HalfDays taken_over(std::int64_t employee, const domain::LeaveLimit& limit, int year) const;

  Date from_;
  Date last_;
  LeaveRequests requests_;
  DayPlans plans_;
  PolicyBook book_;
  std::unordered_map<std::int64_t, store::Person> people_;
  std::vector<store::OpeningRow> opening_;
  std::unordered_map<std::int64_t, Beyond> beyond_;
};

/// Says in a note how much of a leave lies beyond what its year allows.
void note_beyond(Office& office, std::int64_t leave);

}  // namespace svcadm::usecase
