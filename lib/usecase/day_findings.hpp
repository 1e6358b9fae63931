#pragma once
// Days that punches and rosters leave open, as findings.

#include <vector>

#include "domain/month_time.hpp"
#include "store/people_store.hpp"
#include "usecase/finding.hpp"

namespace svcadm::usecase {

class MonthTimes;

/// One finding for each exception of a person's judged days.
void find_open_days(const store::Person& person, const domain::MonthTime& month, std::vector<Finding>& findings);

/// Leave for which something may still be handed in; it blocks nothing.
void find_pending_leave(const store::Person& person, const domain::MonthTime& month, std::vector<Finding>& findings);

/// Likewise lateness that became leave, as long as its card may come; and cards that wait for their consent.
void find_missing_cards(const store::Person& person, const domain::MonthTime& month, std::vector<Finding>& findings);
void find_waiting_cards(const store::Person& person, const domain::MonthTime& month, std::vector<Finding>& findings);

/// Doubts about leave of which the year allows no more: those days count as absence.
void find_leave_beyond(const store::Person& person, const domain::MonthTime& month, std::vector<Finding>& findings);

/// Doubts about days that stay leave although punches show that somebody worked on them.
void find_work_on_leave(const store::Person& person, const domain::MonthTime& month, std::vector<Finding>& findings);

/// Doubts about days whose departure is a punch at the end of the break, or whose arrival one at its start, where a
/// day has four punches: another one may have been forgotten.
void find_forgotten(const store::Person& person, const domain::MonthTime& month, std::vector<Finding>& findings);

/// What is known of a person's judged days besides plans.
struct Traces {
  bool planned = false;  ///< a workday by calendar or roster, leave or not
  bool due = false;      ///< to work, on some half that is no leave
  bool known = false;    ///< a punch, time online or a decision
  bool leave = false;
};
Traces traces_of(const domain::MonthTime& month);

/// Whether anything is known of anybody's presence in the span.
bool any_traces(MonthTimes& times);

/// A doubt about who was due to work, took no leave, and of whom there is not a single punch.
void find_silence(const store::Person& person, const domain::MonthTime& month, std::vector<Finding>& findings);

/// A doubt about who punched on days of a month that is all rest by his roster.
void find_work_at_rest(const store::Person& person, const domain::MonthTime& month, std::vector<Finding>& findings);

/// Numbers that nobody holds; they block nothing.
void find_unassigned(const MonthTimes& times, std::vector<Finding>& findings);

}  // namespace svcadm::usecase
