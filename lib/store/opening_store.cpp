#include "store/opening_store.hpp"

#include "store/sql.hpp"

namespace svcadm::store {

std::int64_t OpeningStore::add(std::int64_t event, const OpeningRow& row) {
  Query{database_, R"sql(
    INSERT INTO opening_balance (event, employee, on_day, kind, day, quantity)
    VALUES (:event, :employee, :on, :kind, :day, :quantity)
  )sql"}
      .bind(":event", event)
      .bind(":employee", row.employee)
      .bind(":on", row.on)
      .bind(":kind", row.kind)
      .bind(":day", row.day)
      .bind(":quantity", row.quantity)
      .run();
  return last_row_id(database_);
}

std::vector<OpeningRow> OpeningStore::living(Known known_until) {
  Query query{database_, R"sql(
    SELECT max(id), employee, on_day, kind, day, quantity FROM opening_balance
     WHERE event <= :known GROUP BY employee, kind, day HAVING quantity > 0 ORDER BY employee, kind, day
  )sql"};
  query.bind(":known", known_until.value_or(INT64_MAX));
  std::vector<OpeningRow> rows;
  while (query.next()) {
    rows.push_back({query.integer(0), query.integer(1), query.date(2), query.text(3), query.date(4), query.integer(5)});
  }
  return rows;
}

}  // namespace svcadm::store
