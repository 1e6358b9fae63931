// svcadm regulation set: one value changed, as a new edition.

#include <ostream>

#include "cmd/regulation.hpp"
#include "locale/catalogue.hpp"
#include "usecase/office.hpp"
#include "usecase/regulation_editions.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string code;
  std::string key;
  std::string value;
  std::string from;
};

void declare(Words& words, Options& options) {
  words.argument("CODE", options.code, "Code of the regulation").required();
  words.argument("KEY", options.key, "Which value, as 'regulation readings' and 'regulation show --wide' name it")
      .required();
  words.argument("VALUE", options.value, "Its new value").required();
  words.option("--from", options.from, "DATE", "First day on which it holds").required();
  words.explain("Makes a new edition of the office's own copy. Days of closed months cannot change.");
  words.example("svcadm regulation set CODE attendance.lateness.precision minute-cut --from 2026-11-01");
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const Date from = read_day(options.from, session.present());
  const auto outcome = usecase::set_regulation_value(office, options.code, options.key, options.value, from);
  const char* id = outcome.made ? "regulation.imported" : "regulation.set-same";
  session.out << locale::say(Message{id, {outcome.code, std::int64_t{outcome.number}}}) << '\n';
  return 0;
}

}  // namespace

Verb regulation_set() {
  return verb<Options>("set", "Change one value of a regulation from a day on", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
