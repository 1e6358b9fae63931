#pragma once
// Leave as facts: recorded as approved, imported, listed, cancelled.  Asking for it is usecase/leave_request.hpp.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/citation.hpp"
#include "base/message.hpp"
#include "domain/calendar.hpp"
#include "domain/request.hpp"
#include "store/leave_store.hpp"
#include "store/request_store.hpp"
#include "usecase/import_request.hpp"

namespace svcadm::usecase {

class Office;

/// From one half of a workday to another, both included.
struct LeaveSpan {
  Date first = {};
  int first_half = 1;
  Date last = {};
  int last_half = 2;
};

struct NewLeave {
  std::string person;
  std::string kind;  ///< code or label of the regulation that governs the person
  LeaveSpan span;
  std::string paper = {};  ///< number of the paper; empty where there is none
};

/// Gives the number (shown as LV17).  Every problem at once; the first decides the failure: usage for a span that is
/// reversed or too long, not_permitted for one's own leave, no_rule where nothing governs the leave, not_found for an
/// unknown kind, conflict for an overlap, days outside of the service and a closed month.
std::int64_t record_leave(Office& office, const NewLeave& leave);

/// One's own only while nobody has consented to it.
/// Failure::not_found, Failure::conflict where it is cancelled already or in a closed month.
void cancel_leave(Office& office, std::int64_t id, const std::string& reason);

/// A leave as lists show it, or a card for the half day that lateness became.
struct ListedLeave {
  store::LeaveRow row;  ///< of a card only the day
  std::string employee_no;
  std::string name;
  Label kind;
  HalfDays days = {};                     ///< as the kind is counted: due workdays, or calendar days
  std::optional<std::int64_t> card = {};  ///< of a card its request: shown as RQ<n> instead of LV<n>
  domain::RequestStatus status = {};      ///< as of now
  std::optional<Date> limit = {};         ///< pending or lapsed: the last day for what is missing
  std::optional<Arg> missing = {};        ///< likewise what that is
  bool typed_late = false;                ///< something of it was typed more than a working day late
};

/// Of one person, or everybody's where `person` is empty; living and cancelled ones that touch the span.  Needs
/// Permission::read, but for one's own.
std::vector<ListedLeave> list_leaves(Office& office, const std::string& person, Date first, Date last);

struct LeaveDay {
  Date day;
  domain::DayKind kind = domain::DayKind::workday;
  HalfDays covered = {};  ///< halves of the day that are leave
  HalfDays due = {};      ///< those of them on which work was due
};
/// Something that was done about a leave, with names.
struct LeaveAct {
  store::RequestActRow row;
  std::string who = {};      ///< "1001 王芳"
  std::string instead = {};  ///< for whom he stood in; empty: for nobody
};
struct LeaveCard {
  ListedLeave leave;
  Citation cite;  ///< of the kind
  std::vector<LeaveDay> days;
  std::string department = {};                      ///< on the first day
  std::optional<store::RequestRow> request = {};    ///< none: recorded as approved
  std::string reported_by = {};                     ///< who took the call; empty: no call
  std::vector<domain::Formality> formalities = {};  ///< that it demands
  std::vector<LeaveAct> acts = {};                  ///< in the order they were recorded
  std::vector<store::Attachment> files = {};        ///< likewise, without their bytes
};
/// Needs Permission::read, but for who asked, may consent or takes over.
LeaveCard show_leave(Office& office, std::int64_t id);
/// A file that was handed in with a leave, by its place from 1 on.  As show_leave, but not for who takes over;
/// Failure::not_found.
store::Attachment leave_file(Office& office, std::int64_t id, int place);
/// Likewise of a card for lateness: RQ<id>.
LeaveCard show_card(Office& office, std::int64_t id);

/// All or nothing unless the good lines are kept; a leave that is there already, half for half, is known.
ImportOutcome import_leaves(Office& office, const ImportRequest& request);

}  // namespace svcadm::usecase
