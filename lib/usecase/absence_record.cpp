#include "usecase/absence_record.hpp"

#include <algorithm>

#include "usecase/month_times.hpp"

namespace svcadm::usecase {

std::vector<domain::AbsenceProposal> propose_for_absence(MonthTimes& times, const store::Person& person,
                                                         const domain::MonthTime& judged,
                                                         const std::vector<store::AbsenceRow>& before) {
  if (judged.days.empty()) return {};
  const Date month_starts = times.first();
  std::vector<domain::AbsenceDay> days;
  // Workdays of the month before lie between its absences: a streak must not jump over a day that was worked.
  for (Date day = first_day(month_of(month_starts) - 1); !before.empty() && day < month_starts; ++day) {
    const auto row = std::find_if(before.begin(), before.end(), [&](const auto& one) { return one.day == day; });
    if (row != before.end()) {
      days.push_back({day, row->absent, row->taken_over});
    } else if (times.was_due(person, day)) {
      days.push_back({day, HalfDays{}});
    }
  }
  for (const domain::JudgedDay& day : judged.days) {
    if (day.measure.plan.due().halves > 0) days.push_back({day.day(), day.absent});
  }
  auto found = domain::absence_proposals(judged.days.back().policy->discipline, days);
  std::erase_if(found, [&](const domain::AbsenceProposal& one) { return one.days.back().day < month_starts; });
  return found;
}

}  // namespace svcadm::usecase
