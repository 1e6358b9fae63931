// svcadm roster import: a month's roster from a file.

#include "base/error.hpp"
#include "cmd/import_words.hpp"
#include "cmd/verbs.hpp"
#include "usecase/office.hpp"
#include "usecase/roster.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  ImportOptions import;
  std::optional<std::string> month;
};

void declare(Words& words, Options& options) {
  declare_import(words, options.import);
  words.option("--month", options.month, "MONTH", "The month of the roster");
  words.explain("The sheet has a row for each person and a column for each day of the month, 1 to 31, with a shift "
                "code in each cell; a blank cell says nothing.  A file with columns for employee, date and shift is "
                "read too.  All or nothing.");
  words.example("svcadm roster import 10月排班.csv --month 2026-10");
}

int run(const Options& options, Session& session) {
  if (options.import.print_template) {
    print_template(session, "roster");
    return 0;
  }
  if (!options.month) throw Error{Failure::usage, Message{"problem.usage.word-missing", {"--month"}}};
  const auto request = read_import(options.import);
  auto& office = session.office();
  const auto outcome = usecase::import_roster(office, request, read_month(*options.month, session.present()));
  std::string ignored;
  for (const std::string& heading : outcome.ignored) ignored += (ignored.empty() ? "" : ", ") + heading;
  if (!ignored.empty()) session.note({"import.columns-ignored", {ignored}});
  print_batch(session, outcome.batch);
  return 0;
}

}  // namespace

Verb roster_import() {
  return verb<Options>("import", "Bring in a month's roster from a file", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
