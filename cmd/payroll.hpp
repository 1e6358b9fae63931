#pragma once
// The verbs of `svcadm payroll`, and the sheet that several of them print.

#include <span>
#include <vector>

#include "cmd/command.hpp"
#include "store/ground_json.hpp"
#include "tabular/grid.hpp"
#include "usecase/finding.hpp"

namespace svcadm::cmd {

Verb payroll_input();
Verb payroll_check();
Verb payroll_run();
Verb payroll_show();
Verb payroll_explain();
Verb payroll_close();

/// The columns of the pay sheet.  `terminal`: with the sums of leave, earnings and deductions among them; ten of
/// these fit 80 columns.
tabular::Header pay_header(Month month, const std::string& company, Moment created, bool terminal);
std::vector<tabular::Cell> pay_cells(const store::PayRow& row, bool terminal);

/// Prints the month's sheet as the common options say; `person` empty for everybody.
void print_sheet(Session& session, Month month, const std::string& employee_no);

/// Findings as a table: whom, what, and the command that settles it.
void print_findings(Session& session, const std::vector<usecase::Finding>& findings, const std::string& name);

}  // namespace svcadm::cmd
