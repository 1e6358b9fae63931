// The customer-service centre's rules that only an office shows: probation, the group of the mean, comments, signing.

#include <doctest/doctest.h>

#include "support/centre.hpp"
#include "support/printing.hpp"
#include "usecase/regulation_signature.hpp"

using namespace svcadm;
using domain::PayColumn;
using test::Centre;

TEST_CASE("CALLC.23 probation lasts two months: who has served them on the month's eve is confirmed in it") {
  Centre centre;
  centre.employ("1001").scores("1001", "80");
  centre.employ("1002", make_date(2026, 8, 8)).scores("1002", "80");  // until 7 October, before the first workday
  centre.employ("1003", make_date(2026, 8, 1)).scores("1003", "80");  // until 30 September
  centre.employ("1004", make_date(2026, 9, 1)).scores("1004", "80");  // until 31 October
  centre.run();
  CHECK(centre.paid("1001", PayColumn::performance) == yuan(200));
  CHECK(centre.paid("1002", PayColumn::performance) == Money{});  // on probation on some days of the month
  CHECK(centre.paid("1003", PayColumn::performance) == yuan(200));
  CHECK(centre.paid("1004", PayColumn::performance) == Money{});
  CHECK(centre.sheet("1004").probation);
  CHECK_FALSE(centre.sheet("1002").probation);
  CHECK(centre.paid("1002", PayColumn::base) == yuan(1800));
}

TEST_CASE("CALLC.31 the mean is over who is confirmed and in service all month, failing a gate or not") {
  Centre centre;
  centre.employ("1001").scores("1001", "80");
  centre.employ("1002").scores("1002", "80").input("1002", "wrong_orders", "1");
  centre.employ("1003").scores("1003", "79");
  centre.employ("1004", make_date(2026, 9, 1)).scores("1004", "100");  // on probation
  centre.employ("1005").scores("1005", "100");
  usecase::change_employee(centre.office(), "1005", {.left = std::optional{make_date(2026, 10, 29)}});
  centre.run();
  CHECK(centre.paid("1001", PayColumn::performance) == yuan(200));  // the mean is (80 + 80 + 79) / 3
  CHECK(centre.paid("1002", PayColumn::performance) == Money{});    // the gate, not the mean
  CHECK(centre.paid("1003", PayColumn::performance) == Money{});
}

TEST_CASE("CALLC.31 who fails a gate stays in the mean and lifts or lowers it for the others") {
  Centre centre;
  centre.employ("1001").scores("1001", "80");
  centre.employ("1002").scores("1002", "90").input("1002", "wrong_orders", "1");
  centre.run();
  CHECK(centre.paid("1001", PayColumn::performance) == Money{});  // 80 is below (80 + 90) / 2
}

TEST_CASE("CALLC.33 a run is refused while somebody has fewer checked calls than the office asks for") {
  Centre centre{test::changed(test::shipped("callc.toml"), "appraisal.score.quality.samples.minimum", "3")};
  centre.employ("1001").scores("1001", "80").input("1001", "quality", "90");
  const auto findings = usecase::check_payroll(centre.office(), Centre::month);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].message.id == "finding.input.few");
  CHECK(findings[0].message.args.at(2) == Arg{std::int64_t{2}});
  CHECK(findings[0].message.args.at(3) == Arg{std::int64_t{3}});
  CHECK(findings[0].blocks);
  CHECK_THROWS_AS(centre.run(), Error);
  centre.input("1001", "quality", "70");
  centre.run();
  CHECK(centre.paid("1001", PayColumn::performance) == yuan(200));
}

TEST_CASE("scores that nothing paid hangs on are not waited for") {
  const std::string text = test::shipped("callc.toml");
  const auto missing = [](const std::string& regulation) {
    Centre centre{regulation};
    return usecase::check_payroll(centre.employ("1001").office(), Centre::month).size();
  };
  CHECK(missing(text) == 3);
  const std::string without = test::changed(text, "payroll.item.performance.forfeited_by", "leave");
  CHECK(missing(without) == 0);
  Centre centre{without};
  centre.employ("1001").run();
  CHECK(centre.paid("1001", PayColumn::performance) == yuan(200));
}

TEST_CASE("CALLC.37 the leader's score is refused without a comment") {
  Centre centre;
  centre.employ("1001");
  CHECK_THROWS_AS(centre.input("1001", "leader_score", "80"), Error);
  CHECK_NOTHROW(centre.input("1001", "leader_score", "80", "评语"));
}

TEST_CASE("CALLC.65 who has not signed the regulation is known, and signing it is recorded") {
  Centre centre;
  centre.employ("1001").scores("1001", "80").input("1001", "complaint", "minor");
  const auto regulation = regulation::read_regulation(test::shipped("callc.toml"), "callc.toml", 1);
  CHECK(regulation.signature(make_date(2026, 10, 1)).has_value());
  centre.run();
  CHECK(usecase::explain_pay(centre.office(), "1001", {.run = {}, .month = Centre::month}).unsigned_regulation);
  usecase::sign_regulation(centre.office(), {.code = "CALLC", .person = "1001", .on = make_date(2026, 10, 1)});
  CHECK_FALSE(usecase::explain_pay(centre.office(), "1001", {.run = {}, .month = Centre::month}).unsigned_regulation);
}
