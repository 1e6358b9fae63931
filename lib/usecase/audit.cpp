#include "usecase/audit.hpp"

#include "base/error.hpp"
#include "store/audit_detail.hpp"
#include "store/care_log.hpp"
#include "usecase/backup.hpp"
#include "usecase/directory.hpp"
#include "usecase/office.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

/// Takes the amounts out of what an event says, for who may not look at pay.  False: there were none, or he may.
bool withhold_amounts(const Office& office, store::AuditEvent& event) {
  if (office.may(domain::Permission::read_pay)) return false;
  std::string rest = store::without_amounts(event.detail);
  const bool withheld = rest != event.detail;
  event.detail = std::move(rest);
  return withheld;
}

}  // namespace

std::vector<store::AuditEvent> list_events(Office& office, const AuditQuery& query) {
  const Reading reading{office, domain::Permission::read};
  if (query.from && query.to && *query.to < *query.from) {
    throw Error{Failure::usage, Message{"people.span-reversed", {*query.from, *query.to}}};
  }
  store::EventFilter filter{.from = query.from, .to = query.to, .actor = query.actor, .last = query.last};
  const bool person = !query.actor.empty() && !query.actor.starts_with("uid:");
  if (person) filter.actor = find_person(office, query.actor, office.today()).employee_no;
  auto events = store::AuditStore{office.database()}.events(filter);
  for (store::AuditEvent& event : events) withhold_amounts(office, event);
  return events;
}

store::RecordedEvent show_event(Office& office, std::int64_t event) {
  const Reading reading{office, domain::Permission::read};
  store::AuditStore audit{office.database()};
  if (auto found = audit.find(event)) {
    if (withhold_amounts(office, found->event)) office.notes().push_back({"note.audit.amounts-withheld", {event}});
    return std::move(*found);
  }
  throw Error{Failure::not_found, Message{"audit.no-event", {event, audit.newest_event()}},
              "svcadm audit list --last 20"};
}

store::ChainHead chain_head(Office& office) { return store::AuditStore{office.database()}.head(); }

std::string read_hash(const std::string& text) {
  constexpr std::size_t fewest = 16;
  constexpr std::size_t all = 64;
  const bool hexadecimal = text.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (hexadecimal && text.size() >= fewest && text.size() <= all) return text;
  throw Error{Failure::usage, Message{"audit.not-a-hash", {text, std::int64_t{fewest}}}, "svcadm audit verify"};
}

void say_where_no_care(Office& office) {
  const std::string& file = office.database().file();
  if (!store::can_keep_care(file)) office.notes().push_back({"note.care.no-file", {file + ".care"}});
}

void note_check(Office& office, Check check, const store::ChainHead& head, std::size_t findings) {
  const store::CareNote note{
      .at = moment_of_care(office), .events = head.events, .findings = static_cast<std::int64_t>(findings)};
  store::CareLog news;
  (check == Check::audit ? news.audit_check : news.file_check) = note;
  store::note_care(office.database(), news);
  say_where_no_care(office);
}

AuditReport verify_audit(Office& office, const store::KnownHead& known) {
  AuditReport report;
  {
    const Reading reading{office, domain::Permission::read};
    store::AuditStore audit{office.database()};
    report = {.head = audit.head(), .findings = audit.verify(known)};
  }
  note_check(office, Check::audit, report.head, report.findings.size());
  return report;
}

}  // namespace svcadm::usecase
