// svcadm setting list: the office's own settings.

#include "cmd/columns.hpp"
#include "cmd/verbs.hpp"
#include "tabular/writer.hpp"
#include "usecase/office.hpp"
#include "usecase/settings.hpp"

namespace svcadm::cmd {

namespace {

struct Options {};

void declare(Words& words, Options&) { words.example("svcadm setting list"); }

int run(const Options&, Session& session) {
  const auto values = usecase::list_settings(session.office());
  const auto writer = session.writer();
  writer->begin({.title = locale::text("Settings"),
                 .name = "setting.list",
                 .columns = {column("setting", tabular::Kind::identifier), column("value"),
                             column("from", tabular::Kind::date), column("meaning")},
                 .created = session.now()});
  for (std::size_t i = 0; i < values.size(); ++i) {
    const bool from_a_day = values[i].from && *values[i].from != Date{0};
    writer->row(std::vector<tabular::Cell>{values[i].key, text_cell(values[i].value),
                                           from_a_day ? tabular::Cell{*values[i].from} : tabular::Cell{},
                                           locale::say(Arg{Term{usecase::setting_keys()[i].form}})});
  }
  writer->end();
  return 0;
}

}  // namespace

Verb setting_list() {
  return verb<Options>("list", "List the office's settings as they are today", declare, Needs::reading, run);
}

}  // namespace svcadm::cmd
