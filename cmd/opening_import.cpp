// svcadm opening import: what stood in the older books when the office began.

#include "cmd/import_words.hpp"
#include "cmd/verbs.hpp"
#include "usecase/office.hpp"
#include "usecase/opening.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  ImportOptions import;
  std::string on;
};

void declare(Words& words, Options& options) {
  declare_import(words, options.import);
  words.option("--on", options.on, "DATE", "The first day that the office file counts");
  words.explain(
      "A line for each balance: loss or other (yuan carried into the first month), absence (a day in a row that is "
      "still running), or a kind of leave (days taken this year).  Another value replaces the one before, 0 takes it "
      "back.");
  words.example("svcadm opening import 期初.csv --on 2026-09-01");
}

int run(const Options& options, Session& session) {
  if (options.import.print_template) {
    print_template(session, "opening");
    return 0;
  }
  const auto request = read_import(options.import);
  if (options.on.empty()) throw Error{Failure::usage, Message{"problem.usage.word-missing", {"--on"}}};
  const Date on = read_day(options.on, session.present());
  return run_import(session, options.import, [&] { return usecase::import_opening(session.office(), request, on); });
}

}  // namespace

Verb opening_import() {
  return verb<Options>("import", "Take over balances from the older books", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
