// Inputs that would be read as what they are not, and probation that nobody measures.
#include <doctest/doctest.h>

#include "unit/regulation/fixture.hpp"

namespace svcadm::regulation::test {

namespace {

/// Of a text with the header, three lines.
Faults new_faults_of(const std::string& rest) {
  return faults([&] { read_new_regulation(with_header(rest), "a"); });
}

// Six lines.
std::string gate(const std::string& what) {
  return "[[appraisal.gate]]\ncode = \"g\"\nfrom = 2020-01-01\nlabel = { zh = \"门槛\", en = \"gate\" }\n" + what +
         "\nclause = \"14\"\n";
}

// Six lines.
std::string score(const std::string& code) {
  return "[[appraisal.score]]\ncode = \"" + code +
         "\"\nfrom = 2020-01-01\nweight = \"1\"\nmissing = \"zero\"\nclause = \"13\"\n";
}

// Ten lines; the input stands on the seventh, for whom on the eighth.
std::string entered(const std::string& input, const std::string& whom = "everybody") {
  return "[[payroll.item]]\ncode = \"bonus\"\nfrom = 2020-01-01\nlabel = { zh = \"奖金\", en = \"bonus\" }\n"
         "column = \"bonus\"\nmethod = \"entered/1\"\ninput = \"" +
         input + "\"\nfor = \"" + whom + "\"\npart_month = \"whole\"\nclause = \"15\"\n";
}

}  // namespace

TEST_CASE("a gate counts pieces and upheld complaints, and nothing else") {
  CHECK(new_faults_of(gate("none_of = [\"complaints\", \"wrong_orders\", \"late_calls\"]")) == Faults{});
  CHECK(new_faults_of(gate("none_of = [\"complaint\"]")) == Faults{"8 regulation.input-complaint"});
  CHECK(new_faults_of(gate("none_of = [\"loss\"]")) == Faults{"8 regulation.input-form"});
  CHECK(new_faults_of(gate("none_of = [\"exam\"]")) == Faults{"8 regulation.input-form"});
  CHECK(new_faults_of(gate("ratio = { part = \"contract_bonus\", whole = \"orders\", below = \"5%\" }")) ==
        Faults{"8 regulation.input-form"});
}

TEST_CASE("an item pays yuan that were entered, and never a loss") {
  CHECK(new_faults_of(entered("contract_bonus")) == Faults{});
  CHECK(new_faults_of(entered("sales")) == Faults{});
  CHECK(new_faults_of(entered("orders")) == Faults{"10 regulation.input-form"});
  CHECK(new_faults_of(entered("exam")) == Faults{"10 regulation.input-form"});
  CHECK(new_faults_of(entered("loss")) == Faults{"10 regulation.input-loss"});
}

TEST_CASE("one name is entered in one way only") {
  CHECK(new_faults_of(score("loss")) == Faults{"4 regulation.input-form"});
  CHECK(new_faults_of(score("sales") + entered("sales")) == Faults{"16 regulation.input-form"});
  CHECK(new_faults_of(score("manner") + gate("none_of = [\"manner\"]")) == Faults{"14 regulation.input-form"});
}

TEST_CASE("items for probation or for the confirmed need the length of probation") {
  const std::string probation = "[[payroll.probation]]\nfrom = 2020-01-01\nmonths = \"0 months\"\nclause = \"15\"\n";
  CHECK(new_faults_of(entered("sales", "confirmed")) == Faults{"11 regulation.no-probation"});
  CHECK(new_faults_of(entered("sales", "probation") + probation) == Faults{});
}

TEST_CASE("what an office has imported already is read as it was") {
  CHECK(faults([] { read_regulation(with_header(entered("loss", "confirmed")), "a"); }) == Faults{});
}

}  // namespace svcadm::regulation::test
