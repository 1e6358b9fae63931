// svcadm leave reject: refuses leave that was asked for.

#include "cmd/leave.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::vector<std::string> ids;
  std::string reason;
  PaperOptions paper;
};

void declare(Words& words, Options& options) {
  words.argument("ID", options.ids, "Numbers of leaves (LV17) and cards (RQ3)").required();
  words.option("--reason", options.reason, "TEXT", "Why").required();
  declare_paper(words, options.paper, "rejected");
  words.explain("Who may is whoever may approve.  One refusal does not stop the others.");
  words.example("svcadm leave reject LV17 --reason 月底人手不足");
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const usecase::Decision decision{{}, options.reason, read_paper(options.paper, session.present())};
  for_each_leave(
      options.ids, [&](std::int64_t id) { usecase::reject_leave(office, id, decision); },
      [&](std::int64_t id) { usecase::reject_card(office, id, decision); });
  return 0;
}

}  // namespace

Verb leave_reject() { return verb<Options>("reject", "Reject leave that was asked for", declare, Needs::writing, run); }

}  // namespace svcadm::cmd
