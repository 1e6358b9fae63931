// svcadm leave approve: gives the consents that are asked of who acts.

#include "cmd/leave.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::vector<std::string> ids;
  std::vector<std::string> waive;
  std::string reason;
  PaperOptions paper;
};

void declare(Words& words, Options& options) {
  words.argument("ID", options.ids, "Numbers of leaves (LV17) and cards (RQ3)").required();
  words
      .option("--waive", options.waive, "WHAT",
              "What is excused: notice, approval (its limit), handover, or a paper; several by commas")
      .by_commas();
  words.option("--reason", options.reason, "TEXT", "Why; needed with --waive");
  declare_paper(words, options.paper, "approved");
  words.explain(
      "Who may is decided by post and reporting line, and by stand-in.  Nobody approves his own.  One refusal does "
      "not stop the others.");
  words.example("svcadm leave approve LV17 LV18");
  words.example("svcadm leave approve LV19 --waive notice --reason 家中急事");
  words.example("svcadm leave approve LV20 --approved-by 1000 --approved-on '2026-10-12 16:00' --paper QJ-31");
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const usecase::Decision decision{kinds_of_formality(options.waive), options.reason,
                                   read_paper(options.paper, session.present())};
  for_each_leave(
      options.ids, [&](std::int64_t id) { usecase::approve_leave(office, id, decision); },
      [&](std::int64_t id) { usecase::approve_card(office, id, decision); });
  return 0;
}

}  // namespace

Verb leave_approve() {
  return verb<Options>("approve", "Approve leave that was asked for", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
