// Conduct that is to be found by a second person, decided, or told.

#include <fmt/format.h>

#include "base/suggestion.hpp"
#include "store/payroll_store.hpp"
#include "usecase/clock_in_report.hpp"
#include "usecase/conduct_desk.hpp"
#include "usecase/office.hpp"
#include "usecase/todo_parts.hpp"

namespace svcadm::usecase {

void add_conduct_todo(Office& office, std::vector<TodoItem>& items) {
  store::PayrollStore payroll{office.database()};
  const Month this_month = month_of(office.today());
  for (Month month = this_month - 1; month <= this_month; month = month + 1) {
    if (first_day(month) > last_day_over(office)) break;
    // Before the month's time is gathered and its pay drafted, absence only says that punches are yet to come.
    const bool drafted = payroll.run_of(month).has_value();
    for (const ConductLine& line : conduct_of(office, month).lines) {
      if (!line.record && !line.decision && !drafted) continue;
      const char* verb = line.state == ConductState::recorded   ? "verify"
                         : line.state == ConductState::proposed ? "decide"
                         : line.state == ConductState::decided  ? "serve"
                                                                : nullptr;
      if (verb == nullptr) continue;
      const std::string id = line.state == ConductState::recorded ? fmt::format("CO{}", *line.record) : line.id;
      const char* words = line.state == ConductState::proposed  ? " --outcome OUTCOME --reason TEXT"
                          : line.state == ConductState::decided ? " --on DATE"
                                                                : "";
      items.push_back({.area = "conduct",
                       .what = {fmt::format("todo.conduct.{}", verb), {line.id, line.day}},
                       .employee_no = line.employee_no,
                       .name = line.name,
                       .since = line.day,
                       .command = suggest("svcadm conduct {} {}", verb, id) + words,
                       .permission = domain::Permission::record_time});
    }
  }
}

}  // namespace svcadm::usecase
