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
  words.explain("All or nothing.  A leave that is there already, half for half, is left alone.");
  words.example("svcadm leave import 请假.csv");
}

int run(const Options& options, Session& session) {
  if (options.import.print_template) {
    print_template(session, "leave");
    return 0;
  }
  const auto request = read_import(options.import);
  print_batch(session, usecase::import_leaves(session.office(), request).batch);
  return 0;
}

}  // namespace

Verb leave_import() { return verb<Options>("import", "Bring in leave from a file", declare, Needs::writing, run); }

}  // namespace svcadm::cmd
