// svcadm department change: another name or another place in the tree, from a day on.

#include "base/error.hpp"
#include "cmd/verbs.hpp"
#include "usecase/department.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string department;
  std::optional<std::string> name;
  std::optional<std::string> under;
  std::string from;
};

void declare(Words& words, Options& options) {
  words.argument("DEPARTMENT", options.department, "Which department").required();
  words.option("--from", options.from, "DATE", "First day of the change").required();
  words.option("--name", options.name, "NAME", "Its new name");
  words.option("--under", options.under, "DEPARTMENT", "The department above it from then on");
  words.example("svcadm department change 客服一组 --name 客服1组 --from 2026-10-01");
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  if (!options.name && !options.under) throw Error{Failure::usage, Message{"problem.usage.nothing-to-change", {}}};
  usecase::change_department(
      office, options.department,
      {.name = options.name, .parent = options.under, .from = read_day(options.from, session.present())});
  return 0;
}

}  // namespace

Verb department_change() {
  return verb<Options>("change", "Rename or move a department from a day on", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
