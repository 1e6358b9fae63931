// svcadm employee list: who is in service.

#include "cmd/columns.hpp"
#include "cmd/employee_words.hpp"
#include "cmd/verbs.hpp"
#include "tabular/writer.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string department;
  std::optional<std::string> on;
};

void declare(Words& words, Options& options) {
  words.option("--department", options.department, "DEPARTMENT", "Only this department and those below it");
  words.option("--on", options.on, "DATE", "Who is in service on this day; else today");
  words.example("svcadm employee list --department 客服中心");
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const Date day = options.on ? read_day(*options.on, session.present()) : office.today();
  const auto rows = usecase::list_employees(office, options.department, day);
  const auto writer = session.writer();
  writer->begin({.title = locale::text("Employees"),
                 .subtitle = to_string(day),
                 .name = "employee.list",
                 .columns = employee_columns(false),
                 .created = session.now()});
  for (const auto& row : rows) writer->row(employee_cells(row, false));
  writer->end();
  return 0;
}

}  // namespace

Verb employee_list() { return verb<Options>("list", "List who is in service", declare, Needs::reading, run); }

}  // namespace svcadm::cmd
