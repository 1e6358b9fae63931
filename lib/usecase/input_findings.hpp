#pragma once
// Entries of a month that the appraisal lacks or that do not fit together, as findings.

#include <vector>

#include "domain/appraisal.hpp"
#include "store/people_store.hpp"
#include "usecase/finding.hpp"

namespace svcadm::usecase {

/// Scores that are missing or too few; they block where the regulation requires them.
void find_missing_inputs(const store::Person& person, Month month, const domain::AppraisalPolicy& policy,
                         const domain::MonthInputs& inputs, const domain::Composite& composite,
                         std::vector<Finding>& findings);

/// Parts without their whole, which block, and parts that are more than their whole.
void find_odd_ratios(const store::Person& person, Month month, const domain::AppraisalPolicy& policy,
                     const domain::MonthInputs& inputs, std::vector<Finding>& findings);

}  // namespace svcadm::usecase
