#pragma once
// One leave with all that its rules look at.  For the use-cases about a leave that was asked for.

#include <optional>
#include <string>
#include <vector>

#include "usecase/approvers.hpp"
#include "usecase/leave_requests.hpp"

namespace svcadm::usecase {

class Office;

/// Something that was done on paper by somebody without an account, and is typed by a clerk.
struct OnPaper {
  std::string person;                          ///< who did it; empty: the acting person does it himself, here and now
  std::optional<Moment> at = std::nullopt;     ///< when; now, where nothing is said
  std::string paper = {};                      ///< number of the paper
};

/// Who did something, and when it counts from.
struct Doing {
  std::optional<store::Person> person;  ///< none: an account that is nobody's
  Moment at;
};

/// Who does it: the acting person, or whom the paper names.  Failure::not_permitted where a clerk may not enter it
/// (no permission, the paper is his own); Failure::refused where its time is later than now.
Doing doing_of(Office& office, const OnPaper& on_paper);

/// A leave that was asked for.  Reads at construction; Failure::not_found, Failure::conflict where it was recorded
/// as approved and nothing is left to decide.
class LeaveMatter {
 public:
  LeaveMatter(Office& office, std::int64_t leave);
  LeaveMatter(const LeaveMatter&) = delete;
  LeaveMatter& operator=(const LeaveMatter&) = delete;

  const store::Person& person() const { return person_; }
  const LeaveCase& leave() const { return leave_; }
  const store::RequestRow& request() const { return *leave_.request; }
  const domain::RequestRules& rules() { return requests_.policy(person_, leave_.row.first).leave.request; }
  domain::RequestState state() { return requests_.state(person_, leave_); }
  /// As it would be with one more thing done.
  domain::RequestState state_with(const std::vector<store::RequestActRow>& more);

  /// Failure::conflict where it is cancelled or rejected.
  void require_living() const;

 private:
  static LeaveCase read(Office& office, std::int64_t leave);

  LeaveCase leave_;
  store::Person person_;
  LeaveRequests requests_;
  DayPlans plans_;
  PolicyBook book_;
};

/// "LV17".
std::string leave_name(std::int64_t id);

}  // namespace svcadm::usecase
