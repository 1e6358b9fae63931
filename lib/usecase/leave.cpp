#include "usecase/leave.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/text.hpp"
#include "store/payroll_store.hpp"
#include "usecase/directory.hpp"
#include "usecase/leave_desk.hpp"
#include "usecase/office.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

void throw_faults(const std::vector<LeaveFault>& faults) {
  if (faults.empty()) return;
  std::vector<Problem> problems;
  for (const LeaveFault& fault : faults) problems.push_back(fault.problem);
  throw Error{faults.front().failure, std::move(problems)};
}

store::LeaveRow require_leave(Office& office, std::int64_t id) {
  auto row = store::LeaveStore{office.database()}.find(id);
  if (!row) throw Error{Failure::not_found, Message{"leave.unknown", {leave_name(id)}}, "svcadm leave list"};
  return *row;
}

ListedLeave listed(LeaveDesk& desk, const store::Person& person, const store::LeaveRow& row) {
  const auto kind = desk.kind(person, row.first, row.kind);
  return {.row = row,
          .employee_no = person.employee_no,
          .name = person.name,
          .kind = kind ? kind->label : Label{row.kind, row.kind},
          .days = desk.count(person, row)};
}

}  // namespace

std::int64_t record_leave(Office& office, const NewLeave& leave) {
  UnitOfWork work{office, domain::Permission::record_time, "leave.record"};
  store::PeopleStore people{office.database()};
  NewLeave clean = leave;
  clean.paper = trim(leave.paper);
  std::vector<LeaveFault> faults;
  if (auto bad = bad_span(leave.span)) {
    faults.push_back(std::move(*bad));
    clean.span = {leave.span.first, 1, leave.span.first, 2};  // the rest is looked at for the first day
  }
  std::optional<store::Person> found;
  try {
    found = people.history(find_person(office, leave.person, leave.span.first).id);
  } catch (const Error& error) {
    for (const Problem& problem : error.problems()) faults.push_back({error.failure(), {}, problem});
    throw_faults(faults);
  }
  const store::Person& person = found.value();

  LeaveDesk desk{office, clean.span.first, clean.span.last};
  store::LeaveRow row;
  for (LeaveFault& fault : desk.check(person, clean, row)) faults.push_back(std::move(fault));
  throw_faults(faults);
  if (desk.count(person, row) == HalfDays{}) {
    office.notes().push_back({"leave.no-workday", {person.employee_no, person.name, row.first, row.last}});
  }

  const std::int64_t id = store::LeaveStore{office.database()}.add(work.event(), row);
  work.conclude(person.employee_no, fmt::format(R"({{"leave":"{}"}})", leave_name(id)));
  return id;
}

void cancel_leave(Office& office, std::int64_t id, const std::string& reason) {
  UnitOfWork work{office, domain::Permission::record_time, "leave.cancel"};
  const auto row = require_leave(office, id);
  store::PeopleStore people{office.database()};
  const auto person = people.history(row.employee).value();
  const std::string why{trim(reason)};

  std::vector<LeaveFault> faults;
  const auto find = [&](Failure failure, Message message) {
    faults.push_back({failure, {}, {.message = std::move(message)}});
  };
  if (office.actor() == person.employee_no || (!office.demo() && office.delegate() == person.employee_no)) {
    find(Failure::not_permitted, {"leave.own", {person.employee_no, person.name}});
  }
  if (why.empty()) find(Failure::usage, {"leave.reason-missing", {}});
  if (row.cancelled) find(Failure::conflict, {"leave.cancelled-already", {leave_name(id)}});
  const auto closed = store::PayrollStore{office.database()}.newest_closed();
  if (closed && row.first <= last_day(*closed)) find(Failure::conflict, {"people.month-closed", {row.first, *closed}});
  throw_faults(faults);

  store::LeaveStore{office.database()}.cancel(work.event(), id, why);
  work.conclude(person.employee_no, fmt::format(R"({{"leave":"{}"}})", leave_name(id)));
}

std::vector<ListedLeave> list_leaves(Office& office, const std::string& word, Date first, Date last) {
  const Reading reading{office, domain::Permission::read};
  if (last < first) throw Error{Failure::usage, Message{"people.span-reversed", {first, last}}};
  const std::optional<std::int64_t> only =
      word.empty() ? std::nullopt : std::optional{find_person(office, word, std::min(last, office.today())).id};
  auto rows = store::LeaveStore{office.database()}.all_between(first, last);
  std::erase_if(rows, [&](const store::LeaveRow& row) { return only && row.employee != *only; });
  if (rows.empty()) return {};

  // A leave may reach beyond the days that were asked for.
  Date from = first;
  Date to = last;
  for (const store::LeaveRow& row : rows) {
    from = std::min(from, row.first);
    to = std::max(to, row.last);
  }
  LeaveDesk desk{office, from, to};
  const Directory directory{office.database(), from, to};
  std::vector<ListedLeave> leaves;
  for (const store::LeaveRow& row : rows) {
    if (const store::Person* person = directory.by_id(row.employee)) leaves.push_back(listed(desk, *person, row));
  }
  std::stable_sort(leaves.begin(), leaves.end(), [](const ListedLeave& a, const ListedLeave& b) {
    return a.row.first != b.row.first ? a.row.first < b.row.first : store::number_before(a.employee_no, b.employee_no);
  });
  return leaves;
}

LeaveCard show_leave(Office& office, std::int64_t id) {
  const Reading reading{office, domain::Permission::read};
  const auto row = require_leave(office, id);
  const auto person = store::PeopleStore{office.database()}.history(row.employee).value();
  LeaveDesk desk{office, row.first, row.last};
  const auto kind = desk.kind(person, row.first, row.kind);
  return {listed(desk, person, row), kind ? kind->cite : Citation{}, desk.days(person, row)};
}

}  // namespace svcadm::usecase
