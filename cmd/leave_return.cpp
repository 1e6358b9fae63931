// svcadm leave return: back at work before the leave was over.

#include "cmd/leave.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string id;
  std::string day;
  std::string paper;
};

void declare(Words& words, Options& options) {
  words.argument("ID", options.id, "Number of the leave, as leave list prints it").required();
  words.argument("DATE", options.day, "The first day at work again, with pm behind it for its second half").required();
  words.option("--paper", options.paper, "NO", "Number of the paper");
  words.explain("What was not taken comes back.");
  words.example("svcadm leave return LV17 2026-10-14pm");
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const std::int64_t id = read_leave_id(options.id);
  const DayPart back = read_day_part(options.day, session.present());
  usecase::return_from_leave(office, id, back.day, back.half == Half::pm ? 2 : 1, options.paper);
  return 0;
}

}  // namespace

Verb leave_return() {
  return verb<Options>("return", "Come back before the leave is over", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
