// svcadm leave import: a sheet of approved leave.

#include "cmd/import_words.hpp"
#include "cmd/leave.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  ImportOptions import;
};

void declare(Words& words, Options& options) {
  declare_import(words, options.import);
  words.explain("All or nothing, unless --keep-good.  A leave that is there already, half for half, is left alone.");
  words.example("svcadm leave import 请假.csv");
}

int run(const Options& options, Session& session) {
  if (options.import.print_template) {
    print_template(session, "leave");
    return 0;
  }
  const auto request = read_import(options.import);
  return run_import(session, options.import, [&] { return usecase::import_leaves(session.office(), request); });
}

}  // namespace

Verb leave_import() { return verb<Options>("import", "Bring in leave from a file", declare, Needs::writing, run); }

}  // namespace svcadm::cmd
