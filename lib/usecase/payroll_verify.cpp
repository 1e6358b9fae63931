#include "usecase/payroll_verify.hpp"

#include <fmt/format.h>

#include "usecase/office.hpp"
#include "usecase/payroll.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

std::vector<VerifiedRun> verify_month(Office& office, Month month) {
  const store::RunRow own = find_run(office, {.run = {}, .month = month});
  if (!own.closed()) {
    throw Error{Failure::conflict, Message{"payroll.not-closed", {month}},
                fmt::format("svcadm payroll close --month {}", to_string(month))};
  }
  const Reading reading{office, domain::Permission::read_pay};
  std::vector<VerifiedRun> verified;
  for (const store::RunRow& run : store::PayrollStore{office.database()}.runs(month)) {
    if (run.closed()) verified.push_back({run, compare_run(office, run, known_at_closing(office, run))});
  }
  return verified;
}

}  // namespace svcadm::usecase
