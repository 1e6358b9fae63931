// The department tree, read whole and asked by day.

#include <algorithm>
#include <limits>

#include "base/error.hpp"
#include "store/people_store.hpp"
#include "store/sql.hpp"

namespace svcadm::store {

namespace {

/// Adds the departments below `parent` (none: the root), each followed by its own.
void add_below(const std::vector<Department>& all, std::optional<std::int64_t> parent,
               std::vector<Department>& listed) {
  for (const Department& department : all) {
    if (department.parent != parent) continue;
    listed.push_back(department);
    add_below(all, department.id, listed);
  }
}

}  // namespace

const DepartmentTree::Entry* DepartmentTree::entry(std::int64_t id) const {
  const auto found = std::lower_bound(entries_.begin(), entries_.end(), id,
                                      [](const Entry& entry, std::int64_t wanted) { return entry.id < wanted; });
  return found == entries_.end() || found->id != id ? nullptr : &*found;
}

const DepartmentTree::Term& DepartmentTree::term(const Entry& entry, Date day) const {
  const auto after = std::upper_bound(entry.terms.begin(), entry.terms.end(), day,
                                      [](Date wanted, const Term& term) { return wanted < term.from; });
  return after == entry.terms.begin() ? entry.terms.front() : *std::prev(after);
}

Department DepartmentTree::on(std::int64_t id, Date day) const {
  const Entry* found = entry(id);
  if (found == nullptr) bug("department without a row");
  const Term& now = term(*found, day);
  return {found->id, found->code, now.name, now.parent};
}

std::vector<Department> DepartmentTree::list(Date day) const {
  std::vector<Department> all;
  for (const Entry& entry : entries_) {
    if (entry.terms.front().from <= day) all.push_back(on(entry.id, day));
  }
  std::vector<Department> listed;
  add_below(all, std::nullopt, listed);
  return listed;
}

int DepartmentTree::depth(std::int64_t id, Date day) const { return static_cast<int>(upwards(id, day).size()) - 1; }

std::optional<Department> DepartmentTree::find(std::string_view word, Date day) const {
  std::optional<Department> by_code;
  for (const Entry& entry : entries_) {
    if (term(entry, day).name == word && entry.terms.front().from <= day) return on(entry.id, day);
    if (entry.code == word) by_code = on(entry.id, day);
  }
  return by_code;
}

std::vector<std::int64_t> DepartmentTree::upwards(std::int64_t id, Date day) const {
  std::vector<std::int64_t> chain;
  for (std::optional<std::int64_t> next = id; next; next = on(*next, day).parent) {
    if (chain.size() > entries_.size()) bug("departments in a circle");
    chain.push_back(*next);
  }
  return chain;
}

bool DepartmentTree::lies_in(std::int64_t id, std::int64_t above, Date day) const {
  const auto chain = upwards(id, day);
  return std::find(chain.begin(), chain.end(), above) != chain.end();
}

DepartmentTree PeopleStore::departments(Known known_until) {
  Query query{database_, R"sql(
    SELECT d.id, d.code, t.from_day, t.name, t.parent
      FROM department AS d JOIN department_term AS t ON t.department = d.id
     WHERE t.event <= :known
     ORDER BY d.id, t.from_day, t.id
  )sql"};
  query.bind(":known", known_until.value_or(std::numeric_limits<std::int64_t>::max()));
  std::vector<DepartmentTree::Entry> entries;
  while (query.next()) {
    if (entries.empty() || entries.back().id != query.integer(0)) {
      entries.push_back({query.integer(0), query.text(1), {}});
    }
    DepartmentTree::Term term{query.date(2), query.text(3), std::nullopt};
    if (!query.is_null(4)) term.parent = query.integer(4);
    auto& terms = entries.back().terms;
    // The later of two terms of one day replaces the earlier.
    if (!terms.empty() && terms.back().from == term.from) terms.pop_back();
    terms.push_back(std::move(term));
  }
  return DepartmentTree{std::move(entries)};
}

std::int64_t PeopleStore::add_department(std::int64_t event, const std::string& code) {
  Query{database_, "INSERT INTO department (event, code) VALUES (:event, :code)"}
      .bind(":event", event)
      .bind(":code", code)
      .run();
  return last_row_id(database_);
}

void PeopleStore::set_department(std::int64_t event, std::int64_t department, const DepartmentTree::Term& term) {
  Query{database_, R"sql(
    INSERT INTO department_term (event, department, from_day, name, parent)
    VALUES (:event, :department, :from, :name, :parent)
  )sql"}
      .bind(":event", event)
      .bind(":department", department)
      .bind(":from", term.from)
      .bind(":name", term.name)
      .bind(":parent", term.parent)
      .run();
}

}  // namespace svcadm::store
