#include "usecase/own_affair.hpp"

namespace svcadm::usecase {

Problem own_affair(const store::Person& person, domain::Permission permission) {
  return {.message = {"authority.own-affair", {person.employee_no, person.name, domain::role_list(permission)}},
          .way_out = "svcadm role list"};
}

void require_other(const Office& office, const store::Person& person, domain::Permission permission) {
  if (office.is_own(person.employee_no)) throw Error{Failure::not_permitted, {own_affair(person, permission)}};
}

}  // namespace svcadm::usecase
