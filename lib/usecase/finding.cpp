#include "usecase/finding.hpp"

#include <fmt/format.h>

namespace svcadm::usecase {

std::vector<Problem> blocking_problems(const std::vector<Finding>& findings) {
  std::vector<Problem> problems;
  for (const Finding& finding : findings) {
    if (!finding.blocks) continue;
    Problem problem{.message = finding.message, .way_out = finding.way_out};
    if (!finding.employee_no.empty()) {
      problem.place = Place{fmt::format("{} {}", finding.employee_no, finding.name), 0, {}};
    }
    problems.push_back(std::move(problem));
  }
  return problems;
}

}  // namespace svcadm::usecase
