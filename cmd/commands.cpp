#include "cmd/commands.hpp"

#include "cmd/payroll.hpp"
#include "cmd/run.hpp"
#include "cmd/verbs.hpp"

namespace svcadm::cmd {

std::span<const Noun> all_nouns() {
  static const Noun nouns[] = {
      // name, group, summary, verbs, alias
      {"payroll", "Money", "Pay of the month, explained to the clause",
       {payroll_input, payroll_check, payroll_run, payroll_show, payroll_explain, payroll_close}},
      {"department", "People", "The company's departments, as a tree",
       {department_add, department_change, department_import, department_list, department_show}},
      {"employee", "People", "Who is employed, on which terms since when",
       {employee_add, employee_change, employee_import, employee_list, employee_show}},
      {"calendar", "Planning", "Kinds of day: workdays, rest days, holidays, make-up workdays",
       {calendar_show, calendar_import, calendar_set}},
      {"shift", "Planning", "Shift codes and who works them", {shift_add, shift_list, shift_assign}},
      {"roster", "Planning", "Who works which shift on which day", {roster_import, roster_set, roster_show}},
      {"init", "Office", "Make a new office file", {init}},
      {"setting", "Office", "What no regulation decides: name, place, language", {setting_list, setting_set}},
      {"role", "Office", "Who may do what", {role_grant, role_revoke, role_list, role_account}},
      {"whoami", "Office", "Who acts, and with which roles", {whoami}},
      {"completion", "Help", "Completion of commands for a shell", {completion_bash}},
      {"version", "Help", "Which svcadm this is", {version}},
  };
  return nouns;
}

int run(std::span<const std::string> words, std::istream& in, std::ostream& out, std::ostream& err,
        const Environment& environment) {
  return run(words, in, out, err, environment, all_nouns());
}

}  // namespace svcadm::cmd
