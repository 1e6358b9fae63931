// svcadm clock-in confirm: the second person's word.

#include <set>

#include "cmd/clock_in.hpp"
#include "cmd/several.hpp"
#include "usecase/office.hpp"
#include "usecase/time_corrections.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::vector<std::string> ids;
};

void declare(Words& words, Options& options) {
  words.argument("ID", options.ids, "Numbers of corrections").required();
  words.explain(
      "You are neither who entered them nor whom they concern.  Who was named by --confirmed-by needs no role.  One "
      "refusal does not stop the others.");
  words.example("svcadm clock-in confirm TC4 TC5");
}

int run(const Options& options, Session& session) {
  const auto ids = read_all(options.ids, [](const std::string& word) { return read_id("tc", word); });
  in_turn(std::set<std::int64_t>(ids.begin(), ids.end()),
          [&](std::int64_t id) { usecase::confirm_correction(session.office(), id); });
  return 0;
}

}  // namespace

Verb clock_in_confirm() {
  return verb<Options>("confirm", "Confirm corrections as their second person", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
