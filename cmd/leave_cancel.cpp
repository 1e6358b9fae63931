// svcadm leave cancel: takes a leave back.

#include "cmd/leave.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string id;
  std::string reason;
};

void declare(Words& words, Options& options) {
  words.argument("ID", options.id, "Number of the leave, as leave list prints it").required();
  words.option("--reason", options.reason, "TEXT", "Why").required();
  words.explain("The leave stays in the file as cancelled.  Nobody cancels his own.");
  words.example("svcadm leave cancel LV17 --reason '提前返岗'");
}

int run(const Options& options, Session& session) {
  usecase::cancel_leave(session.office(), read_leave_id(options.id), options.reason);
  return 0;
}

}  // namespace

Verb leave_cancel() { return verb<Options>("cancel", "Cancel a leave", declare, Needs::writing, run); }

}  // namespace svcadm::cmd
