// svcadm clock-in cancel: takes a correction back.

#include "cmd/clock_in.hpp"
#include "usecase/office.hpp"
#include "usecase/time_corrections.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string id;
  std::string reason;
};

void declare(Words& words, Options& options) {
  words.argument("ID", options.id, "Number of the correction, as clock-in corrections prints it").required();
  words.option("--reason", options.reason, "TEXT", "Why").required();
  words.explain("It stays in the file as cancelled.  Nobody cancels what concerns himself.");
  words.example("svcadm clock-in cancel TC4 --reason '录错日期'");
}

int run(const Options& options, Session& session) {
  usecase::cancel_correction(session.office(), read_id("tc", options.id), options.reason);
  return 0;
}

}  // namespace

Verb clock_in_cancel() { return verb<Options>("cancel", "Take a correction back", declare, Needs::writing, run); }

}  // namespace svcadm::cmd
