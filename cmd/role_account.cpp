// svcadm role account: which person an account of the system is.

#include "cmd/verbs.hpp"
#include "usecase/office.hpp"
#include "usecase/roles.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string uid;
  std::string person;
};

void declare(Words& words, Options& options) {
  words.argument("UID", options.uid, "Number of the account, as id -u prints it").required();
  words.argument("PERSON", options.person, "Whose account it is").required();
  words.example("svcadm role account 1000 1001");
}

int run(const Options& options, Session& session) {
  const int uid = read_count(options.uid);
  usecase::map_account(session.office(), uid, options.person);
  return 0;
}

}  // namespace

Verb role_account() {
  return verb<Options>("account", "Say which person an account of the system is", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
