#include "usecase/leave_limits.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "store/leave_store.hpp"
#include "usecase/leave_matter.hpp"
#include "usecase/office.hpp"
#include "usecase/opening.hpp"
#include "usecase/settings.hpp"

namespace svcadm::usecase {

namespace {

Date begin_of_counting(Office& office, Date first) {
  const Date new_year = make_date(year_of(first), 1, 1);
  const auto begun = first_month(office.database(), office.today());
  return begun ? std::max(new_year, std::min(first, first_day(*begun))) : new_year;
}

}  // namespace

LeaveLimits::LeaveLimits(Office& office, Date first, Date last, const KnownAt& known)
    : from_{begin_of_counting(office, first)},
      last_{last},
      requests_{office.database(), from_, last, known.now, known.event},
      plans_{office.database(), std::min(from_, requests_.first_needed()), std::max(last, requests_.last_needed()),
             known.event},
      book_{office.database(), plans_.departments(), std::min(from_, requests_.first_needed()),
            std::max(last, requests_.last_needed()), known.event},
      opening_{store::OpeningStore{office.database()}.living(known.event)} {
  requests_.look_into(plans_, book_);
  for (store::Person& person : store::PeopleStore{office.database()}.people_between(from_, last, known.event)) {
    const std::int64_t id = person.id;
    people_.emplace(id, std::move(person));
  }
}

HalfDays LeaveLimits::taken_over(std::int64_t employee, const domain::LeaveLimit& limit, int year) const {
  HalfDays taken;
  for (const store::OpeningRow& row : opening_) {
    const bool counts = row.employee == employee && year_of(row.on) == year && limit.counts(leave_taken_over(row));
    if (counts) taken += {static_cast<int>(row.quantity)};
  }
  return taken;
}

LeaveLimits::Beyond LeaveLimits::measure(const store::Person& person) {
  Beyond beyond;
  std::map<std::pair<std::string, int>, HalfDays> taken;  // by limit and year
  for (const LeaveCase& leave : requests_.of(person.id)) {
    const std::int64_t begin = std::max(leave.row.begins(), store::half_place(from_, 1));
    const std::int64_t end = std::min(leave.row.ends(), store::half_place(last_, 2) + 1);
    if (begin >= end || requests_.standing(person, leave).kind == domain::LeaveStanding::Kind::lapsed) continue;
    for (std::int64_t half = begin; half < end; ++half) {
      const Date day = store::day_of_half(half);
      if (!requests_.works(person, day)) continue;
      for (const domain::LeaveLimit& limit : requests_.policy(person, day).leave.limits) {
        if (!limit.per_year || !limit.counts(leave.row.kind)) continue;
        const int year = year_of(day);
        const auto known = taken.try_emplace({limit.code, year}, HalfDays{});
        if (known.second) known.first->second = taken_over(person.id, limit, year);
        HalfDays& so_far = known.first->second;
        so_far += HalfDays{1};
        if (so_far > *limit.per_year) beyond.emplace(half, &limit);
      }
    }
  }
  return beyond;
}

const domain::LeaveLimit* LeaveLimits::exceeded(std::int64_t employee, Date day, int half) {
  auto known = beyond_.find(employee);
  if (known == beyond_.end()) {
    const auto person = people_.find(employee);
    known = beyond_.emplace(employee, person == people_.end() ? Beyond{} : measure(person->second)).first;
  }
  const auto found = known->second.find(store::half_place(day, half));
  return found == known->second.end() ? nullptr : found->second;
}

void note_beyond(Office& office, std::int64_t leave) {
  const store::LeaveRow row = store::LeaveStore{office.database()}.find(leave).value();
  LeaveLimits limits{office, row.first, row.last, known_now(office)};
  HalfDays days;
  const domain::LeaveLimit* limit = nullptr;
  for (std::int64_t half = row.begins(); half < row.ends(); ++half) {
    const auto* found = limits.exceeded(row.employee, store::day_of_half(half), store::half_of(half));
    if (found == nullptr) continue;
    days += HalfDays{1};
    limit = found;
  }
  if (limit == nullptr) return;
  office.notes().push_back({"leave.beyond", {leave_name(leave), days, *limit->per_year, limit->cite.clause}});
}

}  // namespace svcadm::usecase
