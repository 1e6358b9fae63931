// svcadm employee exit: somebody leaves, and what is open in his name.

#include "usecase/employee_exit.hpp"
#include "cmd/todo_list.hpp"
#include "cmd/verbs.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string person;
  std::string last_day;
  std::string reason;
};

void declare(Words& words, Options& options) {
  words.argument("PERSON", options.person, "Whom").required();
  words.option("--last-day", options.last_day, "DATE", "Last day worked").required();
  words.option("--reason", options.reason, "TEXT", "Why").required();
  words.explain(
      "Ends the service and lists all that is open in the leaver's name, with the command that settles it.  What is "
      "still open stands in the superior's list (svcadm todo).");
  words.example("svcadm employee exit 1001 --last-day 2026-10-20 --reason 辞职");
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const Date last_day = read_day(options.last_day, session.present());
  print_todo(session, usecase::exit_employee(office, options.person, last_day, options.reason));
  return 0;
}

}  // namespace

Verb employee_exit() {
  return verb<Options>("exit", "Let somebody leave, and list what is open in his name", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
