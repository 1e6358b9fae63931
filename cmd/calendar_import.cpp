// svcadm calendar import: a year's holiday notice.

#include <ostream>

#include "cmd/import_words.hpp"
#include "cmd/verbs.hpp"
#include "locale/catalogue.hpp"
#include "usecase/calendar.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string file;
};

void declare(Words& words, Options& options) {
  words.argument("FILE", options.file, "TOML of svcadm, or JSON of holiday-cn").required();
  words.example("svcadm calendar import 2027.json");
}

int run(const Options& options, Session& session) {
  const auto outcome = usecase::import_calendar(session.office(), {.path = options.file});
  session.out << locale::say(Message{"calendar.imported", {std::int64_t{outcome.year}, outcome.notice}}) << '\n';
  print_batch(session, outcome.batch);
  return 0;
}

}  // namespace

Verb calendar_import() {
  return verb<Options>("import", "Bring in a year's holiday notice", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
