#pragma once
// Who may do what: roles of people and of accounts.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "domain/authority.hpp"

namespace svcadm::usecase {

class Office;

/// A role somebody holds or will hold.
struct HeldRole {
  domain::Role role = domain::Role::reader;
  std::string holder;  ///< employee number or "uid:N"
  std::string name;    ///< empty for an account
  Date from;
  std::optional<Date> to;
};

/// `whom` is a person, or "uid:N" for an account of the operating system; `to` the last day.
/// Failure::usage where `to` lies before `from`.
void grant_role(Office& office, domain::Role role, const std::string& whom, Date from, std::optional<Date> to);

/// From `from` on.  Failure::conflict where he does not hold it, or where nobody would be administrator any more.
void revoke_role(Office& office, domain::Role role, const std::string& whom, Date from);

/// In force or still to come, by role.
std::vector<HeldRole> list_roles(Office& office);

/// From now on the account is this person.  A second time for the same person is done already.
void map_account(Office& office, std::int64_t uid, const std::string& person);

/// Who acts, as the file knows him.
struct WhoAmI {
  std::string actor;     ///< employee number or "uid:N"
  std::string name;      ///< empty for an account that is nobody's
  std::string delegate;  ///< who types for the actor; empty else
  std::vector<domain::Role> roles;
};
WhoAmI who_am_i(Office& office);

}  // namespace svcadm::usecase
