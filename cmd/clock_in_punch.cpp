// svcadm clock-in punch: one punch.

#include "cmd/clock_in.hpp"
#include "usecase/clock_in.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string person;
  std::optional<std::string> at;
  std::optional<std::string> kind;
};

void declare(Words& words, Options& options) {
  words.argument("PERSON", options.person, "Who punches; you, where nobody is named");
  words.option("--at", options.at, "TIME", "When; now, where no time is given");
  words.option("--kind", options.kind, "KIND", "What it is")
      .choices({"in", "out", "lunch-start", "lunch-end", "online", "offline"});
  words.explain(
      "Your own punch of now needs no role, only an account that is known (svcadm role account).  Another "
      "person or another time needs the right to record time.  Without --kind the shift decides what the "
      "punch is.");
  words.example("svcadm clock-in punch");
  words.example("svcadm clock-in punch 1001 --at '2026-10-12 18:31' --kind out");
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  usecase::NewPunch punch{.person = options.person};
  if (options.at) punch.at = read_moment(*options.at, session.present());
  if (options.kind) punch.kind = usecase::parse_punch_kind(*options.kind).value_or(usecase::PunchKind::unsaid);
  usecase::record_punch(office, punch);
  return 0;
}

}  // namespace

Verb clock_in_punch() { return verb<Options>("punch", "Record a punch", declare, Needs::writing, run); }

}  // namespace svcadm::cmd
