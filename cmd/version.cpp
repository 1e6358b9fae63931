// svcadm version: which svcadm this is.

#include "cmd/version.hpp"

#include <ostream>

#include "base/version.hpp"
#include "cmd/columns.hpp"
#include "cmd/verbs.hpp"

namespace svcadm::cmd {

namespace {

struct Options {};

void declare(Words& words, Options&) { words.example("svcadm version"); }

int run(const Options&, Session& session) {
  if (session.options.format() == tabular::Format::table && !session.options.output) {
    print_version(session.out);
    return 0;
  }
  const auto writer = session.writer();
  writer->begin({.title = "svcadm",
                 .name = "version",
                 .columns = {column("program_version", tabular::Kind::identifier)},
                 .created = session.now()});
  writer->row(std::vector<tabular::Cell>{std::string{program_version}});
  writer->end();
  return 0;
}

}  // namespace

void print_version(std::ostream& out) { out << "svcadm " << program_version << '\n'; }

Verb version() { return verb<Options>("", "Print the version", declare, Needs::nothing, run); }

}  // namespace svcadm::cmd
