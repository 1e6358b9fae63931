// svcadm leave handover: names the deputy, or confirms that the work was handed over to him.

#include "cmd/leave.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string id;
  std::string to;
  PaperOptions paper;
};

void declare(Words& words, Options& options) {
  words.argument("ID", options.id, "Number of the leave, as leave list prints it").required();
  words.option("--to", options.to, "PERSON", "Names the deputy, who then confirms");
  declare_paper(words, options.paper, "confirmed");
  words.explain("With --to names who takes over.  Without it the deputy confirms that everything was handed over.");
  words.example("svcadm leave handover LV17 --to 李明");
  words.example("svcadm leave handover LV17");
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const std::int64_t id = read_leave_id(options.id);
  if (!options.to.empty()) {
    usecase::name_deputy(office, id, options.to);
    return 0;
  }
  usecase::confirm_handover(office, id, read_paper(options.paper, session.present()));
  return 0;
}

}  // namespace

Verb leave_handover() {
  return verb<Options>("handover", "Name the deputy, or confirm the hand-over", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
