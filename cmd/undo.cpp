// svcadm undo: takes back one's own last entry.

#include "usecase/undo.hpp"
#include "base/error.hpp"
#include "cmd/verbs.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::optional<int> event;
};

void declare(Words& words, Options& options) {
  words.argument("EVENT", options.event, "Which entry, by its number; one's own last one, where none is given");
  words.explain(
      "The entry stays in the file; another takes it back.  Only on the same day, while no close has looked at it and "
      "nothing is built on it.  Where that is not so the command that corrects it is named.");
  words.example("svcadm undo");
  words.example("svcadm undo 217");
}

int run(const Options& options, Session& session) {
  const auto event = options.event ? std::optional<std::int64_t>{*options.event} : std::nullopt;
  const auto undone = usecase::undo(session.office(), event);
  session.note({"undo.done", {undone.event, undone.action, undone.subject}});
  return 0;
}

}  // namespace

Verb undo() { return verb<Options>("", "Take back one's own last entry", declare, Needs::writing, run); }

}  // namespace svcadm::cmd
