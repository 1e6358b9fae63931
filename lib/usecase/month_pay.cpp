#include "usecase/month_pay.hpp"

#include <algorithm>
#include <tuple>

#include "base/suggestion.hpp"
#include "store/office_store.hpp"
#include "store/opening_store.hpp"
#include "usecase/absence_record.hpp"
#include "usecase/contradictions.hpp"
#include "usecase/day_findings.hpp"
#include "usecase/input_findings.hpp"
#include "usecase/objections.hpp"
#include "usecase/office.hpp"
#include "usecase/pay_findings.hpp"
#include "usecase/time_corrections.hpp"

namespace svcadm::usecase {

namespace {

using regulation::Area;

/// Without these nothing can be paid.  Of the others a regulation may be silent: who takes leave of a kind that
/// nobody defines, or is paid by an appraisal that nobody has, is named when it comes to that.
const std::vector<Area> needed_areas{Area::attendance, Area::payroll};

/// The last day of a service's probation: as the terms say, else as long as the regulation says; none without either.
std::optional<Date> probation_end(const store::TermSpan& term, const domain::Policy& policy) {
  if (term.probation_end) return term.probation_end;
  if (!policy.payroll.probation_months) return std::nullopt;
  return add_months(term.hired, policy.payroll.probation_months->value) - 1;
}

/// The command that gives the rules what they lack.
std::string way_out(const std::string& problem, const store::Person& person, const domain::Policy& policy) {
  const char* form = problem == "payroll.lacks.base-pay" ? "svcadm employee change {} --base-pay YUAN --from {}"
                     : problem == "payroll.lacks.grade" || problem == "payroll.lacks.no-grade"
                         ? "svcadm employee change {} --grade GRADE --from {}"
                         : nullptr;
  if (form == nullptr) return suggest("svcadm regulation show {}", policy.regulation);
  return suggest(form, person.employee_no, to_string(person.hired));
}

/// The terms on a day; outside of the service those nearest to it.
const store::TermSpan& nearest_terms(const store::Person& person, Date day) {
  const auto distance = [day](const store::TermSpan& term) {
    return day < term.from ? term.from - day : std::max(0, day - term.to);
  };
  return *std::min_element(person.terms.begin(), person.terms.end(),
                           [&](const auto& a, const auto& b) { return distance(a) < distance(b); });
}

bool pays_by_appraisal(const domain::Policy& policy) {
  const auto& items = policy.payroll.items;
  return std::any_of(items.begin(), items.end(), [](const domain::PayItem& item) { return item.forfeits.appraisal; });
}

/// Whether anything that the person is paid for the month hangs on the appraisal.
bool pays_by_appraisal(const std::vector<domain::PaySegment>& segments) {
  return std::any_of(segments.begin(), segments.end(),
                     [](const domain::PaySegment& segment) { return pays_by_appraisal(*segment.policy); });
}

bool pays_own_base(const domain::Policy& policy) {
  const auto& items = policy.payroll.items;
  return std::any_of(items.begin(), items.end(),
                     [](const domain::PayItem& item) { return item.method == domain::ItemMethod::individual; });
}

/// What the older books leave to the first month.
void bring_opening(const std::vector<store::OpeningRow>& rows, Date from, Remainders& before) {
  for (const store::OpeningRow& row : rows) {
    if (row.on != from) continue;
    store::Remainder& left = before[row.employee];
    if (row.kind == "absence") left.absences.push_back({row.day, {static_cast<int>(row.quantity)}, true});
    if (row.kind != "loss" && row.kind != "other") continue;
    (row.kind == "loss" ? left.carry.loss : left.carry.other) = Money{row.quantity};
    left.carry.taken_over = row.on;
  }
}

bool has_appraisal(const domain::AppraisalPolicy& policy) {
  return policy.against_mean || !policy.gates.empty() || !policy.parts.empty();
}

}  // namespace

Remainders brought_into(Office& office, Month month, std::optional<std::int64_t> known) {
  Remainders before = store::PayrollStore{office.database()}.brought_into(month, known);
  bring_opening(store::OpeningStore{office.database()}.living(known), first_day(month), before);
  return before;
}

store::PersonRows rows_of(const PersonPay& pay) {
  const domain::PaySheet& sheet = pay.row.sheet;
  store::PersonRows rows{.employee = pay.person->id,
                         .row = store::row_to_json(pay.row),
                         .is_paid = pay.row.carried_as.empty(),
                         .payable = sheet.payable,
                         .lines = {},
                         .carry = sheet.carried_out,
                         .absences = pay.absences};
  for (const domain::PayLine& line : sheet.lines) {
    rows.lines.push_back({line.item, domain::name_of(line), line.amount, store::grounds_to_json(line.grounds)});
  }
  for (const domain::Adjustment& one : pay.adjustments) {
    rows.adjustments.push_back({one.origin, one.item, one.label, one.amount()});
  }
  std::sort(rows.adjustments.begin(), rows.adjustments.end(),
            [](const auto& a, const auto& b) { return std::tie(a.origin, a.item) < std::tie(b.origin, b.item); });
  return rows;
}

MonthPay::MonthPay(Office& office, const store::RunScope& scope, const KnownAt& known, const MonthPay* as_closed,
                   const MonthPay* group)
    : office_{office},
      month_{scope.month},
      is_closed_{store::PayrollStore{office.database()}.is_closed(month_)},
      times_{office, first_day(month_), last_day(month_), known} {
  store::PayrollStore payroll{office.database()};
  for (store::InputRow& row : payroll.inputs(month_, known.event)) inputs_[row.employee].push_back(std::move(row));
  place_ = store::OfficeStore{office.database()}.setting("place", last_day(month_));
  if (place_) damage_limit_ = times_.book().damage_limit(*place_, last_day(month_));
  if (as_closed != nullptr) {
    before_ = as_closed->before_;
    means_ = (group == nullptr ? as_closed : group)->means_;
    return;
  }
  // A draft of the month before may still change, which a month's own run is told before it is approved; who leaves
  // does not wait for it.
  const auto draft = payroll.run_of(month_ - 1);
  const bool from_draft = scope.kind == store::RunKind::month && draft && !payroll.is_closed(month_ - 1);
  if (from_draft) {
    before_ = payroll.remainders(draft->id);
    bring_opening(store::OpeningStore{office.database()}.living(known.event), times_.first(), before_);
  } else {
    before_ = brought_into(office, month_, known.event);
  }
  measure_groups();
}

std::vector<domain::PaySegment> MonthPay::segments(const store::Person& person) {
  std::vector<domain::PaySegment> segments;
  for (Date day = times_.first(); day <= times_.last(); ++day) {
    const store::TermSpan* term = times_.served_on(person, day);
    if (term == nullptr) continue;
    const domain::Policy* policy = times_.book().on(term->department, day);
    const auto end = probation_end(*term, *policy);
    const bool probation = end && day <= *end;
    const bool works = works_by_calendar(person, day);
    const bool same = !segments.empty() && segments.back().to == day - 1 && segments.back().policy == policy &&
                      segments.back().department == term->department && segments.back().probation == probation &&
                      segments.back().grade == term->grade && segments.back().base_pay == term->base_pay &&
                      segments.back().hired == term->hired;
    if (!same) {
      segments.push_back({.from = day,
                          .to = day,
                          .policy = policy,
                          .department = term->department,
                          .probation = probation,
                          .grade = term->grade,
                          .base_pay = term->base_pay,
                          .hired = term->hired});
    }
    segments.back().to = day;
    segments.back().workdays += works ? 1 : 0;
  }
  return segments;
}

bool MonthPay::works_by_calendar(const store::Person& person, Date day) {
  return domain::is_worked(times_.plans().calendar_day(day, nearest_terms(person, day).department).kind);
}

int MonthPay::month_workdays(const store::Person& person) {
  int count = 0;
  for (Date day = times_.first(); day <= times_.last(); ++day) count += works_by_calendar(person, day) ? 1 : 0;
  return count;
}

bool MonthPay::whole_month(const store::Person& person) {
  for (Date day = times_.first(); day <= times_.last(); ++day) {
    if (works_by_calendar(person, day) && times_.served_on(person, day) == nullptr) return false;
  }
  return true;
}

bool MonthPay::in_group(const store::Person& person, const std::vector<domain::PaySegment>& segments) {
  const domain::AppraisalPolicy& policy = segments.back().policy->appraisal;
  if (!policy.against_mean || !pays_by_appraisal(segments)) return false;
  const bool confirmed = std::none_of(segments.begin(), segments.end(),
                                      [](const domain::PaySegment& segment) { return segment.probation; });
  switch (policy.mean_over) {
    case domain::MeanOver::confirmed_whole_month: return confirmed && whole_month(person);
    case domain::MeanOver::confirmed: return confirmed;
    case domain::MeanOver::everybody: return true;
  }
  return false;
}

const std::vector<InputKind>& MonthPay::kinds(const std::vector<domain::PaySegment>& segments) {
  std::vector<const domain::Policy*> policies;
  for (const domain::PaySegment& segment : segments) policies.push_back(segment.policy);
  auto& kinds = kinds_[policies];
  if (kinds.empty()) kinds = input_kinds(policies);
  return kinds;
}

domain::MonthInputs MonthPay::inputs(const store::Person& person, const std::vector<domain::PaySegment>& segments) {
  const auto found = inputs_.find(person.id);
  domain::MonthInputs inputs =
      found == inputs_.end() ? domain::MonthInputs{} : inputs_of(found->second, kinds(segments));
  inputs.on_leave_in_month = times_.has_leave(person.id);
  return inputs;
}

bool MonthPay::may_be_in_group(const store::Person& person) {
  return std::any_of(person.terms.begin(), person.terms.end(), [&](const store::TermSpan& term) {
    const auto [known, is_new] = has_mean_.try_emplace(term.department, false);
    for (Date day = times_.first(); is_new && day <= times_.last(); ++day) {
      known->second = known->second || times_.book().on(term.department, day)->appraisal.against_mean;
    }
    return known->second;
  });
}

void MonthPay::measure_groups() {
  for (const store::Person& person : people()) {
    if (!may_be_in_group(person)) continue;
    const auto parts = segments(person);
    if (parts.empty() || !in_group(person, parts)) continue;
    const domain::Policy& policy = *parts.back().policy;
    const domain::MonthInputs entered = inputs(person, parts);
    const auto composite = domain::composite_of(policy.appraisal, entered);
    if (!composite.value) continue;
    if (!policy.appraisal.failing_gate_stays_in_mean && !domain::failed_gates(policy.appraisal, entered).empty())
      continue;
    means_[person.terms.back().department].add(*composite.value);
  }
}

std::set<std::int64_t> MonthPay::with_compared(std::set<std::int64_t> employees) {
  std::set<std::int64_t> groups;  // departments, as in means_
  for (const store::Person& person : people()) {
    if (employees.contains(person.id) && may_be_in_group(person)) groups.insert(person.terms.back().department);
  }
  if (groups.empty()) return employees;
  for (const store::Person& person : people()) {
    if (groups.contains(person.terms.back().department)) employees.insert(person.id);
  }
  return employees;
}

std::vector<Finding> MonthPay::office_findings() {
  std::vector<Finding> findings;
  for (const Problem& problem : times_.missing_regulations(needed_areas)) {
    findings.push_back({.employee_no = {}, .name = {}, .message = problem.message, .way_out = problem.way_out});
  }
  if (!is_closed_) find_contradictions(times_, findings);
  for (const store::Person& person : people()) {
    const auto day = times_.plans().provisional_day(times_.first(), times_.last(), person.terms.back().department);
    if (!day) continue;
    findings.push_back({.employee_no = {},
                        .name = {},
                        .message = {"finding.calendar.provisional", {std::int64_t{year_of(*day)}}},
                        .way_out = suggest("svcadm calendar import {}.toml", year_of(*day)),
                        .blocks = false});
    break;
  }
  for (const store::Person& person : people()) {
    const std::int64_t department = person.terms.back().department;
    const domain::Policy* policy = times_.book().on(department, person.terms.back().to);
    if (!pays_by_appraisal(*policy) || has_appraisal(policy->appraisal)) continue;
    for (const Problem& problem : times_.book().missing(department, person.terms.back().to, {Area::appraisal})) {
      findings.push_back({.employee_no = {}, .name = {}, .message = problem.message, .way_out = problem.way_out});
    }
    break;
  }
  find_unanswered(office_, times_.first(), times_.last(), times_.known(), findings);
  find_pending(office_, times_.first(), times_.last(), times_.known(), findings);
  find_unassigned(times_, findings);
  if (!damage_limit_) {
    // A place is known, but its law is of a later day.
    const auto since = place_ ? times_.book().minimum_wage_since(*place_) : std::nullopt;
    const bool later = since && last_day(month_) < *since;
    const Message message =
        later ? Message{"finding.loss.place-later", {*place_, *since}} : Message{"finding.loss.held", {}};
    for (const auto& [employee, rows] : inputs_) {
      const bool loss = std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.kind == "loss"; });
      const store::Person* person = times_.person(employee);
      if (!loss || person == nullptr) continue;
      findings.push_back({.employee_no = person->employee_no,
                          .name = person->name,
                          .message = message,
                          .way_out = later ? "svcadm regulation import FILE" : "svcadm setting set place PLACE",
                          .blocks = false});
    }
  }
  return findings;
}

store::PayRow MonthPay::empty_row(const store::Person& person) {
  const store::TermSpan& term = person.terms.back();
  return {
      .employee_no = person.employee_no,
      .name = person.name,
      .department = times_.plans().departments().on(term.department, times_.last()).name,
      .post = term.post,
      .regulation = times_.book().on(term.department, std::clamp(term.to, times_.first(), times_.last()))->regulation,
      .month = month_,
      .month_workdays = month_workdays(person),
      .sheet = {}};
}

PersonPay MonthPay::carried(const store::Person& person, const std::string& as) {
  PersonPay pay{.person = &person, .row = empty_row(person), .proposals = {}, .absences = {}};
  pay.row.carried_as = as;
  return pay;
}

std::set<std::int64_t> MonthPay::with_balance() const {
  std::set<std::int64_t> employees;
  for (const auto& [employee, left] : before_) {
    if (left.carry.total() != Money{}) employees.insert(employee);
  }
  return employees;
}

domain::Carry MonthPay::brought_by(std::int64_t employee) const {
  const auto found = before_.find(employee);
  return found == before_.end() ? domain::Carry{} : found->second.carry;
}

PersonPay MonthPay::adjust_only(const store::Person& person, const std::vector<domain::Adjustment>& adjustments,
                                const domain::Carry& before) {
  PersonPay pay{.person = &person, .row = empty_row(person), .proposals = {}, .absences = {}};
  pay.row.sheet = domain::adjust_only(adjustments, before);
  pay.adjustments = adjustments;
  return pay;
}

std::optional<PersonPay> MonthPay::compute(const store::Person& person, std::vector<Finding>& findings,
                                           const std::vector<domain::Adjustment>& adjustments) {
  const auto parts = segments(person);
  if (parts.empty()) return std::nullopt;
  const domain::Policy& policy = *parts.back().policy;
  domain::PayFacts facts{.month = month_, .segments = parts};
  facts.month_workdays = month_workdays(person);
  facts.whole_month = whole_month(person);
  facts.time = times_.judge(person);
  find_open_days(person, facts.time, findings);
  find_pending_leave(person, facts.time, findings);
  find_missing_cards(person, facts.time, findings);
  find_waiting_cards(person, facts.time, findings);
  find_leave_beyond(person, facts.time, findings);
  find_work_on_leave(person, facts.time, findings);
  find_forgotten(person, facts.time, findings);
  find_silence(person, facts.time, findings);
  find_work_at_rest(person, facts.time, findings);
  for (const domain::JudgedDay& day : facts.time.days) facts.rostered_days += day.measure.plan.shift.works() ? 1 : 0;
  facts.inputs = inputs(person, parts);
  if (!is_closed_) {
    find_unknown_probation(times_, person, parts, findings);
    find_no_item(person, month_, parts, findings);
    if (const auto entered = inputs_.find(person.id); entered != inputs_.end()) {
      find_lost_entries(person, entered->second, parts, kinds(parts), findings);
    }
  }
  const auto composite = domain::composite_of(policy.appraisal, facts.inputs);
  if (in_group(person, parts)) {
    find_missing_inputs(person, month_, policy.appraisal, facts.inputs, composite, findings);
    facts.appraisal =
        domain::appraise(policy.appraisal, facts.inputs, composite, means_[person.terms.back().department]);
  } else {
    facts.appraisal = domain::appraise(policy.appraisal, facts.inputs, composite, {});
  }
  if (pays_by_appraisal(parts)) find_odd_ratios(person, month_, policy.appraisal, facts.inputs, findings);
  if (const auto before = before_.find(person.id); before != before_.end()) facts.carried_in = before->second.carry;
  facts.adjustments = adjustments;
  facts.damage_limit = damage_limit_;

  if (parts.back().base_pay && !pays_own_base(policy)) {
    findings.push_back({.employee_no = person.employee_no,
                        .name = person.name,
                        .message = {"finding.base-pay.unused", {*parts.back().base_pay, policy.regulation}},
                        .way_out = suggest("svcadm regulation show {}", policy.regulation),
                        .blocks = false});
  }

  PersonPay pay{.person = &person, .row = empty_row(person), .proposals = {}, .absences = {}};
  try {
    pay.row.sheet = domain::compute_pay(facts);
  } catch (const Error& error) {
    if (error.failure() != Failure::no_rule) throw;
    for (const Problem& problem : error.problems()) {
      findings.push_back({.employee_no = person.employee_no,
                          .name = person.name,
                          .message = problem.message,
                          .way_out = way_out(problem.message.id, person, policy)});
    }
    return std::nullopt;
  }
  pay.adjustments = adjustments;
  const auto left = before_.find(person.id);
  static const std::vector<store::AbsenceRow> none;
  pay.proposals = propose_for_absence(times_, person, facts.time, left == before_.end() ? none : left->second.absences);
  for (const domain::JudgedDay& day : facts.time.days) {
    if (day.absent.halves > 0) pay.absences.push_back({day.day(), day.absent});
  }
  return pay;
}

}  // namespace svcadm::usecase
