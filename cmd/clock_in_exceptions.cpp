// svcadm clock-in exceptions: what punches and rosters leave open.

#include <ostream>

#include "base/text.hpp"
#include "cmd/clock_in.hpp"
#include "cmd/columns.hpp"
#include "tabular/writer.hpp"
#include "usecase/clock_in_report.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string month = "this";
  bool check = false;
};

void declare(Words& words, Options& options) {
  words.option("--month", options.month, "MONTH", "Which month; this one, where none is given");
  words.flag("--check", options.check, "End with status 1 where there are any");
  words.explain(
      "Missing punches, days without roster, objections, corrections that wait for their second person, and numbers "
      "that nobody holds, each with the command that decides it.  Only days that are over are looked at.");
  words.example("svcadm clock-in exceptions --month last");
  words.example("svcadm clock-in exceptions --check > /dev/null || echo 'somebody has to decide'");
}

std::string heading_of(const usecase::Finding& finding) {
  if (!finding.employee_no.empty()) return printable(finding.employee_no + " " + finding.name);
  const bool number = finding.message.id.starts_with("finding.number");
  return locale::text(number ? "Numbers that nobody holds" : "Corrections of time");
}

/// By person; below the questions that it settles the command, unbroken, to be copied.
void print_text(std::ostream& out, const std::vector<usecase::Finding>& findings) {
  constexpr int width = 78;
  std::string before;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const usecase::Finding& finding = findings[i];
    const std::string heading = heading_of(finding);
    if (before != heading) out << (before.empty() ? "" : "\n") << heading << '\n';
    before = heading;
    for (const std::string& line : wrap(locale::say(finding.message), width)) out << "  " << line << '\n';
    const bool settles_next_too = i + 1 < findings.size() && findings[i + 1].way_out == finding.way_out;
    if (!settles_next_too) out << "    " << finding.way_out << '\n';
  }
}

void print_grid(Session& session, const std::vector<usecase::Finding>& findings) {
  const auto writer = session.writer();
  writer->begin({.title = locale::text("Open questions of time"),
                 .name = "clock-in.exceptions",
                 .columns = {column("employee_no", tabular::Kind::identifier), column("name"), column("id"),
                             column("finding"), column("way_out")},
                 .created = session.now()});
  for (const usecase::Finding& finding : findings) {
    writer->row(std::vector<tabular::Cell>{text_cell(finding.employee_no), text_cell(finding.name), finding.message.id,
                                           locale::say(finding.message), finding.way_out});
  }
  writer->end();
}

int run(const Options& options, Session& session) {
  const Month month = read_month(options.month, session.present());
  const auto findings = usecase::find_exceptions(session.office(), month);
  if (session.options.format() == tabular::Format::table && !session.options.output) {
    print_text(session.out, findings);
  } else {
    print_grid(session, findings);
  }
  return options.check && !findings.empty() ? static_cast<int>(Failure::check_found) : 0;
}

}  // namespace

Verb clock_in_exceptions() {
  return verb<Options>("exceptions", "List what is still to be decided about days and numbers", declare, Needs::reading,
                       run);
}

}  // namespace svcadm::cmd
