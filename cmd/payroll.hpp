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
Verb payroll_approve();
Verb payroll_withdraw();
Verb payroll_paid();
Verb payroll_close();
Verb payroll_settle();
Verb payroll_adjust();
Verb payroll_verify();
Verb payroll_slip();
Verb payroll_report();

/// Prints a run's sheet as the common options say; of these employees only, in that order, where they are named.
/// People see the sums of leave, earnings and deductions besides; ten columns fit a terminal and a sheet of paper.
void print_sheet(Session& session, const store::RunRow& run, const std::vector<std::int64_t>* only = nullptr);

/// --run, else --month.  Failure::usage where both or neither are given, or the number is none.
usecase::RunChoice read_run_choice(const std::string& run, const std::string& month, Session& session);

/// What is doubtful in a run, and what its regulations propose besides money, one note each; of many doubts the first.
void say_doubts(Session& session, Month month, const usecase::RunOutcome& outcome);

/// Who is in the run's sheet and not paid by it, one note each.
void say_carried(Session& session, const std::vector<usecase::CarriedPerson>& people);

/// Notes that something was entered after a run that is not closed, which may change it.
void say_older(Session& session, const store::RunRow& run);

/// "  [CODE 7.2.c]" behind a sentence; nothing where nothing is cited.
std::string citation(const Citation& cite);

/// The articles that a line names, each once; a line that only says what changed names those of what it comes to.
std::string clauses_of(const usecase::ExplainedLine& line);

/// Leave of every kind.
HalfDays all_leave(const domain::PaySheet& sheet);

/// What people call a line: the label of its item, else the catalogue's word for it.
std::string line_name(const usecase::ExplainedLine& line);

/// Findings as a table: whom, what, and the command that settles it.
void print_findings(Session& session, const std::vector<usecase::Finding>& findings, const std::string& name);

}  // namespace svcadm::cmd
