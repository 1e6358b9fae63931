#include "domain/absence.hpp"

namespace svcadm::domain {

namespace {

std::vector<AbsenceDay> absent_only(const std::vector<AbsenceDay>& days) {
  std::vector<AbsenceDay> absent;
  for (const AbsenceDay& day : days) {
    if (day.absent.halves > 0) absent.push_back(day);
  }
  return absent;
}

/// The longest row of whole absent days; of equals the first.
std::vector<AbsenceDay> longest_streak(const std::vector<AbsenceDay>& days) {
  std::vector<AbsenceDay> longest;
  std::vector<AbsenceDay> row;
  for (const AbsenceDay& day : days) {
    if (day.absent < whole_days(1)) row.clear();
    if (day.absent >= whole_days(1)) row.push_back(day);
    if (row.size() > longest.size()) longest = row;
  }
  return longest;
}

HalfDays total(const std::vector<AbsenceDay>& days) {
  HalfDays sum;
  for (const AbsenceDay& day : days) sum += day.absent;
  return sum;
}

/// The window with most absence; a window begins with an absent day.
std::vector<AbsenceDay> worst_window(const std::vector<AbsenceDay>& absent, bool rolling) {
  std::vector<AbsenceDay> worst;
  for (const AbsenceDay& start : absent) {
    std::vector<AbsenceDay> window;
    const Date end = rolling ? add_months(start.day, 1) : first_day(month_of(start.day) + 1);
    for (const AbsenceDay& day : absent) {
      if (day.day >= start.day && day.day < end) window.push_back(day);
    }
    if (total(window) > total(worst)) worst = window;
  }
  return worst;
}

}  // namespace

std::vector<AbsenceProposal> absence_proposals(const DisciplinePolicy& policy, const std::vector<AbsenceDay>& days) {
  std::vector<AbsenceProposal> proposals;
  for (const AbsenceThreshold& threshold : policy.absence) {
    const bool streak = threshold.kind == AbsenceThreshold::Kind::streak;
    const bool rolling = threshold.kind == AbsenceThreshold::Kind::rolling_month;
    const auto found = streak ? longest_streak(days) : worst_window(absent_only(days), rolling);
    if (!found.empty() && total(found) >= threshold.days) proposals.push_back({threshold, found});
  }
  return proposals;
}

}  // namespace svcadm::domain
