#include "usecase/known_at.hpp"

#include "base/error.hpp"
#include "store/audit_store.hpp"
#include "usecase/office.hpp"

namespace svcadm::usecase {

KnownAt known_now(const Office& office) { return {.event = {}, .now = office.now()}; }

KnownAt known_at_closing(Office& office, const store::RunRow& run) {
  // The event after the last one that was looked at is the one that looked.
  const auto looked = store::AuditStore{office.database()}.find(*run.known_at_close + 1);
  if (!looked) bug("a run closed by no event");
  return {.event = run.known_at_close, .now = looked->event.as_of};
}

}  // namespace svcadm::usecase
