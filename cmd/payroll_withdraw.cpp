// svcadm payroll withdraw: an approval is taken back.

#include <fmt/format.h>

#include "cmd/payroll.hpp"
#include "usecase/office.hpp"
#include "usecase/payroll_steps.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string run;
  std::string month;
  std::string reason;
};

int run(const Options& options, Session& session) {
  const auto withdrawn = usecase::withdraw_approval(
      session.office(), read_run_choice(options.run, options.month, session), options.reason);
  session.note({"note.payroll.withdrawn", {withdrawn.name()}});
  return 0;
}

void declare(Words& words, Options& options) {
  words.option("--run", options.run, "RUN", "The approved run, such as PR4");
  words.option("--month", options.month, "MONTH", "The month whose run was approved");
  words.option("--reason", options.reason, "TEXT", "Why").required();
  words.explain("Possible as long as nobody is paid. The run stays and can be approved again.");
  words.example("svcadm payroll withdraw --run PR4 --reason 'a complaint is still open'");
}

}  // namespace

Verb payroll_withdraw() {
  return verb<Options>("withdraw", "Take the approval of a run back", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
