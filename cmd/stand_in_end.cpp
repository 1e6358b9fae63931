// svcadm stand-in end: nobody acts for him any more.

#include "cmd/verbs.hpp"
#include "usecase/office.hpp"
#include "usecase/stand_in.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string person;
  std::optional<std::string> from;
};

void declare(Words& words, Options& options) {
  words.argument("PERSON", options.person, "Who is back").required();
  words.option("--from", options.from, "DATE", "First day on which nobody acts for him; else today");
  words.example("svcadm stand-in end 1001 --from 2026-10-15");
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  usecase::end_stand_in(office, options.person,
                        options.from ? read_day(*options.from, session.present()) : office.today());
  return 0;
}

}  // namespace

Verb stand_in_end() {
  return verb<Options>("end", "Say that nobody acts for somebody any more", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
