#include "store/roster_store.hpp"

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "base/error.hpp"
#include "store/sql.hpp"

namespace svcadm::store {

namespace {

bool before(const RosterSheet::Cell& cell, std::int64_t employee) { return cell.employee < employee; }
bool after(std::int64_t employee, const RosterSheet::Cell& cell) { return employee < cell.employee; }

/// Numbers for codes, in the order in which they are met.
class Codes {
 public:
  std::int32_t number(const std::string& code) {
    const auto [place, added] = numbers_.try_emplace(code, static_cast<std::int32_t>(codes_.size()));
    if (added) codes_.push_back(code);
    return place->second;
  }
  std::vector<std::string> take() { return std::move(codes_); }

 private:
  std::vector<std::string> codes_;
  std::unordered_map<std::string, std::int32_t> numbers_;
};

}  // namespace

std::span<const RosterSheet::Cell> RosterSheet::of(std::int64_t employee) const {
  const auto begin = std::lower_bound(cells_.begin(), cells_.end(), employee, before);
  return {begin, std::upper_bound(begin, cells_.end(), employee, after)};
}

std::string_view RosterSheet::code(std::int64_t employee, Date day) const {
  const auto own = of(employee);
  const auto found =
      std::lower_bound(own.begin(), own.end(), day, [](const Cell& cell, Date wanted) { return cell.day < wanted; });
  return found == own.end() || found->day != day ? std::string_view{} : std::string_view{code(*found)};
}

RosterSheet RosterStore::sheet(Date first, Date last, Known known_until) {
  // Employee by employee: the table's key finds each one's days at once, and the rows come in order.
  Query query{database_, R"sql(
    SELECT r.employee, r.day, r.shift
      FROM employee AS e CROSS JOIN roster_day AS r ON r.employee = e.id
     WHERE r.day BETWEEN :first AND :last AND r.event <= :known
     ORDER BY e.id, r.day, r.event
  )sql"};
  query.bind(":first", first)
      .bind(":last", last)
      .bind(":known", known_until.value_or(std::numeric_limits<std::int64_t>::max()));
  Codes codes;
  const std::int32_t nothing = codes.number({});
  std::vector<RosterSheet::Cell> cells;
  while (query.next()) {
    const std::int64_t employee = query.integer(0);
    if (employee > std::numeric_limits<std::int32_t>::max()) bug("employee id of a roster");
    const RosterSheet::Cell cell{static_cast<std::int32_t>(employee), query.date(1), codes.number(query.text(2))};
    // The later row about one cell replaces the earlier, also when it takes it back.
    if (!cells.empty() && cells.back().employee == cell.employee && cells.back().day == cell.day) {
      cells.back() = cell;
    } else {
      cells.push_back(cell);
    }
  }
  std::erase_if(cells, [nothing](const RosterSheet::Cell& cell) { return cell.code == nothing; });
  return {std::move(cells), codes.take()};
}

void RosterStore::set(std::int64_t event, std::span<const RosterCell> cells) {
  Query insert{database_, R"sql(
    INSERT INTO roster_day (employee, day, event, shift) VALUES (:employee, :day, :event, :shift)
  )sql"};
  insert.bind(":event", event);
  for (const RosterCell& cell : cells) {
    insert.bind(":employee", cell.employee).bind(":day", cell.day).bind(":shift", cell.shift).run();
  }
}

}  // namespace svcadm::store
