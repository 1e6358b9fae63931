#include "usecase/payroll_compare.hpp"

#include <algorithm>

#include "usecase/month_run.hpp"
#include "usecase/office.hpp"

namespace svcadm::usecase {

namespace {

std::optional<Money> payable_of(const std::optional<store::PersonRows>& rows) {
  return rows && !rows->row.empty() && rows->is_paid ? std::optional{rows->payable} : std::nullopt;
}

PayDifference difference(const store::Person& person, const std::optional<store::PersonRows>& stored,
                         const std::optional<store::PersonRows>& computed) {
  return {person.employee_no, person.name, payable_of(stored), payable_of(computed)};
}

}  // namespace

RunComparison compare_run(Office& office, const store::RunRow& run, const KnownAt& known) {
  MonthRun content{office, run.scope(), known};
  std::vector<Finding> findings = content.office_findings();
  std::vector<const store::Person*> people = content.people();
  std::sort(people.begin(), people.end(), [](const auto* a, const auto* b) { return a->id < b->id; });

  RunComparison comparison;
  std::int64_t head_count = 0;
  Money payable;
  store::PeopleStore everybody{office.database()};
  store::RunReader reader{office.database(), run.id};
  auto stored = reader.next();
  const auto report_stranger = [&] {
    const auto stranger = everybody.history(stored->employee);
    comparison.differences.push_back(
        difference(stranger.value_or(store::Person{.employee_no = "?"}), stored, std::nullopt));
    stored = reader.next();
  };
  for (const store::Person* person : people) {
    while (stored && stored->employee < person->id) report_stranger();
    const auto result = content.compute(*person, findings);
    const auto computed = result ? std::optional{rows_of(*result)} : std::nullopt;
    if (computed && computed->is_paid) {
      ++head_count;
      payable += computed->payable;
    }
    const bool his = stored && stored->employee == person->id;
    if (his ? stored != computed : computed.has_value()) {
      comparison.differences.push_back(difference(*person, his ? stored : std::nullopt, computed));
    }
    if (his) stored = reader.next();
  }
  while (stored) report_stranger();
  comparison.missing = blocking_problems(findings);
  comparison.totals_agree = run.people == head_count && run.payable == payable;
  return comparison;
}

}  // namespace svcadm::usecase
