// svcadm payroll run: the month's pay as a numbered draft.

#include <algorithm>

#include <fmt/format.h>

#include "base/suggestion.hpp"
#include "cmd/payroll.hpp"
#include "cmd/progress.hpp"
#include "locale/catalogue.hpp"
#include "usecase/office.hpp"
#include "usecase/payroll.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string month;
  std::vector<std::string> hold;
  std::vector<std::string> release;
  std::string reason;
  std::string only;
  bool changed = false;
  bool afresh = false;
};

void say_proposals(Session& session, const std::vector<usecase::PersonProposals>& people) {
  for (const usecase::PersonProposals& person : people) {
    std::vector<std::string> said;  // two measures of one article may find the same days
    for (const domain::AbsenceProposal& proposal : person.proposals) {
      std::string days;
      for (const domain::AbsenceDay& day : proposal.days) {
        const std::string one =
            day.taken_over ? locale::say(Message{"absence.taken-over", {day.day}}) : to_string(day.day);
        days += (days.empty() ? "" : ", ") + one;
      }
      const std::string key = proposal.threshold.cite.clause + proposal.threshold.proposes + days;
      if (std::find(said.begin(), said.end(), key) != said.end()) continue;
      said.push_back(key);
      session.note({"note.proposal",
                    {person.employee_no, person.name, Term{"sanction." + proposal.threshold.proposes},
                     proposal.threshold.cite.regulation + " " + proposal.threshold.cite.clause, days}});
    }
  }
}

usecase::RunOutcome run_watched(Session& session, const usecase::RunRequest& request) {
  Progress progress{session};
  return usecase::run_payroll(session.office(), request,
                              [&](std::size_t done, std::size_t all) { progress.show(done, all); });
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const Month month = read_month(options.month, session.present());
  const usecase::RunRequest request{.month = month,
                                    .hold = options.hold,
                                    .release = options.release,
                                    .reason = options.reason,
                                    .only = options.only,
                                    .afresh = options.afresh};
  const auto outcome = run_watched(session, request);
  const std::string name = fmt::format("PR{}", outcome.run);
  if (session.options.dry_run) {
    session.note({"note.payroll.would-be", {month, outcome.people, outcome.payable}});
  } else {
    const auto draft = usecase::find_run(office, {.run = outcome.run, .month = {}});
    print_sheet(session, draft, options.changed ? &outcome.computed : nullptr);
    session.note({"note.payroll.draft", {name, month, outcome.people, outcome.payable}});
  }
  if (outcome.kept > 0) {
    const auto computed = static_cast<std::int64_t>(outcome.computed.size());
    session.note({"note.payroll.kept", {computed, outcome.kept, outcome.kept_from}});
  }
  say_carried(session, outcome.carried);
  say_doubts(session, month, outcome);
  if (!session.options.dry_run) {
    session.note({"note.next", {suggest("svcadm payroll approve --run {}", name)}});
  }
  return 0;
}

void declare(Words& words, Options& options) {
  words.option("--month", options.month, "MONTH", "The month to compute").required();
  words.option("--hold", options.hold, "PERSON", "List this person and do not pay him, until he is released");
  words.option("--release", options.release, "PERSON", "Pay this person, who was held");
  words.option("--reason", options.reason, "TEXT", "Why somebody is held or released");
  words.option("--only", options.only, "PERSON", "Of a closed month: the run of this person, who was held");
  words.flag("--changed", options.changed, "Print only who was computed now, and not whose pay the draft had already");
  words.flag("--afresh", options.afresh, "Compute everybody, and keep nothing of the draft before");
  words.explain(
      "Computes everybody's pay from what is recorded, or refuses and names all that is missing. A run "
      "replaces the one before it, and its approval, until it is paid; the same facts give the same bytes. "
      "Of people about whom nothing was entered since the draft before, it keeps what that has.");
  words.example("svcadm payroll run --month 2026-10");
  words.example("svcadm payroll run --month 2026-10 --hold 1003 --reason 'account number is missing'");
  words.example("svcadm payroll run --month 2026-10 --only 1003");
  words.example("svcadm payroll run --month last --format csv --output payroll.csv");
}

}  // namespace

void say_doubts(Session& session, Month month, const usecase::RunOutcome& outcome) {
  constexpr std::size_t most_shown = 20;
  const auto& doubts = outcome.doubts;
  for (std::size_t i = 0; i < std::min(doubts.size(), most_shown); ++i) {
    const usecase::Finding& doubt = doubts[i];
    session.note({"note.doubt", {doubt.employee_no, doubt.name, locale::say(doubt.message), doubt.way_out}});
  }
  if (doubts.size() > most_shown) {
    const auto count = [](std::size_t size) { return static_cast<std::int64_t>(size); };
    session.note({"and {0} more, {1} in all", {count(doubts.size() - most_shown), count(doubts.size())}});
    session.note({"note.way-out", {suggest("svcadm payroll check --month {}", to_string(month))}});
  }
  say_proposals(session, outcome.proposals);
}

Verb payroll_run() {
  return verb<Options>("run", "Compute the month's pay as a numbered draft", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
