#include "usecase/audit.hpp"

#include "base/error.hpp"
#include "usecase/directory.hpp"
#include "usecase/office.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

std::vector<store::AuditEvent> list_events(Office& office, const AuditQuery& query) {
  const Reading reading{office, domain::Permission::read};
  if (query.from && query.to && *query.to < *query.from) {
    throw Error{Failure::usage, Message{"people.span-reversed", {*query.from, *query.to}}};
  }
  store::EventFilter filter{.from = query.from, .to = query.to, .actor = query.actor, .last = query.last};
  const bool person = !query.actor.empty() && !query.actor.starts_with("uid:");
  if (person) filter.actor = find_person(office, query.actor, office.today()).employee_no;
  return store::AuditStore{office.database()}.events(filter);
}

store::RecordedEvent show_event(Office& office, std::int64_t event) {
  const Reading reading{office, domain::Permission::read};
  store::AuditStore audit{office.database()};
  if (auto found = audit.find(event)) return std::move(*found);
  throw Error{Failure::not_found, Message{"audit.no-event", {event, audit.newest_event()}},
              "svcadm audit list --last 20"};
}

AuditReport verify_audit(Office& office) {
  const Reading reading{office, domain::Permission::read};
  store::AuditStore audit{office.database()};
  return {.events = audit.newest_event(), .findings = audit.verify()};
}

}  // namespace svcadm::usecase
