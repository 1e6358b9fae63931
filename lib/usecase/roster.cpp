#include "usecase/roster.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "store/roster_store.hpp"
#include "store/shift_store.hpp"
#include "usecase/closed_month.hpp"
#include "usecase/directory.hpp"
#include "usecase/office.hpp"
#include "usecase/own_affair.hpp"
#include "usecase/roster_sheet.hpp"
#include "usecase/shift.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

/// Shift codes as people type them.
class Codes {
 public:
  explicit Codes(store::Database& database) : book_{store::ShiftStore{database}.book()} {
    for (const store::ShiftTerm& term : book_.terms()) by_folded_.emplace(fold(term.code), term.code);
  }

  /// The code that was meant; nothing with a problem where there is none on that day.
  std::optional<std::string> find(const std::string& typed, Date day, std::optional<Problem>& problem) const {
    const auto folded = by_folded_.find(fold(typed));
    const std::string code = book_.knows(typed) || folded == by_folded_.end() ? typed : folded->second;
    if (!book_.knows(code)) {
      problem = unknown_shift(book_, typed);
      return std::nullopt;
    }
    if (book_.on(code, day) == nullptr) {
      problem = Problem{.message = {"shift.not-yet", {code, day}}, .way_out = "svcadm shift list"};
      return std::nullopt;
    }
    return code;
  }

 private:
  store::ShiftBook book_;
  std::map<std::string, std::string> by_folded_;
};

/// Turns the lines of a file into cells of people, with every problem on the way.
class SheetCheck {
 public:
  SheetCheck(Office& office, Month month, const std::string& file, tabular::Problems& problems)
      : office_{office},
        codes_{office.database()},
        directory_{office.database(), first_day(month), last_day(month)},
        present_{store::RosterStore{office.database()}.sheet(first_day(month), last_day(month))},
        file_{file},
        problems_{problems} {}

  void add(const SheetLine& line, bool across);
  /// Cells that differ from what is there, and those that do not, each with its line.
  std::vector<std::pair<int, store::RosterCell>> changed = {};
  std::vector<int> known = {};
  std::int64_t read = 0;
  bool own = false;  ///< whether somebody's own cells would change

 private:
  void problem(const SheetLine& line, const std::string& heading, Problem found) {
    found.place = Place{file_, line.line, heading};
    problems_.push_back(std::move(found));
  }
  const store::Person* person_of(const SheetLine& line);
  void add_cell(const SheetLine& line, const SheetCell& cell, const store::Person& person);

  Office& office_;
  Codes codes_;
  Directory directory_;
  store::RosterSheet present_;
  const std::string& file_;
  tabular::Problems& problems_;
  std::map<std::int64_t, int> rows_;              // person -> line of his row
  std::set<std::pair<std::int64_t, Date>> days_;  // long form: person and day
};

const store::Person* SheetCheck::person_of(const SheetLine& line) {
  auto named = directory_.named(line.employee_no, line.name);
  if (named.problem) problem(line, line.heading, std::move(*named.problem));
  return named.person;
}

void SheetCheck::add_cell(const SheetLine& line, const SheetCell& cell, const store::Person& person) {
  std::optional<Problem> found;
  const auto code = codes_.find(cell.code, cell.day, found);
  if (found) return problem(line, cell.heading, std::move(*found));
  if (present_.code(person.id, cell.day) == *code) {
    known.push_back(line.line);
  } else if (office_.is_own(person.employee_no)) {
    own = true;
    problem(line, cell.heading, own_affair(person, domain::Permission::manage_people));
  } else {
    changed.emplace_back(line.line, store::RosterCell{person.id, cell.day, *code});
  }
}

void SheetCheck::add(const SheetLine& line, bool across) {
  if (line.employee_no.empty() && line.name.empty()) {
    // A row of weekdays below the header names nobody; a row of shifts should.
    std::optional<Problem> found;
    if (!codes_.find(line.cells.front().code, line.cells.front().day, found)) return;
    return problem(line, line.heading, {.message = {"roster.nobody", {}}});
  }
  if (line.weekdays && directory_.named(line.employee_no, line.name).person == nullptr) return;
  read += static_cast<std::int64_t>(line.cells.size());
  const store::Person* person = person_of(line);
  if (person == nullptr) return;
  const auto [first_row, is_first] = rows_.emplace(person->id, line.line);
  if (across && !is_first) {
    return problem(
        line, line.heading,
        {.message = {"roster.person-twice", {person->employee_no, person->name, std::int64_t{first_row->second}}}});
  }
  bool said = false;
  for (const SheetCell& cell : line.cells) {
    if (!across && !days_.emplace(person->id, cell.day).second) {
      problem(line, cell.heading, {.message = {"roster.cell-twice", {person->employee_no, person->name, cell.day}}});
    } else if (person->in_service(cell.day)) {
      add_cell(line, cell, *person);
    } else if (!said) {
      // One of many days before he came or after he left is enough.
      said = true;
      problem(line, cell.heading,
              {.message = {"people.not-in-service", {person->employee_no, person->name, cell.day}}});
    }
  }
}

}  // namespace

RosterImportOutcome import_roster(Office& office, const ImportRequest& request, Month month) {
  tabular::Problems problems;
  ImportFile file = open_import(request, "roster", "roster");
  RosterFile roster = read_roster_file(file.text, month, request.mappings, problems);
  file.batch.layout = roster.across ? "roster-sheet" : "roster";

  UnitOfWork work{office, domain::Permission::manage_people, "roster.import"};
  SheetCheck check{office, month, file.text.name(), problems};
  for (const SheetLine& line : roster.lines) check.add(line, roster.across);
  if (check.own && !request.keep_good) throw Error{Failure::not_permitted, std::move(problems)};
  Rejects rejects = put_aside(file.text, roster.header_line, std::move(problems), request.keep_good);

  std::vector<store::RosterCell> changed;
  for (auto& [line, cell] : check.changed) {
    if (!rejects.holds(line)) changed.push_back(std::move(cell));
  }
  std::sort(changed.begin(), changed.end(), [](const auto& a, const auto& b) {
    return std::pair{a.employee, a.day} < std::pair{b.employee, b.day};
  });
  if (!changed.empty()) take_late_fact(office, first_day(month));
  store::RosterStore{office.database()}.set(work.event(), changed);
  file.batch.read = check.read;
  file.batch.known = std::ranges::count_if(check.known, [&](int line) { return !rejects.holds(line); });
  file.batch.imported = static_cast<std::int64_t>(changed.size());
  file.batch.rejected = static_cast<std::int64_t>(rejects.lines.size());
  conclude_import(work, office.database(), file.batch);
  return {{file.batch, std::move(rejects)}, std::move(roster.ignored)};
}

int set_roster(Office& office, const std::string& word, Date first, Date last, const std::string& typed) {
  UnitOfWork work{office, domain::Permission::manage_people, "roster.set"};
  if (last < first) throw Error{Failure::usage, Message{"people.span-reversed", {first, last}}};
  const store::Person named = find_person(office, word, first);
  require_other(office, named, domain::Permission::manage_people);
  const auto person = store::PeopleStore{office.database()}.history(named.id).value();
  const Codes codes{office.database()};
  const auto present = store::RosterStore{office.database()}.sheet(first, last);

  std::vector<store::RosterCell> changed;
  for (Date day = first; day <= last; ++day) {
    std::string code;
    std::optional<Problem> problem;
    if (!typed.empty() && !person.in_service(day)) {  // what was planned before he left may be taken back
      throw Error{Failure::conflict, Message{"people.not-in-service", {person.employee_no, person.name, day}},
                  suggest("svcadm employee show {}", person.employee_no)};
    }
    if (!typed.empty()) code = codes.find(typed, day, problem).value_or(std::string{});
    if (problem) throw Error{Failure::not_found, {*problem}};
    if (present.code(person.id, day) != code) changed.push_back({person.id, day, code});
  }
  if (changed.empty()) {
    office.notes().push_back({"people.nothing-changes", {person.employee_no, person.name}});
    return 0;
  }
  take_late_fact(office, changed.front().day);

  store::RosterStore{office.database()}.set(work.event(), changed);
  work.conclude(person.employee_no, fmt::format(R"({{"from":"{}","to":"{}"}})", to_string(first), to_string(last)));
  return static_cast<int>(changed.size());
}

std::vector<RosterRow> show_roster(Office& office, Month month, const std::string& department,
                                   const std::string& word) {
  const Reading reading{office, domain::Permission::read};
  const Date first = first_day(month);
  const Date last = last_day(month);
  store::PeopleStore people{office.database()};
  const auto tree = people.departments();
  const std::optional<std::int64_t> above =
      department.empty() ? std::nullopt : std::optional{find_department(tree, department, last).id};
  const std::optional<std::int64_t> only =
      word.empty() ? std::nullopt : std::optional{find_person(office, word, last).id};
  const auto sheet = store::RosterStore{office.database()}.sheet(first, last);

  std::vector<RosterRow> rows;
  for (const store::Person& person : people.people_between(first, last)) {
    const store::TermSpan& term = person.terms.back();
    if ((only && person.id != *only) || (above && !tree.lies_in(term.department, *above, term.to))) continue;
    RosterRow row{person.employee_no, person.name, tree.on(term.department, term.to).name, {}};
    for (Date day = first; day <= last; ++day) row.codes.emplace_back(sheet.code(person.id, day));
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace svcadm::usecase
