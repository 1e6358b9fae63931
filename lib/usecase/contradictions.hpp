#pragma once
// What regulations that are in force together contradict each other in: what one costs or names and the other lacks.

#include <vector>

#include "base/error.hpp"
#include "store/people_store.hpp"
#include "usecase/finding.hpp"

namespace svcadm::usecase {

class MonthTimes;
class PolicyBook;

/// What would be lost or could not be paid where the areas that govern a department on a day come of several
/// regulations; an area that nothing governs contradicts nothing.  Both regulations are named.
std::vector<Problem> contradictions(const PolicyBook& book, const store::DepartmentTree& departments,
                                    std::int64_t department, Date day);

/// What `after` contradicts itself in from a day on, in whatever department, and `before` did not: each once, where and
/// when it is so first.
std::vector<Problem> new_contradictions(const PolicyBook& before, const PolicyBook& after,
                                        const store::DepartmentTree& departments, Date from);

/// A blocking finding for each contradiction of the month that governs somebody's days.
void find_contradictions(MonthTimes& times, std::vector<Finding>& findings);

}  // namespace svcadm::usecase
