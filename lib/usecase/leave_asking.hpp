#pragma once
// Who asks, how, and when.  For leave_*.cpp only.

#include "usecase/leave_request.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

struct Asking {
  store::Person person;
  bool own = false;  ///< by his own command, here and now
};

/// Failure::not_permitted for a paper of one's own; Failure::not_found.
Asking who_asks(Office& office, const LeaveAsked& asked);

/// Who asks for himself needs no role.
UnitOfWork begin_asking(Office& office, const Asking& asking, const char* action);

/// Whose, when, by which way; without what is asked for.  Failure::refused for a time later than now, Failure::usage
/// for a telephone call without a reason.
store::RequestRow request_row(Office& office, const Asking& asking, const LeaveAsked& asked);

/// The first consent, where the paper of the request bears it.  Failure::usage for an excuse without a
/// consent or a reason.
std::optional<Decision> consent_on_paper(const LeaveAsked& asked);

}  // namespace svcadm::usecase
