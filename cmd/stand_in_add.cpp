// svcadm stand-in add: who acts for somebody while he is away.

#include "cmd/several.hpp"
#include "cmd/verbs.hpp"
#include "usecase/office.hpp"
#include "usecase/stand_in.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string person;
  std::string deputy;
  std::string from;
  std::string to;
};

void declare(Words& words, Options& options) {
  words.argument("PERSON", options.person, "Who is away").required();
  words.argument("DEPUTY", options.deputy, "Who acts for him").required();
  words.option("--from", options.from, "DATE", "The first day").required();
  words.option("--to", options.to, "DATE", "The last day").required();
  words.explain("Consents that wait for PERSON may be given by DEPUTY on these days.  Your own needs no role.");
  words.example("svcadm stand-in add 1001 1002 --from 2026-10-12 --to 2026-10-16");
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  Several read;
  const Date from = read([&] { return read_day(options.from, session.present()); });
  const Date to = read([&] { return read_day(options.to, session.present()); });
  read.conclude();
  usecase::add_stand_in(office, {options.person, options.deputy, from, to});
  return 0;
}

}  // namespace

Verb stand_in_add() { return verb<Options>("add", "Say who acts for somebody", declare, Needs::writing, run); }

}  // namespace svcadm::cmd
