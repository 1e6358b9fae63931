// svcadm payroll close: the month's results become final.

#include <fmt/format.h>

#include "cmd/payroll.hpp"
#include "usecase/office.hpp"
#include "usecase/payroll.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string month;
};

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const Month month = read_month(options.month, session.present());
  const auto outcome = usecase::close_month(office, month);
  session.note({outcome.was_closed ? "note.payroll.was-closed" : "note.payroll.closed",
                {month, fmt::format("PR{}", outcome.run.id), outcome.run.people, outcome.run.payable}});
  return 0;
}

void declare(Words& words, Options& options) {
  words.option("--month", options.month, "MONTH", "The month to close").required();
  words.explain(
      "A closed month never changes: its run is final, and facts about it are refused. Months are closed "
      "one after the other, by payroll officers only.");
  words.example("svcadm payroll close --month 2026-09");
}

}  // namespace

Verb payroll_close() { return verb<Options>("close", "Close a month: its run is final", declare, Needs::writing, run); }

}  // namespace svcadm::cmd
