#pragma once
// Whose word a request waits for.  For leave_*.cpp only.

#include <optional>
#include <string>
#include <vector>

#include "usecase/leave_request.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

/// Whether a consent is entered in a command of its own, or on the paper of a request that has no number yet.
enum class Entered { alone, with_request };

/// What an approval records: the consents that are next, and what is excused.  Failures as approve_leave.
std::vector<store::RequestActRow> consents(Office& office, LeaveMatter& matter, const Decision& decision,
                                           Entered entered = Entered::alone);

/// Whether somebody may give any of the consents that the leave demands on a day.
bool may_consent(Office& office, LeaveMatter& matter, const store::Person& person, Date day);

/// Whether the acting person may consent to the card for somebody's lateness today.
bool consents_to_card(Office& office, const store::Person& asker);

/// Failure::conflict where somebody who is to take over during a leave is on leave himself or not in service then.
void require_present(Office& office, std::int64_t deputy, const store::LeaveRow& row);

/// The card for a day's lateness that is not rejected.
std::optional<std::int64_t> living_card(Office& office, std::int64_t employee, Date day);

/// The work of cancelling LV17 or RQ3: one's own without a role while nobody has consented, then Failure::conflict for
/// who has no role; another's with Permission::record_time.
UnitOfWork begin_cancelling(Office& office, bool own, bool consented, const std::string& name);

/// The work of who decides himself needs no role: post and reporting line say whether he may.
UnitOfWork begin_deciding(Office& office, const OnPaper& on_paper, const char* action);

/// Who decides and when.  Nobody decides what he asked for, neither himself nor as the clerk of another's paper; nor
/// before it was asked for.
Doing deciding(Office& office, const store::Person& asker, Moment asked_at, const OnPaper& on_paper);

void require_reason(const Decision& decision);

/// \param as  whom he stands in for, where he does
store::RequestActRow act_row(const store::RequestRow& request, domain::RequestAct::Kind kind, const std::string& about,
                             const Doing& doing, const std::optional<Approver>& as, const Decision& decision);

/// Who decides is none of those who are asked for this consent of LV17 or RQ3.
[[noreturn]] void refuse_unasked(const Doing& doing, const std::string& what, const Arg& consent,
                                 const store::Person& asker, const std::vector<Approver>& asked);

}  // namespace svcadm::usecase
