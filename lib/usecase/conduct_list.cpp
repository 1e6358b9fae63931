// What is recorded, proposed and decided about people's conduct in a month.

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/error.hpp"
#include "store/conduct_store.hpp"
#include "store/correction_store.hpp"
#include "store/objection_store.hpp"
#include "usecase/absence_record.hpp"
#include "usecase/clock_in_report.hpp"
#include "usecase/conduct.hpp"
#include "usecase/conduct_desk.hpp"
#include "usecase/day_findings.hpp"
#include "usecase/month_pay.hpp"
#include "usecase/month_times.hpp"
#include "usecase/objections.hpp"
#include "usecase/office.hpp"
#include "usecase/pay_month.hpp"
#include "usecase/settings.hpp"
#include "usecase/time_corrections.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

constexpr std::array<std::string_view, 5> state_keys{"recorded", "found", "proposed", "decided", "served"};

/// Whether the office counted by then: absence of months before says only that nothing was entered.
bool had_begun(Office& office, Month month) {
  const auto first = first_month(office.database(), last_day(month));
  return first && *first <= month;
}

/// Absences of the month before: as they are judged now, or as the older books left them.
Remainders absences_before(Office& office, Month month) {
  if (!had_begun(office, month - 1)) return brought_into(office, month, std::nullopt);
  Remainders before;
  MonthTimes times{office, first_day(month - 1), last_day(month - 1)};
  if (!times.missing_regulations({regulation::Area::attendance}).empty()) return before;
  for (const store::Person& person : times.people()) {
    for (const domain::JudgedDay& day : times.judge(person).days) {
      if (day.absent.halves > 0) before[person.id].absences.push_back({day.day(), day.absent});
    }
  }
  return before;
}

void add_absences(Office& office, Month month, MonthConduct& conduct) {
  const Date until = std::min(last_day(month), last_day_over(office));
  if (until < first_day(month) || !had_begun(office, month)) return;
  MonthTimes times{office, first_day(month), until};
  if (!times.missing_regulations({regulation::Area::attendance}).empty()) return;
  conduct.without_punches = !any_traces(times);
  if (conduct.without_punches) return;
  Remainders before = absences_before(office, month);
  std::vector<ConductLine>& lines = conduct.lines;
  for (const store::Person& person : times.people()) {
    const auto judged = times.judge(person);
    for (const auto& one : propose_for_absence(times, person, judged, before[person.id].absences)) {
      const Date last = one.days.back().day;
      const std::string id = fmt::format("{}@{}", person.employee_no, to_string(last));
      const auto same = [&](const ConductLine& line) { return line.id == id; };
      if (std::any_of(lines.begin(), lines.end(), same)) continue;  // two measures of one article
      lines.push_back({.id = id,
                       .employee = person.id,
                       .employee_no = person.employee_no,
                       .name = person.name,
                       .day = last,
                       .days = one.days,
                       .state = ConductState::proposed,
                       .proposes = one.threshold.proposes,
                       .cite = one.threshold.cite});
    }
  }
}

void add_records(Office& office, Month month, std::vector<ConductLine>& lines) {
  ConductDesk desk{office, first_day(month), last_day(month)};
  store::PeopleStore people{office.database()};
  for (const store::ConductRow& row :
       store::ConductStore{office.database()}.records(first_day(month), last_day(month))) {
    for (std::size_t i = 0; i < row.people.size(); ++i) {
      const auto person = people.find(row.people[i], row.day).value();
      const auto kind = desk.kind(row.people[i], row.day, row.kind);
      ConductLine line{.id = fmt::format("{}/{}", conduct_name(row.id), person.employee_no),
                       .record = row.id,
                       .employee = person.id,
                       .employee_no = person.employee_no,
                       .name = person.name,
                       .day = row.day,
                       .kind = kind ? kind->label : Label{row.kind, row.kind},
                       .text = row.text};
      if (kind) line.cite = kind->cite;
      if (row.found) {
        if (kind && (kind->concerns_all || i == 0)) line.proposes = kind->proposes;
        line.state = line.proposes.empty() ? ConductState::found : ConductState::proposed;
      }
      lines.push_back(std::move(line));
    }
  }
}

void add_decisions(Office& office, Month month, std::vector<ConductLine>& lines) {
  store::PeopleStore people{office.database()};
  for (const auto& row : store::ConductStore{office.database()}.decisions(first_day(month), last_day(month))) {
    const auto same = [&](const ConductLine& line) {
      return line.employee == row.employee && line.record == row.record && (row.record || line.day == row.last_day);
    };
    auto found = std::find_if(lines.begin(), lines.end(), same);
    if (found == lines.end()) {
      // What was decided stays listed although later facts propose it no longer.
      const auto person = people.find(row.employee, row.last_day).value();
      lines.push_back({.id = fmt::format("{}@{}", person.employee_no, to_string(row.last_day)),
                       .employee = row.employee,
                       .employee_no = person.employee_no,
                       .name = person.name,
                       .day = row.last_day});
      found = std::prev(lines.end());
    }
    found->state = row.served_on ? ConductState::served : ConductState::decided;
    found->decision = row.id;
    found->outcome = row.outcome;
    found->reason = row.reason;
    found->served_on = row.served_on;
    found->said = row.said;
  }
}

/// Objections and corrections about the line's days that nobody has answered or confirmed.
void add_pending(Office& office, ConductLine& line) {
  if (line.days.empty()) return;
  const Date first = line.days.front().day;
  const Date last = line.days.back().day;
  const auto concerns = [&](std::int64_t employee, Date day) {
    return employee == line.employee &&
           std::any_of(line.days.begin(), line.days.end(), [&](const auto& one) { return one.day == day; });
  };
  for (const auto& row : store::ObjectionStore{office.database()}.between(first, last)) {
    if (row.open() && concerns(row.employee, row.day)) line.pending.push_back(objection_name(row.id));
  }
  for (const auto& row : store::CorrectionStore{office.database()}.between(at(first), at(last + 2))) {
    const bool touches = row.of_punch() ? concerns(row.employee, row.day) : true;
    if (row.state == store::CorrectionState::pending && touches) line.pending.push_back(correction_name(row.id));
  }
}

}  // namespace

std::string to_key(ConductState state) { return std::string{state_keys.at(static_cast<std::size_t>(state))}; }

MonthConduct conduct_of(Office& office, Month month) {
  MonthConduct conduct;
  add_records(office, month, conduct.lines);
  add_absences(office, month, conduct);
  add_decisions(office, month, conduct.lines);
  for (ConductLine& line : conduct.lines) add_pending(office, line);
  return conduct;
}

std::vector<ConductLine> list_conduct(Office& office, Month month) {
  const Reading reading{office, domain::Permission::record_time};
  if (auto problem = before_first_month(office, month)) throw Error{Failure::refused, {std::move(*problem)}};
  MonthConduct conduct = conduct_of(office, month);
  if (conduct.without_punches) {
    office.notes().push_back({"conduct.no-punches", {month}});
    office.notes().push_back({"note.way-out", {"svcadm clock-in import FILE"}});
  }
  return std::move(conduct.lines);
}

}  // namespace svcadm::usecase
