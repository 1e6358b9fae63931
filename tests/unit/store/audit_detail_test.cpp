#include "store/audit_detail.hpp"

#include <doctest/doctest.h>

using namespace svcadm::store;

TEST_CASE("every amount of a detail is withheld and the rest stays as it is, in its order") {
  CHECK(without_amounts(R"({"run":1,"people":2,"payable_fen":520000})") ==
        R"({"run":1,"people":2,"payable_fen":"withheld"})");
  CHECK(without_amounts(R"({"amount_fen":-1,"failed":0})") == R"({"amount_fen":"withheld","failed":0})");
  CHECK(without_amounts(R"({"from" : "2026-10-01"})") == R"({"from" : "2026-10-01"})");
}

TEST_CASE("a detail that is no object says nothing to who may not see amounts") {
  CHECK(without_amounts("520000") == "{}");
  CHECK(without_amounts("{\"payable_fen\":520000") == "{}");
}
