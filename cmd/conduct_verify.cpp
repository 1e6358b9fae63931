// svcadm conduct verify: the second person's finding.

#include "cmd/conduct.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string id;
};

void declare(Words& words, Options& options) {
  words.argument("ID", options.id, "Number of the record").required();
  words.explain(
      "You say that it is true, and are neither who recorded it nor whom it concerns.  From now on it proposes what "
      "the regulation says.");
  words.example("svcadm conduct verify CO1");
}

int run(const Options& options, Session& session) {
  usecase::verify_conduct(session.office(), read_id("co", options.id));
  return 0;
}

}  // namespace

Verb conduct_verify() {
  return verb<Options>("verify", "Find as a second person that a record is true", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
