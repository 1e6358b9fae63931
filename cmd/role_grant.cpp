// svcadm role grant: give somebody a role.

#include "cmd/role_words.hpp"
#include "cmd/verbs.hpp"
#include "usecase/office.hpp"
#include "usecase/roles.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string role;
  std::string whom;
  std::optional<std::string> from;
  std::optional<std::string> to;
};

void declare(Words& words, Options& options) {
  words.argument("ROLE", options.role, "Which role").required().choices(role_words());
  words.argument("PERSON", options.whom, "A person, or uid:N for an account of the system").required();
  words.option("--from", options.from, "DATE", "First day on which it holds; else today");
  words.option("--to", options.to, "DATE", "Last day on which it holds");
  words.example("svcadm role grant payroll 1001 --from 2026-10-01");
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const Date from = options.from ? read_day(*options.from, session.present()) : office.today();
  std::optional<Date> to;
  if (options.to) to = read_day(*options.to, session.present());
  usecase::grant_role(office, domain::parse_role(options.role).value(), options.whom, from, to);
  return 0;
}

}  // namespace

std::vector<std::string> role_words() {
  return {"administrator", "personnel", "payroll", "service", "credit", "archive", "reader", "delegate"};
}

Verb role_grant() { return verb<Options>("grant", "Give somebody a role", declare, Needs::writing, run); }

}  // namespace svcadm::cmd
