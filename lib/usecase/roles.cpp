#include "usecase/roles.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "store/office_store.hpp"
#include "usecase/directory.hpp"
#include "usecase/office.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

/// "uid:1000" as it stands, else the number of the person.
std::string holder_of(Office& office, const std::string& whom, Date day) {
  const std::string_view word = trim(whom);
  if (!word.starts_with("uid:")) return find_person(office, word, day).employee_no;
  const std::string_view digits = word.substr(4);
  if (digits.empty() || digits.size() > 10 || digits.find_first_not_of("0123456789") != std::string_view::npos) {
    throw Error{Failure::usage, Message{"role.bad-account", {std::string{word}}}};
  }
  return std::string{word};
}

bool holds(store::OfficeStore& office, const std::string& holder, domain::Role role, Date day) {
  const auto roles = office.roles_of(holder, day);
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

/// Whether somebody else is administrator until further notice.
bool other_administrator(store::OfficeStore& office, const std::string& holder, Date day) {
  const auto grants = office.grants(day);
  return std::any_of(grants.begin(), grants.end(), [&](const store::RoleGrant& grant) {
    return grant.role == domain::Role::administrator && grant.holder != holder && !grant.to;
  });
}

std::string name_of(Office& office, const std::string& holder) {
  if (holder.starts_with("uid:")) return {};
  const auto person = store::PeopleStore{office.database()}.find(holder, office.today());
  return person ? person->name : std::string{};
}

}  // namespace

void grant_role(Office& office, domain::Role role, const std::string& whom, Date from, std::optional<Date> to) {
  UnitOfWork work{office, domain::Permission::configure, "role.grant"};
  const std::string holder = holder_of(office, whom, from);

  if (to && *to < from) throw Error{Failure::usage, Message{"people.span-reversed", {from, *to}}};

  store::OfficeStore settings{office.database()};
  // An end to the only administrator's role would leave nobody to grant it again.
  if (to && role == domain::Role::administrator && holds(settings, holder, role, from) &&
      !other_administrator(settings, holder, from)) {
    throw Error{Failure::conflict, Message{"role.last-administrator", {holder}},
                "svcadm role grant administrator PERSON"};
  }

  settings.grant(work.event(), {holder, role, from, to, true});
  work.conclude(holder, fmt::format(R"({{"role":"{}","from":"{}"}})", domain::to_key(role), to_string(from)));
}

void revoke_role(Office& office, domain::Role role, const std::string& whom, Date from) {
  UnitOfWork work{office, domain::Permission::configure, "role.revoke"};
  store::OfficeStore settings{office.database()};
  const std::string holder = holder_of(office, whom, from);
  const bool held = holds(settings, holder, role, from);

  if (!held) {
    throw Error{Failure::conflict, Message{"role.not-held", {holder, Term{"role." + domain::to_key(role)}, from}},
                "svcadm role list"};
  }
  if (role == domain::Role::administrator && !other_administrator(settings, holder, from)) {
    throw Error{Failure::conflict, Message{"role.last-administrator", {holder}},
                "svcadm role grant administrator PERSON"};
  }

  settings.grant(work.event(), {holder, role, from, std::nullopt, false});
  work.conclude(holder, fmt::format(R"({{"role":"{}","from":"{}"}})", domain::to_key(role), to_string(from)));
}

std::vector<HeldRole> list_roles(Office& office) {
  const Reading reading{office, domain::Permission::read};
  std::vector<HeldRole> roles;
  for (const store::RoleGrant& grant : store::OfficeStore{office.database()}.grants(office.today())) {
    roles.push_back({grant.role, grant.holder, name_of(office, grant.holder), grant.from, grant.to});
  }
  std::stable_sort(roles.begin(), roles.end(), [](const HeldRole& a, const HeldRole& b) { return a.role < b.role; });
  return roles;
}

void map_account(Office& office, std::int64_t uid, const std::string& person) {
  UnitOfWork work{office, domain::Permission::configure, "role.account"};
  store::OfficeStore settings{office.database()};
  const std::string holder = find_person(office, person, office.today()).employee_no;
  const auto before = settings.holder_of_account(uid);
  const std::string account = fmt::format("uid:{}", uid);
  // Roles of the account itself end to count once it is a person's: who would be locked out is told before.
  const auto own_roles = settings.roles_of(account, office.today());
  const bool loses_administrator =
      !before && std::find(own_roles.begin(), own_roles.end(), domain::Role::administrator) != own_roles.end() &&
      !holds(settings, holder, domain::Role::administrator, office.today());

  if (before == holder) {
    office.notes().push_back({"role.account-known", {account, holder}});
    return;
  }
  if (loses_administrator) {
    throw Error{Failure::conflict, Message{"role.account-loses-administrator", {account, holder}},
                suggest("svcadm role grant administrator {}", holder)};
  }

  settings.map_account(work.event(), uid, holder);
  work.conclude(account, fmt::format(R"({{"uid":{}}})", uid));
}

WhoAmI who_am_i(Office& office) {
  return {office.actor(), name_of(office, office.actor()), office.delegate(), office.roles()};
}

}  // namespace svcadm::usecase
