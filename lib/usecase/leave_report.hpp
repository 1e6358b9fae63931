#pragma once
// How much leave people have taken in a year.

#include <string>
#include <vector>

#include "base/half_days.hpp"
#include "base/message.hpp"

namespace svcadm::usecase {

class Office;

/// One person's leave of one kind in a year.
struct TakenLeave {
  std::string employee_no;
  std::string name;
  std::string kind;  ///< code
  Label label = {};
  HalfDays taken_over = {};  ///< what the older books say (svcadm-opening(1))
  HalfDays taken = {};       ///< by leave in this file up to today, counted as the kind is
};

/// Of one person, or everybody's where `person` is empty; in the order of lists, kinds by their code.
std::vector<TakenLeave> report_leave(Office& office, const std::string& person, int year);

}  // namespace svcadm::usecase
