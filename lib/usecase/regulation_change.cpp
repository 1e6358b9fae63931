#include "usecase/regulation_change.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

#include "store/office_store.hpp"
#include "store/payroll_store.hpp"
#include "store/regulation_store.hpp"
#include "usecase/department.hpp"
#include "usecase/office.hpp"

namespace svcadm::usecase {

namespace {

using regulation::Area;
using regulation::Regulation;

bool same_law(const Regulation& before, const Regulation& after, Date day) {
  if (before.damage_share(day) != after.damage_share(day)) return false;
  for (const Regulation* regulation : {&before, &after}) {
    for (const regulation::LawPlace& place : regulation->places()) {
      if (before.minimum_wage(place.code, day) != after.minimum_wage(place.code, day)) return false;
    }
  }
  return true;
}

bool same_answer(Area area, const Regulation& before, const Regulation& after, Date day) {
  if (area == Area::law) return same_law(before, after, day);
  domain::Policy old_policy;
  domain::Policy new_policy;
  before.apply(area, day, old_policy);
  after.apply(area, day, new_policy);
  return old_policy == new_policy && before.signature(day) == after.signature(day);
}

/// The days on which either begins to say something else.
std::set<Date> change_days(const Regulation& before, const Regulation& after) {
  std::set<Date> days;
  for (const Regulation* regulation : {&before, &after}) {
    for (const Date day : regulation->change_days()) days.insert(day);
  }
  return days;
}

/// All that stands in the file about a day, whether some answer depends on it or not.
using Said = std::tuple<std::string, std::string, std::string, std::vector<std::string>,
                        std::vector<std::pair<std::string, std::string>>>;
std::vector<Said> said_on(const Regulation& regulation, Date day) {
  std::vector<Said> said;
  for (const regulation::EntryInfo& entry : regulation.entries()) {
    if (entry.from > day || (entry.until && *entry.until <= day)) continue;
    std::vector<std::pair<std::string, std::string>> values;
    for (const auto& [key, value] : entry.values) values.emplace_back(key, regulation::to_toml(value));
    said.emplace_back(entry.section, entry.code, entry.clause, entry.rules, std::move(values));
  }
  std::sort(said.begin(), said.end());
  return said;
}

}  // namespace

std::vector<Difference> differences(const Regulation& before, const Regulation& after, const ComparedAreas& areas,
                                    Date last) {
  const auto changes = change_days(before, after);
  std::vector<Difference> found;
  for (const auto& [area, first] : areas) {
    if (last < first) continue;
    std::vector<Date> days{first};
    std::copy(changes.upper_bound(first), changes.upper_bound(last), std::back_inserter(days));
    for (std::size_t i = 0; i < days.size(); ++i) {
      if (same_answer(area, before, after, days[i])) continue;
      const Date to = i + 1 < days.size() ? days[i + 1] - 1 : last;
      const bool goes_on = !found.empty() && found.back().area == area && found.back().to + 1 == days[i];
      if (goes_on) {
        found.back().to = to;
      } else {
        found.push_back({area, days[i], to});
      }
    }
  }
  return found;
}

bool say_the_same(const Regulation& before, const Regulation& after) {
  const auto changes = change_days(before, after);
  return std::all_of(changes.begin(), changes.end(),
                     [&](Date day) { return said_on(before, day) == said_on(after, day); });
}

std::optional<ClosedDays> closed_days(Office& office) {
  const auto closed = store::PayrollStore{office.database()}.newest_paid();
  if (!closed) return std::nullopt;
  // Months are closed one after the other from the office's first.
  const auto setting = store::OfficeStore{office.database()}.setting("first_month", office.today());
  const auto first = parse_month(setting.value_or(""));
  return ClosedDays{first ? std::min(first_day(*first), first_day(*closed)) : beginning, last_day(*closed)};
}

void require_closed_unchanged(Office& office, const Regulation& before, const Regulation& after) {
  const auto closed = closed_days(office);
  if (!closed) return;
  ComparedAreas areas{{Area::law, closed->first}};
  for (const store::AdoptionRow& adoption : store::RegulationStore{office.database()}.adoptions()) {
    const auto area = regulation::parse_area(adoption.area);
    if (adoption.code == after.code() && area) areas.emplace(*area, std::max(adoption.from, closed->first));
  }

  std::vector<Problem> problems;
  for (const Difference& difference : differences(before, after, areas, closed->last)) {
    problems.push_back({.message = {"regulation.closed-days",
                                    {after.code(), Term{"area." + regulation::to_key(difference.area)}, difference.from,
                                     difference.to, month_of(closed->last), closed->last + 1}}});
  }
  if (!problems.empty()) throw Error{Failure::conflict, std::move(problems)};
}

}  // namespace svcadm::usecase
