#include "usecase/lookalikes.hpp"

#include <doctest/doctest.h>

namespace svcadm::usecase {

TEST_CASE("names that differ in width, in form, in case or by what cannot be seen look alike; the same name does not") {
  Lookalikes known;
  known.add_name("王芳", "1001 王芳");
  known.add_name("José Ｌ", "1002");
  CHECK(known.name_note("王\u200b芳") == Message{"people.looks-alike", {"王\u200b芳", "1001 王芳"}});
  CHECK(known.name_note("Jose\u0301 L").has_value());
  CHECK(known.name_note("JOSÉ L").has_value());
  CHECK_FALSE(known.name_note("王芳").has_value());
  CHECK_FALSE(known.name_note("王方").has_value());
  CHECK_FALSE(known.name_note("Jose L").has_value());  // an accent is seen
}

TEST_CASE("numbers that differ by zeros in front look alike, where they are of digits only") {
  Lookalikes known;
  known.add_number("0012", "0012 李明");
  known.add_number("A01", "A01");
  CHECK(known.number_note("12") == Message{"people.zeros-alike", {"12", "0012 李明"}});
  CHECK(known.number_note("012").has_value());
  for (const char* other : {"0012", "120", "", "0A01", "A1"}) CHECK_FALSE(known.number_note(other).has_value());
}

TEST_CASE("zeros alone are the number of nothing") {
  CHECK(without_leading_zeros("000") == without_leading_zeros("0"));
  CHECK(without_leading_zeros("0012") == "12");
  CHECK(without_leading_zeros("00a") == "00a");
}

}  // namespace svcadm::usecase
