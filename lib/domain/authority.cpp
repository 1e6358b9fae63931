#include "domain/authority.hpp"

#include <array>

namespace svcadm::domain {

namespace {

constexpr std::array<std::string_view, 8> role_keys{"administrator", "personnel", "payroll", "service",
                                                    "credit",        "archive",   "reader",  "delegate"};
constexpr std::array<std::string_view, 10> permission_keys{
    "read",     "read-pay",  "record-time", "manage-people", "manage-calendar",
    "regulate", "configure", "run-payroll", "approve-pay",   "close-month"};

}  // namespace

std::string to_key(Role role) { return std::string{role_keys.at(static_cast<std::size_t>(role))}; }

std::optional<Role> parse_role(std::string_view key) {
  for (std::size_t i = 0; i < role_keys.size(); ++i) {
    if (role_keys[i] == key) return static_cast<Role>(i);
  }
  return std::nullopt;
}

std::string to_key(Permission permission) {
  return std::string{permission_keys.at(static_cast<std::size_t>(permission))};
}

bool allows(Role role, Permission permission) {
  using enum Permission;
  switch (role) {
    case Role::administrator:
      return permission != run_payroll && permission != approve_pay && permission != close_month;
    case Role::personnel:
      return permission == read || permission == record_time || permission == manage_people ||
             permission == manage_calendar;
    case Role::payroll:
      return permission == read || permission == read_pay || permission == run_payroll || permission == approve_pay ||
             permission == close_month;
    case Role::reader: return permission == read;
    case Role::service:
    case Role::credit:
    case Role::archive:
    case Role::delegate: return false;
  }
  return false;
}

std::vector<Role> roles_allowing(Permission permission) {
  std::vector<Role> roles;
  for (std::size_t i = 0; i < role_keys.size(); ++i) {
    if (allows(static_cast<Role>(i), permission)) roles.push_back(static_cast<Role>(i));
  }
  return roles;
}

std::string role_list(Permission permission) {
  std::string list;
  for (const Role role : roles_allowing(permission)) list += (list.empty() ? "" : ", ") + to_key(role);
  return list;
}

}  // namespace svcadm::domain
