// What would be paid wrongly without a word.
#include "usecase/pay_findings.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "support/centre.hpp"
#include "usecase/payroll.hpp"

using namespace svcadm;
using namespace svcadm::usecase;
using test::Centre;

namespace {

/// The plain house, which says nothing of probation, with its pay for some only.
std::string plain_for(const std::string& whom) {
  std::string text = test::house("house-plain");
  const std::string everybody = "for = \"everybody\"";
  return text.replace(text.find(everybody), everybody.size(), "for = \"" + whom + "\"");
}

void end_probation(Centre& centre, Date on) {
  const Date hired = make_date(2024, 1, 8);
  change_employee(centre.office(), "1001", {.from = hired, .probation_end = std::optional{on}});
}

std::vector<Finding> found(Centre& centre, const std::string& id) {
  auto findings = check_payroll(centre.office(), Centre::month);
  std::erase_if(findings, [&](const Finding& one) { return one.message.id != id; });
  return findings;
}

}  // namespace

TEST_CASE("whose pay hangs on a probation that nobody knows the end of is named, and a run waits") {
  Centre centre{plain_for("confirmed")};
  centre.employ("1001");
  const auto findings = found(centre, "finding.probation.unknown");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].blocks);
  CHECK(findings[0].way_out == "svcadm employee change 1001 --probation-end DATE --from 2024-01-08");
  CHECK_THROWS_AS(centre.run(), Error);
  end_probation(centre, make_date(2024, 3, 7));
  CHECK(found(centre, "finding.probation.unknown").empty());
  CHECK_NOTHROW(centre.run());
}

TEST_CASE("whom no item pays is named") {
  Centre centre{plain_for("probation")};
  end_probation(centre.employ("1001"), make_date(2024, 3, 7));
  const auto findings = found(centre, "finding.pay.no-item");
  REQUIRE(findings.size() == 1);
  CHECK_FALSE(findings[0].blocks);
  end_probation(centre, make_date(2026, 12, 31));
  CHECK(found(centre, "finding.pay.no-item").empty());
}

TEST_CASE("an amount is lost where no regulation of the month pays it, or the last one reads something else in it") {
  domain::Policy sales;
  sales.payroll.items.push_back({.code = "sales", .method = domain::ItemMethod::entered, .input = "sales"});
  domain::Policy plain;
  domain::Policy scores;
  scores.appraisal.parts.push_back({.input = "sales"});
  const auto lost = [](const domain::Policy& first, const domain::Policy& last, const std::string& kind) {
    const std::vector<domain::PaySegment> segments{{.from = {}, .to = {}, .policy = &first},
                                                   {.from = {}, .to = {}, .policy = &last}};
    const std::vector<store::InputRow> rows{
        {.id = 7, .employee = 1, .month = Centre::month, .kind = kind, .quantity = 50000}};
    std::vector<Finding> findings;
    find_lost_entries({.employee_no = "1"}, rows, segments, input_kinds({&first, &last}), findings);
    return findings.size() == 1 && findings.front().blocks;
  };
  CHECK_FALSE(lost(sales, plain, "sales"));
  CHECK_FALSE(lost(plain, sales, "sales"));
  CHECK(lost(plain, plain, "sales"));
  CHECK(lost(sales, scores, "sales"));
  CHECK(lost(plain, plain, "contract_bonus"));
  CHECK_FALSE(lost(plain, plain, "loss"));  // what no regulation deducts is refused elsewhere
  CHECK_FALSE(lost(plain, scores, "sales"));
}
