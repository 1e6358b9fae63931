#pragma once
// Who acts for whom while he is away.

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"

namespace svcadm::usecase {

class Office;

struct NewStandIn {
  std::string person;
  std::string deputy;
  Date from;
  Date to;  ///< the last day
};

/// From day to day, both included; replaces what was said about these days.  For oneself without a role, for others
/// Permission::manage_people.  Failure::usage for a span that is reversed or for somebody standing in for himself.
void add_stand_in(Office& office, const NewStandIn& stand_in);

/// From a day on nobody stands in any more.  Failure::conflict where nobody does.
void end_stand_in(Office& office, const std::string& person, Date from);

struct ListedStandIn {
  std::string employee_no;
  std::string name;
  std::string deputy_no;
  std::string deputy_name;
  Date from;
  Date to;
};
/// Those of today and of days to come, by first day.
std::vector<ListedStandIn> list_stand_ins(Office& office);
/// Those that hold on a day or later, likewise.  \pre in a transaction
std::vector<ListedStandIn> stand_ins_since(Office& office, Date day);

}  // namespace svcadm::usecase
