#include "usecase/closed_month.hpp"

#include <algorithm>

#include "store/payroll_store.hpp"
#include "usecase/office.hpp"

namespace svcadm::usecase {

namespace {

constexpr const char* closed_id = "people.month-closed";

}  // namespace

std::optional<Problem> closed_month_problem(store::Database& database, Date from) {
  const auto closed = store::PayrollStore{database}.newest_paid();
  if (!closed || from > last_day(*closed)) return std::nullopt;
  return Problem{.message = {closed_id, {from, *closed}}};
}

bool is_closed_month(const Problem& problem) { return problem.message.id == closed_id; }

void require_open_month(store::Database& database, Date from) {
  if (const auto problem = closed_month_problem(database, from)) throw Error{Failure::conflict, {*problem}};
}

std::optional<Problem> before_months_problem(store::Database& database, Date from) {
  store::PayrollStore payroll{database};
  const auto first = payroll.oldest_paid();
  if (!first || from >= first_day(*first)) return std::nullopt;
  return closed_month_problem(database, from);
}

void take_late_fact(Office& office, Date from) {
  if (const auto problem = before_months_problem(office.database(), from)) throw Error{Failure::conflict, {*problem}};
  store::PayrollStore payroll{office.database()};
  const auto paid = payroll.newest_paid();
  if (!paid || from > last_day(*paid)) return;
  const bool closed = payroll.is_closed(month_of(from));
  const Message note{closed ? "closed-month.late" : "closed-month.late-paid", {month_of(from), *paid + 1}};
  auto& notes = office.notes();
  if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
}

}  // namespace svcadm::usecase
