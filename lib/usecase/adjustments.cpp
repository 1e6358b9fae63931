#include "usecase/adjustments.hpp"

#include <algorithm>
#include <memory>
#include <set>

#include "store/audit_store.hpp"
#include "store/late_facts.hpp"
#include "usecase/leave_requests.hpp"
#include "usecase/month_pay.hpp"
#include "usecase/office.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

/// What one closed run paid somebody, adjustments since included.
using Paid = std::map<std::int64_t, std::vector<domain::PaidItem>>;

/// By run and employee.
std::map<std::int64_t, Paid> paid_by_run(store::Database& database, Month month, const KnownAt& known) {
  const auto rows = store::LateFactsStore{database}.paid(month, known.event);
  std::map<std::int64_t, std::int64_t> run_of;  // the run that has the person's sheet comes before what adjusts it
  std::map<std::int64_t, Paid> paid;
  for (const store::PaidItemRow& row : rows) {
    if (row.run != 0) run_of.emplace(row.employee, row.run);
    if (const auto run = run_of.find(row.employee); run != run_of.end()) {
      paid[run->second][row.employee].push_back(row.paid);
    }
  }
  return paid;
}

/// How somebody's leave and cards of a month stand.
std::vector<domain::LeaveStanding::Kind> standings(LeaveRequests& requests, const store::Person& person, Month month) {
  std::vector<domain::LeaveStanding::Kind> kinds;
  for (const LeaveCase& leave : requests.of(person.id)) kinds.push_back(requests.standing(person, leave).kind);
  for (Date day = first_day(month); day <= last_day(month); ++day) {
    kinds.push_back(requests.card_standing(person, day).kind);
  }
  return kinds;
}

/// Of whom a limit has passed since: leave that was closed as pending has lapsed, though nothing was recorded.
std::set<std::int64_t> lapsed_since(Office& office, Month month, Moment since, const KnownAt& known) {
  const auto pending = store::LateFactsStore{office.database()}.closed_as_pending(month, known.event);
  if (pending.empty()) return {};
  const Date first = first_day(month);
  const Date last = last_day(month);
  LeaveRequests before{office.database(), first, last, since, known.event};
  LeaveRequests today{office.database(), first, last, known.now, known.event};
  const DayPlans plans{office.database(), today.first_needed(), today.last_needed(), known.event};
  PolicyBook book{office.database(), plans.departments(), today.first_needed(), today.last_needed(), known.event};
  before.look_into(plans, book);
  today.look_into(plans, book);
  std::set<std::int64_t> lapsed;
  store::PeopleStore people{office.database()};
  for (const std::int64_t employee : pending) {
    const auto person = people.history(employee, known.event).value();
    if (standings(before, person, month) != standings(today, person, month)) lapsed.insert(employee);
  }
  return lapsed;
}

/// When the newest close before a run looked at the facts.
Moment looked_at(Office& office, std::int64_t since) {
  const auto close = store::AuditStore{office.database()}.find(since + 1);
  return close ? close->event.as_of : Moment{};
}

/// Whether the run is the settlement of somebody who has not left in its month after all.
bool stayed_after(Office& office, const store::RunRow& run, const KnownAt& known) {
  if (run.kind != store::RunKind::settlement) return false;
  const auto person = store::PeopleStore{office.database()}.history(run.employee, known.event).value();
  const store::TermSpan* term = person.term_on(last_day(run.month));
  return term != nullptr && (!term->left || month_of(*term->left) != run.month);
}

/// Of whom something may have changed in the month.
std::set<std::int64_t> candidates(Office& office, Month month, const store::RunScope& scope, std::int64_t since,
                                  const KnownAt& known) {
  std::set<std::int64_t> employees = store::LateFactsStore{office.database()}.employees(month, since, known.event);
  employees.merge(lapsed_since(office, month, looked_at(office, since), known));
  if (month == scope.month) {
    // A settlement is closed while its month goes on, and whatever is recorded then is late.
    std::set<std::int64_t> settled;
    for (const auto& [employee, run] : store::PayrollStore{office.database()}.settled(month, known.event)) {
      if (run.closed()) settled.insert(employee);
    }
    employees = std::move(settled);
  }
  if (scope.kind != store::RunKind::month) {
    std::erase_if(employees, [&](std::int64_t employee) { return employee != scope.employee; });
  }
  return employees;
}

}  // namespace

Adjustments::Adjustments(Office& office, const store::RunScope& scope, const KnownAt& known) {
  store::LateFactsStore late{office.database()};
  const std::int64_t since = late.looked_at_before(scope.month, known.event);
  const bool own = scope.kind == store::RunKind::month;
  for (const Month month : late.closed_months(known.event)) {
    if (month < scope.month || (own && month == scope.month)) look_at(office, month, scope, since, known);
  }
}

void Adjustments::look_at(Office& office, Month month, const store::RunScope& scope, std::int64_t since,
                          const KnownAt& known) {
  const std::set<std::int64_t> employees = candidates(office, month, scope, since, known);
  if (employees.empty()) return;
  store::PayrollStore payroll{office.database()};
  const auto own = payroll.run_of(month);
  for (const auto& [id, people] : paid_by_run(office.database(), month, known)) {
    const bool concerned =
        std::any_of(people.begin(), people.end(), [&](const auto& one) { return employees.contains(one.first); });
    const auto run = payroll.run(id);
    if (!concerned || !run) continue;
    // Who was held belongs to the group that the month's own run has measured.
    const store::RunRow& measured = run->kind == store::RunKind::supplementary && own ? *own : *run;
    const MonthPay as_closed{office, measured.scope(), known_at_closing(office, measured)};
    std::unique_ptr<MonthPay> group;
    if (stayed_after(office, *run, known)) {
      const bool final = own && own->closed();
      const store::RunScope all{.month = month};
      group = std::make_unique<MonthPay>(office, all, final ? known_at_closing(office, *own) : known);
    }
    MonthPay today{office, run->scope(), known, &as_closed, group.get()};
    today.times().look_only_at(employees);
    for (const store::Person& person : today.people()) {
      const auto paid = people.find(person.id);
      if (!employees.contains(person.id) || paid == people.end()) continue;
      const auto pay = today.compute(person, findings_);
      if (!pay) continue;
      auto changes = domain::adjustments_between(month, paid->second, pay->row.sheet.lines);
      if (changes.empty()) continue;
      auto& all = by_employee_[person.id];
      all.insert(all.end(), std::make_move_iterator(changes.begin()), std::make_move_iterator(changes.end()));
    }
  }
  std::erase_if(findings_, [](const Finding& finding) { return !finding.blocks; });
}

const std::vector<domain::Adjustment>& Adjustments::of(std::int64_t employee) const {
  static const std::vector<domain::Adjustment> none;
  const auto found = by_employee_.find(employee);
  return found == by_employee_.end() ? none : found->second;
}

std::vector<WaitingAdjustment> list_adjustments(Office& office, std::optional<Month> asked) {
  const Reading reading{office, domain::Permission::read_pay};
  const auto newest = store::PayrollStore{office.database()}.newest_paid();
  const Month month = asked.value_or(newest ? *newest + 1 : month_of(office.today()));
  if (newest && month <= *newest) throw Error{Failure::conflict, Message{"payroll.adjusts-no-more", {month}}};

  const Adjustments adjustments{office, {.month = month}, known_now(office)};
  if (!adjustments.findings().empty()) throw Error{Failure::refused, blocking_problems(adjustments.findings())};
  std::vector<WaitingAdjustment> waiting;
  store::PeopleStore people{office.database()};
  for (const auto& [employee, changes] : adjustments.by_employee()) {
    const auto person = people.history(employee).value();
    for (const domain::Adjustment& one : changes) waiting.push_back({person.employee_no, person.name, one});
  }
  std::stable_sort(waiting.begin(), waiting.end(), [](const WaitingAdjustment& a, const WaitingAdjustment& b) {
    return store::number_before(a.employee_no, b.employee_no);
  });
  return waiting;
}

}  // namespace svcadm::usecase
