// svcadm regulation list: what the office has, and what the program carries.

#include "cmd/columns.hpp"
#include "cmd/regulation.hpp"
#include "tabular/writer.hpp"
#include "usecase/office.hpp"
#include "usecase/regulations.hpp"

namespace svcadm::cmd {

namespace {

struct Options {};

void declare(Words& words, Options&) {
  words.explain(
      "What the program carries governs nobody before it is adopted: adoption copies it into the office's "
      "file, and there it stays as it is until a new edition is imported.");
  words.example("svcadm regulation list");
}

const char* state_key(usecase::RegulationRow::State state) {
  switch (state) {
    case usecase::RegulationRow::State::shipped: return "shipped";
    case usecase::RegulationRow::State::in_file: return "in-file";
    case usecase::RegulationRow::State::newer_shipped: return "newer-shipped";
  }
  return "";
}

std::string joined(const std::vector<std::string>& names) {
  std::string line;
  for (const std::string& name : names) line += (line.empty() ? "" : ", ") + name;
  return line;
}

int run(const Options&, Session& session) {
  const auto rows = usecase::list_regulations(session.office());
  const auto writer = session.writer();
  writer->begin({.title = locale::text("Regulations"),
                 .name = "regulation.list",
                 .columns = {column("code", tabular::Kind::identifier), column("title"),
                             column("edition", tabular::Kind::number), column("state"), column("adopted_by")},
                 .created = session.now()});
  for (const auto& row : rows) {
    const std::string state = state_key(row.state);
    writer->row(std::vector<tabular::Cell>{row.code, locale::label(row.title),
                                           row.edition > 0 ? tabular::Cell{std::int64_t{row.edition}} : tabular::Cell{},
                                           for_people(session) ? locale::say(Arg{Term{"regulation." + state}}) : state,
                                           text_cell(joined(row.adopted))});
  }
  writer->end();
  return 0;
}

}  // namespace

Verb regulation_list() {
  return verb<Options>("list", "List the regulations of the office and of the program", declare, Needs::reading, run);
}

}  // namespace svcadm::cmd
