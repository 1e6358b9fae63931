// What does not fit together.
#include <doctest/doctest.h>

#include "unit/regulation/fixture.hpp"

namespace svcadm::regulation::test {

namespace {

// Nine lines.
const std::string personal =
    "[[leave.kind]]\ncode = \"personal\"\nfrom = 2020-01-01\nlabel = { zh = \"事假\", en = \"personal\" }\n"
    "column = \"personal\"\ncounted = \"workdays\"\nkeeps_full_attendance = false\ndeduct = \"100%\"\nclause = \"5\"\n";

// Seven lines.
std::string deduction(const std::string& code, const std::string& takes) {
  return "[[payroll.deduction]]\ncode = \"" + code + "\"\nfrom = 2020-01-01\nlabel = { zh = \"扣\", en = \"line\" }\n" +
         "column = \"other_deduction\"\ntakes = [" + takes + "]\nclause = \"7\"\n";
}

const std::string day_pay =
    "[[payroll.item]]\ncode = \"base\"\nfrom = 2020-01-01\nlabel = { zh = \"基\", en = \"base\" }\ncolumn = \"base\"\n"
    "method = \"fixed/1\"\namount = \"2000.00\"\nfor = \"everybody\"\npart_month = \"workdays\"\nday_pay = "
    "true\nclause = \"6\"\n"
    "[[payroll.divisor]]\nfrom = 2020-01-01\nmethod = \"month-workdays/1\"\nclause = \"8\"\n";

std::string becoming(const std::string& what) {
  return "[[attendance.lateness]]\nfrom = 2020-01-01\nmethod = \"event/1\"\nprecision = \"second\"\ntiers = [\n{ "
         "becomes = { " +
         what + ", days = \"1\" }, clause = \"3\" },\n]\nclause = \"3\"\n";
}

}  // namespace

TEST_CASE("lateness becomes only a kind of leave that exists") {
  CHECK(faults_of(personal + becoming("leave = \"personal\"")) == Faults{});
  CHECK(faults_of(personal + becoming("leave = \"sick\"")) == Faults{"18 regulation.unknown-leave"});
}

TEST_CASE("without any kind of leave in the file the names are left to the regulation that has them") {
  const std::string text = with_header(becoming("leave = \"personal\""));
  CHECK(faults([&] { read_regulation(text, "a"); }) == Faults{});
  const auto problems = policy_problems(policy_on(read_regulation(text, "a"), make_date(2026, 1, 1)));
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].id == "regulation.unknown-leave");
}

TEST_CASE("references are checked on every day on which they are in force") {
  std::string later = personal;
  later.replace(later.find("2020-01-01"), 10, "2021-01-01");
  CHECK(faults_of(later + becoming("leave = \"personal\"")) == Faults{"18 regulation.unknown-leave"});
}

TEST_CASE("time becomes absenteeism only where something says what that costs") {
  CHECK(faults_of(becoming("absenteeism = true")) == Faults{"9 regulation.no-absenteeism"});
  CHECK(faults_of(becoming("absenteeism = true") +
                  "[[attendance.absenteeism]]\nfrom = 2020-01-01\ndays_pay = \"1\"\nclause = \"4\"\n") == Faults{});
  CHECK(faults_of("[[attendance.punches]]\nfrom = 2020-01-01\ndirection = \"windows\"\nmissing = "
                  "\"half-absence\"\nclause = \"2\"\n") == Faults{"4 regulation.no-absenteeism"});
}

TEST_CASE("a deduction takes only what exists, and no two take the same") {
  CHECK(faults_of(personal + deduction("personal", "\"leave:personal\"") + day_pay) == Faults{});
  CHECK(faults_of(personal + deduction("personal", "\"leave:personal\", \"leave:sick\"") + day_pay) ==
        Faults{"18 regulation.unknown-leave"});
  CHECK(faults_of(personal + deduction("a", "\"leave:personal\"") + deduction("b", "\"leave:personal\"") + day_pay) ==
        Faults{"25 regulation.taken-twice"});
  CHECK(faults_of(deduction("a", "\"lateness\", \"lateness\"")) == Faults{"9 regulation.twice"});
  CHECK(faults_of(deduction("a", "\"leave:\", \"overtime\"")) ==
        Faults{"9 regulation.unknown-word", "9 regulation.unknown-word"});
}

TEST_CASE("what costs pay is taken by some deduction") {
  CHECK(faults_of(personal + deduction("a", "\"lateness\"") + day_pay) == Faults{"4 regulation.not-taken"});
  CHECK(faults_of(day_pay + "[[attendance.absenteeism]]\nfrom = 2020-01-01\ndays_pay = \"1\"\nclause = \"4\"\n") ==
        Faults{"19 regulation.not-taken"});
  const std::string fine =
      "[[attendance.lateness]]\nfrom = 2020-01-01\nmethod = \"event/1\"\nprecision = \"second\"\n"
      "tiers = [ { deduct = \"10.00\", clause = \"3\" } ]\nclause = \"3\"\n";
  CHECK(faults_of(day_pay + fine) == Faults{"19 regulation.not-taken"});
  CHECK(faults_of(day_pay + fine + deduction("lateness", "\"lateness\"")) == Faults{});
}

TEST_CASE("time that costs a day's pay needs a day's pay and a divisor") {
  CHECK(faults_of(personal + deduction("personal", "\"leave:personal\"")) ==
        Faults{"1 regulation.no-day-pay", "1 regulation.no-divisor"});
}

TEST_CASE("pay items refer to items that exist, and not in a circle") {
  const auto share = [](const std::string& code, const std::string& of) {
    return "[[payroll.item]]\ncode = \"" + code +
           "\"\nfrom = 2020-01-01\nlabel = { zh = \"项\", en = \"item\" }\ncolumn = \"bonus\"\n" +
           "method = \"share-of/1\"\nof = \"" + of +
           "\"\nshare = \"10%\"\nfor = \"everybody\"\npart_month = \"whole\"\nclause = \"6\"\n";
  };
  CHECK(faults_of(share("a", "base") + day_pay) == Faults{});
  CHECK(faults_of(share("a", "bass") + day_pay) == Faults{"10 regulation.unknown-item"});
  CHECK(faults_of(share("a", "a")) == Faults{"10 regulation.share-circle"});
  CHECK(faults_of(share("a", "b") + share("b", "a")) ==
        Faults{"10 regulation.share-circle", "21 regulation.share-circle"});
  CHECK(faults_of(day_pay +
                  "[[attendance.count]]\ncode = \"often\"\nfrom = 2020-01-01\ncounts = [\"late\"]\nby = \"event\"\n"
                  "over = 3\neach = false\nforfeits = [\"full\"]\nclause = \"3\"\n") ==
        Faults{"26 regulation.unknown-item"});
}

TEST_CASE("a mean needs a score, and an item that hangs on the appraisal needs one") {
  CHECK(faults_of("[[appraisal.mean]]\nfrom = 2020-01-01\nmethod = \"not-below-mean/1\"\nover = \"everybody\"\n"
                  "failing_gate = \"stays-in\"\nclause = \"13\"\n") == Faults{"4 regulation.mean-of-nothing"});
  domain::Policy policy;
  policy.payroll.items.push_back({.code = "performance", .forfeits = {.appraisal = true}});
  const auto problems = policy_problems(policy);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].id == "regulation.no-appraisal");
}

TEST_CASE("a reading names a value that the file has") {
  const std::string rounding =
      "[[payroll.rounding]]\nfrom = 2020-01-01\nmethod = \"half-up\"\nunit = \"0.01\"\nclause = \"9\"\n";
  const auto reading = [](const std::string& key) {
    return "[[reading]]\nkey = \"" + key +
           "\"\nclause = \"9\"\nasks = { zh = \"问\", en = \"asks\" }\nalternatives = [\"down\"]\n";
  };
  CHECK(faults_of(rounding + reading("payroll.rounding.method")) == Faults{});
  CHECK(faults_of(rounding + reading("payroll.rounding.methods")) == Faults{"10 regulation.reading-of-nothing"});
  CHECK(faults_of(rounding + reading("payroll.rounding")) == Faults{"10 regulation.reading-of-nothing"});
  CHECK(faults_of(rounding + reading("payroll..method")) == Faults{"10 regulation.reading-of-nothing"});
  CHECK(faults_of(rounding + "[reading]\nkey = \"payroll.rounding.method\"\n") == Faults{"9 regulation.not-entries"});
}

}  // namespace svcadm::regulation::test
