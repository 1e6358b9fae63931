#include <algorithm>

#include <fmt/format.h>

#include "store/audit_store.hpp"
#include "usecase/month_pay.hpp"
#include "usecase/office.hpp"
#include "usecase/payroll.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

void sort_blocking_first(std::vector<Finding>& findings) {
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return a.blocks && !b.blocks; });
}

bool any_blocks(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) { return finding.blocks; });
}

}  // namespace

std::vector<Finding> check_payroll(Office& office, Month month) {
  const Reading reading{office, domain::Permission::read_pay};
  MonthPay pay{office, month, {.event = {}, .now = office.now()}};
  std::vector<Finding> findings = pay.office_findings();
  if (!any_blocks(findings)) {
    for (const store::Person& person : pay.people()) pay.compute(person, findings);
  }
  sort_blocking_first(findings);
  return findings;
}

RunOutcome run_payroll(Office& office, Month month, const Progress& progress) {
  UnitOfWork work{office, domain::Permission::run_payroll, "payroll.run"};
  store::PayrollStore payroll{office.database()};
  if (payroll.is_closed(month)) throw Error{Failure::conflict, Message{"payroll.closed", {month}}};

  if (first_day(month) > office.today()) {
    throw Error{Failure::refused, Message{"payroll.not-begun", {month, first_day(month)}}};
  }

  // Gather what concerns everybody; a person's facts are gathered as the stream reaches him.
  const std::int64_t seen = store::AuditStore{office.database()}.newest_event();
  MonthPay pay{office, month, {.event = {}, .now = office.now()}};
  std::vector<Finding> findings = pay.office_findings();
  if (any_blocks(findings)) throw Error{Failure::refused, blocking_problems(findings)};
  if (pay.people().empty()) throw Error{Failure::not_found, Message{"payroll.nobody", {month}}};

  RunOutcome outcome;
  outcome.run = payroll.begin_run(work.event(), month, seen);
  store::RunWriter writer{office.database(), outcome.run};
  std::size_t done = 0;
  for (const store::Person& person : pay.people()) {
    // Decide.
    const auto result = pay.compute(person, findings);
    if (progress) progress(++done, pay.people().size());
    if (!result) continue;
    // Record.
    writer.add(rows_of(*result));
    ++outcome.people;
    outcome.payable += result->row.sheet.payable;
    if (!result->proposals.empty()) outcome.proposals.push_back({person.employee_no, person.name, result->proposals});
  }
  if (any_blocks(findings)) throw Error{Failure::refused, blocking_problems(findings)};
  outcome.doubts = std::move(findings);
  payroll.finish_run(outcome.run, outcome.people, outcome.payable);
  work.conclude(fmt::format("PR{}", outcome.run),
                fmt::format(R"({{"run":{},"month":"{}","people":{},"payable_fen":{}}})", outcome.run, to_string(month),
                            outcome.people, outcome.payable.fen));
  return outcome;
}

}  // namespace svcadm::usecase
