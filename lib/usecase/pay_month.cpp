#include "usecase/pay_month.hpp"

#include "base/suggestion.hpp"
#include "store/payroll_store.hpp"
#include "usecase/clock_in_report.hpp"
#include "usecase/office.hpp"
#include "usecase/settings.hpp"

namespace svcadm::usecase {

std::optional<Problem> before_first_month(Office& office, Month month) {
  const auto first = first_month(office.database(), office.today());
  if (!first || *first <= month) return std::nullopt;
  Problem problem{.message = {"payroll.before-first-month", {month, *first}}};
  // Once a month is closed the first one stays.
  if (!store::PayrollStore{office.database()}.newest_closed()) {
    problem.way_out = suggest("svcadm setting set first_month {}", to_string(month));
  }
  return problem;
}

std::optional<Problem> month_not_over(const Office& office, Month month) {
  if (last_day(month) <= last_day_over(office)) return std::nullopt;
  return Problem{.message = {"payroll.not-over", {month, last_day(month) + 1}}};
}

}  // namespace svcadm::usecase
