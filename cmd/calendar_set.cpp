// svcadm calendar set: what kind of day a day is.

#include "cmd/verbs.hpp"
#include "usecase/calendar.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string day;
  std::string kind;
  std::string department;
  std::string note;
};

void declare(Words& words, Options& options) {
  words.argument("DATE", options.day, "Which day").required();
  words.argument("KIND", options.kind, "What kind of day it is")
      .required()
      .choices({"workday", "rest_day", "statutory_holiday", "makeup_workday"});
  words.option("--department", options.department, "DEPARTMENT", "For this department and those below it only");
  words.option("--note", options.note, "TEXT", "Why");
  words.example("svcadm calendar set 2026-10-17 makeup_workday --department 客服中心 --note 国庆调班");
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  usecase::set_calendar_day(office, read_day(options.day, session.present()),
                            domain::parse_day_kind(options.kind).value(), options.department, options.note);
  return 0;
}

}  // namespace

Verb calendar_set() { return verb<Options>("set", "Set what kind of day a day is", declare, Needs::writing, run); }

}  // namespace svcadm::cmd
