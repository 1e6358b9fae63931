#pragma once
// The verbs of `svcadm leave`, and words they share.

#include <string>
#include <vector>

#include "cmd/command.hpp"
#include "tabular/grid.hpp"
#include "usecase/leave.hpp"

namespace svcadm::cmd {

Verb leave_record();
Verb leave_import();
Verb leave_list();
Verb leave_show();
Verb leave_cancel();
Verb leave_report();

/// "LV17" or "17".  Failure::usage for anything else.
std::int64_t read_leave_id(const std::string& word);

std::vector<tabular::Column> leave_columns();
/// People read the kind's name, programs its code.
std::vector<tabular::Cell> leave_cells(const usecase::ListedLeave& leave, bool people);
std::string kind_cell(const usecase::ListedLeave& leave, bool people);

}  // namespace svcadm::cmd
