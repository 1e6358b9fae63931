#pragma once
// What absence without leave proposes: the one answer for the month's run, the list of conduct and what is to be done.

#include <vector>

#include "domain/absence.hpp"
#include "domain/month_time.hpp"
#include "store/payroll_rows.hpp"
#include "store/people_store.hpp"

namespace svcadm::usecase {

class MonthTimes;

/// What the person's days of the month propose, together with the absences that the month before has left; what lay
/// wholly in the month before was proposed there.
std::vector<domain::AbsenceProposal> propose_for_absence(MonthTimes& times, const store::Person& person,
                                                         const domain::MonthTime& judged,
                                                         const std::vector<store::AbsenceRow>& before);

}  // namespace svcadm::usecase
