#include "store/shift_store.hpp"

#include <algorithm>
#include <limits>

#include "base/error.hpp"
#include "store/sql.hpp"

namespace svcadm::store {

namespace {

std::int64_t limit(ShiftStore::Known known_until) {
  return known_until.value_or(std::numeric_limits<std::int64_t>::max());
}

std::vector<domain::Window> read_windows(const std::string& text) {
  if (text.empty()) return {};
  auto windows = domain::parse_windows(text);
  if (!windows) bug("windows of a shift: " + text);
  return std::move(*windows);
}

}  // namespace

const ShiftTerm* ShiftBook::on(std::string_view code, Date day) const {
  const ShiftTerm* found = nullptr;
  for (const ShiftTerm& term : terms_) {
    if (term.code == code && term.from <= day) found = &term;
  }
  return found;
}

bool ShiftBook::knows(std::string_view code) const {
  return std::any_of(terms_.begin(), terms_.end(), [code](const ShiftTerm& term) { return term.code == code; });
}

ShiftBook ShiftStore::book(Known known_until) {
  Query query{database_, R"sql(
    SELECT code, from_day, windows, label FROM shift WHERE event <= :known ORDER BY code, from_day, id
  )sql"};
  query.bind(":known", limit(known_until));
  std::vector<ShiftTerm> terms;
  while (query.next()) {
    ShiftTerm term{query.text(0), query.date(1), read_windows(query.text(2)), query.text(3)};
    if (!terms.empty() && terms.back().code == term.code && terms.back().from == term.from) terms.pop_back();
    terms.push_back(std::move(term));
  }
  return ShiftBook{std::move(terms)};
}

void ShiftStore::add(std::int64_t event, const ShiftTerm& term) {
  Query{database_, R"sql(
    INSERT INTO shift (event, code, from_day, windows, label) VALUES (:event, :code, :from, :windows, :label)
  )sql"}
      .bind(":event", event)
      .bind(":code", term.code)
      .bind(":from", term.from)
      .bind(":windows", domain::to_string(term.windows))
      .bind(":label", term.label)
      .run();
}

std::vector<ShiftAssignment> ShiftStore::assignments(Known known_until) {
  Query query{database_, R"sql(
    SELECT department, employee, weekday, from_day, shift
      FROM shift_assignment
     WHERE event <= :known
     ORDER BY employee NULLS FIRST, department, weekday, from_day, id
  )sql"};
  query.bind(":known", limit(known_until));
  std::vector<ShiftAssignment> assignments;
  while (query.next()) {
    ShiftAssignment next{std::nullopt, std::nullopt, static_cast<int>(query.integer(2)), query.date(3), query.text(4)};
    if (!query.is_null(0)) next.department = query.integer(0);
    if (!query.is_null(1)) next.employee = query.integer(1);
    if (!assignments.empty()) {
      const ShiftAssignment& last = assignments.back();
      if (last.department == next.department && last.employee == next.employee && last.weekday == next.weekday &&
          last.from == next.from) {
        assignments.pop_back();
      }
    }
    assignments.push_back(std::move(next));
  }
  return assignments;
}

void ShiftStore::assign(std::int64_t event, const ShiftAssignment& assignment) {
  Query{database_, R"sql(
    INSERT INTO shift_assignment (event, department, employee, weekday, from_day, shift)
    VALUES (:event, :department, :employee, :weekday, :from, :shift)
  )sql"}
      .bind(":event", event)
      .bind(":department", assignment.department)
      .bind(":employee", assignment.employee)
      .bind(":weekday", assignment.weekday)
      .bind(":from", assignment.from)
      .bind(":shift", assignment.shift)
      .run();
}

}  // namespace svcadm::store
