#pragma once
// Nobody decides what concerns himself: the one guard of everything that somebody enters about a person.

#include <cstdint>
#include <optional>
#include <string>

#include "base/error.hpp"
#include "store/people_store.hpp"
#include "usecase/office.hpp"

namespace svcadm::usecase {

/// That the matter is this person's own, and which roles let somebody else see to it.
Problem own_affair(const store::Person& person, domain::Permission permission);

/// Throws Failure::not_permitted where who acts would decide about himself (Office::is_own).
void require_other(const Office& office, const store::Person& person, domain::Permission permission);

/// The acting person's account under which he himself recorded an event: his own, or outside of a demo office the one
/// that typed for another.  Nothing where it was somebody else.
std::optional<std::string> recorded_by_me(Office& office, std::int64_t event);

}  // namespace svcadm::usecase
