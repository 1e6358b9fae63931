#pragma once
// A month's pay, person by person: gathers what compute_pay looks at.

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

#include "domain/absence.hpp"
#include "domain/payroll.hpp"
#include "store/ground_json.hpp"
#include "store/payroll_store.hpp"
#include "usecase/finding.hpp"
#include "usecase/month_times.hpp"
#include "usecase/pay_inputs.hpp"

namespace svcadm::usecase {

/// One person's result.
struct PersonPay {
  const store::Person* person = nullptr;
  store::PayRow row;  ///< with its lines
  std::vector<domain::AbsenceProposal> proposals;
  std::vector<store::AbsenceRow> absences;
  std::vector<domain::Adjustment> adjustments = {};  ///< that the row pays
};

/// Balances and absences by employee.
using Remainders = std::unordered_map<std::int64_t, store::Remainder>;

/// What people bring into a month from closed runs and from the older books, as it was known by that event.
Remainders brought_into(Office& office, Month month, std::optional<std::int64_t> known);

/// The result as a run keeps it.
store::PersonRows rows_of(const PersonPay& pay);

class MonthPay {
 public:
  /// Reads everything, and the group's figures first.  A month that `as_closed` has closed keeps the group's figures
  /// and the balances that it had then; who was settled alone and stayed after all is measured with the `group` of the
  /// month's own run instead.
  MonthPay(Office& office, const store::RunScope& scope, const KnownAt& known, const MonthPay* as_closed = nullptr,
           const MonthPay* group = nullptr);

  Month month() const { return month_; }
  MonthTimes& times() { return times_; }
  const std::vector<store::Person>& people() const { return times_.people(); }

  /// These people, and everybody who is compared with one of them.
  std::set<std::int64_t> with_compared(std::set<std::int64_t> employees);

  /// What concerns the office as a whole: regulations, calendar, numbers.
  std::vector<Finding> office_findings();

  /// One person's pay; what is missing or doubtful is added to `findings`.  Nothing where a blocking finding leaves
  /// nothing to compute.
  std::optional<PersonPay> compute(const store::Person& person, std::vector<Finding>& findings,
                                   const std::vector<domain::Adjustment>& adjustments = {});

  /// Who brings a balance along from the months before, in service or not.
  std::set<std::int64_t> with_balance() const;
  domain::Carry brought_by(std::int64_t employee) const;

  /// A row of adjustments and balances alone, for who is not paid for the month itself; `before` is what he brings
  /// along.
  PersonPay adjust_only(const store::Person& person, const std::vector<domain::Adjustment>& adjustments,
                        const domain::Carry& before);
  /// A row that lists the person and pays nothing; `as` is "held" or "settled".
  PersonPay carried(const store::Person& person, const std::string& as);

 private:
  /// The person's row, its figures still empty.
  store::PayRow empty_row(const store::Person& person);
  std::vector<domain::PaySegment> segments(const store::Person& person);
  /// Workdays of the person's month: of each day by the calendar of his department on it.
  int month_workdays(const store::Person& person);
  bool works_by_calendar(const store::Person& person, Date day);
  bool whole_month(const store::Person& person);
  /// Whether the person is compared with the mean of his group, and counts in it.
  bool in_group(const store::Person& person, const std::vector<domain::PaySegment>& segments);
  const std::vector<InputKind>& kinds(const std::vector<domain::PaySegment>& segments);
  domain::MonthInputs inputs(const store::Person& person, const std::vector<domain::PaySegment>& segments);
  /// Whether any rule of the month's compares people of his department with one another.
  bool may_be_in_group(const store::Person& person);
  void measure_groups();

  Office& office_;
  Month month_;
  bool is_closed_;  ///< what it paid stands
  MonthTimes times_;
  std::optional<std::string> place_;  ///< of the office
  std::optional<domain::DamageLimit> damage_limit_;
  std::unordered_map<std::int64_t, std::vector<store::InputRow>> inputs_;
  Remainders before_;  ///< what people bring along from the month before
  std::map<std::vector<const domain::Policy*>, std::vector<InputKind>> kinds_;
  std::unordered_map<std::int64_t, bool> has_mean_;  // by department
  std::map<std::int64_t, domain::GroupMean> means_;  ///< by department
};

}  // namespace svcadm::usecase
