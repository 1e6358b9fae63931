#include "usecase/leave_matter.hpp"

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "usecase/directory.hpp"
#include "usecase/office.hpp"

namespace svcadm::usecase {

std::string acting_person(const Office& office) {
  if (office.actor().starts_with("uid:")) {
    throw Error{Failure::not_permitted, Message{"clock-in.account-unknown", {office.actor()}},
                suggest("svcadm role account {} PERSON", office.actor().substr(4))};
  }
  return office.actor();
}

Doing doing_of(Office& office, const OnPaper& on_paper) {
  const Moment when = on_paper.at.value_or(office.now());
  if (when > office.now()) throw Error{Failure::refused, Message{"request.later-than-now", {when, office.now()}}};
  if (on_paper.person.empty()) {
    if (on_paper.at || !on_paper.paper.empty()) throw Error{Failure::usage, Message{"request.paper-of-whom", {}}};
    return {find_person(office, acting_person(office), office.today()), when};
  }
  store::Person person = find_person(office, on_paper.person, date_of(when));
  if (office.is_own(person.employee_no)) {
    throw Error{Failure::not_permitted, Message{"request.own-paper", {person.employee_no, person.name}}};
  }
  if (trim(on_paper.paper).empty()) {
    throw Error{Failure::usage, Message{"request.paper-number", {person.employee_no, person.name}}};
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
                suggest("svcadm leave show {}", leave_name(leave))};
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

void LeaveMatter::require_living() const { usecase::require_living(leave_.row); }

void require_living(const store::LeaveRow& leave) {
  if (leave.cancelled) throw Error{Failure::conflict, Message{"leave.is-cancelled", {leave_name(leave.id)}}};
  if (leave.rejected) throw Error{Failure::conflict, Message{"request.is-rejected", {leave_name(leave.id)}}};
}

store::LeaveRow require_living_leave(Office& office, std::int64_t leave) {
  auto row = store::LeaveStore{office.database()}.find(leave);
  if (!row) throw Error{Failure::not_found, Message{"leave.unknown", {leave_name(leave)}}, "svcadm leave list"};
  require_living(*row);
  return std::move(*row);
}

void note_missing(Office& office, std::int64_t leave, const domain::RequestState& state) {
  for (const domain::Formality& one : state.formalities) {
    if (one.in_order()) continue;
    const Arg name = formality_name(one);
    const std::string& clause = one.cite.clause;
    if (one.missed(office.now())) {
      office.notes().push_back({"request.missed", {leave_name(leave), name, *one.lapses_after, clause}});
    } else if (one.lapses_after) {
      office.notes().push_back({"request.needs-until", {leave_name(leave), name, *one.lapses_after, clause}});
    } else {
      office.notes().push_back({"request.needs", {leave_name(leave), name, clause}});
    }
  }
}

std::string leave_detail(std::int64_t id) { return fmt::format(R"({{"leave":"{}"}})", leave_name(id)); }

}  // namespace svcadm::usecase
