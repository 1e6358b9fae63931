// svcadm leave request: asks for leave, or hands in the card for a half day that lateness became.

#include <ostream>

#include <fmt/format.h>

#include "base/error.hpp"
#include "cmd/leave.hpp"
#include "cmd/several.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string kind;
  std::string from;
  std::optional<std::string> to;
  std::optional<std::string> lateness;
  AskingOptions asking;
};

void declare(Words& words, Options& options) {
  words.argument("KIND", options.kind, "Code or name of a kind in the regulation that governs the person");
  words.argument("FROM", options.from, "The first day, with am or pm behind it for a half");
  words.argument("TO", options.to, "The last day, likewise; the first one, where none is given");
  words.option("--for-lateness", options.lateness, "DATE", "The card for the half day that lateness of a day became");
  words.option("--for", options.asking.person, "PERSON", "Who asks; you, where nobody is named");
  declare_asking(words, options.asking);
  words.explain(
      "Prints the number: LV17 of a leave, RQ17 of a card.  What is still missing, and until when, is said on "
      "stderr.  Your own request needs no role; a paper or a call of somebody else's is entered by a clerk.");
  words.example("svcadm leave request 事假 2026-10-16 2026-10-19am --reason 搬家 --deputy 李明");
  words.example(
      "svcadm leave request 病假 2026-10-28 --for 1001 --reported-by 1000 --asked-on '2026-10-28 08:40' --reason 发烧");
  words.example("svcadm leave request --for-lateness 2026-10-12 --reason 堵车");
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const Present present = session.present();
  auto asked = read_asking(options.asking, present);
  if (options.lateness) {
    if (!options.kind.empty()) throw Error{Failure::usage, Message{"request.card-or-leave", {}}};
    const Date day = read_day(*options.lateness, present);
    session.out << fmt::format("RQ{}\n", usecase::request_card(office, day, asked));
    return 0;
  }
  if (options.from.empty())
    throw Error{Failure::usage, Message{"request.kind-and-day", {}}, "svcadm leave request --help"};
  Several read;
  const DayPart from = read([&] { return read_day_part(options.from, present); });
  const DayPart to = options.to ? read([&] { return read_day_part(*options.to, present); }) : from;
  read.conclude();
  asked.kind = options.kind;
  asked.span = span_of(from, to);
  session.out << fmt::format("LV{}\n", usecase::request_leave(office, asked).leave);
  return 0;
}

}  // namespace

Verb leave_request() { return verb<Options>("request", "Ask for leave", declare, Needs::writing, run); }

}  // namespace svcadm::cmd
