// What is recorded, proposed and decided about people's conduct in a month.

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "domain/absence.hpp"
#include "store/conduct_store.hpp"
#include "store/correction_store.hpp"
#include "store/objection_store.hpp"
#include "usecase/clock_in_report.hpp"
#include "usecase/conduct.hpp"
#include "usecase/conduct_desk.hpp"
#include "usecase/month_times.hpp"
#include "usecase/objections.hpp"
#include "usecase/office.hpp"
#include "usecase/settings.hpp"
#include "usecase/time_corrections.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

constexpr std::array<std::string_view, 5> state_keys{"recorded", "found", "proposed", "decided", "served"};

/// Days that are due, of a month's days that are over; nothing where nothing can be judged.
class DueDays {
 public:
  DueDays(Office& office, Month month) {
    const Date last = std::min(last_day(month), last_day_over(office));
    if (last < first_day(month)) return;
    times_.emplace(office, first_day(month), last);
    if (!times_->missing_regulations({regulation::Area::attendance}).empty()) times_.reset();
  }

  bool known() const { return times_.has_value(); }
  const std::vector<store::Person>& people() const { return times_->people(); }
  /// Adds the person's days; gives the policy of the last.
  const domain::Policy* add(std::int64_t employee, std::vector<domain::AbsenceDay>& days) {
    const store::Person* person = times_ ? times_->person(employee) : nullptr;
    if (person == nullptr) return nullptr;
    judged_ = times_->judge(*person);
    for (const domain::JudgedDay& day : judged_.days) {
      if (day.measure.plan.due().halves > 0) days.push_back({day.day(), day.absent});
    }
    return judged_.days.empty() ? nullptr : judged_.days.back().policy;
  }

 private:
  std::optional<MonthTimes> times_;
  domain::MonthTime judged_;
};

/// The month before counts too, unless the office had not begun by then.
bool had_begun(Office& office, Month month) {
  const auto first = first_month(office.database(), last_day(month));
  return first && *first <= month;
}

void add_absences(Office& office, Month month, std::vector<ConductLine>& lines) {
  DueDays now{office, month};
  if (!now.known()) return;
  std::optional<DueDays> before;
  if (had_begun(office, month - 1)) before.emplace(office, month - 1);
  for (const store::Person& person : now.people()) {
    std::vector<domain::AbsenceDay> days;
    if (before) before->add(person.id, days);
    const domain::Policy* policy = now.add(person.id, days);
    if (policy == nullptr) continue;
    for (const domain::AbsenceProposal& one : domain::absence_proposals(policy->discipline, days)) {
      const Date last = one.days.back().day;
      if (last < first_day(month)) continue;  // proposed in the month before
      const std::string id = fmt::format("{}@{}", person.employee_no, to_string(last));
      const auto same = [&](const ConductLine& line) { return line.id == id; };
      if (std::any_of(lines.begin(), lines.end(), same)) continue;  // two measures of one article
      ConductLine line{.id = id,
                       .employee = person.id,
                       .employee_no = person.employee_no,
                       .name = person.name,
                       .day = last,
                       .state = ConductState::proposed,
                       .proposes = one.threshold.proposes,
                       .cite = one.threshold.cite};
      for (const domain::AbsenceDay& day : one.days) line.days.push_back(day.day);
      lines.push_back(std::move(line));
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
  const Date first = line.days.front();
  const Date last = line.days.back();
  const auto concerns = [&](std::int64_t employee, Date day) {
    return employee == line.employee && std::find(line.days.begin(), line.days.end(), day) != line.days.end();
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

std::vector<ConductLine> conduct_of(Office& office, Month month) {
  std::vector<ConductLine> lines;
  add_records(office, month, lines);
  add_absences(office, month, lines);
  add_decisions(office, month, lines);
  for (ConductLine& line : lines) add_pending(office, line);
  return lines;
}

std::vector<ConductLine> list_conduct(Office& office, Month month) {
  const Reading reading{office, domain::Permission::record_time};
  return conduct_of(office, month);
}

}  // namespace svcadm::usecase
