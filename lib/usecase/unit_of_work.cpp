#include "usecase/unit_of_work.hpp"

#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"
#include "store/audit_store.hpp"

namespace svcadm::usecase {

namespace {

store::AuditEvent event_of(const Office& office, std::int64_t number, const std::string& action,
                           const std::string& subject, const std::string& detail) {
  return {.event = number,
          .recorded_at = office.machine_now(),
          .as_of = office.now(),
          .actor = office.actor(),
          .delegate = office.delegate(),
          .action = action,
          .subject = subject,
          .detail = detail};
}

/// Another time than the machine's is the administrator's to choose, or anybody's in a demo office.
void check_time(Office& office) {
  if (office.as_of_given() && !office.demo()) office.require(domain::Permission::configure);
}

/// A refusal for want of permission is the one refusal that leaves a trace, in a transaction of its own.
store::Database& permitted(Office& office, domain::Permission permission, const std::string& action) {
  try {
    office.require(permission);
    check_time(office);
  } catch (const Error&) {
    if (office.dry_run()) throw;
    store::WriteTransaction transaction{office.database()};
    store::AuditStore audit{office.database()};
    audit.append(event_of(office, audit.next_event(), "denied", action, "{}"));
    transaction.commit();
    throw;
  }
  return office.database();
}

/// Order is the number of the event; a clock that runs behind is said, one that has jumped back is refused.
void check_clock(Office& office) {
  const Moment last = store::AuditStore{office.database()}.newest_recorded_at();
  const Span behind = last - office.machine_now();
  if (behind > hours(1)) {
    throw Error{Failure::refused, Message{"clock.gone-back", {office.machine_now(), last}}};
  }
  if (behind > minutes(1)) office.notes().push_back({"clock.behind", {office.machine_now(), last}});
}

}  // namespace

UnitOfWork::UnitOfWork(Office& office, std::string action)
    : office_{office},
      action_{std::move(action)},
      transaction_{(check_time(office), office.database())},
      event_{store::AuditStore{office.database()}.next_event()} {
  check_clock(office);
}

UnitOfWork::UnitOfWork(Office& office, domain::Permission permission, std::string action)
    : office_{office},
      action_{std::move(action)},
      transaction_{permitted(office, permission, action_)},
      event_{store::AuditStore{office.database()}.next_event()} {
  check_clock(office);
}

void UnitOfWork::conclude(const std::string& subject, const std::string& detail) {
  store::AuditStore{office_.database()}.append(event_of(office_, event_, action_, subject, detail));
  if (!office_.dry_run()) transaction_.commit();
}

std::string json_text(const std::string& text) {
  std::string escaped;
  for (const char letter : printable(text)) {  // which leaves no control characters
    if (letter == '"' || letter == '\\') escaped += '\\';
    escaped += letter;
  }
  return escaped;
}

Reading::Reading(Office& office, domain::Permission permission)
    : view_{(office.require(permission), office.database())} {}

}  // namespace svcadm::usecase
