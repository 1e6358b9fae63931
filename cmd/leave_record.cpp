// svcadm leave record: a leave that was approved on paper.

#include <ostream>

#include <fmt/format.h>

#include "cmd/leave.hpp"
#include "cmd/several.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string person;
  std::string kind;
  std::string from;
  std::optional<std::string> to;
  std::string paper;
};

void declare(Words& words, Options& options) {
  words.argument("PERSON", options.person, "Whose leave").required();
  words.argument("KIND", options.kind, "Code or name of a kind in the regulation that governs the person").required();
  words.argument("FROM", options.from, "The first day, with am or pm behind it for a half").required();
  words.argument("TO", options.to, "The last day, likewise; the first one, where none is given");
  words.option("--paper", options.paper, "NO", "Number of the approved paper");
  words.explain("Prints the number of the leave.  Nobody records his own.");
  words.example("svcadm leave record 1001 病假 2026-10-12 2026-10-14 --paper QJ-2026-031");
  words.example("svcadm leave record 王芳 annual 2026-10-12pm");
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const Present present = session.present();
  Several read;
  const DayPart from = read([&] { return read_day_part(options.from, present); });
  const DayPart to = options.to ? read([&] { return read_day_part(*options.to, present); }) : from;
  read.conclude();
  const auto id = usecase::record_leave(office, {options.person, options.kind, span_of(from, to), options.paper});
  session.out << fmt::format("LV{}\n", id);
  return 0;
}

}  // namespace

Verb leave_record() { return verb<Options>("record", "Record an approved leave", declare, Needs::writing, run); }

}  // namespace svcadm::cmd
