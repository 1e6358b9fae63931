#include "usecase/todo.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "store/office_store.hpp"
#include "usecase/directory.hpp"
#include "usecase/office.hpp"
#include "usecase/todo_parts.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

/// Whether the person (a number, or "uid:N") is one of those who can do it.
bool waits_for(const TodoItem& item, const std::string& person, const std::vector<domain::Role>& roles) {
  if (!item.for_people.empty()) {
    return std::find(item.for_people.begin(), item.for_people.end(), person) != item.for_people.end();
  }
  if (!item.asked.empty() && item.asked == person) return true;
  if (item.employee_no == person) return item.own_too;  // nobody decides what concerns himself
  if (item.not_by == person) return false;
  return std::any_of(roles.begin(), roles.end(),
                     [&](domain::Role role) { return domain::allows(role, item.permission); });
}

/// A leaver's matters wait for his superior too: where everybody's are listed, once is enough.
std::vector<TodoItem> without_copies(std::vector<TodoItem> items) {
  std::vector<TodoItem> listed;
  for (TodoItem& item : items) {
    const bool known = std::any_of(listed.begin(), listed.end(), [&](const TodoItem& other) {
      return std::tie(other.what, other.employee_no, other.since, other.command) ==
             std::tie(item.what, item.employee_no, item.since, item.command);
    });
    if (!known) listed.push_back(std::move(item));
  }
  return listed;
}

/// What waits in an area, or in every one.
std::vector<TodoItem> items_of(Office& office, std::string_view area) {
  std::vector<TodoItem> items;
  if (area.empty()) {
    add_all_todo(office, items);
    add_leavers_todo(office, items);
  } else if (area == "leave") {
    add_leave_todo(office, items);
  } else if (area == "conduct") {
    add_conduct_todo(office, items);
  } else {
    bug("nothing waits in the area " + std::string{area});
  }
  std::stable_sort(items.begin(), items.end(), [](const TodoItem& a, const TodoItem& b) { return a.since < b.since; });
  return items;
}

}  // namespace

void add_all_todo(Office& office, std::vector<TodoItem>& items) {
  add_time_todo(office, items);
  add_corrections_todo(office, items);
  add_leave_todo(office, items);
  add_conduct_todo(office, items);
  add_payroll_todo(office, items);
}

std::vector<TodoItem> list_todo(Office& office, const TodoWanted& wanted) {
  const bool of_others = wanted.all || !wanted.person.empty();
  if (of_others) office.require(domain::Permission::read);
  const store::ReadView view{office.database()};
  auto items = items_of(office, wanted.area);
  if (wanted.all) return without_copies(std::move(items));
  const std::string person =
      wanted.person.empty() ? office.actor() : find_person(office, wanted.person, office.today()).employee_no;
  const auto roles = store::OfficeStore{office.database()}.roles_of(person, office.today());
  std::erase_if(items, [&](const TodoItem& item) { return !waits_for(item, person, roles); });
  return items;
}

}  // namespace svcadm::usecase
