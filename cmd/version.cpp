// svcadm version: which svcadm this is.

#include "cmd/version.hpp"

#include <ostream>

#include "cmd/verbs.hpp"

namespace svcadm::cmd {

namespace {

struct Options {};

void declare(Words& words, Options&) { words.example("svcadm version"); }

int run(const Options&, Session& session) {
  print_version(session.out);
  return 0;
}

}  // namespace

void print_version(std::ostream& out) { out << "svcadm " << SVCADM_VERSION << '\n'; }

Verb version() { return verb<Options>("", "Print the version", declare, Needs::nothing, run); }

}  // namespace svcadm::cmd
