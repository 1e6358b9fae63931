// svcadm stand-in list: who acts for whom.

#include "cmd/columns.hpp"
#include "cmd/verbs.hpp"
#include "tabular/writer.hpp"
#include "usecase/office.hpp"
#include "usecase/stand_in.hpp"

namespace svcadm::cmd {

namespace {

struct Options {};

void declare(Words& words, Options&) { words.example("svcadm stand-in list"); }

int run(const Options&, Session& session) {
  const auto stand_ins = usecase::list_stand_ins(session.office());
  const auto writer = session.writer();
  writer->begin({.title = locale::text("Stand-ins"),
                 .name = "stand-in.list",
                 .columns = {column("employee_no", tabular::Kind::identifier), column("name"),
                             column("deputy_no", tabular::Kind::identifier), column("deputy_name"),
                             column("from", tabular::Kind::date), column("to", tabular::Kind::date)},
                 .created = session.now()});
  for (const usecase::ListedStandIn& one : stand_ins) {
    writer->row(
        std::vector<tabular::Cell>{one.employee_no, one.name, one.deputy_no, one.deputy_name, one.from, one.to});
  }
  writer->end();
  return 0;
}

}  // namespace

Verb stand_in_list() { return verb<Options>("list", "List who acts for whom", declare, Needs::reading, run); }

}  // namespace svcadm::cmd
