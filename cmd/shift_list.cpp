// svcadm shift list: codes and their windows, or who works them.

#include "cmd/columns.hpp"
#include "cmd/shift_words.hpp"
#include "cmd/verbs.hpp"
#include "tabular/writer.hpp"
#include "usecase/department.hpp"
#include "usecase/office.hpp"
#include "usecase/shift.hpp"

namespace svcadm::cmd {

namespace {

using tabular::Cell;

struct Options {
  bool assigned = false;
};

void declare(Words& words, Options& options) {
  words.flag("--assigned", options.assigned, "Who works which shift, instead of what the codes mean");
  words.example("svcadm shift list");
  words.example("svcadm shift list --assigned");
}

Cell since(Date from) { return from == usecase::beginning ? Cell{} : Cell{from}; }

void print_codes(Session& session) {
  const auto terms = usecase::list_shifts(session.office());
  const bool people = for_people(session);
  const auto writer = session.writer();
  writer->begin({.title = locale::text("Shifts"),
                 .name = "shift.list",
                 .columns = {column("shift", tabular::Kind::identifier), column("windows"),
                             column("from", tabular::Kind::date), column("label")},
                 .created = session.now()});
  for (const auto& term : terms) {
    const std::string rest = people ? locale::text("rest") : std::string{"rest"};
    writer->row(std::vector<Cell>{term.code, term.windows.empty() ? rest : domain::to_string(term.windows),
                                  since(term.from), text_cell(term.label)});
  }
  writer->end();
}

void print_assignments(Session& session) {
  const auto rows = usecase::list_assignments(session.office());
  const bool people = for_people(session);
  const auto writer = session.writer();
  writer->begin({.title = locale::text("Shifts worked where no roster says so"),
                 .name = "shift.assigned",
                 .columns = {column("department"), column("employee"), column("weekday"),
                             column("from", tabular::Kind::date), column("shift", tabular::Kind::identifier)},
                 .created = session.now()});
  for (const auto& row : rows) {
    const std::string key = weekday_words().at(static_cast<std::size_t>(row.weekday));
    const Cell weekday = row.weekday == 0 ? Cell{} : Cell{people ? locale::say(Arg{Term{key}}) : key};
    writer->row(std::vector<Cell>{text_cell(row.department), text_cell(row.employee), weekday, since(row.from),
                                  row.shift.empty() && people ? Cell{locale::text("none")} : text_cell(row.shift)});
  }
  writer->end();
}

int run(const Options& options, Session& session) {
  if (options.assigned) {
    print_assignments(session);
  } else {
    print_codes(session);
  }
  return 0;
}

}  // namespace

Verb shift_list() { return verb<Options>("list", "List shift codes, or who works them", declare, Needs::reading, run); }

}  // namespace svcadm::cmd
