#include "usecase/leave.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "usecase/closed_month.hpp"
#include "usecase/directory.hpp"
#include "usecase/leave_decide.hpp"
#include "usecase/leave_desk.hpp"
#include "usecase/leave_limits.hpp"
#include "usecase/leave_matter.hpp"
#include "usecase/office.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

store::LeaveRow require_leave(Office& office, std::int64_t id) {
  auto row = store::LeaveStore{office.database()}.find(id);
  if (!row) throw Error{Failure::not_found, Message{"leave.unknown", {leave_name(id)}}, "svcadm leave list"};
  return *row;
}

/// Whether it was asked for and nobody has consented yet: then it is the asker's own to take back.
bool waits(Office& office, std::int64_t leave) {
  store::RequestStore requests{office.database()};
  const auto request = requests.of_leave(leave);
  if (!request) return false;
  const auto acts = requests.acts(request->id);
  const auto is_consent = [](const store::RequestActRow& act) {
    return act.act == store::to_key(domain::RequestAct::Kind::approve);
  };
  return std::none_of(acts.begin(), acts.end(), is_consent);
}

}  // namespace

std::int64_t record_leave(Office& office, const NewLeave& leave) {
  UnitOfWork work{office, domain::Permission::record_time, "leave.record"};
  const auto [person, row, limited] = check_leave(office, leave);

  take_late_fact(office, row.first);

  const std::int64_t id = store::LeaveStore{office.database()}.add(work.event(), row);
  work.conclude(person.employee_no, leave_detail(id));
  if (limited) note_beyond(office, id);
  return id;
}

UnitOfWork begin_cancelling(Office& office, bool own, bool consented, const std::string& name) {
  constexpr const char* action = "leave.cancel";
  if (own && !consented) return UnitOfWork{office, action};
  if (own && !office.may(domain::Permission::record_time)) {
    throw Error{Failure::conflict, Message{"leave.consented", {name}}};
  }
  return UnitOfWork{office, domain::Permission::record_time, action};
}

void cancel_leave(Office& office, std::int64_t id, const std::string& reason) {
  const auto known = store::LeaveStore{office.database()}.find(id);
  const bool own = known && store::PeopleStore{office.database()}.number_of(known->employee) == office.actor();
  UnitOfWork work = begin_cancelling(office, own, !waits(office, id), leave_name(id));
  const auto row = require_leave(office, id);
  const auto person = store::PeopleStore{office.database()}.history(row.employee).value();
  const std::string why{trim(reason)};

  std::vector<LeaveFault> faults;
  const auto find = [&](Failure failure, Message message) {
    faults.push_back({failure, {}, {.message = std::move(message)}});
  };
  if (office.is_own(person.employee_no) && !waits(office, id)) {
    find(Failure::not_permitted, {"leave.own", {person.employee_no, person.name}});
  }
  if (why.empty()) find(Failure::usage, {"leave.reason-missing", {}});
  if (row.cancelled) find(Failure::conflict, {"leave.cancelled-already", {leave_name(id)}});
  throw_faults(faults);
  take_late_fact(office, row.first);

  store::LeaveStore{office.database()}.cancel(work.event(), id, why);
  work.conclude(person.employee_no, leave_detail(id));
}

}  // namespace svcadm::usecase
