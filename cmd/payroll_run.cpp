// svcadm payroll run: the month's pay as a numbered draft.

#include <algorithm>

#include <fmt/format.h>

#include "cmd/payroll.hpp"
#include "locale/catalogue.hpp"
#include "usecase/office.hpp"
#include "usecase/payroll.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string month;
};

/// A line that rewrites itself, for who watches.
usecase::Progress progress_on(Session& session) {
  if (!session.environment.err_is_terminal) return {};
  return [&session](std::size_t done, std::size_t all) {
    if (done % 100 != 0 && done != all) return;
    session.err << fmt::format("\r{}/{}{}", done, all, done == all ? "\r\x1b[K" : "") << std::flush;
  };
}

void say_proposals(Session& session, const std::vector<usecase::PersonProposals>& people) {
  for (const usecase::PersonProposals& person : people) {
    std::vector<std::string> said;  // two measures of one article may find the same days
    for (const domain::AbsenceProposal& proposal : person.proposals) {
      std::string days;
      for (const domain::AbsenceDay& day : proposal.days) days += (days.empty() ? "" : ", ") + to_string(day.day);
      const std::string key = proposal.threshold.cite.clause + proposal.threshold.proposes + days;
      if (std::find(said.begin(), said.end(), key) != said.end()) continue;
      said.push_back(key);
      session.note({"note.proposal",
                    {person.employee_no, person.name, Term{"sanction." + proposal.threshold.proposes},
                     proposal.threshold.cite.regulation + " " + proposal.threshold.cite.clause, days}});
    }
  }
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const Month month = read_month(options.month, session.present());
  const auto outcome = usecase::run_payroll(office, month, progress_on(session));
  if (session.options.dry_run) {
    session.note({"note.payroll.would-be", {month, outcome.people, outcome.payable}});
  } else {
    print_sheet(session, month, {});
    session.note({"note.payroll.draft", {fmt::format("PR{}", outcome.run), month, outcome.people, outcome.payable}});
  }
  for (const usecase::Finding& finding : outcome.doubts) {
    session.note({"note.doubt", {finding.employee_no, finding.name, locale::say(finding.message), finding.way_out}});
  }
  say_proposals(session, outcome.proposals);
  if (!session.options.dry_run) {
    session.note({"note.next", {fmt::format("svcadm payroll close --month {}", to_string(month))}});
  }
  return 0;
}

void declare(Words& words, Options& options) {
  words.option("--month", options.month, "MONTH", "The month to compute").required();
  words.explain(
      "Computes everybody's pay from what is recorded, or refuses and names all that is missing. A run "
      "replaces the one before it until the month is closed; the same facts give the same bytes.");
  words.example("svcadm payroll run --month 2026-10");
  words.example("svcadm payroll run --month last --format csv --output payroll.csv");
}

}  // namespace

Verb payroll_run() {
  return verb<Options>("run", "Compute the month's pay as a numbered draft", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
