// svcadm employee import: the office's list of employees.

#include "cmd/import_words.hpp"
#include "cmd/verbs.hpp"
#include "usecase/employee.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  ImportOptions import;
  bool add_departments = false;
};

void declare(Words& words, Options& options) {
  declare_import(words, options.import);
  words.flag("--add-departments", options.add_departments, "Found departments that are not there yet");
  words.explain(
      "All or nothing, unless --keep-good.  Who is in the office already, just as the file says, is left alone.");
  words.example("svcadm employee import 员工.csv --add-departments");
}

int run(const Options& options, Session& session) {
  if (options.import.print_template) {
    print_template(session, "employee");
    return 0;
  }
  const usecase::EmployeeImport import{.request = read_import(options.import),
                                       .add_departments = options.add_departments};
  return run_import(session, options.import, [&] { return usecase::import_employees(session.office(), import); });
}

}  // namespace

Verb employee_import() {
  return verb<Options>("import", "Bring in employees from a file", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
