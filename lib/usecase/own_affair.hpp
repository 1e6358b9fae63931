#pragma once
// Nobody decides what concerns himself: the one guard of everything that somebody enters about a person.

#include "base/error.hpp"
#include "store/people_store.hpp"
#include "usecase/office.hpp"

namespace svcadm::usecase {

/// That the matter is this person's own, and which roles let somebody else see to it.
Problem own_affair(const store::Person& person, domain::Permission permission);

/// Throws Failure::not_permitted where who acts would decide about himself (Office::is_own).
void require_other(const Office& office, const store::Person& person, domain::Permission permission);

}  // namespace svcadm::usecase
