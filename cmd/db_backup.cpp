// svcadm db backup: a copy of the office file.

#include "base/error.hpp"
#include "cmd/audit.hpp"
#include "cmd/progress.hpp"
#include "usecase/backup.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string file;
  bool replace = false;
  std::optional<int> keep;
};

void declare(Words& words, Options& options) {
  words.argument("FILE", options.file, "Where the copy goes").required();
  words.flag("--replace", options.replace, "Put it in the place of an older copy");
  words.option("--keep", options.keep, "N", "Give the copy its moment as name, and keep the newest N of these");
  words.explain(
      "The file as it is at one moment, readable by its owner alone; others may go on working meanwhile.  With --keep "
      "the copy of DIR/office.db is DIR/office-2026-11-02-180000.db; of the files so named beside it the newest N "
      "stay, "
      "older ones are removed.  Says how many events the copy holds and the hash of the newest: keep both elsewhere.");
  words.example("svcadm db backup /var/backups/office-2026-10.db");
  words.example("svcadm db backup /var/backups/office.db --keep 14");
}

int run(const Options& options, Session& session) {
  refuse_dry_run(session);
  if (options.keep && *options.keep < 1) throw Error{Failure::usage, Message{"db.keep-one", {}}};
  const usecase::BackupRequest request{.file = options.file, .replace = options.replace, .keep = options.keep};
  const auto outcome = watched(session, [&] { return usecase::back_up_file(session.office(), request); });
  session.note({"note.db.copied", {outcome.file, outcome.head.events, outcome.head.hash}});
  for (const std::string& removed : outcome.removed) session.note({"note.db.removed", {removed}});
  return 0;
}

}  // namespace

Verb db_backup() { return verb<Options>("backup", "Copy the office file", declare, Needs::reading, run); }

}  // namespace svcadm::cmd
