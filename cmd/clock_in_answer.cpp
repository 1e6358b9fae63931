// svcadm clock-in answer: the answer to an objection.

#include "cmd/clock_in.hpp"
#include "usecase/objections.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string id;
  std::string outcome;
  std::string text;
};

void declare(Words& words, Options& options) {
  words.argument("ID", options.id, "Number of the objection").required();
  words.argument("OUTCOME", options.outcome, "What it comes to").required().choices({"upheld", "rejected"});
  words.option("--text", options.text, "TEXT", "Why, as it is told to the person").required();
  words.explain(
      "An upheld objection changes nothing by itself: record what is right with correct or decide.  Nobody answers "
      "his own.");
  words.example("svcadm clock-in answer OB2 upheld --text '监控可见，已补卡'");
}

int run(const Options& options, Session& session) {
  usecase::answer_objection(session.office(), read_id("ob", options.id), options.outcome, options.text);
  return 0;
}

}  // namespace

Verb clock_in_answer() { return verb<Options>("answer", "Answer an objection", declare, Needs::writing, run); }

}  // namespace svcadm::cmd
