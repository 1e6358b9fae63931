#pragma once
// One leave with all that its rules look at.  For the use-cases about a leave that was asked for.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "usecase/approvers.hpp"
#include "usecase/leave_requests.hpp"

namespace svcadm::usecase {

class Office;

/// Something that was done on paper by somebody without an account, and is typed by a clerk.
struct OnPaper {
  std::string person = {};                  ///< who did it; empty: the acting person does it himself, here and now
  std::optional<Moment> at = std::nullopt;  ///< when; now, where nothing is said
  std::string paper = {};                   ///< number of the paper
};

/// Who did something, and when it counts from.
struct Doing {
  store::Person person;
  Moment at;
};

/// Who does it: the acting person, or whom the paper names.  Failure::not_permitted where a clerk may not enter it
/// (no permission, the paper is his own) or the account is nobody's; Failure::refused where its time is later than
/// now; Failure::usage for a paper that names nobody, and for a name without the number of the paper he signed.
Doing doing_of(Office& office, const OnPaper& on_paper);

/// The number of who acts.  Failure::not_permitted for an account that is nobody's.
std::string acting_person(const Office& office);

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
  /// The work due in it as calendar and roster stand now.
  store::RequestBasis basis() { return requests_.basis(person_, leave_.row); }
  /// As it would be with more things done.
  domain::RequestState state_with(const std::vector<store::RequestActRow>& more);
  /// Whether something was typed more than a working day after its own time.
  bool typed_late() { return requests_.typed_late(person_, leave_); }
  /// As usecase::deputy_of.
  std::optional<std::int64_t> deputy() const { return deputy_of(leave_); }

  /// As usecase::require_living.
  void require_living() const;

 private:
  static LeaveCase read(Office& office, std::int64_t leave);

  LeaveCase leave_;
  store::Person person_;
  LeaveRequests requests_;
  DayPlans plans_;
  PolicyBook book_;
};

/// Failure::conflict where it is cancelled or rejected.
void require_living(const store::LeaveRow& leave);
/// Failure::not_found; otherwise as require_living.
store::LeaveRow require_living_leave(Office& office, std::int64_t leave);

/// Says in notes what is still missing, each with its limit, or that the leave has lapsed.
void note_missing(Office& office, std::int64_t leave, const domain::RequestState& state);

/// "LV17".
std::string leave_name(std::int64_t id);
/// {"leave":"LV17"}: what the audit event keeps.
std::string leave_detail(std::int64_t id);

}  // namespace svcadm::usecase
