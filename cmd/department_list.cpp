// svcadm department list, show: the tree, and one department's history.

#include "cmd/columns.hpp"
#include "cmd/verbs.hpp"
#include "tabular/writer.hpp"
#include "usecase/department.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct ListOptions {
  std::optional<std::string> on;
};

struct ShowOptions {
  std::string department;
};

void declare_list(Words& words, ListOptions& options) {
  words.option("--on", options.on, "DATE", "As it is on this day; else today");
  words.example("svcadm department list");
}

void declare_show(Words& words, ShowOptions& options) {
  words.argument("DEPARTMENT", options.department, "Which department").required();
  words.example("svcadm department show 客服中心");
}

void print(Session& session, const std::vector<usecase::DepartmentRow>& rows, const std::string& name, bool tree) {
  const auto writer = session.writer();
  writer->begin({.title = locale::text("Departments"),
                 .name = name,
                 .columns = {column("department"), column("parent"), column("from", tabular::Kind::date),
                             column("people", tabular::Kind::number)},
                 .created = session.now()});
  const bool indent = tree && session.options.format() == tabular::Format::table;
  for (const auto& row : rows) {
    const std::string margin = indent ? std::string(static_cast<std::size_t>(2 * row.depth), ' ') : std::string{};
    writer->row(std::vector<tabular::Cell>{margin + row.name, text_cell(row.parent),
                                           row.from == usecase::beginning ? tabular::Cell{} : tabular::Cell{row.from},
                                           row.people});
  }
  writer->end();
}

int run_list(const ListOptions& options, Session& session) {
  auto& office = session.office();
  const Date day = options.on ? read_day(*options.on, session.present()) : office.today();
  print(session, usecase::list_departments(office, day), "department.list", true);
  return 0;
}

int run_show(const ShowOptions& options, Session& session) {
  auto& office = session.office();
  print(session, usecase::show_department(office, options.department, office.today()), "department.show", false);
  return 0;
}

}  // namespace

Verb department_list() {
  return verb<ListOptions>("list", "Print the tree of departments", declare_list, Needs::reading, run_list);
}

Verb department_show() {
  return verb<ShowOptions>("show", "Print the history of a department", declare_show, Needs::reading, run_show);
}

}  // namespace svcadm::cmd
