#include "usecase/doctor.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/suggestion.hpp"
#include "store/calendar_store.hpp"
#include "store/care_log.hpp"
#include "store/people_store.hpp"
#include "usecase/audit.hpp"
#include "usecase/migration.hpp"
#include "usecase/office.hpp"
#include "usecase/regulation_signature.hpp"
#include "usecase/regulations.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

// How old may be what is done regularly.
constexpr Span backup_age = hours(7 * 24);
constexpr Span check_age = hours(31 * 24);

DoctorLine file_line(const FileInfo& info) { return {"file", {"doctor.file", {info.file, info.bytes}}}; }

DoctorLine chain_line(const FileInfo& info) { return {"chain", {"doctor.chain", {info.head.events, info.head.hash}}}; }

DoctorLine backup_line(const Office& office, const FileInfo& info, const std::optional<store::CareNote>& last) {
  const std::string way_out = "svcadm db backup FILE --keep 14";
  if (!last) return {"backup", {"doctor.never", {}}, {{{"doctor.no-backup", {}}, way_out}}};
  DoctorLine line{"backup", {"doctor.backup", {last->at, last->events, last->copy}}};
  const bool behind = info.head.events != last->events;
  if (behind && office.now() - last->at > backup_age) {
    line.complaints.push_back({{"doctor.old-backup", {last->at, info.head.events - last->events}}, way_out});
  }
  if (!store::file_exists(last->copy)) line.complaints.push_back({{"doctor.backup-gone", {last->copy}}, way_out});
  return line;
}

/// One of the two checks: what it found is in order again when it finds it no more.
DoctorLine check_line(std::string topic, const std::optional<store::CareNote>& last, const std::string& command) {
  if (!last) return {std::move(topic), {"doctor.never", {}}};
  DoctorLine line{std::move(topic), {"doctor.check", {last->at, last->events, last->findings}}};
  if (last->findings > 0) line.complaints.push_back({{"doctor.unsound", {last->findings}}, command});
  return line;
}

/// Either check looks at the chain and the digests: the newer one says how long ago that was.
std::vector<DoctorLine> check_lines(const Office& office, const store::CareLog& care) {
  const std::string audit = "svcadm audit verify";
  std::vector<DoctorLine> lines{check_line("check", care.audit_check, audit),
                                check_line("file_check", care.file_check, "svcadm db check")};
  const auto moment = [](const auto& note) { return note ? std::optional{note->at} : std::nullopt; };
  const auto newest = std::max(moment(care.audit_check), moment(care.file_check));
  auto& complaints = lines.front().complaints;
  if (!newest) complaints.push_back({{"doctor.no-check", {}}, audit});
  if (newest && office.now() - *newest > check_age) complaints.push_back({{"doctor.old-check", {*newest}}, audit});
  return lines;
}

DoctorLine calendar_line(Office& office) {
  const Reading reading{office, domain::Permission::read};
  std::set<int> years;
  std::string listed;
  for (const auto& year : store::CalendarStore{office.database()}.years()) {
    if (years.insert(year.year).second) listed += (listed.empty() ? "" : " ") + std::to_string(year.year);
  }
  DoctorLine line{"calendar", {"doctor.calendar", {listed.empty() ? std::string{"-"} : listed}}};
  const int this_year = year_of(office.today());
  const bool next_is_due = month_number(office.today()) == 12;  // the notice comes out before
  for (int year = this_year; year <= this_year + (next_is_due ? 1 : 0); ++year) {
    if (years.contains(year)) continue;
    line.complaints.push_back(
        {{"doctor.no-year", {std::int64_t{year}}}, suggest("svcadm calendar import {}.json", year)});
  }
  return line;
}

DoctorLine law_line(Office& office) {
  const LawReview law = review_law(office);
  DoctorLine line{"law", {"doctor.law", {std::int64_t{law.values}, static_cast<std::int64_t>(law.due.size())}}};
  for (const Message& due : law.due) line.complaints.push_back({due, "svcadm regulation import FILE"});
  return line;
}

/// Where the office works with a clock's numbers at all.
DoctorLine numbers_line(Office& office) {
  const Reading reading{office, domain::Permission::read};
  store::PeopleStore people{office.database()};
  const Date today = office.today();
  std::set<std::int64_t> holders;
  for (const auto& holder : people.number_holders(today, today)) {
    if (holder.kind == store::NumberKind::device) holders.insert(holder.employee);
  }
  const auto in_service = people.people_between(today, today);
  std::vector<std::string> without;
  for (const store::Person& person : in_service) {
    if (!holders.contains(person.id)) without.push_back(person.employee_no);
  }
  const auto count = [](const auto& many) { return static_cast<std::int64_t>(many.size()); };
  DoctorLine line{"numbers", {"doctor.numbers", {count(in_service), count(holders)}}};
  if (holders.empty() || without.empty()) return line;
  constexpr std::size_t most_named = 8;
  std::string named;
  for (std::size_t i = 0; i < std::min(without.size(), most_named); ++i) named += (i == 0 ? "" : " ") + without[i];
  if (without.size() > most_named) named += " ...";
  line.complaints.push_back({{"doctor.no-number", {count(without), named}},
                             suggest("svcadm employee change {} --device-number N", without.front())});
  return line;
}

/// Of the regulations that hold somewhere today and are to be signed.
DoctorLine signatures_line(Office& office) {
  DoctorLine line{"signatures", {}};
  std::int64_t demanded = 0;
  std::int64_t given = 0;
  for (const RegulationRow& row : list_regulations(office)) {
    if (row.adopted.empty() || row.edition == 0) continue;
    const auto edition = find_regulation(office, row.code);
    if (!regulation::read_regulation(edition.text, edition.source).signature(office.today())) continue;
    std::int64_t missing = 0;
    for (const SignedRow& person : list_signed(office, row.code)) {
      ++demanded;
      (person.newest ? given : missing) += 1;
    }
    if (missing > 0) {
      line.complaints.push_back(
          {{"doctor.unsigned", {row.code, missing}}, suggest("svcadm regulation signed {}", row.code)});
    }
  }
  line.state = {"doctor.signatures", {demanded, given}};
  return line;
}

}  // namespace

std::vector<DoctorLine> examine(Office& office) {
  const FileInfo info = file_info(office);
  const store::CareLog care = store::read_care_log(info.file);
  std::vector<DoctorLine> lines{file_line(info),
                                chain_line(info),
                                backup_line(office, info, care.backup)};
  for (DoctorLine& line : check_lines(office, care)) lines.push_back(std::move(line));
  for (const auto line : {calendar_line, law_line, numbers_line, signatures_line}) lines.push_back(line(office));
  office.notes().clear();  // of lists that were asked: all of it is said here
  say_where_no_care(office);
  return lines;
}

}  // namespace svcadm::usecase
