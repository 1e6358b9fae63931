#include "usecase/regulation_adoption.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "base/suggestion.hpp"
#include "store/people_store.hpp"
#include "store/regulation_store.hpp"
#include "usecase/contradictions.hpp"
#include "usecase/directory.hpp"
#include "usecase/office.hpp"
#include "usecase/policy_book.hpp"
#include "usecase/regulation_change.hpp"
#include "usecase/regulations.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

using regulation::Area;
using regulation::Regulation;

Term term_of(Area area) { return Term{"area." + regulation::to_key(area)}; }

std::string keys_of(const std::vector<Area>& areas) {
  std::string keys;
  for (const Area area : areas) keys += (keys.empty() ? "" : ", ") + regulation::to_key(area);
  return keys;
}

/// The areas that can be adopted: law holds for everybody.
std::vector<Area> adoptable(const Regulation& regulation) {
  std::vector<Area> areas = regulation.areas();
  std::erase(areas, Area::law);
  if (areas.empty()) {
    throw Error{Failure::refused, Message{"regulation.law-holds", {regulation.code()}},
                suggest("svcadm regulation import {}", regulation.code())};
  }
  return areas;
}

/// The first day on which an entry of the area is in force.
Date speaks_from(const Regulation& regulation, Area area) {
  std::optional<Date> first;
  for (const regulation::EntryInfo& entry : regulation.entries()) {
    if (entry.area == area && (!first || entry.from < *first)) first = entry.from;
  }
  return first.value_or(Date{});
}

void require_spoken_of(const Regulation& regulation, const std::vector<Area>& areas, Date from) {
  const auto known = regulation.areas();
  std::vector<Problem> silent;
  std::vector<Problem> later;
  for (const Area area : areas) {
    if (std::find(known.begin(), known.end(), area) == known.end()) {
      silent.push_back({.message = {"regulation.area-silent", {regulation.code(), term_of(area), keys_of(known)}},
                        .way_out = suggest("svcadm regulation show {}", regulation.code())});
    } else if (const Date first = speaks_from(regulation, area); from < first) {
      later.push_back({.message = {"regulation.area-later", {regulation.code(), term_of(area), first}}});
    }
  }
  if (!silent.empty()) throw Error{Failure::not_found, std::move(silent)};
  if (!later.empty()) throw Error{Failure::no_rule, std::move(later)};
}

/// What holds in one department, and what its own adoptions say, looked at while one more is considered.
class Adoptions {
 public:
  Adoptions(store::Database& database, const store::DepartmentTree& departments, std::int64_t department, Date from,
            Date last)
      : book_{database, departments, from, last},
        departments_{departments},
        department_{department},
        rows_{store::RegulationStore{database}.adoptions()} {}

  Governing governing(Area area, Date day) const {
    for (const Governing& governing : book_.governing(department_, day)) {
      if (governing.area == area) return governing;
    }
    return {};
  }

  /// Whether the department itself has adopted just that already.
  bool is_known(Area area, const std::string& code, Date from) const {
    const Governing now = governing(area, from);
    return now.code == code && now.adopted_by == department_ && now.from == from;
  }

  /// The first day from `first` to `last` that an adoption from `from` on would make another's; the department's own
  /// later adoptions keep their days.
  std::optional<Date> changes(Area area, const std::string& code, Date first, Date last, Date from) const {
    std::set<Date> days{std::max(first, from)};
    for (const store::AdoptionRow& row : rows_) {
      days.insert(row.from);
      if (row.department == department_ && row.area == regulation::to_key(area) && row.from > from) {
        last = std::min(last, row.from - 1);
      }
    }
    for (const auto& entry : departments_.entries()) {
      for (const auto& term : entry.terms) days.insert(term.from);
    }
    for (const Date day : days) {
      if (day >= first && day >= from && day <= last && governing(area, day).code != code) return day;
    }
    return std::nullopt;
  }

  const PolicyBook& book() const { return book_; }

 private:
  PolicyBook book_;
  const store::DepartmentTree& departments_;
  std::int64_t department_;
  std::vector<store::AdoptionRow> rows_;
};

store::Department root(const store::DepartmentTree& departments, Date day) {
  for (const auto& entry : departments.entries()) {
    if (!entry.terms.front().parent) return departments.on(entry.id, day);
  }
  bug("an office without a company");
}

void note_misfits(Office& office, const store::DepartmentTree& departments, std::int64_t department, Date day) {
  PolicyBook book{office.database(), departments, day, day};
  for (Message& message : regulation::policy_problems(*book.on(department, day))) {
    office.notes().push_back(std::move(message));
  }
}

}  // namespace

AdoptOutcome adopt_regulation(Office& office, const AdoptRequest& request) {
  UnitOfWork work{office, domain::Permission::regulate, "regulation.adopt"};
  store::RegulationStore store{office.database()};
  store::EditionRow edition = find_regulation(office, request.code);
  const Regulation regulation = regulation::read_regulation(edition.text, edition.source);
  const auto departments = store::PeopleStore{office.database()}.departments();
  const store::Department department = request.department.empty()
                                           ? root(departments, request.from)
                                           : find_department(departments, request.department, request.from);
  const auto closed = closed_days(office);
  const Adoptions adoptions{office.database(), departments, department.id, request.from,
                            closed ? std::max(closed->last, request.from) : request.from};

  const auto all = adoptable(regulation);
  const std::vector<Area>& areas = request.areas.empty() ? all : request.areas;
  require_spoken_of(regulation, areas, request.from);
  AdoptOutcome outcome{.code = edition.code, .department = department.name, .edition = edition.number, .adopted = {}};
  std::vector<Problem> problems;
  for (const Area area : areas) {
    if (edition.number > 0 && adoptions.is_known(area, edition.code, request.from)) continue;
    outcome.adopted.push_back(area);
    if (!closed) continue;
    if (const auto day = adoptions.changes(area, edition.code, closed->first, closed->last, request.from)) {
      problems.push_back(
          {.message = {"regulation.adopt-closed", {term_of(area), department.name, *day, month_of(closed->last)}},
           .way_out = suggest("svcadm regulation adopt {} --department {} --area {} --from {}", edition.code,
                              department.name, regulation::to_key(area), to_string(closed->last + 1))});
    }
  }
  if (!problems.empty()) throw Error{Failure::conflict, std::move(problems)};
  if (outcome.adopted.empty()) return outcome;
  if (edition.number == 0) require_closed_unchanged(office, Regulation{}, regulation);

  for (const Area area : outcome.adopted) {
    const Governing before = adoptions.governing(area, request.from);
    if (before.code.empty() || before.code == edition.code) continue;
    office.notes().push_back(
        {"note.regulation.replaces", {edition.code, before.code, term_of(area), department.name, request.from}});
  }
  if (edition.number == 0) {
    edition.number = outcome.edition = 1;
    store.add_edition(work.event(), edition);
  }
  for (const Area area : outcome.adopted) {
    store.adopt(work.event(), {department.id, regulation::to_key(area), edition.code, request.from});
  }
  const PolicyBook after{office.database(), departments, request.from, request.from};
  if (auto found = new_contradictions(adoptions.book(), after, departments, request.from); !found.empty()) {
    throw Error{Failure::refused, std::move(found)};
  }
  note_misfits(office, departments, department.id, request.from);
  work.conclude(edition.code,
                fmt::format(R"({{"from":"{}","areas":"{}"}})", to_string(request.from), keys_of(outcome.adopted)));
  return outcome;
}

InForce regulations_in_force(Office& office, const std::string& department, Date on) {
  const Reading reading{office, domain::Permission::read};
  const auto departments = store::PeopleStore{office.database()}.departments();
  const store::Department unit =
      department.empty() ? root(departments, on) : find_department(departments, department, on);
  PolicyBook book{office.database(), departments, on, on};
  const auto editions = store::RegulationStore{office.database()}.newest_editions();
  const auto number_of = [&](const std::string& code) {
    const auto found =
        std::find_if(editions.begin(), editions.end(), [&](const auto& each) { return each.code == code; });
    return found == editions.end() ? 0 : found->number;
  };

  InForce result{.department = unit.name, .rows = {}, .holes = {}, .misfits = {}};
  std::vector<Area> areas;
  for (const Governing& governing : book.governing(unit.id, on)) {
    areas.push_back(governing.area);
    InForceRow row{.area = governing.area, .code = governing.code, .title = {}, .adopted_by = {}, .from = {}};
    if (const Regulation* regulation = book.find(governing.code)) {
      row.title = regulation->title();
      row.edition = number_of(governing.code);
      row.adopted_by = departments.on(governing.adopted_by, on).name;
      row.from = governing.from;
    }
    result.rows.push_back(std::move(row));
  }
  for (const store::EditionRow& edition : editions) {
    const auto own = book.find(edition.code)->areas();
    if (std::find(own.begin(), own.end(), Area::law) == own.end()) continue;
    result.rows.push_back({.area = Area::law,
                           .code = edition.code,
                           .title = book.find(edition.code)->title(),
                           .edition = edition.number,
                           .adopted_by = {},
                           .from = {}});
  }
  result.holes = book.missing(unit.id, on, areas);
  result.misfits = regulation::policy_problems(*book.on(unit.id, on));
  return result;
}

}  // namespace svcadm::usecase
