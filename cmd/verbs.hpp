#pragma once
// Every verb of svcadm: a function per leaf file, named after noun and verb.  commands.cpp puts them in a table.
// Nouns with more than one helper of their own declare theirs beside them (cmd/payroll.hpp and the like).

#include "cmd/command.hpp"

namespace svcadm::cmd {

Verb init();
Verb whoami();
Verb todo();
Verb undo();
Verb month_end();
Verb doctor();
Verb version();
Verb completion_bash();
Verb completion_zsh();
Verb completion_fish();
Verb completion_words();

Verb setting_list();
Verb setting_set();

Verb role_grant();
Verb role_revoke();
Verb role_list();
Verb role_account();

Verb department_add();
Verb department_change();
Verb department_import();
Verb department_list();
Verb department_show();

Verb employee_add();
Verb employee_change();
Verb employee_import();
Verb employee_list();
Verb employee_show();
Verb employee_exit();
Verb employee_transfer_work();

Verb opening_import();
Verb opening_list();

Verb calendar_show();
Verb calendar_import();
Verb calendar_set();

Verb shift_add();
Verb shift_list();
Verb shift_assign();

Verb stand_in_add();
Verb stand_in_list();
Verb stand_in_end();

Verb roster_import();
Verb roster_set();
Verb roster_show();

}  // namespace svcadm::cmd
