// Pay of people whose service is interrupted within the month: each service counts by itself.

#include <doctest/doctest.h>

#include "support/centre.hpp"
#include "support/printing.hpp"
#include "usecase/leave.hpp"

using namespace svcadm;
using domain::PayColumn;
using test::Centre;

namespace {

Date october(int day) { return make_date(2026, 10, day); }

/// 1001, employed in 2020, who leaves within October 2026 and may be hired again.
class Returning {
 public:
  explicit Returning(Date left, const std::string& regulation = test::shipped("callc.toml")) : centre{regulation} {
    centre.employ("1001", make_date(2020, 1, 1));
    usecase::change_employee(centre.office(), "1001", {.from = left, .left = std::optional{left}});
  }
  Returning& back(Date day) {
    usecase::add_employee(centre.office(),
                          {.employee_no = "1001", .name = "员工1001", .department = Centre::department, .hired = day});
    return *this;
  }
  Returning& sick(int day) {
    usecase::record_leave(centre.office(),
                          {.person = "1001", .kind = "sick", .span = {.first = october(day), .last = october(day)}});
    return *this;
  }
  Money paid(PayColumn column) {
    centre.run();
    return centre.paid("1001", column);
  }

  Centre centre;
};

/// Probation pays 1200 a month, confirmed people 1800; October has 18 workdays.
std::string low_probation() {
  return test::changed(test::shipped("callc.toml"), "payroll.item.base_probation.amount", "1200.00");
}

}  // namespace

TEST_CASE("who is hired again within the month is paid for each service by its own terms") {
  // Six workdays up to the 14th confirmed, ten from the 19th on probation.
  CHECK(Returning{october(14), low_probation()}.back(october(19)).paid(PayColumn::base) ==
        Money{180000 * 6 / 18} + Money{(120000 * 10 + 9) / 18});
}

TEST_CASE("a service that begins the day after another has ended is another one all the same") {
  // Eight workdays up to Sunday the 18th, ten from Monday on.
  Returning returning{october(18), low_probation()};
  CHECK(returning.back(october(19)).paid(PayColumn::base) == Money{180000 * 8 / 18} + Money{(120000 * 10 + 9) / 18});
  CHECK(returning.centre.sheet("1001").probation);
}

TEST_CASE("a sick day costs by the years of the service in which it lies") {
  const std::int64_t day = 180000 / 18;
  CHECK(Returning{october(14)}.sick(12).paid(PayColumn::sick_deduction) == Money{day * 30 / 100});
  CHECK(Returning{october(14)}.back(october(19)).sick(12).paid(PayColumn::sick_deduction) == Money{day * 30 / 100});
  CHECK(Returning{october(14)}.back(october(19)).sick(20).paid(PayColumn::sick_deduction) == Money{day * 40 / 100});
}

TEST_CASE("the last day of a former service is worked or not as the regulation says") {
  const std::string not_worked = test::changed(low_probation(), "payroll.service.last_day", "not-worked");
  CHECK(Returning{october(14), not_worked}.back(october(19)).paid(PayColumn::base) ==
        Money{180000 * 5 / 18} + Money{(120000 * 10 + 9) / 18});
}
