#include "usecase/payroll_verify.hpp"

#include "base/suggestion.hpp"
#include "store/payroll_steps_store.hpp"
#include "usecase/office.hpp"
#include "usecase/payroll.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

std::vector<VerifiedRun> verify_month(Office& office, Month month) {
  const store::RunRow own = find_run(office, {.run = {}, .month = month});
  if (!own.closed()) {
    throw Error{Failure::conflict, Message{"payroll.not-closed", {month}},
                suggest("svcadm payroll close --month {}", to_string(month))};
  }
  const Reading reading{office, domain::Permission::read_pay};
  std::vector<VerifiedRun> verified;
  for (const store::RunRow& run : store::PayrollStore{office.database()}.runs(month)) {
    if (run.closed()) verified.push_back({run, compare_run(office, run, known_at_closing(office, run))});
  }
  return verified;
}

DraftState draft_state(Office& office, Month month) {
  const Reading reading{office, domain::Permission::read_pay};
  const auto run = store::PayrollStore{office.database()}.run_of(month);
  if (!run) return DraftState::none;
  if (run->closed() || !store::PayrollStepsStore{office.database()}.payments(run->id).empty()) {
    return DraftState::final;
  }
  return compare_run(office, *run, known_now(office)).holds() ? DraftState::current : DraftState::stale;
}

}  // namespace svcadm::usecase
