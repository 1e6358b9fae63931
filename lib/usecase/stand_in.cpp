#include "usecase/stand_in.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/error.hpp"
#include "store/request_store.hpp"
#include "usecase/directory.hpp"
#include "usecase/office.hpp"
#include "usecase/own_affair.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

UnitOfWork begin_for(Office& office, const store::Person& person, const char* action) {
  if (person.employee_no == office.actor()) return UnitOfWork{office, action};
  return UnitOfWork{office, domain::Permission::manage_people, action};
}

/// What holds from a day on, once later rows have replaced earlier ones.
std::vector<store::StandIn> in_force(Office& office, Date day) {
  std::vector<store::StandIn> held;
  for (const store::StandIn& row : store::RequestStore{office.database()}.stand_ins(day)) {
    std::vector<store::StandIn> left;
    for (const store::StandIn& old : held) {
      const bool apart = old.person != row.person || old.to < row.from || old.from > row.to;
      if (apart) left.push_back(old);
      if (apart) continue;
      if (old.from < row.from) left.push_back({old.person, old.deputy, old.from, row.from - 1});
      if (old.to > row.to) left.push_back({old.person, old.deputy, row.to + 1, old.to});
    }
    if (row.deputy) left.push_back(row);
    held = std::move(left);
  }
  std::erase_if(held, [day](const store::StandIn& one) { return one.to < day; });
  return held;
}

std::string detail(const std::string& deputy, Date from, Date to) {
  return fmt::format(R"({{"deputy":"{}","from":"{}","to":"{}"}})", deputy, to_string(from), to_string(to));
}

}  // namespace

void add_stand_in(Office& office, const NewStandIn& stand_in) {
  const auto person = find_person(office, stand_in.person, stand_in.from);
  const auto deputy = find_person(office, stand_in.deputy, stand_in.from);
  UnitOfWork work = begin_for(office, person, "stand-in.add");
  if (stand_in.to < stand_in.from) {
    throw Error{Failure::usage, Message{"people.span-reversed", {stand_in.from, stand_in.to}}};
  }
  if (person.id == deputy.id) {
    throw Error{Failure::usage, Message{"stand-in.himself", {person.employee_no, person.name}}};
  }
  require_other(office, deputy, domain::Permission::manage_people);  // else a clerk could consent in anybody's name
  store::RequestStore{office.database()}.add_stand_in(work.event(), {person.id, deputy.id, stand_in.from, stand_in.to});
  work.conclude(person.employee_no, detail(deputy.employee_no, stand_in.from, stand_in.to));
}

void end_stand_in(Office& office, const std::string& word, Date from) {
  const auto person = find_person(office, word, from);
  UnitOfWork work = begin_for(office, person, "stand-in.end");
  std::optional<Date> last;
  for (const store::StandIn& one : in_force(office, from)) {
    if (one.person == person.id) last = std::max(last.value_or(one.to), one.to);
  }
  if (!last) {
    throw Error{Failure::conflict, Message{"stand-in.nobody", {person.employee_no, person.name, from}},
                "svcadm stand-in list"};
  }
  store::RequestStore{office.database()}.add_stand_in(work.event(), {person.id, std::nullopt, from, *last});
  work.conclude(person.employee_no, detail("", from, *last));
}

std::vector<ListedStandIn> list_stand_ins(Office& office) {
  const Reading reading{office, domain::Permission::read};
  return stand_ins_since(office, office.today());
}

std::vector<ListedStandIn> stand_ins_since(Office& office, Date day) {
  store::PeopleStore people{office.database()};
  std::vector<ListedStandIn> listed;
  for (const store::StandIn& one : in_force(office, day)) {
    const auto person = people.find(one.person, one.from);
    const auto deputy = people.find(one.deputy.value(), one.from);
    if (!person || !deputy) continue;
    listed.push_back({person->employee_no, person->name, deputy->employee_no, deputy->name, one.from, one.to});
  }
  std::stable_sort(listed.begin(), listed.end(), [](const ListedStandIn& a, const ListedStandIn& b) {
    return a.from != b.from ? a.from < b.from : store::number_before(a.employee_no, b.employee_no);
  });
  return listed;
}

}  // namespace svcadm::usecase
