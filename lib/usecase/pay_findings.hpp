#pragma once
// What would be paid wrongly without a word: entries that nothing takes, probation that nobody knows, a month of
// nothing.

#include <vector>

#include "domain/payroll.hpp"
#include "store/payroll_store.hpp"
#include "usecase/finding.hpp"
#include "usecase/month_times.hpp"
#include "usecase/pay_inputs.hpp"

namespace svcadm::usecase {

/// Entries that no regulation of the person's month reads as what was entered, and amounts that no item pays: they
/// block.
void find_lost_entries(const store::Person& person, const std::vector<store::InputRow>& entries,
                       const std::vector<domain::PaySegment>& segments, const std::vector<InputKind>& kinds,
                       std::vector<Finding>& findings);

/// Whose pay hangs on probation while neither his terms nor the regulation say when it ends: that blocks.
void find_unknown_probation(MonthTimes& times, const store::Person& person,
                            const std::vector<domain::PaySegment>& segments, std::vector<Finding>& findings);

/// Whom no item of the month is for: it pays him nothing.  \pre there is a segment
void find_no_item(const store::Person& person, Month month, const std::vector<domain::PaySegment>& segments,
                  std::vector<Finding>& findings);

}  // namespace svcadm::usecase
