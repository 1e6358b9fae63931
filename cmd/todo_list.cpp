#include "cmd/todo_list.hpp"

#include <ostream>

#include "base/text.hpp"
#include "cmd/columns.hpp"

namespace svcadm::cmd {

namespace {

using tabular::Kind;

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
  const bool people = for_people(session);  // the ids are for programs
  std::vector<tabular::Column> columns{column("since", Kind::date), column("due", Kind::date), column("area"),
                                       column("employee_no", Kind::identifier), column("name")};
  if (!people) columns.push_back(column("id"));
  columns.insert(columns.end(), {column("finding"), column("way_out")});
  const auto writer = session.writer();
  writer->begin({.title = locale::text("To be done"), .name = "todo", .columns = columns, .created = session.now()});
  for (const usecase::TodoItem& item : items) {
    std::vector<tabular::Cell> row{item.since, optional_cell(item.due), item.area, text_cell(item.employee_no),
                                   text_cell(item.name)};
    if (!people) row.emplace_back(item.what.id);
    row.insert(row.end(), {locale::say(item.what), text_cell(item.command)});
    writer->row(row);
  }
  writer->end();
}

}  // namespace

void print_todo(Session& session, const std::vector<usecase::TodoItem>& items) {
  if (session.options.format() != tabular::Format::table || session.options.output) {
    print_grid(session, items);
    return;
  }
  print_text(session.out, items);
  if (items.empty()) session.note({"todo.nothing", {}});
}

}  // namespace svcadm::cmd
