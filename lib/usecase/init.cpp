#include "usecase/init.hpp"

#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "base/digest.hpp"
#include "base/embedded.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "regulation/calendar_file.hpp"
#include "store/audit_store.hpp"
#include "store/calendar_store.hpp"
#include "store/office_store.hpp"
#include "store/people_store.hpp"
#include "usecase/department.hpp"
#include "usecase/regulations.hpp"

namespace svcadm::usecase {

namespace {

struct ShippedCalendar {
  regulation::CalendarYear year;
  std::string sha256;
};

std::vector<ShippedCalendar> shipped_calendars() {
  std::vector<ShippedCalendar> calendars;
  for (const EmbeddedFile& file : embedded_files()) {
    if (!file.path.starts_with("calendars/")) continue;
    calendars.push_back({regulation::read_calendar_toml(file.text, file.path), sha256(file.text)});
  }
  return calendars;
}

std::string checked_company(const std::string& company) {
  std::string name{trim(company)};
  if (name.empty() || name != printable(name)) throw Error{Failure::usage, Message{"people.bad-name", {company}}};
  return name;
}

void fill(store::Database& database, std::int64_t event, const NewOffice& office, const std::string& company,
          Month first_month, const std::string& holder, const std::vector<ShippedCalendar>& calendars) {
  store::OfficeStore settings{database};
  const auto set = [&](const char* key, const std::string& value) {
    if (!value.empty()) settings.set(event, {key, beginning, value});
  };
  set("company", company);
  set("language", office.language);
  set("utc_offset", "+08:00");
  set("place", std::string{trim(office.place)});
  set("first_month", to_string(first_month));
  set("demo", office.demo ? "yes" : "no");
  settings.grant(event, {holder, domain::Role::administrator, beginning, std::nullopt, true});

  store::PeopleStore people{database};
  const std::int64_t root = people.add_department(event, company);
  people.set_department(event, root, {beginning, company, std::nullopt});

  store::CalendarStore days{database};
  for (const ShippedCalendar& calendar : calendars) {
    days.add_year(event, {calendar.year.year, calendar.year.notice, calendar.sha256});
    for (const regulation::NoticeDay& day : calendar.year.days) {
      days.set_day(event, {std::nullopt, day.day, day.kind, day.name});
    }
  }
}

}  // namespace

InitOutcome init_office(const std::string& file, const Caller& caller, const NewOffice& office) {
  const std::string company = checked_company(office.company);
  const auto calendars = shipped_calendars();
  const Moment machine = Moment{caller.utc_seconds} + hours(8);
  const Moment now = caller.as_of.value_or(machine);
  InitOutcome outcome{.file = file,
                      .holder = fmt::format("uid:{}", caller.uid),
                      .first_month = office.first_month.value_or(month_of(date_of(now))),
                      .years = {}};
  for (const ShippedCalendar& calendar : calendars) outcome.years.push_back(calendar.year.year);

  if (caller.dry_run && store::file_exists(file)) {
    throw Error{Failure::conflict, Message{"database.exists", {file}}};
  }
  std::optional<store::FoundingLock> lock;
  if (!caller.dry_run) lock.emplace(file);
  if (!caller.dry_run && store::is_unfinished(file)) store::UnfinishedFile{file};  // and so removed
  store::Database database = caller.dry_run ? store::Database::in_memory() : store::Database::create(file);
  store::UnfinishedFile made{caller.dry_run ? std::string{} : file};
  store::WriteTransaction transaction{database};
  store::AuditStore audit{database};
  const std::int64_t event = audit.next_event();
  fill(database, event, office, company, outcome.first_month, outcome.holder, calendars);
  copy_shipped_law(database, event);
  audit.append({.event = event,
                .recorded_at = machine,
                .as_of = now,
                .actor = outcome.holder,
                .delegate = {},
                .action = "init",
                .subject = company,
                .detail = "{}"});
  transaction.commit();
  made.keep();
  return outcome;
}

}  // namespace svcadm::usecase
