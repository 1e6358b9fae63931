#pragma once
// Absence and conduct that propose a sanction.  svcadm proposes; it never dismisses.

#include <string>
#include <vector>

#include "base/citation.hpp"
#include "base/half_days.hpp"
#include "base/message.hpp"

namespace svcadm::domain {

struct AbsenceThreshold {
  enum class Kind {
    streak,          ///< whole absent days in a row: scheduled workdays, over rest days and month ends
    rolling_month,   ///< days within any month from day d to the eve of d in the next month; halves add up
    calendar_month,  ///< days within a calendar month; halves add up
  };
  Kind kind = Kind::streak;
  HalfDays days = {};
  std::string proposes = {};  ///< the sanction: "dismissal"
  Citation cite = {};
  friend bool operator==(const AbsenceThreshold&, const AbsenceThreshold&) = default;
};

/// A kind of conduct.  It proposes once a second person has found it.
struct ConductKind {
  std::string code = {};
  Label label = {};
  bool concerns_all = true;   ///< a sanction is proposed for everybody named; else for the first
  std::string proposes = {};  ///< the sanction: "dismissal"
  Citation cite = {};
  friend bool operator==(const ConductKind&, const ConductKind&) = default;
};

struct DisciplinePolicy {
  std::vector<AbsenceThreshold> absence = {};
  std::vector<ConductKind> conduct = {};
  friend bool operator==(const DisciplinePolicy&, const DisciplinePolicy&) = default;
};

}  // namespace svcadm::domain
