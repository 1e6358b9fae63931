// svcadm clock-in decide: what a day counts as that punches leave open.

#include "cmd/clock_in.hpp"
#include "usecase/clock_in.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string person;
  std::string day;
  std::string decision;
  std::string reason;
};

void declare(Words& words, Options& options) {
  words.argument("PERSON", options.person, "Whose day").required();
  words.argument("DATE", options.day, "Which day").required();
  words.argument("DECISION", options.decision, "What the day counts as; open takes a decision back")
      .required()
      .choices({"present", "half-absence", "whole-absence", "open"});
  words.option("--reason", options.reason, "TEXT", "Why").required();
  words.explain("Nobody decides what concerns himself.");
  words.example("svcadm clock-in decide 1001 2026-10-12 present --reason '经理证明忘记打卡'");
}

domain::DayDecision decision_of(const std::string& word) {
  if (word == "present") return domain::DayDecision::present;
  if (word == "half-absence") return domain::DayDecision::half_absence;
  return word == "whole-absence" ? domain::DayDecision::whole_absence : domain::DayDecision::none;
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  usecase::decide_day(office, {options.person, read_day(options.day, session.present()), decision_of(options.decision),
                               options.reason});
  return 0;
}

}  // namespace

Verb clock_in_decide() { return verb<Options>("decide", "Decide what a day counts as", declare, Needs::writing, run); }

}  // namespace svcadm::cmd
