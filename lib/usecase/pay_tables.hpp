#pragma once
// What the facts of an event have to do with pay, by the tables they are in.

#include <algorithm>
#include <span>
#include <string_view>

namespace svcadm::usecase {

using Tables = std::span<const std::string_view>;

/// Tables whose rows never change what anybody is paid.
inline constexpr std::string_view tables_beside_pay[] = {
    "account",         "conduct_decision", "conduct_finding",  "conduct_person",
    "conduct_record",  "conduct_service",  "day_objection",    "day_objection_answer",
    "import_batch",    "ignored_number",   "payroll_approval", "payroll_approval_withdrawal",
    "payroll_payment", "punch_number",     "role_grant",       "regulation_signature",
    "stand_in"};

/// Tables that a computed run is kept in.
inline constexpr std::string_view tables_of_runs[] = {"payroll_absence",     "payroll_adjustment", "payroll_carry",
                                                      "payroll_computation", "payroll_line",       "payroll_run",
                                                      "payroll_sheet",       "payroll_single",     "payroll_unsettled"};

/// Facts about people and days, which LateFactsStore::employees looks up by month.
inline constexpr std::string_view tables_of_days[] = {"attachment",
                                                      "day_decision",
                                                      "leave",
                                                      "leave_cancel",
                                                      "leave_return",
                                                      "online_session",
                                                      "payroll_input",
                                                      "punch",
                                                      "punch_device",
                                                      "punch_event",
                                                      "request",
                                                      "request_act",
                                                      "request_act_withdrawal",
                                                      "request_basis",
                                                      "roster_day",
                                                      "time_correction",
                                                      "time_correction_cancel",
                                                      "time_correction_confirmation"};

inline bool is_among(std::string_view table, Tables tables) { return std::ranges::find(tables, table) != tables.end(); }

}  // namespace svcadm::usecase
