// svcadm regulation in-force: what governs a department on a day.

#include "cmd/columns.hpp"
#include "cmd/regulation.hpp"
#include "tabular/writer.hpp"
#include "usecase/office.hpp"
#include "usecase/regulation_adoption.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string department;
  std::optional<std::string> on;
};

void declare(Words& words, Options& options) {
  words.option("--department", options.department, "DEPARTMENT", "Whom it governs; else the company");
  words.option("--on", options.on, "DATE", "On this day; else today");
  words.example("svcadm regulation in-force --department 客服中心 --on 2026-10-12");
}

int run(const Options& options, Session& session) {
  using tabular::Kind;
  auto& office = session.office();
  const Date on = options.on ? read_day(*options.on, session.present()) : office.today();
  const auto in_force = usecase::regulations_in_force(office, options.department, on);

  const auto writer = session.writer();
  writer->begin({.title = locale::text("Regulations in force"),
                 .subtitle = in_force.department + "  " + to_string(on),
                 .name = "regulation.in-force",
                 .columns = {column("area"), column("code", Kind::identifier), column("title"),
                             column("edition", Kind::number), column("adopted_by"), column("from", Kind::date)},
                 .created = session.now()});
  for (const auto& row : in_force.rows) {
    writer->row(std::vector<tabular::Cell>{area_word(session, row.area), text_cell(row.code),
                                           text_cell(locale::label(row.title)),
                                           row.edition > 0 ? tabular::Cell{std::int64_t{row.edition}} : tabular::Cell{},
                                           text_cell(row.adopted_by), optional_cell(row.from)});
  }
  writer->end();
  for (const Problem& hole : in_force.holes) {
    session.note(hole.message);
    session.note({"try: {0}", {hole.way_out}});
  }
  for (const Message& misfit : in_force.misfits) session.note(misfit);
  return 0;
}

}  // namespace

Verb regulation_in_force() {
  return verb<Options>("in-force", "Print what governs a department on a day", declare, Needs::reading, run);
}

}  // namespace svcadm::cmd
