#include "usecase/office.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/suggestion.hpp"
#include "store/office_store.hpp"
#include "store/people_store.hpp"
#include "usecase/settings.hpp"

namespace svcadm::usecase {

Span utc_offset(store::Database& database, std::int64_t utc_seconds) {
  // Looked up on the UTC day: it decides at most which of two days counts, once in an office's life.
  const auto text = store::OfficeStore{database}.setting("utc_offset", date_of(Moment{utc_seconds}));
  return parse_utc_offset(text.value_or("+08:00")).value_or(hours(8));
}

Office::Office(store::Database database, const Caller& caller) : database_{std::move(database)}, caller_{caller} {
  store::OfficeStore office{database_};
  machine_ = Moment{caller.utc_seconds} + utc_offset(database_, caller.utc_seconds);
  as_of_ = caller.as_of.value_or(machine_);
  demo_ = office.setting("demo", today()).value_or("no") == "yes";
  company_ = office.setting("company", today()).value_or("");
  language_ = office.setting("language", today()).value_or("");
  find_actor();
}

std::string language_of_office(const std::string& file, std::int64_t utc_seconds) {
  try {
    // The settings are in the first migration: a file of any age can say it.
    auto database = store::Database::open_to_migrate(file, {.seconds = 0});
    const Date today = date_of(Moment{utc_seconds} + utc_offset(database, utc_seconds));
    return store::OfficeStore{database}.setting("language", today).value_or("");
  } catch (const Error&) {
    return {};  // whoever asks has something else to complain about
  }
}

void Office::find_actor() {
  store::OfficeStore office{database_};
  std::int64_t uid = caller_.uid;
  if (caller_.sudo_uid) {
    // sudo's word is believed only by the service account itself, and only for an account that is a person's.
    if (database_.owner() == caller_.uid && office.holder_of_account(*caller_.sudo_uid)) uid = *caller_.sudo_uid;
  }
  const std::string own = office.holder_of_account(uid).value_or(fmt::format("uid:{}", uid));
  actor_ = own;
  roles_ = office.roles_of(own, today());
  if (caller_.by.empty() || caller_.by == own) return require_in_service();
  bool may_delegate = demo_;
  for (const domain::Role role : roles_) may_delegate = may_delegate || role == domain::Role::delegate;
  if (!may_delegate) {
    throw Error{Failure::not_permitted, Message{"authority.no-delegate", {own, caller_.by}},
                suggest("svcadm role grant delegate {}", own)};
  }
  actor_ = caller_.by;
  delegate_ = own;
  roles_ = office.roles_of(actor_, today());
  require_in_service();
}

void Office::require_in_service() {
  if (actor_.starts_with("uid:")) return;
  const auto person = store::PeopleStore{database_}.find(actor_, today());
  if (!person) throw Error{Failure::not_found, Message{"people.unknown", {actor_}}, "svcadm employee list"};
  const bool has_left = person->left && *person->left < today();
  // An administrator can still name another.
  const bool administers = std::find(roles_.begin(), roles_.end(), domain::Role::administrator) != roles_.end();
  if (has_left && !administers) {
    throw Error{Failure::not_permitted, Message{"authority.has-left", {actor_, person->name, *person->left}}};
  }
}

bool Office::may(domain::Permission permission) const {
  for (const domain::Role role : roles_) {
    if (domain::allows(role, permission)) return true;
  }
  return false;
}

void Office::require(domain::Permission permission) const {
  if (may(permission)) return;
  throw Error{Failure::not_permitted,
              Message{"authority.not-permitted",
                      {actor_, Term{"permission." + domain::to_key(permission)}, domain::role_list(permission)}},
              suggest("svcadm role grant {} {}", domain::to_key(domain::roles_allowing(permission).back()), actor_)};
}

}  // namespace svcadm::usecase
