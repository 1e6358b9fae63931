// svcadm department import: departments from a file.

#include "cmd/import_words.hpp"
#include "cmd/verbs.hpp"
#include "usecase/department.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

void declare(Words& words, ImportOptions& options) {
  declare_import(words, options);
  words.example("svcadm department import 部门.csv");
}

int run(const ImportOptions& options, Session& session) {
  if (options.print_template) {
    print_template(session, "department");
    return 0;
  }
  const auto request = read_import(options);
  return run_import(session, options, [&] { return usecase::import_departments(session.office(), request); });
}

}  // namespace

Verb department_import() {
  return verb<ImportOptions>("import", "Bring in departments from a file", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
