// Everybody's pay, line by line: what slips are made of.

#include <algorithm>
#include <map>

#include "store/people_store.hpp"
#include "usecase/office.hpp"
#include "usecase/payroll.hpp"
#include "usecase/run_approval.hpp"
#include "usecase/signed_editions.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

ExplainedPay explained(const store::RunRow& run, const store::PersonRows& rows) {
  ExplainedPay pay{.run = run, .row = store::row_from_json(rows.row), .lines = {}};
  for (const store::LineRow& line : rows.lines) {
    pay.lines.push_back({line.item, line.label, line.amount, store::grounds_from_json(line.grounds)});
  }
  return pay;
}

}  // namespace

std::vector<ExplainedPay> pay_slips(Office& office, const RunChoice& choice) {
  const Reading reading{office, domain::Permission::read_pay};
  const store::RunRow chosen = require_run(office.database(), choice);
  const auto runs = choice.run ? std::vector{chosen} : store::PayrollStore{office.database()}.runs(chosen.month);
  std::map<std::int64_t, ExplainedPay> by_employee;
  for (const store::RunRow& run : runs) {
    store::RunReader reader{office.database(), run.id};
    while (const auto rows = reader.next()) {
      if (rows->is_paid && !rows->row.empty()) by_employee.insert_or_assign(rows->employee, explained(run, *rows));
    }
  }
  std::vector<ExplainedPay> slips;
  SignedEditions signed_editions{office.database()};
  for (auto& [employee, pay] : by_employee) {
    pay.unsigned_regulation = signed_editions.lacks(employee, pay.lines);
    slips.push_back(std::move(pay));
  }
  std::stable_sort(slips.begin(), slips.end(), [](const ExplainedPay& a, const ExplainedPay& b) {
    return store::number_before(a.row.employee_no, b.row.employee_no);
  });
  return slips;
}

}  // namespace svcadm::usecase
