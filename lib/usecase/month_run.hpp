#pragma once
// All that a run keeps, person by person: what a run writes and a comparison computes anew.

#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

#include "store/payroll_steps_store.hpp"
#include "usecase/adjustments.hpp"
#include "usecase/month_pay.hpp"

namespace svcadm::usecase {

class MonthRun {
 public:
  MonthRun(Office& office, const store::RunScope& scope, const KnownAt& known);

  /// Of a draft that is computed again: only these people, who is compared with them, and who is paid for closed
  /// months.  \pre nothing was computed yet
  void look_only_at(std::set<std::int64_t> touched);
  /// Whom it looks at again, in service or not.
  const std::set<std::int64_t>& touched() const { return touched_; }
  /// Of how many people the draft is left as it is.
  std::int64_t kept() const { return kept_; }

  /// Of whom the run keeps a row, in the order of lists.
  const std::vector<const store::Person*>& people() const { return people_; }
  bool is_in_service(const store::Person& person) { return pay_->times().person(person.id) != nullptr; }
  /// Who is held, and why.
  const store::Holds& holds() const { return holds_; }

  /// What concerns the office as a whole.
  std::vector<Finding> office_findings();
  /// One person's pay, or a row that only lists who is held or settled.  Who has left or is settled is paid late facts
  /// of closed months, and his balance goes on from month to month.  What is missing or doubtful is added to
  /// `findings`.
  std::optional<PersonPay> compute(const store::Person& person, std::vector<Finding>& findings);

 private:
  /// The settlement that pays the person for the month, if there is one.
  const store::RunRow* settlement_of(const store::Person& person) const;
  /// What a settlement leaves, and what came to it from earlier months after it was computed.
  domain::Carry balance_after(Office& office, const store::RunRow& settlement);
  void add_who_left(Office& office, const KnownAt& known);
  /// What somebody owes who is not paid any more.
  void find_debt(const PersonPay& pay, std::vector<Finding>& findings) const;
  /// Whether somebody of the run was due to work while there is not a single punch of anybody.
  bool lacks_punches();

  store::RunScope scope_;
  std::unique_ptr<MonthPay> pay_;
  std::vector<const store::Person*> people_;
  store::Holds holds_;                                       ///< of a month's own run
  std::unordered_map<std::int64_t, store::RunRow> settled_;  ///< of a month's own run
  Adjustments adjustments_;
  std::int64_t kept_ = 0;
  std::set<std::int64_t> touched_;
  std::deque<store::Person> left_;  ///< people of closed months who are not in service any more
  std::unordered_map<std::int64_t, domain::Carry> left_by_settlement_;
};

}  // namespace svcadm::usecase
