#pragma once
// What follows a run: approval by another person, payment, close; and a leaver's settlement.

#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "store/audit_store.hpp"
#include "store/payroll_steps_store.hpp"
#include "usecase/payroll.hpp"

namespace svcadm::usecase {

/// Somebody whose pay differs by more than a tenth from what the closed runs of the month before paid him.
struct PayJump {
  std::string employee_no;
  std::string name;
  std::optional<Money> before;  ///< nothing where he was not paid then
  std::optional<Money> now;     ///< nothing where he is not paid now
};

struct ApproveOutcome {
  store::RunRow run;
  std::vector<PayJump> jumps;  ///< in the order of people's numbers
  bool compared = false;       ///< the month before is closed
  bool was_approved = false;   ///< by an earlier command: nothing was done
};

/// Approves a run.  It counts while the run is what the facts give, and no longer.
/// Failure::not_permitted for who ran it; Failure::conflict when the run is not what the facts give, is paid, or an
/// earlier month is open; Failure::refused before the month is over; Failure::no_rule on a provisional calendar.
ApproveOutcome approve_run(Office& office, const RunChoice& choice);

/// Takes the approval of a run back while nobody is paid.
/// Failure::conflict when there is none, or the run is paid.
store::RunRow withdraw_approval(Office& office, const RunChoice& choice, const std::string& reason);

struct PayOutcome {
  store::RunRow run;
  std::int64_t people = 0;  ///< reached by this payment
  Money amount;
  std::vector<CarriedPerson> failed;  ///< not reached, until a later payment
};

/// Records that a run was paid on a day, but for who was not reached; a second payment is of those.
/// Failure::conflict without an approval that stands, naming what has changed since, and when all are paid.
PayOutcome pay_run(Office& office, const RunChoice& choice, Date on, const std::vector<std::string>& failed);

struct CloseOutcome {
  store::RunRow run;
  bool was_closed = false;  ///< by an earlier command: nothing was done
};

/// Closes a run for good, and with a month's own run the month.  What was known when it was paid is what was known
/// at closing.  Failure::not_found without a run; Failure::conflict when the run is not what the facts give, is not
/// approved or not paid, or an earlier month is open; Failure::no_rule on a provisional calendar.
CloseOutcome close_run(Office& office, const RunChoice& choice);

/// Ends a person's service with the last day worked and computes his month up to it, as a run of its own that is
/// approved, paid and closed like any; the month's own run lists him as settled.
/// Failure::refused with every blocking finding, or while the last day is yet to come; Failure::conflict when the
/// month is closed or a closed run pays him; Failure::not_permitted for himself, and for who may not end a service
/// that goes on.
RunOutcome settle_person(Office& office, const std::string& person, Date last_worked);

/// What was entered after a run and may change its result; the run itself is not compared with the facts.
struct EnteredSince {
  std::size_t people = 0;                                 ///< of whose days or entries of the month something was
  std::optional<store::AuditEvent> event = std::nullopt;  ///< the first about anything else: rules, terms, calendars
};
EnteredSince entered_since(Office& office, const store::RunRow& run);

/// How far a run has come.
struct RunState {
  std::string approved_by;              ///< empty: no approval
  std::vector<Problem> fallen;          ///< why the approval does not count any more
  std::vector<store::PaymentRow> paid;  ///< in the order of the payments
  std::vector<CarriedPerson> unpaid;    ///< whom no payment has reached yet
};
RunState state_of(Office& office, const store::RunRow& run);

}  // namespace svcadm::usecase
