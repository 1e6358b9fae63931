// svcadm opening list: what was taken over from the older books.

#include "cmd/columns.hpp"
#include "cmd/verbs.hpp"
#include "usecase/office.hpp"
#include "usecase/opening.hpp"

namespace svcadm::cmd {

namespace {

using tabular::Kind;

struct Options {
  std::string person;
};

void declare(Words& words, Options& options) {
  words.argument("PERSON", options.person, "Whose; everybody's, where nobody is named");
  words.example("svcadm opening list 1001");
}

std::vector<tabular::Cell> cells_of(const usecase::OpeningLine& line, bool people) {
  const auto& row = line.row;
  const bool money = row.kind == "loss" || row.kind == "other";
  std::string kind = row.kind;
  if (people)
    kind = line.leave_kind.en.empty() ? locale::text("term.opening." + row.kind) : locale::label(line.leave_kind);
  const HalfDays days{static_cast<int>(money ? 0 : row.quantity)};
  return {line.employee_no,
          line.name,
          kind,
          money ? tabular::Cell{Money{row.quantity}} : tabular::Cell{},
          money ? tabular::Cell{} : tabular::Cell{days},
          row.kind == "absence" ? tabular::Cell{row.day} : tabular::Cell{},
          row.on};
}

int run(const Options& options, Session& session) {
  const auto lines = usecase::list_opening(session.office(), options.person);
  const auto writer = session.writer();
  writer->begin({.title = locale::text("Taken over"),
                 .name = "opening.list",
                 .columns = {column("employee_no", Kind::identifier), column("name"), column("kind"),
                             column("amount", Kind::money), column("days", Kind::days), column("day", Kind::date),
                             column("taken_over_on", Kind::date)},
                 .created = session.now()});
  for (const auto& line : lines) writer->row(cells_of(line, for_people(session)));
  writer->end();
  return 0;
}

}  // namespace

Verb opening_list() { return verb<Options>("list", "List what was taken over", declare, Needs::reading, run); }

}  // namespace svcadm::cmd
