#include "store/late_facts.hpp"

#include "store/punch_store.hpp"
#include "store/sql.hpp"

namespace svcadm::store {

namespace {

std::int64_t limit(LateFactsStore::Known known_until) { return known_until.value_or(INT64_MAX); }

}  // namespace

std::int64_t LateFactsStore::looked_at_before(Month month, Known known_until) {
  Query query{database_, R"sql(
    SELECT coalesce(max(last_event), 0) FROM month_close WHERE month < :month AND event <= :known
  )sql"};
  query.bind(":month", month).bind(":known", limit(known_until));
  query.next();
  return query.integer(0);
}

std::vector<Month> LateFactsStore::closed_months(Known known_until) {
  Query query{database_, "SELECT DISTINCT month FROM closed_run WHERE event <= :known ORDER BY month"};
  query.bind(":known", limit(known_until));
  std::vector<Month> months;
  while (query.next()) months.push_back(query.month(0));
  return months;
}

std::set<std::int64_t> LateFactsStore::employees(Month month, std::int64_t since, Known known_until) {
  std::set<std::int64_t> employees =
      punchers_since(database_, first_day(month) - 1, last_day(month) + 1, since, known_until);
  Query query{database_, R"sql(
    SELECT employee FROM payroll_input WHERE month = :month AND event > :since AND event <= :known
    UNION SELECT employee FROM day_decision
           WHERE day BETWEEN :first AND :last AND event > :since AND event <= :known
    UNION SELECT employee FROM roster_day
           WHERE day BETWEEN :first - 1 AND :last + 1 AND event > :since AND event <= :known
    -- Leave of the same year may use up what the year allows of it.
    UNION SELECT employee FROM leave
           WHERE first_day <= :last AND last_day >= :new_year AND event > :since AND event <= :known
    UNION SELECT l.employee FROM leave_cancel AS c JOIN leave AS l ON l.id = c.leave
           WHERE l.first_day <= :last AND l.last_day >= :new_year AND c.event > :since AND c.event <= :known
    UNION SELECT l.employee FROM leave_return AS b JOIN leave AS l ON l.id = b.leave
           WHERE l.first_day <= :last AND l.last_day >= :new_year AND b.event > :since AND b.event <= :known
    UNION SELECT employee FROM request
           WHERE day BETWEEN :first AND :last AND event > :since AND event <= :known
    UNION SELECT r.employee
            FROM request_act AS a JOIN request AS r ON r.id = a.request
            LEFT JOIN leave AS l ON r.type = 'leave' AND l.id = r.subject
            LEFT JOIN request_act_withdrawal AS w ON w.act = a.id
           WHERE ((a.event > :since AND a.event <= :known) OR (w.event > :since AND w.event <= :known))
             AND (r.day BETWEEN :first AND :last OR (l.first_day <= :last AND l.last_day >= :new_year))
    -- A correction changes something when it is confirmed and when it is cancelled; one of a clock or a department,
    -- for whoever is concerned.
    UNION SELECT e.id
            FROM time_correction AS c JOIN employee AS e ON e.id = coalesce(c.employee, e.id)
           WHERE ((c.employee IS NOT NULL AND c.day BETWEEN :first - 1 AND :last + 1)
                  OR (c.employee IS NULL AND c.from_at < (:last + 2) * 86400 AND c.to_at >= (:first - 1) * 86400))
             AND EXISTS (SELECT 1 FROM time_correction_confirmation AS y
                          WHERE y.correction = c.id AND y.event <= :known)
             AND (EXISTS (SELECT 1 FROM time_correction_confirmation AS y
                           WHERE y.correction = c.id AND y.event > :since AND y.event <= :known)
                  OR EXISTS (SELECT 1 FROM time_correction_cancel AS x
                              WHERE x.correction = c.id AND x.event > :since AND x.event <= :known))
  )sql"};
  query.bind(":month", month)
      .bind(":first", first_day(month))
      .bind(":last", last_day(month))
      .bind(":new_year", make_date(year_of(first_day(month)), 1, 1))
      .bind(":since", since)
      .bind(":known", limit(known_until));
  while (query.next()) employees.insert(query.integer(0));
  return employees;
}

std::set<std::int64_t> LateFactsStore::closed_as_pending(Month month, Known known_until) {
  Query query{database_, R"sql(
    SELECT p.employee FROM payroll_sheet AS p JOIN closed_run AS c ON c.run = p.run
     WHERE c.month = :month AND c.event <= :known AND json_valid(p.row) AND json_extract(p.row, '$.pending_halves') > 0
  )sql"};
  query.bind(":month", month).bind(":known", limit(known_until));
  std::set<std::int64_t> employees;
  while (query.next()) employees.insert(query.integer(0));
  return employees;
}

std::vector<PaidItemRow> LateFactsStore::paid(Month month, Known known_until) {
  std::vector<PaidItemRow> rows;
  // Lines of adjustments have an @ in their code: what they adjust is no part of this month.
  Query lines{database_, R"sql(
    SELECT p.employee, p.run, p.item, p.label_zh, p.label_en, p.amount
      FROM payroll_line AS p JOIN closed_run AS c ON c.run = p.run
     WHERE c.month = :month AND c.event <= :known AND instr(p.item, '@') = 0 ORDER BY p.employee, p.run, p.line
  )sql"};
  lines.bind(":month", month).bind(":known", limit(known_until));
  const auto take = [&rows](Query& query) {
    while (query.next()) {
      rows.push_back(
          {query.integer(0), query.integer(1), {query.text(2), Label{query.text(3), query.text(4)}, query.money(5)}});
    }
  };
  take(lines);
  Query adjusted{database_, R"sql(
    SELECT p.employee, 0, p.item, p.label_zh, p.label_en, p.amount
      FROM payroll_adjustment AS p JOIN closed_run AS c ON c.run = p.run
     WHERE p.origin_month = :month AND c.event <= :known ORDER BY p.employee, p.run, p.item
  )sql"};
  adjusted.bind(":month", month).bind(":known", limit(known_until));
  take(adjusted);
  return rows;
}

}  // namespace svcadm::store
