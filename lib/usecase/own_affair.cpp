#include "usecase/own_affair.hpp"

#include "store/audit_store.hpp"

namespace svcadm::usecase {

Problem own_affair(const store::Person& person, domain::Permission permission) {
  return {.message = {"authority.own-affair", {person.employee_no, person.name, domain::role_list(permission)}},
          .way_out = "svcadm role list"};
}

void require_other(const Office& office, const store::Person& person, domain::Permission permission) {
  if (office.is_own(person.employee_no)) throw Error{Failure::not_permitted, {own_affair(person, permission)}};
}

std::optional<std::string> recorded_by_me(Office& office, std::int64_t event) {
  const auto recorded = store::AuditStore{office.database()}.find(event).value().event;
  const bool typed = !office.demo() && !recorded.delegate.empty() && office.is_own(recorded.delegate);
  if (typed) return recorded.delegate;
  return office.is_own(recorded.actor) ? std::optional{recorded.actor} : std::nullopt;
}

}  // namespace svcadm::usecase
