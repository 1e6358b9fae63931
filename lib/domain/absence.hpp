#pragma once
// Absence without leave over days and months: when a regulation proposes a sanction.

#include <optional>
#include <vector>

#include "domain/discipline_policy.hpp"
#include "domain/ground.hpp"

namespace svcadm::domain {

/// A scheduled workday as the thresholds see it.  Days without planned work are left out: a streak runs over them.
struct AbsenceDay {
  Date day;
  HalfDays absent = {};
  bool taken_over = false;  ///< as older books say, which nobody can look into here
};

/// A sanction that the facts propose.  Nobody is sanctioned by the program.
struct AbsenceProposal {
  AbsenceThreshold threshold;
  std::vector<AbsenceDay> days;  ///< the grounds
};

/// \pre days are scheduled workdays in order
std::vector<AbsenceProposal> absence_proposals(const DisciplinePolicy& policy, const std::vector<AbsenceDay>& days);

}  // namespace svcadm::domain
