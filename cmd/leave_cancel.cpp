// svcadm leave cancel: takes a leave back.

#include "cmd/leave.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::vector<std::string> ids;
  std::string reason;
};

void declare(Words& words, Options& options) {
  words.argument("ID", options.ids, "Numbers of leaves (LV17) and cards (RQ3)").required();
  words.option("--reason", options.reason, "TEXT", "Why").required();
  words.explain(
      "It stays in the file as cancelled.  One's own only while nobody has consented.  One refusal does not stop the "
      "others.");
  words.example("svcadm leave cancel LV17 --reason '提前返岗'");
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  for_each_leave(
      options.ids, [&](std::int64_t id) { usecase::cancel_leave(office, id, options.reason); },
      [&](std::int64_t id) { usecase::cancel_card(office, id, options.reason); });
  return 0;
}

}  // namespace

Verb leave_cancel() { return verb<Options>("cancel", "Cancel a leave", declare, Needs::writing, run); }

}  // namespace svcadm::cmd
