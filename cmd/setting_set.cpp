// svcadm setting set: a setting, from a day on.

#include "cmd/verbs.hpp"
#include "usecase/office.hpp"
#include "usecase/settings.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string key;
  std::string value;
  std::optional<std::string> from;
};

void declare(Words& words, Options& options) {
  words.argument("KEY", options.key, "Which setting").required();
  words.argument("VALUE", options.value, "Its new value").required();
  words.option("--from", options.from, "DATE", "First day on which it holds; else today");
  words.example("svcadm setting set place shanghai --from 2026-09-01");
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const Date from = options.from ? read_day(*options.from, session.present()) : office.today();
  usecase::change_setting(office, options.key, options.value, from);
  return 0;
}

}  // namespace

Verb setting_set() { return verb<Options>("set", "Set a setting from a day on", declare, Needs::writing, run); }

}  // namespace svcadm::cmd
