// svcadm conduct verify: the second person's finding.

#include "cmd/conduct.hpp"
#include "cmd/several.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::vector<std::string> ids;
};

void declare(Words& words, Options& options) {
  words.argument("ID", options.ids, "Numbers of the records").required();
  words.explain(
      "You say that it is true, and are neither who recorded it nor whom it concerns.  From now on it proposes what "
      "the regulation says.");
  words.example("svcadm conduct verify CO1");
}

int run(const Options& options, Session& session) {
  in_turn(read_all(options.ids, [](const std::string& word) { return read_id("co", word); }),
          [&](std::int64_t record) { usecase::verify_conduct(session.office(), record); });
  return 0;
}

}  // namespace

Verb conduct_verify() {
  return verb<Options>("verify", "Find as a second person that a record is true", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
