// svcadm leave extend: asks for more of the same leave.

#include <ostream>

#include <fmt/format.h>

#include "cmd/leave.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string id;
  std::string to;
  AskingOptions asking;
};

void declare(Words& words, Options& options) {
  words.argument("ID", options.id, "Number of the leave, as leave list prints it").required();
  words.argument("TO", options.to, "The new last day, with am behind it for a half").required();
  declare_asking(words, options.asking);
  words.explain(
      "A request of its own, from the next workday behind the leave on; together they are one leave.  Prints its "
      "number.");
  words.example("svcadm leave extend LV17 2026-10-23 --reason 仍在住院");
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const Present present = session.present();
  auto asked = read_asking(options.asking, present);
  const std::int64_t id = read_leave_id(options.id);
  const DayPart to = read_day_part(options.to, present);
  asked.span = span_of(to, to);
  session.out << fmt::format("LV{}\n", usecase::extend_leave(office, id, asked).leave);
  return 0;
}

}  // namespace

Verb leave_extend() { return verb<Options>("extend", "Ask for more of the same leave", declare, Needs::writing, run); }

}  // namespace svcadm::cmd
