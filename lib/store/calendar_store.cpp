#include "store/calendar_store.hpp"

#include <limits>

#include "base/error.hpp"
#include "store/sql.hpp"

namespace svcadm::store {

namespace {

std::int64_t limit(CalendarStore::Known known_until) {
  return known_until.value_or(std::numeric_limits<std::int64_t>::max());
}

}  // namespace

std::vector<CalendarRow> CalendarStore::days(Date first, Date last, Known known_until) {
  Query query{database_, R"sql(
    SELECT department, day, kind, note
      FROM calendar_day
     WHERE day BETWEEN :first AND :last AND event <= :known
     ORDER BY day, department NULLS FIRST, id
  )sql"};
  query.bind(":first", first).bind(":last", last).bind(":known", limit(known_until));
  std::vector<CalendarRow> rows;
  while (query.next()) {
    CalendarRow row{std::nullopt, query.date(1), {}, query.text(3)};
    if (!query.is_null(0)) row.department = query.integer(0);
    const auto kind = domain::parse_day_kind(query.text(2));
    if (!kind) bug("kind of day: " + query.text(2));
    row.kind = *kind;
    // The later row about one day replaces the earlier.
    if (!rows.empty() && rows.back().day == row.day && rows.back().department == row.department) rows.pop_back();
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<CalendarYear> CalendarStore::years(Known known_until) {
  Query query{database_, R"sql(
    SELECT year, notice, sha256 FROM calendar_year WHERE event <= :known ORDER BY year, id
  )sql"};
  query.bind(":known", limit(known_until));
  std::vector<CalendarYear> years;
  while (query.next()) {
    CalendarYear year{static_cast<int>(query.integer(0)), query.text(1), query.text(2)};
    if (!years.empty() && years.back().year == year.year) years.pop_back();
    years.push_back(std::move(year));
  }
  return years;
}

void CalendarStore::add_year(std::int64_t event, const CalendarYear& year) {
  Query{database_, "INSERT INTO calendar_year (event, year, notice, sha256) VALUES (:event, :year, :notice, :sha256)"}
      .bind(":event", event)
      .bind(":year", year.year)
      .bind(":notice", year.notice)
      .bind(":sha256", year.sha256)
      .run();
}

void CalendarStore::set_day(std::int64_t event, const CalendarRow& row) {
  Query{database_, R"sql(
    INSERT INTO calendar_day (event, department, day, kind, note) VALUES (:event, :department, :day, :kind, :note)
  )sql"}
      .bind(":event", event)
      .bind(":department", row.department)
      .bind(":day", row.day)
      .bind(":kind", domain::to_key(row.kind))
      .bind(":note", row.note)
      .run();
}

}  // namespace svcadm::store
