// svcadm clock-in confirm: the second person's word.

#include "cmd/clock_in.hpp"
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
      "You are neither who entered them nor whom they concern.  Who was named by --confirmed-by needs no role.");
  words.example("svcadm clock-in confirm TC4 TC5");
}

int run(const Options& options, Session& session) {
  std::vector<std::int64_t> ids;
  for (const std::string& word : options.ids) ids.push_back(read_id("tc", word));
  usecase::confirm_corrections(session.office(), ids);
  return 0;
}

}  // namespace

Verb clock_in_confirm() {
  return verb<Options>("confirm", "Confirm corrections as their second person", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
