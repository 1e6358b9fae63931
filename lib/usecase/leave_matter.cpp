#include "usecase/leave_matter.hpp"

#include "base/error.hpp"
#include "usecase/directory.hpp"
#include "usecase/office.hpp"

namespace svcadm::usecase {

Doing doing_of(Office& office, const OnPaper& on_paper) {
  store::PeopleStore people{office.database()};
  const Moment when = on_paper.at.value_or(office.now());
  if (when > office.now()) throw Error{Failure::refused, Message{"request.later-than-now", {when, office.now()}}};
  if (on_paper.person.empty()) {
    const auto id = people.id_of(office.actor());
    return {id ? people.history(*id) : std::nullopt, when};
  }
  office.require(domain::Permission::record_time);
  store::Person person = find_person(office, on_paper.person, date_of(when));
  if (office.is_own(person.employee_no)) {
    throw Error{Failure::not_permitted, Message{"request.own-paper", {person.employee_no, person.name}}};
  }
  return {std::move(person), when};
}

LeaveCase LeaveMatter::read(Office& office, std::int64_t leave) {
  auto row = store::LeaveStore{office.database()}.find(leave);
  if (!row) throw Error{Failure::not_found, Message{"leave.unknown", {leave_name(leave)}}, "svcadm leave list"};
  store::RequestStore requests{office.database()};
  LeaveCase found{.row = std::move(*row), .request = requests.of_leave(leave)};
  if (!found.request) {
    throw Error{Failure::conflict, Message{"request.recorded-as-approved", {leave_name(leave)}},
                "svcadm leave show " + leave_name(leave)};
  }
  found.acts = requests.acts(found.request->id);
  return found;
}

LeaveMatter::LeaveMatter(Office& office, std::int64_t leave)
    : leave_{read(office, leave)},
      person_{store::PeopleStore{office.database()}.history(leave_.row.employee).value()},
      requests_{office.database(), leave_.row.first, leave_.row.last, office.now()},
      plans_{office.database(), requests_.first_needed(), requests_.last_needed()},
      book_{office.database(), plans_.departments(), requests_.first_needed(), requests_.last_needed()} {
  requests_.look_into(plans_, book_);
}

domain::RequestState LeaveMatter::state_with(const std::vector<store::RequestActRow>& more) {
  LeaveCase with = leave_;
  with.acts.insert(with.acts.end(), more.begin(), more.end());
  return requests_.state(person_, with);
}

void LeaveMatter::require_living() const {
  if (leave_.row.cancelled) throw Error{Failure::conflict, Message{"leave.is-cancelled", {leave_name(leave_.row.id)}}};
  if (leave_.row.rejected) throw Error{Failure::conflict, Message{"request.is-rejected", {leave_name(leave_.row.id)}}};
}

}  // namespace svcadm::usecase
