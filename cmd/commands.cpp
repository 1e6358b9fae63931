#include "cmd/commands.hpp"

#include "cmd/audit.hpp"
#include "cmd/clock_in.hpp"
#include "cmd/conduct.hpp"
#include "cmd/leave.hpp"
#include "cmd/payroll.hpp"
#include "cmd/regulation.hpp"
#include "cmd/run.hpp"
#include "cmd/verbs.hpp"

namespace svcadm::cmd {

std::span<const Noun> all_nouns() {
  static const Noun nouns[] = {
      // name, group, summary, verbs, alias
      {"clock-in",
       "Time",
       "Punches, attendance days, the month's report",
       {clock_in_punch, clock_in_import, clock_in_list, clock_in_day, clock_in_report, clock_in_exceptions,
        clock_in_decide, clock_in_correct, clock_in_outage, clock_in_shift_clock, clock_in_confirm, clock_in_cancel,
        clock_in_corrections, clock_in_object, clock_in_answer, clock_in_ignore_number},
       "clock"},
      {"conduct",
       "Time",
       "What people did, what is proposed for it and what was decided",
       {conduct_record, conduct_verify, conduct_decide, conduct_serve, conduct_list}},
      {"leave",
       "Time",
       "Leave: asked for, approved, extended, returned from",
       {leave_request, leave_extend, leave_return, leave_approve, leave_reject, leave_attach, leave_handover,
        leave_cancel, leave_record, leave_import, leave_list, leave_show, leave_print, leave_report}},
      {"stand-in", "Time", "Who acts for whom while he is away", {stand_in_add, stand_in_list, stand_in_end}},
      {"payroll",
       "Money",
       "Pay of the month, explained to the clause",
       {payroll_input, payroll_check, payroll_run, payroll_show, payroll_explain, payroll_approve, payroll_withdraw,
        payroll_paid, payroll_close, payroll_adjust, payroll_settle, payroll_verify, payroll_slip, payroll_report}},
      {"month-end", "Money", "The month's reports in one folder, for cron", {month_end}},
      {"department",
       "People",
       "The company's departments, as a tree",
       {department_add, department_change, department_import, department_list, department_show}},
      {"employee",
       "People",
       "Who is employed, on which terms since when",
       {employee_add, employee_change, employee_import, employee_list, employee_show, employee_exit,
        employee_transfer_work}},
      {"opening", "People", "Balances from the older books", {opening_import, opening_list}},
      {"calendar",
       "Planning",
       "Kinds of day: workdays, rest days, holidays, make-up workdays",
       {calendar_show, calendar_import, calendar_set}},
      {"shift", "Planning", "Shift codes and who works them", {shift_add, shift_list, shift_assign}},
      {"roster", "Planning", "Who works which shift on which day", {roster_import, roster_set, roster_show}},
      {"regulation",
       "Rules",
       "Regulations as data: editions, adoption, readings, signatures",
       {regulation_list, regulation_show, regulation_check, regulation_import, regulation_adopt, regulation_in_force,
        regulation_set, regulation_readings, regulation_sign, regulation_signed, regulation_coverage}},
      {"todo", "Office", "What waits to be done, and by whom", {todo}},
      {"undo", "Office", "Take back one's own last entry", {undo}},
      {"init", "Office", "Make a new office file", {init}},
      {"setting", "Office", "What no regulation decides: name, place, language", {setting_list, setting_set}},
      {"role", "Office", "Who may do what", {role_grant, role_revoke, role_list, role_account}},
      {"whoami", "Office", "Who acts, and with which roles", {whoami}},
      {"audit", "Office", "What was done, by whom and when", {audit_list, audit_show, audit_verify}},
      {"db", "Office", "The office file itself", {db_info, db_check, db_backup, db_restore, db_migrate}},
      {"doctor", "Office", "Whether the office is in good order, on one page", {doctor}},
      {"completion",
       "Help",
       "Completion of commands for a shell",
       {completion_bash, completion_zsh, completion_fish, completion_words}},
      {"version", "Help", "Which svcadm this is", {version}},
  };
  return nouns;
}

int run(std::span<const std::string> words, std::istream& in, std::ostream& out, std::ostream& err,
        const Environment& environment) {
  return run(words, in, out, err, environment, all_nouns());
}

}  // namespace svcadm::cmd
