// svcadm clock-in object: what an employee objects to about his day.

#include <ostream>

#include "cmd/clock_in.hpp"
#include "usecase/objections.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string person;
  std::string day;
  std::string text;
  std::string paper;
};

void declare(Words& words, Options& options) {
  words.argument("PERSON", options.person, "Whose day").required();
  words.argument("DATE", options.day, "Which day").required();
  words.option("--text", options.text, "TEXT", "What is wrong with it, in his words").required();
  words.option("--paper", options.paper, "NO", "Number of his letter, where you enter it for him");
  words.explain(
      "Prints the number of the objection.  Your own needs no role.  It must be answered before the month is closed.");
  words.example("svcadm clock-in object 1001 2026-10-12 --text '当天已打卡' --paper YY-3");
}

int run(const Options& options, Session& session) {
  const auto id = usecase::object_to_day(
      session.office(), {options.person, read_day(options.day, session.present()), options.text, options.paper});
  session.out << usecase::objection_name(id) << '\n';
  return 0;
}

}  // namespace

Verb clock_in_object() {
  return verb<Options>("object", "Record an employee's objection to a day", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
