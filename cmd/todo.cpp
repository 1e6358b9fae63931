// svcadm todo: what waits for somebody, oldest first.

#include <ostream>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cmd/columns.hpp"
#include "cmd/verbs.hpp"
#include "usecase/office.hpp"
#include "usecase/todo.hpp"

namespace svcadm::cmd {

namespace {

using tabular::Kind;

struct Options {
  std::string person;
  bool all = false;
  bool check = false;
};

void declare(Words& words, Options& options) {
  words.option("--for", options.person, "PERSON", "Whose list; one's own, where nobody is named");
  words.flag("--all", options.all, "Everybody's");
  words.flag("--check", options.check, "End with status 1 where anything waits");
  words.explain(
      "What waits in every area, oldest first: what, whom it concerns, since when, until when, and the command that "
      "settles it.");
  words.example("svcadm todo");
  words.example("svcadm todo --all --check > /dev/null || echo 'somebody has to decide'");
}

/// The item on its lines, and below it the command, unbroken, to be copied.
void print_text(std::ostream& out, const std::vector<usecase::TodoItem>& items) {
  constexpr int width = 76;
  for (const usecase::TodoItem& item : items) {
    std::string line = to_string(item.since) + "  ";
    if (!item.employee_no.empty()) line += printable(item.employee_no + " " + item.name) + ": ";
    line += locale::say(item.what);
    if (item.due) line += " " + locale::say({"todo.until", {*item.due}});
    bool first = true;
    for (const std::string& each : wrap(line, width)) {
      out << (first ? "" : "            ") << each << '\n';
      first = false;
    }
    if (!item.command.empty()) out << "            " << item.command << '\n';
  }
}

void print_grid(Session& session, const std::vector<usecase::TodoItem>& items) {
  const auto writer = session.writer();
  writer->begin({.title = locale::text("To be done"),
                 .name = "todo",
                 .columns = {column("since", Kind::date), column("due", Kind::date), column("area"),
                             column("employee_no", Kind::identifier), column("name"), column("id"), column("finding"),
                             column("way_out")},
                 .created = session.now()});
  for (const usecase::TodoItem& item : items) {
    writer->row(std::vector<tabular::Cell>{item.since, optional_cell(item.due), item.area, text_cell(item.employee_no),
                                           text_cell(item.name), item.what.id, locale::say(item.what),
                                           text_cell(item.command)});
  }
  writer->end();
}

int run(const Options& options, Session& session) {
  if (options.all && !options.person.empty()) {
    throw Error{Failure::usage, Message{"todo.one-list", {}}};
  }
  const auto items = usecase::list_todo(session.office(), {.person = options.person, .all = options.all});
  if (session.options.format() == tabular::Format::table && !session.options.output) {
    print_text(session.out, items);
    if (items.empty()) session.note({"todo.nothing", {}});
  } else {
    print_grid(session, items);
  }
  return options.check && !items.empty() ? static_cast<int>(Failure::check_found) : 0;
}

}  // namespace

Verb todo() { return verb<Options>("", "Print what waits to be done", declare, Needs::reading, run); }

}  // namespace svcadm::cmd
