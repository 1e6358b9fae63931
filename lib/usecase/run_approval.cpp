#include "usecase/run_approval.hpp"

#include <algorithm>
#include <initializer_list>
#include <span>
#include <string_view>

#include <fmt/format.h>

#include "base/suggestion.hpp"
#include "store/audit_store.hpp"
#include "store/late_facts.hpp"
#include "usecase/day_plans.hpp"
#include "usecase/leave_desk.hpp"
#include "usecase/leave_requests.hpp"
#include "usecase/month_times.hpp"
#include "usecase/office.hpp"
#include "usecase/own_affair.hpp"
#include "usecase/pay_month.hpp"
#include "usecase/pay_tables.hpp"
#include "usecase/payroll_steps.hpp"
#include "usecase/settings.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

constexpr std::size_t most_named = 10;  // people whose pay has changed, and events

void require_known_calendar(Office& office, Month month) {
  const DayPlans plans{office.database(), first_day(month), last_day(month)};
  for (const auto& department : plans.departments().entries()) {
    const auto day = plans.provisional_day(first_day(month), last_day(month), department.id);
    if (!day) continue;
    throw Error{Failure::no_rule, Message{"payroll.calendar-provisional", {*day, std::int64_t{year_of(*day)}}},
                suggest("svcadm calendar import {}.toml", year_of(*day))};
  }
}

void require_settlements_closed(Office& office, Month month) {
  store::PayrollStore payroll{office.database()};
  for (const store::RunRow& run : payroll.runs(month)) {
    if (run.kind != store::RunKind::settlement || run.closed()) continue;
    const auto person = store::PeopleStore{office.database()}.history(run.employee).value();
    if (!person.left || month_of(*person.left) != month) continue;  // he stays after all
    throw Error{Failure::conflict,
                Message{"payroll.settlement-open", {month, run.name(), person.employee_no, person.name}},
                suggest("svcadm payroll close --run {}", run.name())};
  }
}

/// Whether an event has written rows of these tables alone.
bool wrote_only(store::AuditStore& audit, const store::AuditEvent& event, std::initializer_list<Tables> all) {
  const auto written = audit.find(event.event)->written;
  return std::ranges::all_of(written, [&](const auto& rows) {
    return std::ranges::any_of(all, [&](Tables tables) { return is_among(rows.table, tables); });
  });
}

void name_people(const RunComparison& now, std::vector<Problem>& problems) {
  const auto amount = [](std::optional<Money> money) { return money ? Arg{*money} : Arg{Term{"nothing"}}; };
  for (std::size_t i = 0; i < now.differences.size(); ++i) {
    if (i == most_named) {
      problems.push_back(
          {.message = {"payroll.more-differ", {static_cast<std::int64_t>(now.differences.size() - most_named)}}});
      return;
    }
    const PayDifference& one = now.differences[i];
    if (one.stored == one.computed) {
      problems.push_back({.message = {"payroll.reasons-differ", {one.employee_no, one.name}}});
    } else {
      problems.push_back(
          {.message = {"payroll.pay-differs", {one.employee_no, one.name, amount(one.stored), amount(one.computed)}}});
    }
  }
}

void name_events(Office& office, const store::RunRow& run, std::vector<Problem>& problems) {
  store::AuditStore audit{office.database()};
  std::size_t named = 0;
  for (const store::AuditEvent& event : audit.events({.after = run.event})) {
    if (wrote_only(audit, event, {tables_beside_pay})) continue;
    if (named++ == most_named) {
      problems.push_back({.message = {"payroll.more-events", {}},
                          .way_out = suggest("svcadm audit list --from {}", to_string(date_of(event.recorded_at)))});
      return;
    }
    problems.push_back(
        {.message = {"payroll.event-since", {event.event, event.as_of, event.action, event.subject, event.actor}}});
  }
}

/// Of those whose pay has changed: leave and cards for lateness whose limit has passed since the run was computed,
/// which nobody records.
void name_lapsed(Office& office, const store::RunRow& run, const RunComparison& now, std::vector<Problem>& problems) {
  store::Database& database = office.database();
  const Date first = first_day(run.month - 1);  // late facts of the month before are paid in this one
  const Date last = last_day(run.month);
  const Moment ran = store::AuditStore{database}.find(run.event).value().event.as_of;
  LeaveRequests then{database, first, last, ran};
  LeaveRequests today{database, first, last, office.now()};
  const DayPlans plans{database, today.first_needed(), today.last_needed()};
  PolicyBook book{database, plans.departments(), today.first_needed(), today.last_needed()};
  then.look_into(plans, book);
  today.look_into(plans, book);
  MonthTimes times{office, first_day(run.month), last, {.event = {}, .now = ran}};
  using Kind = domain::LeaveStanding::Kind;
  const auto name = [&](const domain::LeaveStanding& before, const domain::LeaveStanding& after, Message message,
                        std::string way_out) {
    if (before.kind != Kind::pending || after.kind != Kind::lapsed || !before.limit) return;
    message.args.emplace_back(*before.limit);
    problems.push_back({.message = std::move(message), .way_out = std::move(way_out)});
  };
  store::PeopleStore people{database};
  for (const PayDifference& one : now.differences) {
    const auto known = people.find(one.employee_no, last);
    if (!known) continue;
    const store::Person person = people.history(known->id).value();
    for (const LeaveCase& leave : today.of(person.id)) {
      const std::string number = leave_name(leave.row.id);
      name(then.standing(person, leave), today.standing(person, leave),
           {"payroll.leave-lapsed", {number, one.employee_no, one.name}}, suggest("svcadm leave show {}", number));
    }
    if (times.person(person.id) == nullptr) continue;
    for (const domain::TimeCharge& charge : times.judge(*times.person(person.id)).charges) {
      if (charge.converted.halves == 0) continue;
      name(charge.card, today.card_standing(person, charge.day),
           {"payroll.card-lapsed", {charge.day, one.employee_no, one.name}},
           suggest("svcadm clock-in day {} {}", one.employee_no, to_string(charge.day)));
    }
  }
}

}  // namespace

std::optional<Month> open_before(Office& office, Month month) {
  if (const auto newest = store::PayrollStore{office.database()}.newest_closed()) {
    return *newest + 1 < month ? std::optional{*newest + 1} : std::nullopt;
  }
  const auto first = first_month(office.database(), office.today());
  return first && *first < month ? first : std::nullopt;
}

store::RunRow require_run(store::Database& database, const RunChoice& choice) {
  store::PayrollStore payroll{database};
  if (choice.run) {
    if (auto run = payroll.run_numbered(*choice.run)) return *run;
    throw Error{Failure::not_found, Message{"payroll.run-unknown", {fmt::format("PR{}", *choice.run)}}};
  }
  const Month month = choice.month.value();
  if (auto run = payroll.run_of(month)) return *run;
  throw Error{Failure::not_found, Message{"payroll.no-run", {month}},
              suggest("svcadm payroll run --month {}", to_string(month))};
}

void require_other_than_paid(Office& office, const store::RunRow& run) {
  if (run.kind == store::RunKind::month) return;
  const auto person = store::PeopleStore{office.database()}.history(run.employee).value();
  require_other(office, person, domain::Permission::approve_pay);
}

std::string run_again(Office& office, const store::RunRow& run) {
  const std::string month = to_string(run.month);
  if (run.kind == store::RunKind::month) return suggest("svcadm payroll run --month {}", month);
  const auto person = store::PeopleStore{office.database()}.history(run.employee).value();
  if (run.kind == store::RunKind::supplementary) {
    return suggest("svcadm payroll run --month {} --only {}", month, person.employee_no);
  }
  return suggest("svcadm payroll settle {} --last-day {}", person.employee_no,
                 to_string(person.left.value_or(last_day(run.month))));
}

void require_final(Office& office, const store::RunRow& run) {
  if (auto problem = before_first_month(office, run.month)) throw Error{Failure::refused, {std::move(*problem)}};
  const bool of_month = run.kind == store::RunKind::month;
  if (of_month && last_day(run.month) >= office.today()) {
    throw Error{Failure::refused, Message{"payroll.month-not-over", {run.month, last_day(run.month)}}};
  }
  if (const auto before = of_month ? open_before(office, run.month) : std::nullopt) {
    throw Error{Failure::conflict, Message{"payroll.earlier-open", {run.month, *before}},
                suggest("svcadm payroll close --month {}", to_string(*before))};
  }
  require_known_calendar(office, run.month);
  if (!of_month) return;
  // What is carried forward was read from the run of the month before: a newer one may carry something else.
  const auto carried_from = store::PayrollStore{office.database()}.run_of(run.month - 1);
  if (carried_from && carried_from->event > run.event) {
    throw Error{Failure::conflict, Message{"payroll.carried-from-newer", {run.name(), run.month - 1}},
                run_again(office, run)};
  }
  require_settlements_closed(office, run.month);
}

EnteredSince entered_since(Office& office, const store::RunRow& run) {
  const Reading reading{office, domain::Permission::read_pay};
  EnteredSince since{.people = store::LateFactsStore{office.database()}.employees(run.month, run.event).size()};
  store::AuditStore audit{office.database()};
  for (const store::AuditEvent& event : audit.events({.after = run.event})) {
    if (wrote_only(audit, event, {tables_beside_pay, tables_of_runs, tables_of_days})) continue;
    since.event = event;
    break;
  }
  return since;
}

namespace {

/// Whatever the draft has that the facts do not give goes.
std::string computed_afresh(Office& office, const store::RunRow& run) {
  return run_again(office, run) + (run.kind == store::RunKind::month ? " --afresh" : "");
}

}  // namespace

std::vector<Problem> changes_since(Office& office, const store::RunRow& run, const RunComparison& now) {
  std::vector<Problem> problems{
      {.message = {"payroll.no-longer-holds", {run.name()}}, .way_out = computed_afresh(office, run)}};
  name_people(now, problems);
  problems.insert(problems.end(), now.missing.begin(), now.missing.end());
  name_events(office, run, problems);
  name_lapsed(office, run, now, problems);
  return problems;
}

CheckedApproval check_approval(Office& office, const store::RunRow& run) {
  CheckedApproval checked{.approval = store::PayrollStepsStore{office.database()}.approval(run.id), .fallen = {}};
  if (!checked.approval) return checked;
  const RunComparison now = compare_run(office, run, known_now(office));
  const bool same_rows = store::digest_of_run(office.database(), run.id) == checked.approval->sha256;
  if (now.holds() && same_rows) return checked;
  const auto by = store::AuditStore{office.database()}.find(checked.approval->event);
  checked.fallen = changes_since(office, run, now);
  checked.fallen.front().message = {"payroll.approval-fallen", {run.name(), by.value().event.actor}};
  return checked;
}

}  // namespace svcadm::usecase
