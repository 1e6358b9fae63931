#include "cmd/nearest.hpp"

#include <vector>

#include <doctest/doctest.h>

using namespace svcadm::cmd;

TEST_CASE("a swap, a missing, a surplus and a wrong letter are one edit each") {
  CHECK(edit_distance("leave", "leave") == 0);
  CHECK(edit_distance("laeve", "leave") == 1);
  CHECK(edit_distance("leve", "leave") == 1);
  CHECK(edit_distance("leaave", "leave") == 1);
  CHECK(edit_distance("leabe", "leave") == 1);
  CHECK(edit_distance("", "leave") == 5);
  CHECK(edit_distance("leave", "") == 5);
}

TEST_CASE("a beginning is nearer than any misspelling") {
  const std::vector<std::string> names{"role", "roster", "payroll", "calendar"};
  CHECK(nearest("ros", names) == "roster");
  CHECK(nearest("payrol", names) == "payroll");
  CHECK(nearest("calender", names) == "calendar");
  CHECK(nearest("pyaroll", names) == "payroll");
}

TEST_CASE("what resembles nothing has no nearest name") {
  const std::vector<std::string> names{"role", "roster", "db"};
  CHECK_FALSE(nearest("complaint", names));
  CHECK_FALSE(nearest("xy", names));
  CHECK_FALSE(nearest("", names));
}
