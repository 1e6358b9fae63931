// svcadm roster set: a shift for one person on some days.

#include "cmd/verbs.hpp"
#include "usecase/office.hpp"
#include "usecase/roster.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string person;
  std::string days;
  std::string code;
};

void declare(Words& words, Options& options) {
  words.argument("PERSON", options.person, "Whose roster").required();
  words.argument("DATE[..DATE]", options.days, "A day, or the first and the last of several").required();
  words.argument("CODE", options.code, "Which shift; none takes the cells back").required();
  words.example("svcadm roster set 1001 2026-10-12 晚");
  words.example("svcadm roster set 王芳 2026-10-12..2026-10-16 早");
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const Present present = session.present();
  const auto dots = options.days.find("..");
  const Date first = read_day(options.days.substr(0, dots), present);
  const Date last = dots == std::string::npos ? first : read_day(options.days.substr(dots + 2), present);
  usecase::set_roster(office, options.person, first, last, options.code == "none" ? std::string{} : options.code);
  return 0;
}

}  // namespace

Verb roster_set() {
  return verb<Options>("set", "Set the shift of a person on some days", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
