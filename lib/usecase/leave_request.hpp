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
  std::string deputy = {};       ///< who takes over; empty: not named yet
  std::string reported_by = {};  ///< reported by telephone: who took the call
  std::optional<Moment> asked_on = std::nullopt;  ///< when, where it was asked on paper or by telephone
  std::string paper = {};
};

/// What came of asking, or of something done about it.
struct LeaveOutcome {
  std::int64_t leave = 0;  ///< shown as LV<leave>
  domain::RequestState state;
};

/// Asks for leave.  Needs no role for oneself; for others Permission::record_time.  Every problem at once, as
/// record_leave; besides Failure::usage for a telephone call without a reason, Failure::conflict for a deputy who is
/// away himself.
LeaveOutcome request_leave(Office& office, const LeaveAsked& asked);

/// Asks for more of the same leave, from the half after its end on.
LeaveOutcome extend_leave(Office& office, std::int64_t leave, Date until, int half, const LeaveAsked& words);

/// The card for the half day that lateness of a day became; gives the request's number (shown as RQ<n>).
/// Failure::refused where nothing demands a card, Failure::conflict where there is one already.
std::int64_t request_card(Office& office, Date day, const LeaveAsked& asked);

struct Decision {
  std::vector<std::string> waive = {};  ///< what is excused: "notice", "limit", "handover", or the name of a paper
  std::string reason = {};              ///< needed for excusing and rejecting
  OnPaper on_paper = {};
};

/// Gives every consent that the acting person (or whom the paper names) may give next.
/// Failure::not_permitted for who is not asked; Failure::refused where notice or limit were missed and are not
/// excused; Failure::conflict where nothing is left to approve.
LeaveOutcome approve_leave(Office& office, std::int64_t leave, const Decision& decision);
LeaveOutcome reject_leave(Office& office, std::int64_t leave, const Decision& decision);

/// Likewise for a card: its superior's consent, within the limit or excused.
void approve_card(Office& office, std::int64_t request, const Decision& decision);

/// Back at work from a half on: what was not taken comes back.  Failure::usage for a half outside of the leave.
LeaveOutcome return_from_leave(Office& office, std::int64_t leave, Date day, int half, const std::string& paper);

/// A paper was handed in; `file` is what was scanned, if anything.  `paper` names it by code or label; empty: the one
/// that is missing.
LeaveOutcome attach_paper(Office& office, std::int64_t leave, const std::string& paper, const OnPaper& handed_in,
                          const std::optional<store::Attachment>& file);

/// Names the deputy: the asker, who decides, or a clerk.
LeaveOutcome name_deputy(Office& office, std::int64_t leave, const std::string& deputy);
/// The deputy confirms that the work was handed over.
LeaveOutcome confirm_handover(Office& office, std::int64_t leave, const OnPaper& on_paper);

}  // namespace svcadm::usecase
