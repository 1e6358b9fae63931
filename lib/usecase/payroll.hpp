#pragma once
// The month's pay: check, run, show, close.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/absence.hpp"
#include "domain/ground.hpp"
#include "store/ground_json.hpp"
#include "store/payroll_store.hpp"
#include "usecase/finding.hpp"

namespace svcadm::usecase {

class Office;

/// How far a long command has come: done, of all.
using Progress = std::function<void(std::size_t, std::size_t)>;

/// All that is missing or doubtful in a month, those first that stand in the way of a run.
std::vector<Finding> check_payroll(Office& office, Month month);

/// Proposals for one person.
struct PersonProposals {
  std::string employee_no;
  std::string name;
  std::vector<domain::AbsenceProposal> proposals;
};

struct RunOutcome {
  std::int64_t run = 0;  ///< shown as PR<run>
  std::int64_t people = 0;
  Money payable;
  std::vector<Finding> doubts;  ///< what did not stand in the way
  std::vector<PersonProposals> proposals;
};

/// Computes the month for everybody in service, as a draft that replaces the one before: all or nothing.
/// Failure::refused with every blocking finding; Failure::conflict when the month is closed.
RunOutcome run_payroll(Office& office, Month month, const Progress& progress = {});

/// The month's run.  Failure::not_found when there is none.
store::RunRow find_run(Office& office, Month month);

/// Calls `each` with the rows of the month's run, in the order of people's numbers.
void each_pay_row(Office& office, Month month, const std::function<void(const store::PayRow&)>& each);

/// One line of somebody's pay with its reasons.
struct ExplainedLine {
  std::string item;
  Label label;
  Money amount;
  std::vector<domain::Ground> grounds;
};

struct ExplainedPay {
  store::RunRow run;
  store::PayRow row;
  std::vector<ExplainedLine> lines;
  bool unsigned_regulation = false;  ///< the person has not signed the edition that deducts
};

/// Failure::not_found when the month has no run, or the run nobody of that name.
ExplainedPay explain_pay(Office& office, const std::string& person, Month month);

struct CloseOutcome {
  store::RunRow run;
  bool was_closed = false;  ///< by an earlier command: nothing was done
};

/// Closes the month for good.  Failure::not_found without a run; Failure::conflict when facts were recorded after
/// the run, or an earlier month is open; Failure::no_rule on a provisional calendar.
CloseOutcome close_month(Office& office, Month month);

}  // namespace svcadm::usecase
