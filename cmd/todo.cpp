// svcadm todo: what waits for somebody, oldest first.

#include "base/error.hpp"
#include "cmd/todo_list.hpp"
#include "cmd/verbs.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string person;
  bool all = false;
  bool check = false;
};

void declare(Words& words, Options& options) {
  words.option("--for", options.person, "PERSON", "Whose list; one's own, where nobody is named");
  words.flag("--all", options.all, "Everybody's");
  words.flag("--check", options.check, "End with status 1 where anything waits");
  words.explain(
      "What waits in every area, oldest first: what, whom it concerns, since when, until when, and the command that "
      "settles it.");
  words.example("svcadm todo");
  words.example("svcadm todo --all --check > /dev/null || echo 'somebody has to decide'");
}

int run(const Options& options, Session& session) {
  if (options.all && !options.person.empty()) {
    throw Error{Failure::usage, Message{"todo.one-list", {}}};
  }
  const auto items = usecase::list_todo(session.office(), {.person = options.person, .all = options.all});
  print_todo(session, items);
  return options.check && !items.empty() ? static_cast<int>(Failure::check_found) : 0;
}

}  // namespace

Verb todo() { return verb<Options>("", "Print what waits to be done", declare, Needs::reading, run); }

}  // namespace svcadm::cmd
