// svcadm conduct serve: the person was told.

#include "cmd/conduct.hpp"
#include "cmd/several.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::vector<std::string> ids;
  std::string on;
  std::string said;
};

void declare(Words& words, Options& options) {
  words.argument("ID", options.ids, "What was decided about, as conduct list prints it").required();
  words.option("--on", options.on, "DATE", "The day on which the person was told").required();
  words.option("--said", options.said, "TEXT", "What the person said to it");
  words.example("svcadm conduct serve CO1/1001 --on 2026-10-20 --said '承认'");
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const Present present = session.present();
  const Date on = read_day(options.on, present);
  in_turn(read_matters(options.ids, present),
          [&](const usecase::Matter& matter) { usecase::serve_conduct(office, matter, on, options.said); });
  return 0;
}

}  // namespace

Verb conduct_serve() {
  return verb<Options>("serve", "Record that the person was told of a decision", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
