#include "usecase/department.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "store/people_store.hpp"
#include "tabular/sheet_reader.hpp"
#include "usecase/closed_month.hpp"
#include "usecase/directory.hpp"
#include "usecase/lookalikes.hpp"
#include "usecase/office.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

std::string clean_name(const std::string& name) {
  std::string clean{trim(name)};
  if (clean.empty() || clean != printable(clean)) throw Error{Failure::usage, Message{"people.bad-name", {name}}};
  if (clean.size() > longest_name) throw Error{Failure::usage, name_too_long(clean)};
  return clean;
}

/// A name must tell one department from all others, also by the name they were founded with.
Error name_taken(const std::string& name) {
  return Error{Failure::conflict, Message{"people.department-exists", {name}}, "svcadm department list"};
}

/// Whom the name belongs to, on any day from `from` on.
const store::DepartmentTree::Entry* bearer(const store::DepartmentTree& tree, const std::string& name, Date from) {
  for (const auto& entry : tree.entries()) {
    if (entry.code == name || tree.on(entry.id, from).name == name) return &entry;
    for (const auto& term : entry.terms) {
      if (term.from >= from && term.name == name) return &entry;
    }
  }
  return nullptr;
}

std::int64_t root_of(const store::DepartmentTree& tree) {
  for (const auto& entry : tree.entries()) {
    if (!entry.terms.front().parent) return entry.id;
  }
  bug("an office without a company");
}

}  // namespace

void add_department(Office& office, const NewDepartment& department) {
  UnitOfWork work{office, domain::Permission::manage_people, "department.add"};
  store::PeopleStore people{office.database()};
  const auto tree = people.departments();
  const std::string name = clean_name(department.name);

  if (bearer(tree, name, beginning) != nullptr) throw name_taken(name);
  const std::int64_t parent =
      department.parent.empty()
          ? root_of(tree)
          : find_department(tree, department.parent, std::max(department.from, office.today())).id;

  const std::int64_t id = people.add_department(work.event(), name);
  people.set_department(work.event(), id, {department.from, name, parent});
  if (auto note = Lookalikes{tree}.name_note(name)) office.notes().push_back(std::move(*note));
  work.conclude(name);
}

void change_department(Office& office, const std::string& department, const DepartmentChange& change) {
  UnitOfWork work{office, domain::Permission::manage_people, "department.change"};
  store::PeopleStore people{office.database()};
  const auto tree = people.departments();
  store::Department changed = find_department(tree, department, change.from);
  const std::string old_name = changed.name;

  require_open_month(office.database(), change.from);
  if (change.name) {
    changed.name = clean_name(*change.name);
    const auto* other = bearer(tree, changed.name, change.from);
    if (other != nullptr && other->id != changed.id) throw name_taken(changed.name);
    auto note = Lookalikes{tree}.name_note(changed.name);
    if (note && changed.name != old_name) office.notes().push_back(std::move(*note));
  }
  if (change.parent) {
    if (!changed.parent) throw Error{Failure::conflict, Message{"people.company-is-root", {old_name}}};
    const auto parent = find_department(tree, *change.parent, change.from);
    if (tree.lies_in(parent.id, changed.id, change.from)) {
      throw Error{Failure::conflict, Message{"people.department-circle", {old_name, parent.name}}};
    }
    changed.parent = parent.id;
  }

  people.set_department(work.event(), changed.id, {change.from, changed.name, changed.parent});
  work.conclude(old_name, fmt::format(R"({{"from":"{}"}})", to_string(change.from)));
}

std::vector<DepartmentRow> list_departments(Office& office, Date day) {
  const Reading reading{office, domain::Permission::read};
  store::PeopleStore people{office.database()};
  const auto tree = people.departments();
  std::map<std::int64_t, std::int64_t> heads;
  for (const store::Person& person : people.people_between(day, day)) {
    for (const std::int64_t id : tree.upwards(person.terms.back().department, day)) ++heads[id];
  }

  std::vector<DepartmentRow> rows;
  for (const store::Department& department : tree.list(day)) {
    Date since = beginning;
    for (const auto& term : tree.entry(department.id)->terms) {
      if (term.from <= day) since = term.from;
    }
    rows.push_back({department.name, department.parent ? tree.on(*department.parent, day).name : std::string{},
                    tree.depth(department.id, day), since, heads[department.id]});
  }
  return rows;
}

std::vector<DepartmentRow> show_department(Office& office, const std::string& department, Date day) {
  const Reading reading{office, domain::Permission::read};
  store::PeopleStore people{office.database()};
  const auto tree = people.departments();
  const std::int64_t id = find_department(tree, department, day).id;

  std::vector<DepartmentRow> rows;
  for (const auto& term : tree.entry(id)->terms) {
    const Date seen = std::max(term.from, day);
    std::int64_t heads = 0;
    for (const store::Person& person : people.people_between(seen, seen)) {
      heads += tree.lies_in(person.terms.back().department, id, seen) ? 1 : 0;
    }
    rows.push_back({term.name, term.parent ? tree.on(*term.parent, term.from).name : std::string{},
                    tree.depth(id, term.from), term.from, heads});
  }
  return rows;
}

namespace {

/// A row of the file, not yet in the tree.
struct Row {
  Place place;
  std::string name;
  std::string parent;  ///< empty: the company
};

struct Sheet {
  std::vector<Row> rows;
  int header_line = 0;
  std::int64_t read = 0;
};

Sheet read_rows(const tabular::Text& text, const ImportRequest& request, tabular::Problems& problems) {
  const tabular::Layout& layout = import_layout("department").sheet;
  tabular::SheetReader reader{text, layout, request.mappings, problems};
  Sheet sheet{.rows = {}, .header_line = reader.header_line()};
  std::set<std::string> seen;
  tabular::SheetRow row;
  while (reader.next(row)) {
    ++sheet.read;
    const std::string name{row.get("name")};
    if (name.size() > longest_name) {
      problems.push_back({.message = name_too_long(name), .place = row.place("name")});
    } else if (name.empty() || name != printable(name)) {
      problems.push_back({.message = {"people.bad-name", {name}}, .place = row.place("name")});
    } else if (!seen.insert(name).second) {
      problems.push_back({.message = {"people.twice-in-file", {name}}, .place = row.place("name")});
    } else {
      sheet.rows.push_back({row.place("parent"), name, std::string{row.get("parent")}});
    }
  }
  sheet.read += static_cast<std::int64_t>(reader.rejected().size());
  return sheet;
}

}  // namespace

ImportOutcome import_departments(Office& office, const ImportRequest& request) {
  tabular::Problems problems;
  ImportFile file = open_import(request, "department", "department");
  const Sheet sheet = read_rows(file.text, request, problems);
  const std::vector<Row>& rows = sheet.rows;
  file.batch.read = sheet.read;

  UnitOfWork work{office, domain::Permission::manage_people, "department.import"};
  store::PeopleStore people{office.database()};
  const auto tree = people.departments();
  const Date day = office.today();
  const std::int64_t root = root_of(tree);

  // Decide: what is known, what is new, and below whom; parents may be new too, in any order.
  std::map<std::string, const Row*> fresh;
  for (const Row& row : rows) {
    const auto* known = bearer(tree, row.name, beginning);
    if (known == nullptr) {
      fresh.emplace(row.name, &row);
      continue;
    }
    const auto now = tree.on(known->id, day);
    const std::string parent = now.parent ? tree.on(*now.parent, day).name : std::string{};
    if (row.parent == parent || (row.parent.empty() && now.parent == root) || !now.parent) {
      ++file.batch.known;
    } else {
      problems.push_back({.message = {"people.department-elsewhere", {row.name, parent}},
                          .place = row.place,
                          .way_out = suggest("svcadm department change {} --under {} --from DATE", row.name,
                                             row.parent.empty() ? tree.on(root, day).name : row.parent)});
    }
  }
  std::vector<const Row*> in_order;
  std::set<std::string> placed;
  std::set<std::string> taken;
  const auto place = [&](const auto& self, const Row& row, std::size_t depth) -> void {
    if (placed.contains(row.name)) return;
    if (depth > fresh.size()) {
      problems.push_back({.message = {"people.department-circle", {row.name, row.parent}}, .place = row.place});
      placed.insert(row.name);
      return;
    }
    if (const auto parent = fresh.find(row.parent); parent != fresh.end()) {
      self(self, *parent->second, depth + 1);
      if (request.keep_good && !taken.contains(row.parent)) {
        problems.push_back({.message = {"people.parent-rejected", {row.parent}}, .place = row.place});
        placed.insert(row.name);
        return;
      }
    } else if (!row.parent.empty() && !tree.find(row.parent, day)) {
      problems.push_back({.message = {"people.department-unknown", {row.parent}}, .place = row.place});
      placed.insert(row.name);
      return;
    }
    if (!placed.insert(row.name).second) return;
    taken.insert(row.name);
    in_order.push_back(&row);
  };
  for (const Row& row : rows) {
    if (fresh.contains(row.name)) place(place, row, 0);
  }
  Rejects rejects = put_aside(file.text, sheet.header_line, std::move(problems), request.keep_good);

  std::map<std::string, std::int64_t> ids;
  Lookalikes known{tree};
  for (const Row* row : in_order) {
    if (auto note = known.name_note(row->name)) office.notes().push_back(std::move(*note));
    known.add_name(row->name, row->name);
    const std::int64_t id = people.add_department(work.event(), row->name);
    ids.emplace(row->name, id);
    std::int64_t parent = root;
    if (const auto own = ids.find(row->parent); own != ids.end() && !row->parent.empty()) {
      parent = own->second;
    } else if (!row->parent.empty()) {
      parent = tree.find(row->parent, day)->id;
    }
    people.set_department(work.event(), id, {beginning, row->name, parent});
  }
  file.batch.imported = static_cast<std::int64_t>(in_order.size());
  file.batch.rejected = static_cast<std::int64_t>(rejects.lines.size());
  conclude_import(work, office.database(), file.batch);
  return {file.batch, std::move(rejects)};
}

}  // namespace svcadm::usecase
