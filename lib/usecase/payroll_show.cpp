#include <algorithm>
#include <string>

#include "store/people_store.hpp"
#include "usecase/directory.hpp"
#include "usecase/office.hpp"
#include "usecase/payroll.hpp"
#include "usecase/run_approval.hpp"
#include "usecase/signed_editions.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

store::RunRow find_run(Office& office, const RunChoice& choice) {
  const Reading reading{office, domain::Permission::read_pay};
  return require_run(office.database(), choice);
}

void each_pay_row(Office& office, const store::RunRow& run, const std::function<void(const store::PayRow&)>& each,
                  const std::vector<std::int64_t>* only) {
  const Reading reading{office, domain::Permission::read_pay};
  store::PayrollStore payroll{office.database()};
  if (only == nullptr) {
    payroll.sheets(run.id, [&](std::int64_t, const std::string& row) { each(store::row_from_json(row)); });
    return;
  }
  for (const std::int64_t employee : *only) {
    if (const auto row = payroll.sheet(run.id, employee)) each(store::row_from_json(*row));
  }
}

ExplainedPay explain_pay(Office& office, const std::string& person, const RunChoice& choice) {
  const Reading reading{office, domain::Permission::read_pay};
  store::PayrollStore payroll{office.database()};
  ExplainedPay pay{.run = require_run(office.database(), choice), .employee = 0, .row = {}, .lines = {}};
  const Month month = pay.run.month;
  const Directory directory{office.database(), first_day(month), last_day(month)};
  const store::Person* known = directory.find(person);
  // Who has left may be paid late: he is found by his number.
  const auto left = known ? std::nullopt : store::PeopleStore{office.database()}.find(person, last_day(month));
  if (known == nullptr && !left) throw Error{Failure::not_found, directory.complaint(person)};
  const store::Person& found = known ? *known : *left;
  // Who was held or settled is paid by a run of his own.
  if (!choice.run) pay.run = payroll.run_with(month, found.id).value_or(pay.run);
  const auto sheet = payroll.sheet(pay.run.id, found.id);
  if (!sheet) throw Error{Failure::not_found, Message{"payroll.not-in-run", {found.employee_no, found.name, month}}};
  pay.employee = found.id;
  pay.row = store::row_from_json(*sheet);
  for (const store::LineRow& line : payroll.lines(pay.run.id, found.id)) {
    pay.lines.push_back({line.item, line.label, line.amount, store::grounds_from_json(line.grounds)});
  }
  pay.unsigned_regulation = SignedEditions{office.database()}.lacks(found.id, pay.lines);
  return pay;
}

}  // namespace svcadm::usecase
