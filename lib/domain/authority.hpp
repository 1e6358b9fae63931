#pragma once
// Roles and what they allow.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace svcadm::domain {

enum class Role { administrator, personnel, payroll, service, credit, archive, reader, delegate };

/// What a use-case asks for.
enum class Permission {
  read,             ///< look at people, time and reports
  read_pay,         ///< look at pay
  record_time,      ///< punches, decisions about days, leave
  manage_people,    ///< departments, employees, shifts, rosters
  manage_calendar,  ///< kinds of day
  regulate,         ///< import, adopt and set regulations
  configure,        ///< settings, roles, accounts, migration
  run_payroll,      ///< inputs and runs
  approve_pay,      ///< approve a run of somebody else's, and record its payment
  close_month,      ///< close: payroll officers only
};

std::string to_key(Role role);
std::optional<Role> parse_role(std::string_view key);
std::string to_key(Permission permission);

/// The administrator only looks at pay and does all else: who computes pay and closes months is a payroll officer.
bool allows(Role role, Permission permission);

/// The roles that allow it, for the refusal's advice.
std::vector<Role> roles_allowing(Permission permission);
/// Their keys, for a sentence: "personnel, administrator".
std::string role_list(Permission permission);

}  // namespace svcadm::domain
