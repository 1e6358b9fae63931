// svcadm clock-in list: punches as they were recorded.

#include "cmd/clock_in.hpp"
#include "cmd/columns.hpp"
#include "tabular/writer.hpp"
#include "usecase/clock_in.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string person;
  DaysWanted days;
};

void declare(Words& words, Options& options) {
  words.argument("PERSON", options.person, "Whose punches; everybody's, where nobody is named");
  declare_days(words, options.days, "The first day; today, where no day is given");
  words.explain(
      "Each punch as it was recorded, with the number it came with and the state a clock wrote.  Numbers "
      "that nobody holds on the day have no person.");
  words.example("svcadm clock-in list 1001 --month 2026-10");
}

int run(const Options& options, Session& session) {
  using tabular::Kind;
  auto& office = session.office();
  const auto days = read_days(options.days, session.present(), {office.today(), office.today()});
  const auto rows = usecase::list_punches(office, options.person, days.first, days.last);
  const bool people = for_people(session);
  const auto writer = session.writer();
  writer->begin({.title = locale::text("Punches"),
                 .name = "clock-in.list",
                 .columns = {column("at", Kind::moment), column("employee_no", Kind::identifier), column("name"),
                             column("what"), column("state", Kind::number), column("source"),
                             column("number", Kind::identifier), column("device", Kind::identifier, false)},
                 .created = session.now()});
  for (const usecase::ListedPunch& row : rows) {
    const std::string source = store::to_key(row.source);
    writer->row(std::vector<tabular::Cell>{row.at, text_cell(row.employee_no), text_cell(row.name),
                                           people ? locale::say(Arg{Term{"direction." + row.what}}) : row.what,
                                           row.state < 0 ? tabular::Cell{} : tabular::Cell{std::int64_t{row.state}},
                                           people ? locale::say(Arg{Term{"number." + source}}) : source, row.number,
                                           text_cell(row.device)});
  }
  writer->end();
  return 0;
}

}  // namespace

Verb clock_in_list() {
  return verb<Options>("list", "List punches as they were recorded", declare, Needs::reading, run);
}

}  // namespace svcadm::cmd
