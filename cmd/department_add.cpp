// svcadm department add: found a department.

#include "cmd/verbs.hpp"
#include "usecase/department.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string name;
  std::string under;
  std::optional<std::string> from;
};

void declare(Words& words, Options& options) {
  words.argument("NAME", options.name, "Its name").required();
  words.option("--under", options.under, "DEPARTMENT", "The department above it; else the company");
  words.option("--from", options.from, "DATE", "First day on which it exists; else it has always been there");
  words.example("svcadm department add 客服一组 --under 客服中心");
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  usecase::NewDepartment department{.name = options.name, .parent = options.under};
  if (options.from) department.from = read_day(*options.from, session.present());
  usecase::add_department(office, department);
  return 0;
}

}  // namespace

Verb department_add() { return verb<Options>("add", "Found a department", declare, Needs::writing, run); }

}  // namespace svcadm::cmd
