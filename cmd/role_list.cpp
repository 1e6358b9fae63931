// svcadm role list: who holds which role.

#include "cmd/columns.hpp"
#include "cmd/verbs.hpp"
#include "tabular/writer.hpp"
#include "usecase/office.hpp"
#include "usecase/roles.hpp"

namespace svcadm::cmd {

namespace {

struct Options {};

void declare(Words& words, Options&) { words.example("svcadm role list"); }

int run(const Options&, Session& session) {
  const auto roles = usecase::list_roles(session.office());
  const bool people = for_people(session);
  const auto writer = session.writer();
  writer->begin({.title = locale::text("Roles"),
                 .name = "role.list",
                 .columns = {column("role"), column("holder", tabular::Kind::identifier), column("name"),
                             column("from", tabular::Kind::date), column("to", tabular::Kind::date)},
                 .created = session.now()});
  for (const auto& held : roles) {
    const std::string key = domain::to_key(held.role);
    writer->row(std::vector<tabular::Cell>{
        people ? locale::say(Arg{Term{"role." + key}}) : key, held.holder, text_cell(held.name),
        held.from == Date{0} ? tabular::Cell{} : tabular::Cell{held.from}, optional_cell(held.to)});
  }
  writer->end();
  return 0;
}

}  // namespace

Verb role_list() { return verb<Options>("list", "List who holds which role", declare, Needs::reading, run); }

}  // namespace svcadm::cmd
