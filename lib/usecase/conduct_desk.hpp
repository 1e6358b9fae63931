#pragma once
// What has to be looked at before something about conduct is recorded.  For conduct*.cpp only.

#include <optional>
#include <string>
#include <vector>

#include "domain/discipline_policy.hpp"
#include "store/people_store.hpp"
#include "usecase/conduct.hpp"
#include "usecase/policy_book.hpp"

namespace svcadm::usecase {

/// "CO1".
std::string conduct_name(std::int64_t id);

/// Kinds of conduct of the regulations of some days.
class ConductDesk {
 public:
  ConductDesk(Office& office, Date first, Date last);

  /// The kind of that code for somebody on a day; nothing where his regulation has none, or he is not in service.
  std::optional<domain::ConductKind> kind(std::int64_t employee, Date day, const std::string& code);
  /// The kind that a word means, by code or label.  Failure::not_found, Failure::no_rule.
  domain::ConductKind meant(const store::Person& person, Date day, const std::string& word);

 private:
  const domain::Policy* policy(std::int64_t employee, Date day);

  Office& office_;
  store::DepartmentTree departments_;
  PolicyBook book_;
};

struct MonthConduct {
  std::vector<ConductLine> lines;
  bool without_punches = false;  ///< nothing is known of anybody's presence: absence proposes nothing
};
/// What list_conduct lists, for who is inside a unit of work already.
MonthConduct conduct_of(Office& office, Month month);

}  // namespace svcadm::usecase
