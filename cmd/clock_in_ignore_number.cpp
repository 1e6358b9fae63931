// svcadm clock-in ignore-number: a number that is nobody's on purpose.

#include "cmd/clock_in.hpp"
#include "usecase/clock_in.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string number;
  std::string kind = "device";
};

void declare(Words& words, Options& options) {
  words.argument("NUMBER", options.number, "The number, as the clock or the platform writes it").required();
  words.option("--kind", options.kind, "KIND", "Whose number it is").choices({"device", "agent"});
  words.explain("Its punches stay in the file; it is only not reported any more.");
  words.example("svcadm clock-in ignore-number 9999");
}

int run(const Options& options, Session& session) {
  const auto kind = options.kind == "agent" ? store::NumberKind::agent : store::NumberKind::device;
  usecase::ignore_number(session.office(), kind, options.number);
  return 0;
}

}  // namespace

Verb clock_in_ignore_number() {
  return verb<Options>("ignore-number", "Stop reporting a number that is nobody's", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
