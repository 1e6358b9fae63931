#include "usecase/day_plans.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/suggestion.hpp"

namespace svcadm::usecase {

namespace {

std::vector<int> years_of(const std::vector<store::CalendarYear>& years) {
  std::vector<int> numbers;
  for (const store::CalendarYear& year : years) numbers.push_back(year.year);
  return numbers;
}

}  // namespace

// The roster is read by whole months: one cell says that the person's month is rostered.
DayPlans::DayPlans(store::Database& database, Date first, Date last, std::optional<std::int64_t> known_until)
    : first_{first},
      last_{last},
      departments_{store::PeopleStore{database}.departments(known_until)},
      days_{store::CalendarStore{database}.days(first, last, known_until)},
      noticed_years_{years_of(store::CalendarStore{database}.years(known_until))},
      shifts_{store::ShiftStore{database}.book(known_until)},
      assignments_{store::ShiftStore{database}.assignments(known_until)},
      roster_{store::RosterStore{database}.sheet(first_day(month_of(first)), last_day(month_of(last)), known_until)} {}

domain::CalendarDay DayPlans::find_calendar_day(Date day, std::int64_t department) const {
  const auto begin = std::lower_bound(days_.begin(), days_.end(), day,
                                      [](const store::CalendarRow& row, Date wanted) { return row.day < wanted; });
  const auto end = std::find_if(begin, days_.end(), [day](const store::CalendarRow& row) { return row.day != day; });
  const auto row_of = [&](std::optional<std::int64_t> whose) {
    return std::find_if(begin, end, [&](const store::CalendarRow& row) { return row.department == whose; });
  };
  auto row = end;
  if (begin != end) {
    for (const std::int64_t above : departments_.upwards(department, day)) {
      row = row_of(above);
      if (row != end) break;
    }
    if (row == end) row = row_of(std::nullopt);
  }
  if (row != end) return {.kind = row->kind, .provisional = false, .note = row->note};
  const bool noticed = std::binary_search(noticed_years_.begin(), noticed_years_.end(), year_of(day));
  return {.kind = is_weekend(day) ? domain::DayKind::rest_day : domain::DayKind::workday, .provisional = !noticed};
}

const domain::CalendarDay& DayPlans::calendar_day(Date day, std::int64_t department) const {
  if (day < first_ || last_ < day) bug("a day outside of the span that was read");
  auto& days = calendars_[department];
  if (days.empty()) {
    for (Date each = first_; each <= last_; ++each) days.push_back(find_calendar_day(each, department));
  }
  return days[static_cast<std::size_t>(day - first_)];
}

std::optional<Date> DayPlans::provisional_day(Date first, Date last, std::int64_t department) const {
  for (Date day = first; day <= last; ++day) {
    if (calendar_day(day, department).provisional) return day;
  }
  return std::nullopt;
}

std::string_view DayPlans::assigned(bool to_employee, std::int64_t id, Date day) const {
  const auto whom = [to_employee](const store::ShiftAssignment& assignment) {
    return to_employee ? assignment.employee.value_or(0) : assignment.department.value_or(0);
  };
  // Departments come first, so among them employee is none, and among employees department is none.
  const auto people = std::partition_point(assignments_.begin(), assignments_.end(),
                                           [](const store::ShiftAssignment& each) { return !each.employee; });
  const auto begin = to_employee ? people : assignments_.begin();
  const auto end = to_employee ? assignments_.end() : people;
  std::string_view of_weekday;
  std::string_view of_every_day;
  for (auto each = std::partition_point(begin, end, [&](const auto& one) { return whom(one) < id; });
       each != end && whom(*each) == id; ++each) {
    if (each->from > day) continue;
    if (each->weekday == 0) of_every_day = each->shift;
    if (each->weekday == static_cast<int>(weekday(day))) of_weekday = each->shift;
  }
  return of_weekday.empty() ? of_every_day : of_weekday;
}

domain::Shift DayPlans::shift_of(std::string_view code, Date day, const store::Person& person) const {
  const store::ShiftTerm* term = shifts_.on(code, day);
  if (term == nullptr) {
    throw Error{Failure::no_rule,
                Message{"plan.shift-not-in-force", {std::string{code}, day, person.employee_no, person.name}},
                suggest("svcadm shift add {} WINDOWS --from {}", code, to_string(day))};
  }
  return {term->code, term->windows};
}

domain::DayPlan DayPlans::plan(const store::Person& person, Date day, const domain::Shift* hours_of_regulation) const {
  const store::TermSpan* term = person.term_on(day);
  if (term == nullptr) bug("the plan of somebody who is not in service");
  return plan(person, *term, day, hours_of_regulation);
}

domain::DayPlan DayPlans::plan(const store::Person& person, const store::TermSpan& term, Date day,
                               const domain::Shift* hours_of_regulation) const {
  domain::DayPlan plan{.day = day, .kind = calendar_day(day, term.department).kind};

  const Date month_first = first_day(month_of(day));
  const Date month_last = last_day(month_of(day));
  bool rostered = false;
  for (const store::RosterSheet::Cell& cell : roster_.of(person.id)) {
    if (cell.day < month_first || month_last < cell.day) continue;
    rostered = true;
    if (cell.day != day) continue;
    plan.source = domain::PlanSource::roster;
    plan.shift = shift_of(roster_.code(cell), day, person);
    return plan;
  }
  if (rostered) {
    plan.source = domain::PlanSource::missing_roster;
    return plan;
  }

  if (!domain::is_worked(plan.kind)) return plan;
  std::string_view code = assigned(true, person.id, day);
  if (code.empty()) {
    for (const std::int64_t department : departments_.upwards(term.department, day)) {
      code = assigned(false, department, day);
      if (!code.empty()) break;
    }
  }
  if (!code.empty()) {
    plan.shift = shift_of(code, day, person);
  } else if (hours_of_regulation != nullptr) {
    plan.shift = *hours_of_regulation;
  } else {
    const std::string department = departments_.on(term.department, day).name;
    throw Error{Failure::no_rule, Message{"plan.no-hours", {person.employee_no, person.name, day, department}},
                suggest("svcadm shift assign CODE --department {} --from {}", department, to_string(day))};
  }
  return plan;
}

}  // namespace svcadm::usecase
