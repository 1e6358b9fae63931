// svcadm role revoke: take a role away.

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
};

void declare(Words& words, Options& options) {
  words.argument("ROLE", options.role, "Which role").required().choices(role_words());
  words.argument("PERSON", options.whom, "A person, or uid:N for an account of the system").required();
  words.option("--from", options.from, "DATE", "First day on which it no longer holds; else today");
  words.example("svcadm role revoke payroll 1001");
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const Date from = options.from ? read_day(*options.from, session.present()) : office.today();
  usecase::revoke_role(office, domain::parse_role(options.role).value(), options.whom, from);
  return 0;
}

}  // namespace

Verb role_revoke() { return verb<Options>("revoke", "Take a role away", declare, Needs::writing, run); }

}  // namespace svcadm::cmd
