#pragma once
// The month's pay: check, run, show, explain.

#include <array>
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

/// What a run is asked for.
struct RunRequest {
  Month month;
  std::vector<std::string> hold = {};     ///< people to leave out of payment until they are released
  std::vector<std::string> release = {};  ///< people who are held no longer
  std::string reason = {};                ///< of both
  std::string only = {};                  ///< of a closed month: the person who was held
  bool afresh = false;                    ///< compute everybody, whatever was entered since the draft before
};

/// Somebody whom the run lists and does not pay.
struct CarriedPerson {
  std::string employee_no;
  std::string name;
  std::string carried_as;  ///< "held" or "settled"
  std::string reason;      ///< of a hold
};

struct RunOutcome {
  std::int64_t run = 0;  ///< shown as PR<run>
  std::int64_t people = 0;
  std::vector<std::int64_t> computed = {};  ///< employees, in the order of the sheet; the others' pay was kept
  std::int64_t kept = 0;                    ///< so many
  std::string kept_from = {};               ///< the draft that they were kept from
  Money payable;
  std::vector<CarriedPerson> carried;
  std::vector<Finding> doubts;  ///< what did not stand in the way
  std::vector<PersonProposals> proposals;
};

/// Computes the month for everybody in service, as a draft that replaces the one before and its approval: all or
/// nothing.  What the draft before has of people about whom nothing was entered since is kept.  With `only`, a run of
/// its own for one who was held when the month was closed. Failure::refused with every blocking finding;
/// Failure::conflict when the month is closed or its run is paid.
RunOutcome run_payroll(Office& office, const RunRequest& request, const Progress& progress = {});

/// Which run is meant: by its number, else the month's own.
struct RunChoice {
  std::optional<std::int64_t> run = {};
  std::optional<Month> month = {};
};

/// Failure::not_found when there is none.
store::RunRow find_run(Office& office, const RunChoice& choice);

/// Calls `each` with the rows of a run, in the order of people's numbers; with `only` of these employees alone, in that
/// order.
void each_pay_row(Office& office, const store::RunRow& run, const std::function<void(const store::PayRow&)>& each,
                  const std::vector<std::int64_t>* only = nullptr);

/// One line of somebody's pay with its reasons.
struct ExplainedLine {
  std::string item;
  Label label;
  Money amount;
  std::vector<domain::Ground> grounds;
};

struct ExplainedPay {
  store::RunRow run;
  std::int64_t employee = 0;
  store::PayRow row;
  std::vector<ExplainedLine> lines;
  bool unsigned_regulation = false;  ///< the person has not signed the edition that deducts
};

/// Of the chosen run, or of the month's newest that pays the person.
/// Failure::not_found when the month has no run, or the run nobody of that name.
ExplainedPay explain_pay(Office& office, const std::string& person, const RunChoice& choice);

/// What a run, or the runs of a month, pay each person: of several the newest.  In the order of people's numbers; who
/// is held or settled elsewhere is left out.  Failure::not_found without a run.
std::vector<ExplainedPay> pay_slips(Office& office, const RunChoice& choice);

/// A row of a year's report: a person, or an item of one person's pay.
struct YearRow {
  std::string employee_no;
  std::string name;
  std::string item = {};  ///< of one person's report
  Label label = {};
  std::array<std::optional<Money>, 12> paid = {};  ///< by closed runs, month by month
};

struct YearReport {
  std::vector<YearRow> rows;  ///< in the order of people's numbers, or of the sheet
  std::vector<Month> open;    ///< months that have begun and are not closed
};

/// What the closed runs of a year's months paid everybody; of one person item by item.
YearReport report_year(Office& office, int year, const std::string& person);

}  // namespace svcadm::usecase
