#include "usecase/calendar.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "regulation/calendar_file.hpp"
#include "store/calendar_store.hpp"
#include "usecase/closed_month.hpp"
#include "usecase/day_plans.hpp"
#include "usecase/directory.hpp"
#include "usecase/office.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

bool is_json(const tabular::Text& text) { return text.name().ends_with(".json") || trim(text.view()).starts_with('{'); }

regulation::CalendarYear read_year(const tabular::Text& text) {
  return is_json(text) ? regulation::read_holiday_cn_json(text.view(), text.name())
                       : regulation::read_calendar_toml(text.view(), text.name());
}

}  // namespace

std::vector<CalendarLine> show_calendar(Office& office, Date first, Date last, const std::string& department) {
  const Reading reading{office, domain::Permission::read};
  const DayPlans plans{office.database(), first, last};
  const std::int64_t id = department.empty() ? plans.departments().list(first).front().id
                                             : find_department(plans.departments(), department, first).id;
  std::vector<CalendarLine> lines;
  for (Date day = first; day <= last; ++day) lines.push_back({day, plans.calendar_day(day, id)});
  return lines;
}

void set_calendar_day(Office& office, Date day, domain::DayKind kind, const std::string& department,
                      const std::string& note) {
  UnitOfWork work{office, domain::Permission::manage_calendar, "calendar.set"};
  store::CalendarRow row{std::nullopt, day, kind, std::string{trim(note)}};
  if (!department.empty()) row.department = find_department(office, department, day).id;

  require_open_month(office.database(), day);

  store::CalendarStore{office.database()}.set_day(work.event(), row);
  work.conclude(to_string(day), fmt::format(R"({{"kind":"{}"}})", domain::to_key(kind)));
}

CalendarImportOutcome import_calendar(Office& office, const ImportRequest& request) {
  ImportFile file = open_import(request, "calendar", "calendar", tabular::largest_document);
  const regulation::CalendarYear year = read_year(file.text);
  CalendarImportOutcome outcome{file.batch, year.year, year.notice};
  outcome.batch.read = static_cast<std::int64_t>(year.days.size());
  outcome.batch.layout = is_json(file.text) ? "holiday-cn" : "svcadm";

  UnitOfWork work{office, domain::Permission::manage_calendar, "calendar.import"};
  store::CalendarStore calendar{office.database()};
  const auto years = calendar.years();
  std::map<Date, domain::DayKind> present;
  for (const store::CalendarRow& row : calendar.days(Date{-1'000'000}, Date{1'000'000})) {
    if (!row.department) present.emplace(row.day, row.kind);
  }
  const bool noticed =
      std::any_of(years.begin(), years.end(), [&](const store::CalendarYear& each) { return each.year == year.year; });

  // Decide: what differs from what is there.  Equal days are known; the name of a holiday changes nothing.
  std::vector<const regulation::NoticeDay*> fresh;
  std::vector<Problem> problems;
  for (const regulation::NoticeDay& day : year.days) {
    const auto known = present.find(day.day);
    if (known != present.end() && known->second == day.kind) {
      ++outcome.batch.known;
      continue;
    }
    // A closed month's days may be confirmed by a notice that says what the week said.
    const auto by_week = is_weekend(day.day) ? domain::DayKind::rest_day : domain::DayKind::workday;
    const auto before = known == present.end() ? by_week : known->second;
    if (before != day.kind) {
      if (auto problem = closed_month_problem(office.database(), day.day)) problems.push_back(std::move(*problem));
    }
    fresh.push_back(&day);
  }
  if (!problems.empty()) throw Error{Failure::conflict, std::move(problems)};

  for (const regulation::NoticeDay* day : fresh) {
    calendar.set_day(work.event(), {std::nullopt, day->day, day->kind, day->name});
  }
  outcome.batch.imported = static_cast<std::int64_t>(fresh.size());
  if (noticed && fresh.empty()) return outcome;
  calendar.add_year(work.event(), {year.year, year.notice, outcome.batch.sha256});
  // A notice whose days were all entered by hand still confirms the year.
  store::OfficeStore{office.database()}.add_batch(work.event(), outcome.batch);
  work.conclude(outcome.batch.file, fmt::format(R"({{"year":{}}})", year.year));
  return outcome;
}

}  // namespace svcadm::usecase
