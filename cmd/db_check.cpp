// svcadm db check: whether the office file is whole.

#include <ostream>

#include "base/error.hpp"
#include "cmd/audit.hpp"
#include "cmd/columns.hpp"
#include "cmd/progress.hpp"
#include "tabular/writer.hpp"
#include "usecase/file_check.hpp"

namespace svcadm::cmd {

namespace {

struct Options {};

void declare(Words& words, Options&) {
  words.explain(
      "Lets SQLite read every page, index and reference, and does what 'svcadm audit verify' does.  Ends with status 1 "
      "where something is wrong.  A copy is checked by --db COPY.");
  words.example("svcadm db check");
  words.example("svcadm --db /var/backups/office-2026-10.db db check");
}

int run(const Options&, Session& session) {
  const auto report = watched(session, [&] { return usecase::check_file(session.office()); });
  const bool as_sentence = session.options.format() == tabular::Format::table && !session.options.output;
  if (report.sound() && as_sentence) {
    session.out << locale::say(Message{"db.sound", {session.file(), report.head.events, report.head.hash}}) << '\n';
    return 0;
  }
  if (!report.findings.empty() || report.sound()) print_findings(session, report.findings);
  if (!report.damage.empty()) {
    std::vector<Problem> problems;
    for (const std::string& line : report.damage) problems.push_back({Message{"database.damaged", {line}}});
    throw Error{Failure::check_found, std::move(problems)};
  }
  return report.sound() ? 0 : static_cast<int>(Failure::check_found);
}

}  // namespace

Verb db_check() { return verb<Options>("check", "Check that the office file is whole", declare, Needs::reading, run); }

}  // namespace svcadm::cmd
