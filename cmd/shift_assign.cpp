// svcadm shift assign: who works a shift where no roster says so.

#include <algorithm>

#include "cmd/shift_words.hpp"
#include "cmd/verbs.hpp"
#include "usecase/office.hpp"
#include "usecase/shift.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string code;
  std::string department;
  std::string employee;
  std::optional<std::string> weekday;
  std::string from;
};

void declare(Words& words, Options& options) {
  words.argument("CODE", options.code, "Which shift; none takes the assignment back").required();
  words.option("--department", options.department, "DEPARTMENT", "Who works it: this department and those below it");
  words.option("--employee", options.employee, "PERSON", "Who works it: this person");
  words.option("--weekday", options.weekday, "DAY", "Only on this weekday")
      .choices({"mon", "tue", "wed", "thu", "fri", "sat", "sun", "1", "2", "3", "4", "5", "6", "7"});
  words.option("--from", options.from, "DATE", "First day on which it holds").required();
  words.explain(
      "It is worked on the calendar's workdays.  A person's comes before a department's, the nearer "
      "department's before the one above it, and a weekday's before every day's.");
  words.example("svcadm shift assign 早 --department 客服中心 --from 2026-09-01");
  words.example("svcadm shift assign 晚 --employee 1001 --weekday fri --from 2026-10-01");
}

int number_of(const std::string& weekday) {
  if (weekday.size() == 1) return weekday.front() - '0';
  const auto& words = weekday_words();
  return static_cast<int>(std::find(words.begin(), words.end(), weekday) - words.begin());
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  usecase::assign_shift(office, {.code = options.code == "none" ? std::string{} : options.code,
                                 .department = options.department,
                                 .employee = options.employee,
                                 .weekday = options.weekday ? number_of(*options.weekday) : 0,
                                 .from = read_day(options.from, session.present())});
  return 0;
}

}  // namespace

const std::vector<std::string>& weekday_words() {
  static const std::vector<std::string> words{"", "mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  return words;
}

Verb shift_assign() {
  return verb<Options>("assign", "Say who works a shift where no roster says so", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
