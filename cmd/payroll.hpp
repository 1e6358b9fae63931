#pragma once
// The verbs of `svcadm payroll`, and the sheet that several of them print.

#include <string>
#include <vector>

#include "cmd/command.hpp"
#include "usecase/finding.hpp"
#include "usecase/payroll.hpp"

namespace svcadm::cmd {

Verb payroll_input();
Verb payroll_check();
Verb payroll_run();
Verb payroll_show();
Verb payroll_explain();
Verb payroll_close();
Verb payroll_verify();

/// Prints the month's sheet as the common options say; `employee_no` empty for everybody.  People see the sums of
/// leave, earnings and deductions besides; ten columns fit a terminal and a sheet of paper.
void print_sheet(Session& session, Month month, const std::string& employee_no);

/// What people call a line: the label of its item, else the catalogue's word for it.
std::string line_name(const usecase::ExplainedLine& line);

/// Findings as a table: whom, what, and the command that settles it.
void print_findings(Session& session, const std::vector<usecase::Finding>& findings, const std::string& name);

}  // namespace svcadm::cmd
