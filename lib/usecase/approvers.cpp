#include "usecase/approvers.hpp"

#include <algorithm>

#include "store/leave_store.hpp"
#include "store/office_store.hpp"
#include "store/request_store.hpp"
#include "usecase/office.hpp"

namespace svcadm::usecase {

namespace {

std::optional<store::Person> superior_of(store::PeopleStore& people, const store::Person& person, Date day) {
  const store::TermSpan* term = person.term_on(day);
  if (term == nullptr && !person.terms.empty()) term = &person.terms.back();
  if (term == nullptr || !term->superior) return std::nullopt;
  return people.history(*term->superior);
}

/// Level 1 is the superior, 2 his superior; the topmost where the line is shorter.
std::optional<store::Person> in_line(store::PeopleStore& people, const store::Person& person, int level, Date day) {
  std::optional<store::Person> found;
  std::optional<store::Person> next = superior_of(people, person, day);
  for (int i = 0; i < level && next && next->id != person.id; ++i) {
    found = next;
    next = superior_of(people, *found, day);
  }
  return found;
}

/// Employees with the administrator's role.
std::vector<store::Person> administrators(Office& office, Date day) {
  store::PeopleStore people{office.database()};
  std::vector<store::Person> found;
  for (const store::RoleGrant& grant : store::OfficeStore{office.database()}.grants(day)) {
    if (grant.role != domain::Role::administrator) continue;
    if (auto person = people.find(grant.holder, day); person && person->in_service(day)) found.push_back(*person);
  }
  return found;
}

/// Who else holds a post in the asker's department or the nearest one above.
std::vector<store::Person> holders(store::PeopleStore& people, const store::Person& asker, const std::string& post,
                                   Date day) {
  const store::TermSpan* own = asker.term_on(day);
  if (own == nullptr) return {};
  const auto everybody = people.people_between(day, day);
  for (const std::int64_t department : people.departments().upwards(own->department, day)) {
    std::vector<store::Person> found;
    for (const store::Person& person : everybody) {
      const store::TermSpan* term = person.term_on(day);
      const bool holds = term != nullptr && term->department == department && term->post == post;
      if (holds && person.id != asker.id) found.push_back(person);
    }
    if (!found.empty()) return found;
  }
  return {};
}

bool on_leave(Office& office, const store::Person& person, Date day) {
  const auto leaves = store::LeaveStore{office.database()}.between(day, day);
  return std::any_of(leaves.begin(), leaves.end(), [&](const store::LeaveRow& leave) {
    return leave.employee == person.id && (leave.covers(day, 1) || leave.covers(day, 2));
  });
}

}  // namespace

std::vector<Approver> approvers(Office& office, const store::Person& asker, const domain::ApprovalStep& step,
                                Date day) {
  store::PeopleStore people{office.database()};
  std::vector<store::Person> named;
  if (step.level > 0) {
    if (auto superior = in_line(people, asker, step.level, day)) named.push_back(std::move(*superior));
    if (named.empty()) named = administrators(office, day);
  } else {
    named = holders(people, asker, step.post, day);
  }
  std::vector<Approver> found;
  const auto add = [&](store::Person who, std::optional<store::Person> instead) {
    if (who.id != asker.id) found.push_back({std::move(who), std::move(instead)});
  };
  for (const store::Person& person : named) add(person, std::nullopt);
  for (const store::Person& person : named) {
    const auto deputy = store::RequestStore{office.database()}.stand_in_for(person.id, day);
    if (deputy && *deputy != asker.id) {
      add(people.history(*deputy).value(), person);
    } else if (deputy || !person.in_service(day) || on_leave(office, person, day)) {
      if (auto above = superior_of(people, person, day)) add(std::move(*above), person);
    }
  }
  return found;
}

}  // namespace svcadm::usecase
