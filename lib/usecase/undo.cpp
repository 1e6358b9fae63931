#include "usecase/undo.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/suggestion.hpp"
#include "store/audit_store.hpp"
#include "store/payroll_store.hpp"
#include "store/punch_store.hpp"
#include "store/request_store.hpp"
#include "usecase/clock_in.hpp"
#include "usecase/directory.hpp"
#include "usecase/leave.hpp"
#include "usecase/leave_request.hpp"
#include "usecase/office.hpp"
#include "usecase/pay_inputs.hpp"
#include "usecase/payroll_steps.hpp"
#include "usecase/stand_in.hpp"
#include "usecase/time_corrections.hpp"

namespace svcadm::usecase {

namespace {

using store::AuditEvent;

constexpr int newest_looked_at = 50;  // refusals among them are passed over

/// How a kind of entry is taken back: for each row of its event in that table, by what the column says.
struct Reversal {
  const char* table;
  const char* column;
  std::function<void(Office&, const AuditEvent&, std::int64_t value, const std::string& reason)> reverse;
};

/// The decision about the day that was there before this one; none where there was none.
void decide_as_before(Office& office, const AuditEvent& event, std::int64_t value, const std::string& reason) {
  const Date day{static_cast<std::int32_t>(value)};
  const auto person = find_person(office, event.subject, day);
  NewDecision before{.person = event.subject, .day = day, .reason = reason};
  for (const auto& earlier : store::PunchStore{office.database()}.decisions(day, day, event.event - 1)) {
    if (earlier.employee == person.id) before.decision = earlier.decision;
  }
  decide_day(office, before);
}

const std::map<std::string, Reversal>& reversals() {
  const auto cancel = [](Office& office, const AuditEvent&, std::int64_t id, const std::string& reason) {
    cancel_leave(office, id, reason);
  };
  const auto withdraw = [](Office& office, const AuditEvent&, std::int64_t id, const std::string& reason) {
    const auto request = store::RequestStore{office.database()}.find(id).value();
    if (request.type == store::RequestType::leave) return cancel_leave(office, request.subject, reason);
    cancel_card(office, id, reason);
  };
  const auto correction = [](Office& office, const AuditEvent&, std::int64_t id, const std::string& reason) {
    cancel_correction(office, id, reason);
  };
  const auto acts = [](Office& office, const AuditEvent&, std::int64_t event, const std::string& reason) {
    take_back_acts(office, event, reason);
  };
  static const std::map<std::string, Reversal> table{
      {"leave.approve", {"request_act", "event", acts}},
      {"leave.reject", {"request_act", "event", acts}},
      {"leave.handover", {"request_act", "event", acts}},
      {"leave.attach", {"request_act", "event", acts}},
      {"leave.record", {"leave", "id", cancel}},
      {"leave.request", {"request", "id", withdraw}},
      {"leave.extend", {"request", "id", withdraw}},
      {"clock-in.correct", {"time_correction", "id", correction}},
      {"clock-in.outage", {"time_correction", "id", correction}},
      {"clock-in.shift-clock", {"time_correction", "id", correction}},
      {"clock-in.decide", {"day_decision", "day", decide_as_before}},
      {"payroll.input",
       {"payroll_input", "id",
        [](Office& office, const AuditEvent&, std::int64_t id, const std::string& reason) {
          undo_input(office, id, reason);
        }}},
      {"payroll.approve",
       {"payroll_approval", "run",
        [](Office& office, const AuditEvent& event, std::int64_t id, const std::string& reason) {
          const auto run = store::PayrollStore{office.database()}.run(id);
          // The draft was computed again since: what approves it now is another approval.
          if (run && run->name() != event.subject) {
            throw Error{Failure::conflict, Message{"payroll.not-approved", {event.subject}}};
          }
          withdraw_approval(office, {.run = run ? run->number : id, .month = {}}, reason);
        }}},
  };
  return table;
}

/// What corrects an entry that has no reversal.
std::string way_out(const AuditEvent& event) {
  static const std::map<std::string, std::string> commands{
      {"clock-in.punch", "svcadm clock-in correct {} DAY --void TIME --reason TEXT"},
      {"employee.add", "svcadm employee change {} --from DATE"},
      {"employee.change", "svcadm employee change {} --from DATE"},
      {"department.add", "svcadm department change {} --name NAME --from DATE"},
      {"department.change", "svcadm department change {} --from DATE"},
      {"calendar.set", "svcadm calendar set {} KIND"},
      {"shift.add", "svcadm shift add {} WINDOWS --from DATE"},
      {"regulation.set", "svcadm regulation set {} KEY VALUE --from DATE"},
      {"regulation.adopt", "svcadm regulation adopt CODE --from DATE"},
      {"employee.exit", "svcadm employee change {} --left none"},
      {"roster.set", "svcadm roster set {} DATE CODE"},
      {"role.grant", "svcadm role revoke ROLE {}"},
      {"role.revoke", "svcadm role grant ROLE {}"},
      {"stand-in.add", "svcadm stand-in end {} --from DATE"},
      {"setting.set", "svcadm setting set {} VALUE"},
      {"payroll.run", "svcadm payroll run --month MONTH"},
  };
  // Of commands that write several things, what this one wrote.
  static constexpr struct {
    const char* action;
    const char* member;  ///< of the event's detail
    const char* command;
  } apart[] = {
      {"employee.change", R"("left":"none")", "svcadm employee change {} --left DATE"},
      {"employee.change", R"("left":)", "svcadm employee change {} --left none"},
      {"employee.change", R"("hired":)", "svcadm employee change {} --hired DATE"},
      {"shift.assign", R"("of":"employee")", "svcadm shift assign none --employee {} --from DATE"},
      {"shift.assign", R"("of":"department")", "svcadm shift assign none --department {} --from DATE"},
  };
  for (const auto& one : apart) {
    if (event.action == one.action && event.detail.find(one.member) != std::string::npos) {
      return suggest(one.command, event.subject);
    }
  }
  const auto found = commands.find(event.action);
  if (found == commands.end()) return suggest("svcadm audit show {}", event.event);
  return suggest(found->second, event.subject);
}

AuditEvent wanted_event(Office& office, std::optional<std::int64_t> number) {
  store::AuditStore audit{office.database()};
  if (number) {
    const auto found = audit.find(*number);
    if (!found) throw Error{Failure::not_found, Message{"undo.unknown-event", {*number}}, "svcadm audit list"};
    return found->event;
  }
  auto events = audit.events({.actor = office.actor(), .last = newest_looked_at});
  std::erase_if(events, [&](const AuditEvent& one) { return one.action == "denied" || one.actor != office.actor(); });
  if (events.empty()) throw Error{Failure::not_found, Message{"undo.nothing", {}}, "svcadm audit list"};
  return events.back();
}

void require_reversible(Office& office, const AuditEvent& event) {
  if (event.actor != office.actor()) {
    throw Error{Failure::not_permitted, Message{"undo.not-own", {event.event, event.actor}}, way_out(event)};
  }
  if (date_of(event.as_of) != office.today()) {
    throw Error{Failure::refused, Message{"undo.other-day", {event.event, date_of(event.as_of)}}, way_out(event)};
  }
  if (!reversals().contains(event.action)) {
    throw Error{Failure::refused, Message{"undo.no-reversal", {event.event, event.action}}, way_out(event)};
  }
  store::PayrollStore payroll{office.database()};
  const auto closed = payroll.newest_closed();
  const auto run = closed ? payroll.run_of(*closed) : std::nullopt;
  if (run && run->known_at_close.value_or(0) >= event.event) {
    throw Error{Failure::refused, Message{"undo.closed", {event.event, *closed}}, way_out(event)};
  }
}

}  // namespace

Undone undo(Office& office, std::optional<std::int64_t> number) {
  const AuditEvent event = wanted_event(office, number);
  require_reversible(office, event);
  const Reversal& reversal = reversals().at(event.action);
  const std::string reason = fmt::format("undo {}", event.event);
  for (const std::int64_t value :
       store::AuditStore{office.database()}.keys_of(event.event, reversal.table, reversal.column)) {
    reversal.reverse(office, event, value, reason);
  }
  return {event.event, event.action, event.subject};
}

}  // namespace svcadm::usecase
