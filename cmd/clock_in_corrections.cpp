// svcadm clock-in corrections: what was said of punches and clocks afterwards.

#include "cmd/clock_in.hpp"
#include "cmd/columns.hpp"
#include "tabular/writer.hpp"
#include "usecase/office.hpp"
#include "usecase/time_corrections.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string month = "this";
};

void declare(Words& words, Options& options) {
  words.option("--month", options.month, "MONTH", "Which month; this one, where none is given");
  words.explain("Pending ones change nothing yet; cancelled ones nothing any more.");
  words.example("svcadm clock-in corrections --month 2026-10");
}

int run(const Options& options, Session& session) {
  using tabular::Kind;
  const Month month = read_month(options.month, session.present());
  const auto corrections = usecase::list_corrections(session.office(), month);
  const bool people = for_people(session);
  const auto writer = session.writer();
  writer->begin({.title = locale::text("Corrections of time"),
                 .subtitle = to_string(month),
                 .name = "clock-in.corrections",
                 .columns = {column("correction_id", Kind::identifier), column("status"),
                             column("employee_no", Kind::identifier), column("name"), column("text"), column("reason"),
                             column("entered_by", Kind::identifier, false), column("confirmed_by", Kind::identifier),
                             column("paper", Kind::text, false), column("kind", Kind::text, false)},
                 .created = session.now()});
  for (const usecase::ListedCorrection& one : corrections) {
    const store::CorrectionRow& row = one.row;
    const std::string status = store::to_key(row.state);
    const std::string confirmer = row.confirmed_by.empty() ? row.asked : row.confirmed_by;
    writer->row(std::vector<tabular::Cell>{
        usecase::correction_name(row.id), people ? locale::say(Arg{Term{"correction." + status}}) : status,
        text_cell(one.employee_no), text_cell(one.name), locale::say(one.what), row.reason, one.entered_by,
        text_cell(confirmer), text_cell(row.paper), store::to_key(row.kind)});
  }
  writer->end();
  return 0;
}

}  // namespace

Verb clock_in_corrections() {
  return verb<Options>("corrections", "List corrections of time", declare, Needs::reading, run);
}

}  // namespace svcadm::cmd
