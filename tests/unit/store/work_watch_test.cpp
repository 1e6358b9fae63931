#include "store/work_watch.hpp"

#include <doctest/doctest.h>

#include "store/sql.hpp"

using namespace svcadm::store;

namespace {

void work_long(Database& database) {
  Query query{database,
              "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT max(i) FROM n"};
  query.next();
  CHECK(query.integer(0) == 100000);
}

}  // namespace

TEST_CASE("who watches long work is told while it runs, and not afterwards") {
  auto database = Database::in_memory();
  int told = 0;
  {
    const WorkWatch watch{database, [&] { ++told; }};
    work_long(database);
    CHECK(told > 0);
  }
  const int before = told;
  work_long(database);
  CHECK(told == before);
}
