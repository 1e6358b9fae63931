#include <algorithm>

#include <fmt/format.h>

#include "store/audit_store.hpp"
#include "store/office_store.hpp"
#include "usecase/day_plans.hpp"
#include "usecase/month_pay.hpp"
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

bool same_lines(const std::vector<store::LineRow>& stored, const std::vector<domain::PayLine>& computed) {
  return std::equal(stored.begin(), stored.end(), computed.begin(), computed.end(),
                    [](const store::LineRow& a, const domain::PayLine& b) {
                      return a.item == b.item && a.label == b.label && a.amount == b.amount &&
                             a.grounds == store::grounds_to_json(b.grounds);
                    });
}

/// Whether what is known now still gives what the run has stored, to the last fen and reason: a fact may have come
/// since, and a draft lies open in the file.
bool still_holds(Office& office, const store::RunRow& run) {
  MonthPay pay{office, run.month};
  store::PayrollStore payroll{office.database()};
  std::vector<Finding> findings = pay.office_findings();
  std::int64_t people = 0;
  Money payable;
  for (const store::Person& person : pay.people()) {
    const auto result = pay.compute(person, findings);
    if (!result) continue;
    ++people;
    payable += result->row.sheet.payable;
    const auto sheet = payroll.sheet(run.id, person.id);
    if (!sheet || sheet->row != store::row_to_json(result->row) || sheet->payable != result->row.sheet.payable ||
        !same_lines(payroll.lines(run.id, person.id), result->row.sheet.lines)) {
      return false;
    }
  }
  const bool complete = std::none_of(findings.begin(), findings.end(), [](const Finding& one) { return one.blocks; });
  return complete && people == run.people && payable == run.payable && payroll.sheet_count(run.id) == people;
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
  if (!still_holds(office, *run)) {
    throw Error{Failure::conflict, Message{"payroll.no-longer-holds", {fmt::format("PR{}", run->id)}},
                fmt::format("svcadm payroll run --month {}", to_string(month))};
  }

  // Record.
  payroll.close(work.event(), month, run->id, work.event() - 1);
  work.conclude(to_string(month),
                fmt::format(R"({{"run":{},"people":{},"payable_fen":{}}})", run->id, run->people, run->payable.fen));
  return {*run, false};
}

}  // namespace svcadm::usecase
