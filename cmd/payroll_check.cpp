// svcadm payroll check: all that is missing or doubtful in a month.

#include <algorithm>

#include "cmd/payroll.hpp"
#include "locale/catalogue.hpp"
#include "usecase/office.hpp"
#include "usecase/payroll.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string month;
};

int run(const Options& options, Session& session) {
  const Month month = read_month(options.month, session.present());
  const auto findings = usecase::check_payroll(session.office(), month);
  const bool silent = findings.empty() && session.options.format() == tabular::Format::table;
  if (silent) return 0;
  print_findings(session, findings, "payroll.check");
  return findings.empty() ? 0 : static_cast<int>(Failure::check_found);
}

void declare(Words& words, Options& options) {
  words.option("--month", options.month, "MONTH", "The month to check").required();
  words.explain(
      "Silent with status 0 when nothing is missing or doubtful; else lists it per person with the command "
      "that settles it, and ends with status 1.");
  words.example("svcadm payroll check --month 2026-10");
}

}  // namespace

void print_findings(Session& session, const std::vector<usecase::Finding>& findings, const std::string& name) {
  auto writer = session.writer();
  writer->begin({.title = locale::text("title.findings"),
                 .name = name,
                 .columns = {{"employee_no", locale::text("column.employee_no"), tabular::Kind::identifier},
                             {"name", locale::text("column.name"), tabular::Kind::text},
                             {"blocks", locale::text("column.blocks"), tabular::Kind::flag},
                             {"id", locale::text("column.id"), tabular::Kind::text, false, false},
                             {"finding", locale::text("column.finding"), tabular::Kind::text},
                             {"way_out", locale::text("column.way_out"), tabular::Kind::text, false, false}},
                 .created = session.now()});
  for (const usecase::Finding& finding : findings) {
    writer->row(std::vector<tabular::Cell>{finding.employee_no, finding.name, finding.blocks, finding.message.id,
                                           locale::say(finding.message), finding.way_out});
  }
  writer->end();
  if (session.options.format() != tabular::Format::table) return;
  // A command does not fit into a column of the terminal: each way out once, below.
  std::vector<std::string> said;
  for (const usecase::Finding& finding : findings) {
    if (finding.way_out.empty() || std::find(said.begin(), said.end(), finding.way_out) != said.end()) continue;
    said.push_back(finding.way_out);
    session.note({"note.way-out", {finding.way_out}});
  }
}

Verb payroll_check() {
  return verb<Options>("check", "List all that is missing or doubtful in a month", declare, Needs::reading, run);
}

}  // namespace svcadm::cmd
