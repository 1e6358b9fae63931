#include "usecase/closed_month.hpp"

#include "store/payroll_store.hpp"

namespace svcadm::usecase {

namespace {

constexpr const char* closed_id = "people.month-closed";

}  // namespace

std::optional<Problem> closed_month_problem(store::Database& database, Date from) {
  const auto closed = store::PayrollStore{database}.newest_closed();
  if (!closed || from > last_day(*closed)) return std::nullopt;
  return Problem{.message = {closed_id, {from, *closed}}};
}

bool is_closed_month(const Problem& problem) { return problem.message.id == closed_id; }

void require_open_month(store::Database& database, Date from) {
  if (const auto problem = closed_month_problem(database, from)) throw Error{Failure::conflict, {*problem}};
}

}  // namespace svcadm::usecase
