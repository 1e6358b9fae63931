#pragma once
// All that regulations say to one department on one day.

#include <string>

#include "domain/appraisal_policy.hpp"
#include "domain/attendance_policy.hpp"
#include "domain/discipline_policy.hpp"
#include "domain/leave_policy.hpp"
#include "domain/payroll_policy.hpp"

namespace svcadm::domain {

/// Areas are adopted one by one, so parts may come from different regulations; each citation names its own.
struct Policy {
  AttendancePolicy attendance = {};
  LeavePolicy leave = {};
  PayrollPolicy payroll = {};
  AppraisalPolicy appraisal = {};
  DisciplinePolicy discipline = {};
  std::string regulation = {};  ///< code of the one that governs pay, for the sheet's column
  friend bool operator==(const Policy&, const Policy&) = default;
};

}  // namespace svcadm::domain
