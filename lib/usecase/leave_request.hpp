#pragma once
// Leave that is asked for: asking, deciding, and what comes after.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/request.hpp"
#include "usecase/leave.hpp"
#include "usecase/leave_matter.hpp"

namespace svcadm::usecase {

struct LeaveAsked {
  std::string person = {};  ///< number or name; empty: the acting person asks for himself
  std::string kind = {};
  LeaveSpan span = {};
  std::string reason = {};
  std::string deputy = {};                        ///< who takes over; empty: not named yet
  std::string reported_by = {};                   ///< reported by telephone: who took the call
  std::optional<Moment> asked_on = std::nullopt;  ///< when, where it was asked on paper or by telephone
  std::string paper = {};
  OnPaper approved = {};  ///< the first consent, where the paper bears it already; `paper` of both is the same
  std::vector<std::string> waive = {};  ///< what that consent excuses, as Decision::waive
  std::string waived_because = {};
};

/// What came of asking, or of something done about it.
struct LeaveOutcome {
  std::int64_t leave = 0;  ///< shown as LV<leave>
  domain::RequestState state;
};

/// Asks for leave.  Needs no role for oneself; for others Permission::record_time.  Every problem at once, as
/// record_leave; besides Failure::usage for a telephone call without a reason, Failure::conflict for a deputy who is
/// away himself, Failure::not_permitted for a paper of one's own.
LeaveOutcome request_leave(Office& office, const LeaveAsked& asked);

/// Asks for more of the same leave, from the next due workday after its end on; `asked` without kind and first day.
LeaveOutcome extend_leave(Office& office, std::int64_t leave, LeaveAsked asked);

/// The card for the half day that lateness of a day became; gives the request's number (shown as RQ<n>).
/// Failure::refused where nothing demands a card, Failure::conflict where there is one already.
std::int64_t request_card(Office& office, Date day, const LeaveAsked& asked);

struct Decision {
  std::vector<std::string> waive = {};  ///< what is excused: a formality's code, name, or kind ("notice", "approval")
  std::string reason = {};              ///< needed for excusing and rejecting
  OnPaper on_paper = {};
};

/// Gives every consent that the acting person (or whom the paper names) may give next.
/// Failure::not_permitted for who is not asked; Failure::refused where notice or limit were missed and are not
/// excused; Failure::conflict where nothing is left to approve.
LeaveOutcome approve_leave(Office& office, std::int64_t leave, const Decision& decision);
/// Failure::conflict where every consent was given.
LeaveOutcome reject_leave(Office& office, std::int64_t leave, const Decision& decision);

/// Likewise for a card: the superior's consent, within the limit or excused.
void approve_card(Office& office, std::int64_t request, const Decision& decision);
/// A rejected card may be handed in again while there is time.
void reject_card(Office& office, std::int64_t request, const Decision& decision);
/// As cancel_leave: one's own only while nobody has consented.  Another card may be handed in while there is time.
void cancel_card(Office& office, std::int64_t request, const std::string& reason);

/// Back at work from a half on: what was not taken comes back.  For the asker himself or Permission::record_time.
/// Failure::usage for a half outside of the leave.
void return_from_leave(Office& office, std::int64_t leave, Date day, int half, const std::string& paper);

/// A paper that was handed in.
struct HandedIn {
  std::string what = {};                    ///< code or label of the paper; empty: the one that is missing
  std::optional<Moment> at = std::nullopt;  ///< when; now, where nothing is said
  std::string paper = {};                   ///< its number
  std::optional<store::Attachment> file = std::nullopt;
};
/// Needs Permission::record_time; the asker himself may send a file of now.
LeaveOutcome attach_paper(Office& office, std::int64_t leave, const HandedIn& handed_in);

/// Names the deputy: the asker, who may consent, or Permission::record_time.
LeaveOutcome name_deputy(Office& office, std::int64_t leave, const std::string& deputy);
/// The deputy confirms that the work was handed over.  Failure::not_permitted for anybody else, Failure::conflict
/// where nobody is named.
/// Takes back what an event decided, confirmed or handed in; nothing where it is taken back already.  For undo, which
/// sees to it that it is the actor's own of today.
void take_back_acts(Office& office, std::int64_t event, const std::string& reason);

LeaveOutcome confirm_handover(Office& office, std::int64_t leave, const OnPaper& on_paper);

}  // namespace svcadm::usecase
