#pragma once
// A small office in memory for tests of use-cases.

#include <string>
#include <vector>

#include "base/error.hpp"
#include "store/audit_store.hpp"
#include "store/office_store.hpp"
#include "store/people_store.hpp"
#include "usecase/department.hpp"
#include "usecase/office.hpp"

namespace svcadm::usecase {

/// An office of "星河" whose administrator acts on `today` at 10:00.
inline Office make_office(Date today) {
  auto database = store::Database::in_memory();
  {
    store::WriteTransaction transaction{database};
    store::AuditStore audit{database};
    const std::int64_t event = audit.next_event();
    store::OfficeStore settings{database};
    settings.set(event, {"company", Date{0}, "星河"});
    for (const auto role : {domain::Role::administrator, domain::Role::payroll}) {
      settings.grant(event, {"uid:7", role, Date{0}, std::nullopt, true});
    }
    store::PeopleStore people{database};
    const std::int64_t root = people.add_department(event, "星河");
    people.set_department(event, root, {Date{0}, "星河", std::nullopt});
    audit.append({.event = event,
                  .recorded_at = at(today),
                  .as_of = at(today),
                  .actor = "uid:7",
                  .delegate = {},
                  .action = "init",
                  .subject = "星河",
                  .detail = "{}"});
    transaction.commit();
  }
  const Caller caller{.uid = 7, .utc_seconds = (at(today) + hours(10) - hours(8)).seconds};
  return Office{std::move(database), caller};
}

/// The ids of the problems that `work` ends with; empty where it succeeds.
template <class Work>
std::vector<std::string> problem_ids(const Work& work) {
  std::vector<std::string> ids;
  try {
    work();
  } catch (const Error& error) {
    for (const Problem& problem : error.problems()) ids.push_back(problem.message.id);
  }
  return ids;
}

}  // namespace svcadm::usecase
