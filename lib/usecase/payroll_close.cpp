#include <fmt/format.h>

#include "store/audit_store.hpp"
#include "store/office_store.hpp"
#include "usecase/day_plans.hpp"
#include "usecase/office.hpp"
#include "usecase/payroll.hpp"
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

}  // namespace

CloseOutcome close_month(Office& office, Month month) {
  UnitOfWork work{office, domain::Permission::close_month, "payroll.close"};
  store::PayrollStore payroll{office.database()};

  // Gather.
  const auto run = payroll.run_of(month);
  if (run && run->closed) return {*run, true};
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
    throw Error{Failure::conflict,
                Message{"payroll.carried-from-newer", {fmt::format("PR{}", run->id), month - 1}},
                fmt::format("svcadm payroll run --month {}", to_string(month))};
  }
  if (payroll.facts_after(*run)) {
    throw Error{Failure::conflict, Message{"payroll.facts-after-run", {fmt::format("PR{}", run->id)}},
                fmt::format("svcadm payroll run --month {}", to_string(month))};
  }

  // Record.
  payroll.close(work.event(), month, run->id, run->last_event);
  work.conclude(to_string(month),
                fmt::format(R"({{"run":{},"people":{},"payable_fen":{}}})", run->id, run->people, run->payable.fen));
  return {*run, false};
}

}  // namespace svcadm::usecase
