// The views for analysts and their page, svcadm-db(5): the same columns in the same order.

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "store/sql.hpp"
#include "support/printing.hpp"

using namespace svcadm;

namespace {

using Columns = std::map<std::string, std::vector<std::string>>;

Columns of_the_file() {
  auto database = store::Database::in_memory();
  Columns columns;
  store::Query query{database, R"sql(
    SELECT v.name, c.name FROM sqlite_schema AS v, pragma_table_info(v.name) AS c
     WHERE v.type = 'view' AND v.name LIKE 'v^_%' ESCAPE '^' ORDER BY v.name, c.cid
  )sql"};
  while (query.next()) columns[query.text(0)].push_back(query.text(1));
  return columns;
}

Columns of_the_page() {
  std::ifstream page{std::string{SVCADM_SOURCE_DIR} + "/man/svcadm-db.5"};
  Columns columns;
  std::string view;
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with(".Ss ")) view = line.substr(4);
    if (line.starts_with(".It Va ")) columns[view].push_back(line.substr(7));
  }
  return columns;
}

}  // namespace

TEST_CASE("svcadm-db(5) names every view with its columns, in their order") {
  const Columns views = of_the_file();
  CHECK(views.size() == 9);
  CHECK(views.at("v_pay").back() == "payable_fen");
  CHECK(of_the_page() == views);
}
