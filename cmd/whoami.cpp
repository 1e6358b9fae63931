// svcadm whoami: who acts, and with which roles.

#include <ostream>

#include "cmd/columns.hpp"
#include "cmd/verbs.hpp"
#include "tabular/writer.hpp"
#include "usecase/office.hpp"
#include "usecase/roles.hpp"

namespace svcadm::cmd {

namespace {

struct Options {};

void declare(Words& words, Options&) { words.example("svcadm whoami"); }

int run(const Options&, Session& session) {
  const auto who = usecase::who_am_i(session.office());
  std::string roles;
  for (const domain::Role role : who.roles) {
    const std::string key = domain::to_key(role);
    roles += (roles.empty() ? "" : ", ") + (for_people(session) ? locale::say(Arg{Term{"role." + key}}) : key);
  }
  tabular::Header header{.name = "whoami",
                         .columns = {column("actor", tabular::Kind::identifier), column("name"), column("roles"),
                                     column("typed_by", tabular::Kind::identifier, !who.delegate.empty())},
                         .created = session.now()};
  const auto writer = session.writer();
  writer->begin(header);
  writer->row(std::vector<tabular::Cell>{who.actor, text_cell(who.name), text_cell(roles), text_cell(who.delegate)});
  writer->end();
  return 0;
}

}  // namespace

Verb whoami() { return verb<Options>("", "Print who acts, and with which roles", declare, Needs::reading, run); }

}  // namespace svcadm::cmd
