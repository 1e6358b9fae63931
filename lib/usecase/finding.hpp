#pragma once
// What a check finds: missing or doubtful facts, each with the command that settles it.

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/error.hpp"

namespace svcadm::usecase {

struct Finding {
  std::string employee_no;  ///< empty where it concerns the whole office
  std::string name;
  Message message;               ///< id "finding.*"
  std::string way_out;           ///< a command line
  std::optional<Date> day = {};  ///< that it is about
  bool blocks = true;            ///< a run is refused while it stands; else it is doubtful only
};

/// The blocking ones as problems of a refused command.
std::vector<Problem> blocking_problems(const std::vector<Finding>& findings);

}  // namespace svcadm::usecase
