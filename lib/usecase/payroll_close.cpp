#include <fmt/format.h>

#include "store/office_store.hpp"
#include "usecase/day_plans.hpp"
#include "usecase/office.hpp"
#include "usecase/payroll.hpp"
#include "usecase/payroll_compare.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

/// The month that has to be closed before this one, if there is one.
std::optional<Month> open_before(Office& office, Month month) {
  if (const auto newest = store::PayrollStore{office.database()}.newest_closed()) {
    return *newest + 1 < month ? std::optional{*newest + 1} : std::nullopt;
  }
  const auto first = store::OfficeStore{office.database()}.setting("first_month", last_day(month));
  const auto first_month = first ? parse_month(*first) : std::nullopt;
  return first_month && *first_month < month ? first_month : std::nullopt;
}

void require_known_calendar(Office& office, Month month) {
  const DayPlans plans{office.database(), first_day(month), last_day(month)};
  for (const auto& department : plans.departments().entries()) {
    const auto day = plans.provisional_day(first_day(month), last_day(month), department.id);
    if (!day) continue;
    throw Error{Failure::no_rule, Message{"payroll.calendar-provisional", {*day, std::int64_t{year_of(*day)}}},
                fmt::format("svcadm calendar import {}.toml", year_of(*day))};
  }
}

constexpr std::size_t named_people = 10;  // of those whose pay has changed

/// What has changed since the run: first the run itself, then whose pay it is, then what is missing now.
std::vector<Problem> no_longer_holds(const store::RunRow& run, const RunComparison& now) {
  std::vector<Problem> problems{{.message = {"payroll.no-longer-holds", {fmt::format("PR{}", run.id)}},
                                 .way_out = fmt::format("svcadm payroll run --month {}", to_string(run.month))}};
  const auto amount = [](std::optional<Money> money) { return money ? Arg{*money} : Arg{Term{"nothing"}}; };
  for (const PayDifference& one : now.differences) {
    if (problems.size() > named_people) {
      problems.push_back(
          {.message = {"payroll.more-differ", {static_cast<std::int64_t>(now.differences.size() - named_people)}}});
      break;
    }
    if (one.stored == one.computed) {
      problems.push_back({.message = {"payroll.reasons-differ", {one.employee_no, one.name}}});
    } else {
      problems.push_back(
          {.message = {"payroll.pay-differs", {one.employee_no, one.name, amount(one.stored), amount(one.computed)}}});
    }
  }
  problems.insert(problems.end(), now.missing.begin(), now.missing.end());
  return problems;
}

}  // namespace

CloseOutcome close_month(Office& office, Month month) {
  UnitOfWork work{office, domain::Permission::close_month, "payroll.close"};
  store::PayrollStore payroll{office.database()};

  // Gather.
  const auto run = payroll.run_of(month);
  if (run && run->closed()) return {*run, true};
  if (!run) {
    throw Error{Failure::not_found, Message{"payroll.no-run", {month}},
                fmt::format("svcadm payroll run --month {}", to_string(month))};
  }

  // Decide.
  if (last_day(month) >= office.today()) {
    throw Error{Failure::refused, Message{"payroll.month-not-over", {month, last_day(month)}}};
  }
  if (const auto before = open_before(office, month)) {
    throw Error{Failure::conflict, Message{"payroll.earlier-open", {month, *before}},
                fmt::format("svcadm payroll close --month {}", to_string(*before))};
  }
  require_known_calendar(office, month);
  // What is carried forward was read from the run of the month before: a newer one may carry something else.
  if (const auto carried_from = payroll.run_of(month - 1); carried_from && carried_from->id > run->id) {
    throw Error{Failure::conflict, Message{"payroll.carried-from-newer", {fmt::format("PR{}", run->id), month - 1}},
                fmt::format("svcadm payroll run --month {}", to_string(month))};
  }
  if (const auto now = compare_run(office, *run, {.event = {}, .now = office.now()}); !now.holds()) {
    throw Error{Failure::conflict, no_longer_holds(*run, now)};
  }

  // Record.
  payroll.close(work.event(), month, run->id, work.event() - 1);
  work.conclude(to_string(month),
                fmt::format(R"({{"run":{},"people":{},"payable_fen":{}}})", run->id, run->people, run->payable.fen));
  return {*run, false};
}

}  // namespace svcadm::usecase
