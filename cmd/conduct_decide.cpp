// svcadm conduct decide: what people decide about a finding or a proposal.

#include "cmd/conduct.hpp"
#include "cmd/several.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::vector<std::string> ids;
  std::string outcome;
  std::string reason;
};

void declare(Words& words, Options& options) {
  words.argument("ID", options.ids, "What is decided about, as conduct list prints it").required();
  words.option("--outcome", options.outcome, "OUTCOME", "What is decided")
      .required()
      .choices({"none", "warning", "demerit", "major_demerit", "demotion", "bonus_withheld", "dismissal"});
  words.option("--reason", options.reason, "TEXT", "Why").required();
  words.explain(
      "CO1 is everybody whom the record concerns, CO1/1001 one of them, 1001@2026-10-14 an absence.  The decision is "
      "kept with its grounds; a later one replaces it.  It ends nobody's service.");
  words.example("svcadm conduct decide CO1/1001 --outcome warning --reason '初犯'");
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  in_turn(read_matters(options.ids, session.present()), [&](const usecase::Matter& matter) {
    usecase::decide_conduct(office, matter, options.outcome, options.reason);
  });
  return 0;
}

}  // namespace

Verb conduct_decide() {
  return verb<Options>("decide", "Record what was decided about a finding or a proposal", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
