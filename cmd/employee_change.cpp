// svcadm employee change: what holds of somebody from a day on, and when he left.

#include "base/error.hpp"
#include "cmd/employee_words.hpp"
#include "cmd/several.hpp"
#include "cmd/verbs.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

using Given = std::optional<std::string>;

struct Options {
  std::string person;
  Given from;
  Given name;
  Given department;
  Given post;
  Given grade;
  Given superior;
  Given base_pay;
  Given probation_end;
  Given device_number;
  Given agent_number;
  Given left;
  Given hired;
};

void declare(Words& words, Options& options) {
  words.argument("PERSON", options.person, "Whom").required();
  words.option("--from", options.from, "DATE", "First day of the change; not needed for --left and --hired");
  words.option("--name", options.name, "NAME", "New name");
  words.option("--department", options.department, "DEPARTMENT", "New department");
  words.option("--post", options.post, "POST", "New post");
  words.option("--grade", options.grade, "GRADE", "New grade");
  words.option("--superior", options.superior, "PERSON", "New superior; none: nobody");
  words.option("--base-pay", options.base_pay, "YUAN", "New base pay of his or her own; none: the regulation's");
  words.option("--probation-end", options.probation_end, "DATE", "New last day of probation; none: the regulation's");
  words.option("--device-number", options.device_number, "NUMBER", "New number at the clock; none: no number");
  words.option("--agent-number", options.agent_number, "NUMBER",
               "New number at the telephone platform; none: no number");
  words.option("--left", options.left, "DATE", "Last day worked; none: stays after all");
  words.option("--hired", options.hired, "DATE", "The first day of service as it should have been");
  words.example("svcadm employee change 1001 --from 2026-10-19 --department 客服二组 --superior 1002");
  words.example("svcadm employee change 1001 --left 2026-10-30");
}

Given without_none(const Given& word) { return word && takes_away(*word) ? Given{std::string{}} : word; }

/// The day the change is about: --from, else the day that is given with it.
Date day_of_change(const Options& options, const usecase::EmployeeChange& change, usecase::Office& office,
                   const Present& present) {
  if (options.from) return read_day(*options.from, present);
  const bool attributes = change.name || change.department || change.post || change.grade || change.superior ||
                          change.base_pay || change.probation_end || change.device_number || change.agent_number;
  if (attributes) throw Error{Failure::usage, Message{"problem.usage.word-missing", {"--from"}}};
  if (change.left && *change.left) return **change.left;
  return office.today();
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const Present present = session.present();
  Several read;
  usecase::EmployeeChange change{.name = options.name,
                                 .department = options.department,
                                 .post = without_none(options.post),
                                 .grade = without_none(options.grade),
                                 .superior = without_none(options.superior),
                                 .device_number = without_none(options.device_number),
                                 .agent_number = without_none(options.agent_number)};
  const auto day = [&](const std::string& word) {
    return takes_away(word) ? std::optional<Date>{} : std::optional{read([&] { return read_day(word, present); })};
  };
  if (options.base_pay) {
    change.base_pay.emplace();
    if (!takes_away(*options.base_pay)) *change.base_pay = read([&] { return read_money(*options.base_pay); });
  }
  if (options.probation_end) change.probation_end = day(*options.probation_end);
  if (options.left) change.left = day(*options.left);
  if (options.hired) change.hired = read([&] { return read_day(*options.hired, present); });
  change.from = read([&] { return day_of_change(options, change, office, present); });
  read.conclude();
  const bool nothing = !options.name && !options.department && !options.post && !options.grade && !options.superior &&
                       !options.base_pay && !options.probation_end && !options.device_number && !options.agent_number &&
                       !options.left && !options.hired;
  if (nothing) throw Error{Failure::usage, Message{"problem.usage.nothing-to-change", {}}};
  usecase::change_employee(office, options.person, change);
  return 0;
}

}  // namespace

Verb employee_change() {
  return verb<Options>("change", "Change what holds of somebody from a day on", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
