// svcadm db restore: a copy in the place of the office file.

#include <ostream>

#include "cmd/audit.hpp"
#include "cmd/columns.hpp"
#include "usecase/restore.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string copy;
};

void declare(Words& words, Options& options) {
  words.argument("FILE", options.copy, "The copy to restore").required();
  words.explain(
      "Makes a new file of the copy, checks it whole, and puts it in the place of the office file; that stays beside "
      "it as OFFICE.before-restore-MOMENT.  Lists what was recorded since the copy was made and is not in it: enter "
      "it again.  Nobody may work with the office meanwhile.  With --dry-run it only says what would be lost.");
  words.example("svcadm db restore /var/backups/office-2026-10.db --dry-run");
  words.example("svcadm db restore /var/backups/office-2026-10.db");
}

int run(const Options& options, Session& session) {
  const auto outcome =
      usecase::restore_file(session.file(), options.copy, {.seconds = session.patience()}, caller_of(session));
  if (!outcome.lost.empty()) print_events(session, locale::text("Recorded since the copy"), "db.restore", outcome.lost);
  const auto lost = static_cast<std::int64_t>(outcome.lost.size());
  if (!outcome.readable) session.note({"note.restore.unreadable", {session.file()}});
  if (lost > 0) {
    session.note({"note.restore.lost", {lost, outcome.lost.front().event, outcome.lost.back().event}});
  } else if (outcome.common > 0) {
    session.note({"note.restore.nothing-lost", {}});
  }
  if (session.options.dry_run) {
    session.note({"note.restore.would", {session.file(), options.copy, outcome.copied}});
    return 0;
  }
  session.note({"note.restore.done", {session.file(), options.copy, outcome.copied}});
  if (!outcome.kept.empty()) session.note({"note.restore.kept", {outcome.kept}});
  session.note({"note.audit.head", {outcome.head.events, outcome.head.hash}});
  return 0;
}

}  // namespace

Verb db_restore() {
  return verb<Options>("restore", "Put a copy in the place of the office file", declare, Needs::nothing, run);
}

}  // namespace svcadm::cmd
