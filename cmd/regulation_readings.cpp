// svcadm regulation readings: what the text leaves open, and how it is read.

#include <ostream>

#include "cmd/columns.hpp"
#include "cmd/regulation.hpp"
#include "tabular/writer.hpp"
#include "usecase/office.hpp"
#include "usecase/regulations.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string code;
  std::optional<std::string> on;
};

void declare(Words& words, Options& options) {
  words.argument("CODE", options.code, "Code of the regulation").required();
  words.option("--on", options.on, "DATE", "On this day; else today");
  words.explain(
      "A written regulation leaves questions open. Each is listed with its article, the answer that is "
      "applied and the others that are possible; 'regulation set' chooses another.");
  words.example("svcadm regulation readings CODE --on 2026-10-12");
}

std::string alternatives_of(const regulation::Reading& reading) {
  std::string all;
  for (const std::string& each : reading.alternatives) all += (all.empty() ? "" : " | ") + each;
  return all;
}

void print_lines(std::ostream& out, const std::vector<regulation::Reading>& readings) {
  bool first = true;
  for (const regulation::Reading& reading : readings) {
    if (!first) out << '\n';
    first = false;
    print_indented(out, 0, reading.key + "  " + reading.clause);
    print_indented(out, 2, locale::label(reading.asks));
    print_indented(out, 2, locale::say(Message{"regulation.reading", {reading.value, alternatives_of(reading)}}));
  }
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const Date on = options.on ? read_day(*options.on, session.present()) : office.today();
  const auto readings = usecase::list_readings(office, options.code, on);
  if (as_lines(session)) {
    print_lines(session.out, readings);
    return 0;
  }
  const auto writer = session.writer();
  writer->begin({.title = locale::text("Readings"),
                 .subtitle = options.code + "  " + to_string(on),
                 .name = "regulation.readings",
                 .columns = {column("key", tabular::Kind::identifier), column("clause"), column("question"),
                             column("value"), column("alternatives")},
                 .created = session.now()});
  for (const regulation::Reading& reading : readings) {
    writer->row(std::vector<tabular::Cell>{reading.key, reading.clause, locale::label(reading.asks),
                                           text_cell(reading.value), text_cell(alternatives_of(reading))});
  }
  writer->end();
  return 0;
}

}  // namespace

Verb regulation_readings() {
  return verb<Options>("readings", "List what the text leaves open and how it is read", declare, Needs::reading, run);
}

}  // namespace svcadm::cmd
