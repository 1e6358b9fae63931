#include "usecase/clock_in_closed.hpp"

#include <algorithm>

#include "store/payroll_store.hpp"
#include "usecase/closed_month.hpp"
#include "usecase/office.hpp"

namespace svcadm::usecase {

namespace {

/// A civil day ends less than so far from the midnight behind its date.
constexpr Span margin = hours(48);

}  // namespace

ClosedTime::ClosedTime(Office& office)
    : office_{office}, month_{store::PayrollStore{office.database()}.newest_paid()} {}

Moment ClosedTime::latest_end() const { return at(last_day(month_.value()) + 1) + margin; }

Moment ClosedTime::end(std::int64_t employee) {
  const auto known = ends_.find(employee);
  if (known != ends_.end()) return known->second;
  const Date last = last_day(month_.value());
  if (!times_) times_ = std::make_unique<MonthTimes>(office_, last, last);
  const store::Person* person = times_->person(employee);
  Moment end = at(last + 1);
  try {
    if (person != nullptr) end = times_->civil_day(*person, last).second;
  } catch (const Error& error) {
    // Without hours in force there is no shift that runs past midnight, and a punch is taken all the same.
    if (error.failure() != Failure::no_rule) throw;
  }
  ends_.emplace(employee, end);
  return end;
}

bool ClosedTime::holds(std::int64_t employee, Moment when) {
  if (!month_ || when >= latest_end()) return false;
  const bool near_the_end = when >= at(last_day(*month_) + 1) - margin;
  return !near_the_end || when < end(employee);
}

void take_late_time(Office& office, std::int64_t employee, Moment when) {
  ClosedTime closed{office};
  if (!closed.holds(employee, when)) return;
  take_late_fact(office, std::min(date_of(when), last_day(closed.month().value())));
}

}  // namespace svcadm::usecase
