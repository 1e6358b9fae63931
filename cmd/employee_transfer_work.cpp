// svcadm employee transfer-work: who takes over from somebody.

#include "cmd/verbs.hpp"
#include "usecase/employee_exit.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string from_person;
  std::string to_person;
  std::string day;
};

void declare(Words& words, Options& options) {
  words.argument("PERSON", options.from_person, "Whose work is passed on").required();
  words.argument("SUCCESSOR", options.to_person, "Who takes over").required();
  words.option("--from", options.day, "DATE", "First day of the change").required();
  words.explain("Everybody whose superior the first was has the second from that day on.");
  words.example("svcadm employee transfer-work 1001 1002 --from 2026-10-21");
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const Date day = read_day(options.day, session.present());
  const auto passed = usecase::transfer_work(office, options.from_person, options.to_person, day);
  std::string names;
  for (const std::string& one : passed.reports) names += (names.empty() ? "" : ", ") + one;
  session.note({"employee.passed-on", {static_cast<std::int64_t>(passed.reports.size()), names}});
  return 0;
}

}  // namespace

Verb employee_transfer_work() {
  return verb<Options>("transfer-work", "Pass on somebody's work", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
