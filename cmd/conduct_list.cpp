// svcadm conduct list: what is recorded, proposed and decided.

#include "cmd/columns.hpp"
#include "cmd/conduct.hpp"
#include "tabular/writer.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string month = "this";
};

void declare(Words& words, Options& options) {
  words.option("--month", options.month, "MONTH", "Which month; this one, where none is given");
  words.explain(
      "Records, and absence without leave that a regulation answers with a proposal; the latter is computed from the "
      "days that are over, the end of the month before included, and changes with them.  Pending are objections and "
      "corrections about its days that nobody has answered or confirmed.");
  words.example("svcadm conduct list --month 2026-10");
}

std::string taken_over(const std::vector<domain::AbsenceDay>& days) {
  std::string line;
  for (const domain::AbsenceDay& one : days) {
    if (one.taken_over) line += (line.empty() ? "" : ", ") + to_string(one.day);
  }
  return line;
}

template <class Items, class Text>
std::string joined(const Items& items, const Text& text) {
  std::string line;
  for (const auto& item : items) line += (line.empty() ? "" : ", ") + text(item);
  return line;
}

std::string sanction(const std::string& key, bool people) {
  return key.empty() || !people ? key : locale::say(Arg{Term{"sanction." + key}});
}

int run(const Options& options, Session& session) {
  using tabular::Kind;
  const Month month = read_month(options.month, session.present());
  const auto lines = usecase::list_conduct(session.office(), month);
  const bool people = for_people(session);
  const auto writer = session.writer();
  writer->begin({.title = locale::text("Conduct"),
                 .subtitle = to_string(month),
                 .name = "conduct.list",
                 .columns = {column("conduct_id", Kind::identifier), column("name"), column("status"), column("what"),
                             column("proposes"), column("clause"), column("outcome"),
                             column("employee_no", Kind::identifier, false), column("day", Kind::date, false),
                             tabular::Column{"days", locale::text("column.on_days"), Kind::text, false, false},
                             column("text", Kind::text, false), column("regulation", Kind::text, false),
                             column("pending", Kind::text, false), column("reason", Kind::text, false),
                             column("served_on", Kind::date, false), column("said", Kind::text, false),
                             column("taken_over", Kind::text, false)},
                 .created = session.now()});
  for (const usecase::ConductLine& line : lines) {
    const std::string status = to_key(line.state);
    const std::string what = line.record ? locale::label(line.kind) : locale::text("term.absenteeism");
    const auto day = [](const domain::AbsenceDay& one) { return to_string(one.day); };
    const auto word = [](const std::string& one) { return one; };
    writer->row(std::vector<tabular::Cell>{
        line.id, line.name, people ? locale::say(Arg{Term{"conduct." + status}}) : status, what,
        text_cell(sanction(line.proposes, people)), text_cell(line.cite.clause),
        text_cell(sanction(line.outcome, people)), line.employee_no, line.day, text_cell(joined(line.days, day)),
        text_cell(line.text), text_cell(line.cite.regulation), text_cell(joined(line.pending, word)),
        text_cell(line.reason), optional_cell(line.served_on), text_cell(line.said), text_cell(taken_over(line.days))});
  }
  writer->end();
  return 0;
}

}  // namespace

Verb conduct_list() {
  return verb<Options>("list", "List what is recorded, proposed and decided", declare, Needs::reading, run);
}

}  // namespace svcadm::cmd
