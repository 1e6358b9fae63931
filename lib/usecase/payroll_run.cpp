#include <algorithm>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "base/ahead.hpp"
#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "base/version.hpp"
#include "usecase/clock_in_report.hpp"
#include "usecase/compute_run.hpp"
#include "usecase/directory.hpp"
#include "usecase/month_run.hpp"
#include "usecase/office.hpp"
#include "usecase/own_affair.hpp"
#include "usecase/pay_month.hpp"

namespace svcadm::usecase {

namespace {

void sort_blocking_first(std::vector<Finding>& findings) {
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return a.blocks && !b.blocks; });
}

bool any_blocks(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) { return finding.blocks; });
}

bool is(const Finding& finding, std::string_view id) { return finding.message.id == id; }

Finding of_office(const Problem& problem) {
  return {.employee_no = {}, .name = {}, .message = problem.message, .way_out = problem.way_out};
}

/// Whether people can be looked at: that nobody has a punch hides nothing else.
bool can_look(const std::vector<Finding>& findings) {
  return std::none_of(findings.begin(), findings.end(),
                      [](const Finding& one) { return one.blocks && !is(one, "finding.punches.none"); });
}

/// Where nothing governs somebody there is no rule by which anything could be refused.
Failure failure_of(const std::vector<Finding>& findings) {
  const bool ungoverned = std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.blocks && is(finding, "regulation.not-adopted");
  });
  return ungoverned ? Failure::no_rule : Failure::refused;
}

/// Whose word it is, among who was in service in the month.
const store::Person& find_in(const Directory& directory, const std::string& word) {
  const store::Person* person = directory.find(word);
  if (person == nullptr) throw Error{Failure::not_found, directory.complaint(word)};
  return *person;
}

/// Whom a settlement pays is not paid by the month's run: there is nothing to hold.
void require_unsettled(Office& office, Month month, const store::Person& person) {
  const auto settled = store::PayrollStore{office.database()}.settled(month);
  const auto found = settled.find(person.id);
  if (found == settled.end()) return;
  const bool leaves = person.left && month_of(*person.left) == month;
  if (!found->second.closed() && !leaves) return;  // he stays after all
  const std::string name = found->second.name();
  throw Error{Failure::conflict, Message{"payroll.settled-by", {person.employee_no, person.name, name, month}},
              suggest("svcadm payroll show --run {}", name)};
}

/// Records who is held from now on, and who no longer.
void record_holds(Office& office, std::int64_t event, const RunRequest& request) {
  if (request.hold.empty() && request.release.empty()) return;
  const std::string reason{trim(request.reason)};
  if (reason.empty()) throw Error{Failure::usage, Message{"payroll.hold-needs-reason", {}}};
  const Directory directory{office.database(), first_day(request.month), last_day(request.month)};
  store::PayrollStepsStore steps{office.database()};
  const store::Holds held = steps.holds(request.month);
  std::set<std::int64_t> fresh;
  for (const std::string& word : request.hold) {
    const store::Person& person = find_in(directory, word);
    require_other(office, person, domain::Permission::run_payroll);
    require_unsettled(office, request.month, person);
    fresh.insert(person.id);
    steps.hold(event, person.id, request.month, reason);
  }
  for (const std::string& word : request.release) {
    const store::Person& person = find_in(directory, word);
    require_other(office, person, domain::Permission::run_payroll);
    if (fresh.contains(person.id)) {
      throw Error{Failure::usage, Message{"payroll.hold-and-release", {person.employee_no, person.name}}};
    }
    if (!held.contains(person.id)) {
      throw Error{Failure::conflict, Message{"payroll.not-held", {person.employee_no, person.name, request.month}}};
    }
    steps.release(event, person.id, request.month, reason);
  }
}

/// The run of one who was held when the month was closed.
store::RunScope supplementary(Office& office, const RunRequest& request) {
  store::PayrollStore payroll{office.database()};
  const Directory directory{office.database(), first_day(request.month), last_day(request.month)};
  const store::Person& person = find_in(directory, request.only);
  const auto own = payroll.run_of(request.month);
  if (!own || !own->closed()) {
    throw Error{Failure::conflict,
                Message{"payroll.only-after-close", {request.month, person.employee_no, person.name}},
                suggest("svcadm payroll run --month {} --release {} --reason TEXT", to_string(request.month),
                        person.employee_no)};
  }
  if (const auto paid_by = payroll.run_with(request.month, person.id); paid_by && paid_by->closed()) {
    throw Error{Failure::conflict,
                Message{"payroll.paid-in", {person.employee_no, person.name, request.month, paid_by->name()}}};
  }
  if (!payroll.sheet(own->id, person.id)) {
    throw Error{Failure::not_found, Message{"payroll.not-in-run", {person.employee_no, person.name, request.month}}};
  }
  return {.month = request.month, .kind = store::RunKind::supplementary, .employee = person.id};
}

/// What a new run would replace may not have been paid.
void require_unpaid(Office& office, const store::RunScope& scope) {
  for (const store::RunRow& run : store::PayrollStore{office.database()}.runs(scope.month)) {
    if (run.closed() || run.kind != scope.kind || run.employee != scope.employee) continue;
    const std::string name = run.name();
    store::PayrollStepsStore steps{office.database()};
    if (!steps.payments(run.id).empty()) {
      throw Error{Failure::conflict, Message{"payroll.is-paid", {name}},
                  suggest("svcadm payroll close --run {}", name)};
    }
    if (steps.approval(run.id)) office.notes().push_back({"payroll.approval-goes", {name}});
  }
}

/// What is computed of one person, ready to be written.
struct ComputedPerson {
  const store::Person* person = nullptr;
  std::string carried_as = {};
  Money payable = {};
  std::vector<domain::AbsenceProposal> proposals = {};
  store::PersonRows rows;
  bool is_unsettled = false;  ///< something is doubtful, or changes with the day
};

/// Computes everybody of a run, some at a time and in the order of the run; nothing at the end.
class ComputedInTurn {
 public:
  ComputedInTurn(MonthRun& content, std::vector<Finding>& findings) : content_{content}, findings_{findings} {}

  std::optional<std::vector<ComputedPerson>> operator()() {
    const auto& people = content_.people();
    if (next_ == people.size()) return std::nullopt;
    std::vector<ComputedPerson> computed;
    const std::size_t end = std::min(people.size(), next_ + at_a_time);
    for (; next_ < end; ++next_) {
      const std::size_t found_before = findings_.size();
      auto pay = content_.compute(*people[next_], findings_);
      if (!pay) continue;
      const bool is_unsettled = findings_.size() > found_before || !pay->proposals.empty() ||
                                pay->row.sheet.pending.halves > 0 || !pay->row.carried_as.empty() ||
                                !pay->adjustments.empty() || !content_.is_in_service(*people[next_]);
      computed.push_back({people[next_], pay->row.carried_as, pay->row.sheet.payable, std::move(pay->proposals),
                          rows_of(*pay), is_unsettled});
    }
    return computed;
  }

  static constexpr std::size_t at_a_time = 64;

 private:
  MonthRun& content_;
  std::vector<Finding>& findings_;
  std::size_t next_ = 0;
};

/// The draft again without what it has of those who are computed again; what it tells of the others stays.
store::RunRow begin_again(store::PayrollStore& payroll, std::int64_t event, const store::RunRow& draft,
                          const MonthRun& content, RunOutcome& outcome) {
  outcome.people = draft.people;
  outcome.payable = draft.payable;
  outcome.kept = content.kept();
  outcome.kept_from = draft.name();
  for (const std::int64_t employee : content.touched()) {
    const auto paid = payroll.delete_person(draft.id, employee);
    if (!paid) continue;
    --outcome.people;
    outcome.payable -= *paid;
  }
  return payroll.begin_again(event, draft, event - 1);
}

/// Adds a person to what the run tells.
void count_in(RunOutcome& outcome, const ComputedPerson& one, const store::Holds& holds) {
  const store::Person& person = *one.person;
  outcome.computed.push_back(person.id);
  if (!one.carried_as.empty()) {
    const auto reason = holds.find(person.id);
    outcome.carried.push_back(
        {person.employee_no, person.name, one.carried_as, reason == holds.end() ? std::string{} : reason->second});
    return;
  }
  ++outcome.people;
  outcome.payable += one.payable;
  if (!one.proposals.empty()) outcome.proposals.push_back({person.employee_no, person.name, one.proposals});
}

}  // namespace

std::vector<Finding> check_payroll(Office& office, Month month) {
  const Reading reading{office, domain::Permission::read_pay};
  if (const auto problem = before_first_month(office, month)) return {of_office(*problem)};
  KnownAt known = known_now(office);
  known.judged_to = last_day_over(office);
  MonthRun content{office, {.month = month}, known};
  std::vector<Finding> findings = content.office_findings();
  if (can_look(findings)) {
    for (const store::Person* person : content.people()) content.compute(*person, findings);
  }
  // Of a month without any punch there is no more to say of each person.
  const auto none = [](const Finding& one) { return is(one, "finding.punches.none"); };
  if (std::any_of(findings.begin(), findings.end(), none)) {
    std::erase_if(findings, [](const Finding& one) { return is(one, "finding.punches.none-of-person"); });
  }
  if (const auto problem = month_not_over(office, month)) findings.insert(findings.begin(), of_office(*problem));
  sort_blocking_first(findings);
  return findings;
}

RunOutcome compute_run(Office& office, UnitOfWork& work, const store::RunScope& scope, const Progress& progress,
                       std::optional<RunAgain> again) {
  if (auto problem = before_first_month(office, scope.month)) throw Error{Failure::refused, {std::move(*problem)}};
  require_unpaid(office, scope);
  store::PayrollStore payroll{office.database()};

  // Gather what concerns everybody; a person's facts are gathered as the stream reaches him.
  MonthRun content{office, scope, known_now(office)};
  if (again) content.look_only_at(std::move(again->touched));
  std::vector<Finding> findings = content.office_findings();
  if (any_blocks(findings)) throw Error{failure_of(findings), blocking_problems(findings)};
  if (content.people().empty() && !again) throw Error{Failure::not_found, Message{"payroll.nobody", {scope.month}}};

  RunOutcome outcome;
  const store::RunRow run = again ? begin_again(payroll, work.event(), again->draft, content, outcome)
                                  : payroll.begin_run(work.event(), scope, work.event() - 1, program_version);
  outcome.run = run.number;
  store::RunWriter writer{office.database(), run.id};
  std::size_t done = 0;
  // Decide, which needs nothing of the file any more, a little ahead of what is recorded.
  Ahead<std::vector<ComputedPerson>> ahead{4, ComputedInTurn{content, findings}};
  while (const auto computed = ahead.next()) {
    // Record.
    for (const ComputedPerson& one : *computed) {
      writer.add(one.rows);
      if (one.is_unsettled) writer.mark_unsettled(one.person->id);
      count_in(outcome, one, content.holds());
    }
    done = std::min(done + ComputedInTurn::at_a_time, content.people().size());
    if (progress) progress(done, content.people().size());
  }
  if (any_blocks(findings)) throw Error{Failure::refused, blocking_problems(findings)};
  outcome.doubts = std::move(findings);
  payroll.finish_run(run.id, outcome.people, outcome.payable);
  work.conclude(run.name(),
                fmt::format(R"({{"run":{},"month":"{}","people":{},"computed":{},"payable_fen":{}}})", run.number,
                            to_string(scope.month), outcome.people, outcome.computed.size(), outcome.payable.fen));
  return outcome;
}

RunOutcome run_payroll(Office& office, const RunRequest& request, const Progress& progress) {
  UnitOfWork work{office, domain::Permission::run_payroll, "payroll.run"};
  if (auto problem = month_not_over(office, request.month)) throw Error{Failure::refused, {std::move(*problem)}};
  if (!request.only.empty()) return compute_run(office, work, supplementary(office, request), progress);
  if (store::PayrollStore{office.database()}.is_closed(request.month)) {
    throw Error{Failure::conflict, Message{"payroll.closed", {request.month}}};
  }
  record_holds(office, work.event(), request);
  const store::RunScope scope{.month = request.month};
  const bool everybody = request.afresh || !request.hold.empty() || !request.release.empty();
  return compute_run(office, work, scope, progress,
                     everybody ? std::nullopt : draft_to_keep(office, scope, known_now(office)));
}

}  // namespace svcadm::usecase
