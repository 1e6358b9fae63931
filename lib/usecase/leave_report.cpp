#include "usecase/leave_report.hpp"

#include <algorithm>
#include <map>

#include "store/leave_store.hpp"
#include "store/opening_store.hpp"
#include "usecase/directory.hpp"
#include "usecase/leave_desk.hpp"
#include "usecase/office.hpp"
#include "usecase/opening.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

/// The part of a leave that lies in a span.
store::LeaveRow within(store::LeaveRow leave, Date first, Date last) {
  if (leave.first < first) {
    leave.first = first;
    leave.first_half = 1;
  }
  if (last < leave.last) {
    leave.last = last;
    leave.last_half = 2;
  }
  return leave;
}

using ByKind = std::map<std::string, TakenLeave>;

}  // namespace

std::vector<TakenLeave> report_leave(Office& office, const std::string& person, int year) {
  const Date first = make_date(year, 1, 1);
  const Date last = std::max(first, std::min(office.today(), make_date(year, 12, 31)));
  const Reading reading{office, domain::Permission::read};
  const Directory directory{office.database(), first, last};
  LeaveDesk desk{office, first, last};
  std::map<std::int64_t, ByKind> by_person;
  const auto of_kind = [&](const store::Person& who, const std::string& code, Date day) -> TakenLeave& {
    TakenLeave& entry = by_person[who.id][code];
    if (entry.kind.empty()) {
      const auto kind = desk.kind(who, day, code);
      entry = {.employee_no = who.employee_no,
               .name = who.name,
               .kind = code,
               .label = kind ? kind->label : Label{code, code}};
    }
    return entry;
  };
  for (const store::OpeningRow& row : store::OpeningStore{office.database()}.living()) {
    const store::Person* who = directory.by_id(row.employee);
    const std::string code = leave_taken_over(row);
    if (who == nullptr || code.empty() || year_of(row.on) != year) continue;
    of_kind(*who, code, row.on).taken_over = {static_cast<int>(row.quantity)};
  }
  for (const store::LeaveRow& leave : store::LeaveStore{office.database()}.between(first, last)) {
    const store::Person* who = directory.by_id(leave.employee);
    if (who == nullptr) continue;
    const store::LeaveRow part = within(leave, first, last);
    of_kind(*who, leave.kind, part.first).taken += desk.count(*who, part);
  }
  const std::int64_t wanted = person.empty() ? 0 : find_person(office, person, last).id;
  std::vector<TakenLeave> report;
  for (const store::Person& who : directory.people()) {
    if (wanted != 0 && who.id != wanted) continue;
    for (const auto& [code, entry] : by_person[who.id]) report.push_back(entry);
  }
  return report;
}

}  // namespace svcadm::usecase
