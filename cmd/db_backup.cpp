// svcadm db backup: a copy of the office file.

#include <filesystem>

#include "base/error.hpp"
#include "cmd/audit.hpp"
#include "usecase/migration.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string file;
  bool replace = false;
};

void declare(Words& words, Options& options) {
  words.argument("FILE", options.file, "Where the copy goes").required();
  words.flag("--replace", options.replace, "Put it in the place of an older copy");
  words.explain("The file as it is at one moment, readable by its owner alone; others may go on working meanwhile.");
  words.example("svcadm db backup /var/backups/office-2026-10.db");
}

int run(const Options& options, Session& session) {
  std::error_code ignored;
  const bool itself = std::filesystem::equivalent(options.file, session.file(), ignored);
  if (itself) throw Error{Failure::usage, Message{"output.is-office", {options.file}}};
  if (!options.replace && store::file_exists(options.file)) {
    throw Error{Failure::conflict, Message{"db.copy-exists", {options.file}}, "svcadm db backup FILE --replace"};
  }
  usecase::back_up_file(session.office(), options.file);
  return 0;
}

}  // namespace

Verb db_backup() { return verb<Options>("backup", "Copy the office file", declare, Needs::reading, run); }

}  // namespace svcadm::cmd
