#include <doctest/doctest.h>

#include "unit/regulation/fixture.hpp"

namespace svcadm::regulation::test {

namespace {

const Date october = make_date(2026, 10, 1);

}  // namespace

TEST_CASE("the law's share for damages is a fifth of the month's pay, cited with its instrument") {
  const auto share = shipped("cn-wage.toml").damage_share(october);
  REQUIRE(share.has_value());
  CHECK(share->value == Rational{1, 5});
  CHECK(share->cite.clause == "《工资支付暂行规定》第十六条");
  CHECK_FALSE(shipped("cn-wage.toml").damage_share(make_date(1994, 12, 31)).has_value());
}

TEST_CASE("two places are shipped as examples, each from its day on") {
  const Regulation law = shipped("cn-wage.toml");
  const auto places = law.places();
  REQUIRE(places.size() == 2);
  for (const LawPlace& place : places) CHECK(place.example);
  CHECK(places[0].label == Label{"上海", "Shanghai"});
  CHECK(law.minimum_wage("shanghai", october)->value == yuan(2740));
  CHECK(law.minimum_wage("shanghai", october)->cite.clause == "《沪人社规〔2025〕10号》一");
  CHECK(law.minimum_wage("shanghai", make_date(2025, 7, 1)).has_value());
  CHECK_FALSE(law.minimum_wage("shanghai", make_date(2025, 6, 30)).has_value());
  CHECK(law.minimum_wage("beijing", october)->value == yuan(2540));
  CHECK_FALSE(law.minimum_wage("atlantis", october).has_value());
}

TEST_CASE("every value of law says when it was last compared with its source") {
  const auto checks = shipped("cn-wage.toml").law_checks();
  CHECK(checks.size() == 3);
  for (const LawCheck& check : checks) {
    CHECK(check.checked >= make_date(2026, 1, 1));
    CHECK_FALSE(check.cite.clause.empty());
  }
}

TEST_CASE("law is adopted by nobody: it leaves a policy alone") {
  const Regulation law = shipped("cn-wage.toml");
  CHECK(law.areas() == std::vector<Area>{Area::law});
  domain::Policy policy;
  law.apply(Area::law, october, policy);
  CHECK(policy == domain::Policy{});
}

TEST_CASE("areas are known by their keys") {
  for (const Area area : {Area::attendance, Area::leave, Area::payroll, Area::appraisal, Area::discipline, Area::law}) {
    CHECK(parse_area(to_key(area)) == area);
  }
  CHECK_FALSE(parse_area("pay").has_value());
}

}  // namespace svcadm::regulation::test
