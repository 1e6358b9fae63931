#include "usecase/clock_in_report.hpp"

#include <algorithm>
#include <optional>

#include "base/error.hpp"
#include "usecase/day_findings.hpp"
#include "usecase/directory.hpp"
#include "usecase/month_times.hpp"
#include "usecase/objections.hpp"
#include "usecase/office.hpp"
#include "usecase/time_corrections.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

using regulation::Area;

/// The month's days that are over.
MonthTimes times_of(Office& office, Month month) {
  const Date last = std::min(last_day(month), last_day_over(office));
  if (last < first_day(month)) throw Error{Failure::refused, Message{"clock-in.month-not-begun", {month}}};
  return MonthTimes{office, first_day(month), last};
}

void add_leave(TimeRow& row, domain::LeaveColumn column, HalfDays days) {
  switch (column) {
    case domain::LeaveColumn::personal: row.personal += days; break;
    case domain::LeaveColumn::sick: row.sick += days; break;
    case domain::LeaveColumn::annual: row.annual += days; break;
    case domain::LeaveColumn::other_paid: row.other_paid += days; break;
    case domain::LeaveColumn::official: row.official += days; break;
    case domain::LeaveColumn::rest_comp: row.rest_comp += days; break;
  }
}

/// What is to be said of a day that was not plainly worked.
void add_remarks(TimeRow& row, const domain::JudgedDay& day) {
  const auto say = [&](Message message) { row.remarks.push_back({day.day(), std::move(message)}); };
  for (const auto& [kind, days] : day.leave) {
    const domain::LeaveKind* known = day.policy->leave.find(kind);
    say({"remark.leave", {known == nullptr ? Label{kind, kind} : known->label, days}});
  }
  if (day.absent > HalfDays{}) say({"remark.absent", {day.absent}});
  const Span late = day.measure.late_arrival + day.measure.late_return;
  if (late > Span{}) say({"remark.late", {late}});
  if (day.measure.early > Span{}) say({"remark.early", {day.measure.early}});
  if (!day.measure.exceptions.empty()) say({"remark.open", {}});
}

TimeRow row_of(const store::Person& person, const domain::MonthTime& month) {
  TimeRow row{.employee_no = person.employee_no, .name = person.name, .department = {}};
  row.late_count = month.late_count;
  row.late_minutes = month.late_minutes;
  row.early_count = month.early_days;
  for (const domain::JudgedDay& day : month.days) {
    row.due += day.measure.plan.due();
    row.present += day.present;
    row.absenteeism += day.absent;
    row.exceptions += static_cast<std::int64_t>(day.measure.exceptions.size());
    add_remarks(row, day);
    for (const auto& [kind, days] : day.leave) {
      // A kind that the regulation no longer has counts where most leave does.
      const domain::LeaveKind* known = day.policy->leave.find(kind);
      add_leave(row, known == nullptr ? domain::LeaveColumn::personal : known->column, days);
    }
  }
  return row;
}

}  // namespace

Date last_day_over(const Office& office) { return date_of(office.now() + Span{1}) - 1; }

TimeReport report_time(Office& office, Month month, const std::string& department) {
  const Reading reading{office, domain::Permission::read};
  MonthTimes times = times_of(office, month);
  auto problems = times.missing_regulations({Area::attendance});
  if (!problems.empty()) throw Error{Failure::no_rule, std::move(problems)};
  const auto& tree = times.plans().departments();
  const std::optional<std::int64_t> above =
      department.empty() ? std::nullopt : std::optional{find_department(tree, department, times.last()).id};

  TimeReport report{.first = times.first(), .last = times.last(), .rows = {}};
  for (const store::Person& person : times.people()) {
    const store::TermSpan& term = person.terms.back();
    if (above && !tree.lies_in(term.department, *above, term.to)) continue;
    TimeRow row = row_of(person, times.judge(person));
    row.department = tree.on(term.department, term.to).name;
    report.rows.push_back(std::move(row));
  }
  return report;
}

std::vector<Finding> find_exceptions(Office& office, Month month) {
  const Reading reading{office, domain::Permission::read};
  return exceptions_of(office, month);
}

std::vector<Finding> exceptions_of(Office& office, Month month) {
  MonthTimes times = times_of(office, month);
  auto problems = times.missing_regulations({Area::attendance});
  if (!problems.empty()) throw Error{Failure::no_rule, std::move(problems)};

  std::vector<Finding> findings;
  for (const store::Person& person : times.people()) {
    const domain::MonthTime judged = times.judge(person);
    find_open_days(person, judged, findings);
    find_missing_cards(person, judged, findings);
    find_work_on_leave(person, judged, findings);
  }
  find_unanswered(office, times.first(), times.last(), times.known(), findings);
  find_pending(office, times.first(), times.last(), times.known(), findings);
  find_unassigned(times, findings);
  return findings;
}

}  // namespace svcadm::usecase
