// svcadm leave show: one leave, day by day.

#include "cmd/clock_in.hpp"
#include "cmd/columns.hpp"
#include "cmd/leave.hpp"
#include "tabular/writer.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string id;
};

void declare(Words& words, Options& options) {
  words.argument("ID", options.id, "Number of the leave, as leave list prints it").required();
  words.explain("Each day, how much of it is leave, and on how much of that work was due.");
  words.example("svcadm leave show LV17");
}

int run(const Options& options, Session& session) {
  using tabular::Kind;
  const auto card = usecase::show_leave(session.office(), read_leave_id(options.id));
  const bool people = for_people(session);
  if (card.leave.row.cancelled) session.note({"leave.is-cancelled", {"LV" + std::to_string(card.leave.row.id)}});
  const auto writer = session.writer();
  writer->begin(
      {.title = locale::label(card.leave.kind),
       .subtitle = card.leave.employee_no + " " + card.leave.name,
       .name = "leave.show",
       .columns = {column("leave_id", Kind::identifier), column("employee_no", Kind::identifier), column("name"),
                   column("kind"), column("day", Kind::date), column("day_kind"), column("days", Kind::days),
                   column("due_days", Kind::days), column("regulation", Kind::text, false), column("clause"),
                   column("paper", Kind::text, false)},
       .created = session.now()});
  for (const usecase::LeaveDay& day : card.days) {
    const std::string kind = domain::to_key(day.kind);
    writer->row(std::vector<tabular::Cell>{
        "LV" + std::to_string(card.leave.row.id), card.leave.employee_no, card.leave.name,
        kind_cell(card.leave, people), day.day, people ? locale::say(Arg{Term{kind}}) : kind, day.covered, day.due,
        text_cell(card.cite.regulation), text_cell(card.cite.clause), text_cell(card.leave.row.paper)});
  }
  writer->end();
  return 0;
}

}  // namespace

Verb leave_show() { return verb<Options>("show", "Print one leave, day by day", declare, Needs::reading, run); }

}  // namespace svcadm::cmd
