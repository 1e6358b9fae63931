#include "usecase/offered_names.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <utility>

#include <fmt/format.h>

#include "usecase/department.hpp"
#include "usecase/directory.hpp"
#include "usecase/known_at.hpp"
#include "usecase/leave.hpp"
#include "usecase/leave_desk.hpp"
#include "usecase/objections.hpp"
#include "usecase/office.hpp"
#include "usecase/regulations.hpp"
#include "usecase/settings.hpp"
#include "usecase/shift.hpp"
#include "usecase/time_corrections.hpp"
#include "usecase/todo.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

constexpr int days_back = 62;
constexpr int days_ahead = 366;

/// By name where one person bears it, else by number; or all by number.
std::vector<OfferedName> people(Office& office, bool by_number) {
  const store::ReadView view{office.database()};
  const Directory directory{office.database(), office.today(), office.today()};
  const bool all = office.may(domain::Permission::read);
  std::map<std::string_view, int> bearers;
  for (const store::Person& person : directory.people()) ++bearers[person.name];
  std::vector<OfferedName> names;
  for (const store::Person& person : directory.people()) {
    if (!all && !office.is_own(person.employee_no)) continue;
    const bool number = by_number || bearers[person.name] > 1;
    names.push_back(number ? OfferedName{person.employee_no, person.name}
                           : OfferedName{person.name, person.employee_no});
  }
  return names;
}

std::vector<OfferedName> leaves(Office& office) {
  const std::string whose = office.may(domain::Permission::read) ? std::string{} : office.actor();
  std::vector<OfferedName> names;
  for (const ListedLeave& leave : list_leaves(office, whose, office.today() - days_back, office.today() + days_ahead)) {
    names.push_back({leave.card ? fmt::format("RQ{}", *leave.card) : leave_name(leave.row.id),
                     fmt::format("{} {} {}", leave.employee_no, leave.name, to_string(leave.row.first))});
  }
  return names;
}

template <class Rows, class Offer>
std::vector<OfferedName> offered(const Rows& rows, Offer offer) {
  std::vector<OfferedName> names;
  std::ranges::transform(rows, std::back_inserter(names), offer);
  return names;
}

/// Corrections without their second person and objections without an answer, of this month and the last.
std::vector<std::pair<std::string, std::string>> waiting_time(Office& office) {
  const Reading reading{office, domain::Permission::read};
  const Date first = first_day(month_of(office.today()) - 1);
  std::vector<Finding> findings;
  find_pending(office, first, office.today(), known_now(office), findings);
  find_unanswered(office, first, office.today(), known_now(office), findings);
  std::vector<std::pair<std::string, std::string>> commands;
  for (const Finding& finding : findings) commands.emplace_back(finding.way_out, finding.name);
  return commands;
}

/// The fourth word: "svcadm leave approve LV17".
std::string id_in(const std::string& command) {
  std::istringstream words{command};
  std::string word;
  for (int i = 0; i < 4; ++i) {
    if (!(words >> word)) return {};
  }
  return word;
}

}  // namespace

std::vector<OfferedName> names_of(Office& office, NameOf kind) {
  switch (kind) {
    case NameOf::person: return people(office, false);
    case NameOf::person_number: return people(office, true);
    case NameOf::department:
      return offered(list_departments(office, office.today()), [](const DepartmentRow& row) {
        return OfferedName{row.name, row.parent};
      });
    case NameOf::shift:
      return offered(list_shifts(office), [](const store::ShiftTerm& term) {
        return OfferedName{term.code, term.label};
      });
    case NameOf::regulation:
      return offered(list_regulations(office), [](const RegulationRow& row) {
        return OfferedName{row.code, row.title};
      });
    case NameOf::setting:
      return offered(setting_keys(), [](const SettingKey& key) { return OfferedName{.word = key.key}; });
    case NameOf::leave: return leaves(office);
  }
  return {};
}

std::vector<OfferedName> waiting_ids(Office& office, std::string_view area) {
  std::vector<std::pair<std::string, std::string>> commands;
  if (area == "clock-in") {
    commands = waiting_time(office);
  } else {
    for (const TodoItem& item : list_todo(office, {.area = std::string{area}})) {
      commands.emplace_back(item.command, fmt::format("{} {} {}", item.employee_no, item.name, to_string(item.since)));
    }
  }
  std::vector<OfferedName> ids;
  std::set<std::string> known;
  for (auto& [command, about] : commands) {
    const std::string id = id_in(command);
    if (!id.empty() && !id.starts_with('-') && known.insert(id).second) ids.push_back({id, std::move(about)});
  }
  return ids;
}

}  // namespace svcadm::usecase
