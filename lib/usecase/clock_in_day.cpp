#include "usecase/clock_in_day.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/error.hpp"
#include "base/suggestion.hpp"
#include "store/evaluated_punches.hpp"
#include "usecase/clock_in.hpp"
#include "usecase/clock_in_report.hpp"
#include "usecase/directory.hpp"
#include "usecase/month_times.hpp"
#include "usecase/objections.hpp"
#include "usecase/office.hpp"
#include "usecase/time_corrections.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

constexpr std::array<std::string_view, 12> topic_keys{"plan",      "leave",  "punch",     "online",
                                                      "arrival",   "lunch",  "departure", "decision",
                                                      "objection", "result", "charge",    "open"};

/// Writes the account of one judged day.
class Account {
 public:
  Account(const domain::JudgedDay& day, Date on) : judged_{day}, measure_{day.measure}, day_{on} {}

  void add_plan();
  void add_leave();
  void add_standing(const domain::LeaveStanding& standing);
  void add_punches(Office& office, const store::Person& person, Moment from, Moment to);
  void add_sessions(std::span<const domain::OnlineSession> sessions);
  void add_times();
  void add_decision(Office& office, const store::Person& person);
  void add_objections(Office& office, const store::Person& person);
  void add_result();
  /// Instead of a result.
  void add_not_over(Message message) { say(DayTopic::result, std::move(message)); }
  void add_charges(const domain::MonthTime& month);
  void add_open();

  std::vector<DayLine> lines = {};

 private:
  void say(DayTopic topic, Message message, Citation cite = {}) {
    lines.push_back({topic, std::move(message), std::move(cite), false});
  }
  void explain(DayTopic topic, Message message, Citation cite = {}) {
    lines.push_back({topic, std::move(message), std::move(cite), true});
  }
  TimeOfDay clock(Moment at) const { return time_on(at, day_); }
  const domain::PunchRule& punch_rule() const {
    static const domain::PunchRule none;
    return judged_.policy->attendance.punches ? *judged_.policy->attendance.punches : none;
  }
  void add_punch(store::PunchStore& punches, const store::EvaluatedPunch& punch);
  /// The corrections that the day rests on.
  void add_reasons(Office& office, const std::vector<store::EvaluatedPunch>& punches);
  void add_lunch();
  void add_charge(const domain::TimeCharge& charge);
  Message consequence(const std::string& prefix, std::vector<Arg> start, const domain::Consequence& then,
                      const Rational& times, HalfDays converted) const;

  const domain::JudgedDay& judged_;
  const domain::DayMeasure& measure_;
  Date day_;
};

void Account::add_plan() {
  const domain::DayPlan& plan = measure_.plan;
  const Term kind{domain::to_key(plan.kind)};
  if (plan.source == domain::PlanSource::missing_roster) {
    say(DayTopic::plan, {"day.plan.no-roster", {kind}});
  } else if (!plan.shift.works()) {
    say(DayTopic::plan, {"day.plan.rest", {kind, plan.shift.code}});
  } else {
    const auto& hours = judged_.policy->attendance.hours;
    const bool of_regulation = plan.source == domain::PlanSource::calendar && hours && plan.shift == hours->value;
    say(DayTopic::plan, {"day.plan.works", {kind, to_string(plan.shift.windows)}},
        of_regulation ? hours->cite : Citation{});
    const char* source = plan.source == domain::PlanSource::roster ? "day.source.roster"
                         : of_regulation                           ? "day.source.regulation"
                                                                   : "day.source.shift";
    explain(DayTopic::plan, {source, {plan.shift.code}});
  }
}

void Account::add_leave() {
  for (const auto& [half, name] :
       {std::pair{measure_.first_half, "first-half"}, {measure_.second_half, "second-half"}}) {
    if (!half) continue;
    const domain::LeaveKind* kind = judged_.policy->leave.find(half->kind);
    say(DayTopic::leave,
        {"day.leave", {Term{name}, kind == nullptr ? Label{half->kind, half->kind} : kind->label, half->leave}},
        kind == nullptr ? Citation{} : kind->cite);
    add_standing(half->standing);
  }
}

/// What leave, or the card for it, still lacks, or that it counts as absence for that.
void Account::add_standing(const domain::LeaveStanding& standing) {
  using Kind = domain::LeaveStanding::Kind;
  if (standing.kind == Kind::granted) return;
  if (standing.beyond) {
    say(DayTopic::leave, {"ground.leave.beyond", {*standing.beyond}}, standing.cite);
    return;
  }
  const Arg limit = standing.limit ? Arg{*standing.limit} : Arg{Term{"nothing"}};
  const bool lapsed = standing.kind == Kind::lapsed;
  say(DayTopic::leave, {lapsed ? "ground.leave.missing" : "ground.leave.pending", {standing.missing, limit}},
      standing.cite);
  if (lapsed) say(DayTopic::leave, {"ground.leave.lapses", {}}, standing.consequence);
}

void Account::add_punch(store::PunchStore& punches, const store::EvaluatedPunch& punch) {
  const Term direction{"direction." + to_key(punch.direction)};
  if (punch.number == 0) {
    say(DayTopic::punch, {"day.punch.added", {clock(punch.at), direction, correction_name(punch.correction)}});
    return;
  }
  const auto [kind, number] = punches.number(punch.number);
  const Term source{"number." + store::to_key(kind)};
  if (!punch.counts) {
    say(DayTopic::punch,
        {"day.punch.voided", {clock(punch.recorded), source, number, correction_name(punch.correction)}});
  } else if (punch.correction != 0) {
    say(DayTopic::punch, {"day.punch.moved",
                          {clock(punch.at), clock(punch.recorded), source, number, correction_name(punch.correction)}});
  } else if (punch.state >= 0 && !punch_rule().direction_from_file) {
    // Clocks leave nearly everybody on state 0: where the windows decide, its word would only mislead.
    say(DayTopic::punch, {"day.punch.state", {clock(punch.at), source, number, std::int64_t{punch.state}}});
  } else if (punch.state >= 0) {
    say(DayTopic::punch, {"day.punch.device", {clock(punch.at), direction, source, number, std::int64_t{punch.state}}});
  } else {
    say(DayTopic::punch, {"day.punch", {clock(punch.at), direction, source, number}});
  }
}

void Account::add_punches(Office& office, const store::Person& person, Moment from, Moment to) {
  store::PunchStore store{office.database()};
  std::vector<store::EvaluatedPunch> punches;
  store::each_evaluated(office.database(), from, to, {}, [&](const store::EvaluatedPunch& punch) {
    if (punch.employee == person.id) punches.push_back(punch);
  });
  std::stable_sort(punches.begin(), punches.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
  bool any = false;
  for (const store::EvaluatedPunch& punch : punches) {
    any = any || punch.counts;
    add_punch(store, punch);
  }
  if (!any && measure_.plan.shift.works()) say(DayTopic::punch, {"day.punch.none", {}});
  add_reasons(office, punches);
  if (!any) return;
  explain(DayTopic::punch,
          {punch_rule().direction_from_file ? "day.direction.file" : "day.direction.windows", {clock(from), clock(to)}},
          punch_rule().cite);
  if (measure_.surplus_punches > 0) {
    explain(DayTopic::punch, {"day.punch.surplus", {std::int64_t{measure_.surplus_punches}}});
  }
}

void Account::add_reasons(Office& office, const std::vector<store::EvaluatedPunch>& punches) {
  std::set<std::int64_t> used{measure_.in_excused, measure_.out_excused, measure_.lunch_excused};
  for (const store::EvaluatedPunch& punch : punches) used.insert(punch.correction);
  used.erase(0);
  store::CorrectionStore corrections{office.database()};
  for (const std::int64_t id : used) {
    const store::CorrectionRow row = corrections.find(id).value();
    const std::string name = correction_name(id);
    if (row.kind == store::CorrectionKind::clock) {
      const bool ahead = row.by < Span{};  // its times are moved back
      explain(DayTopic::punch, {ahead ? "day.correction.clock-fast" : "day.correction.clock-slow",
                                {name, corrections.device_name(*row.device), row.from, row.to,
                                 ahead ? Span{} - row.by : row.by, row.reason, row.confirmed_by}});
    } else if (row.kind == store::CorrectionKind::outage) {
      explain(DayTopic::punch, {row.device ? "day.correction.outage-clock" : "day.correction.outage",
                                {name, correction_place(office, row), row.from, row.to, row.reason, row.confirmed_by}});
    } else {
      explain(DayTopic::punch, {"day.correction.punch", {name, row.reason, row.confirmed_by}});
    }
  }
}

void Account::add_sessions(std::span<const domain::OnlineSession> sessions) {
  for (const domain::OnlineSession& session : sessions) {
    if (session.to) {
      say(DayTopic::online, {"day.online", {clock(session.from), clock(*session.to)}});
    } else {
      say(DayTopic::online, {"day.online.open", {clock(session.from)}});
    }
  }
}

void Account::add_lunch() {
  const auto lunch = measure_.plan.shift.longest_break();
  if (!lunch) return;
  if (measure_.lunch_back && measure_.late_return > Span{}) {
    say(DayTopic::lunch, {"day.lunch.late", {clock(*measure_.lunch_back), lunch->to, measure_.late_return}},
        punch_rule().lunch_cite);
  } else if (measure_.lunch_back) {
    explain(DayTopic::lunch, {"day.lunch.back", {clock(*measure_.lunch_back), lunch->to}}, punch_rule().lunch_cite);
  }
  if (measure_.early_lunch > Span{}) {
    say(DayTopic::lunch, {"day.lunch.early", {clock(*measure_.lunch_start), lunch->from, measure_.early_lunch}},
        punch_rule().lunch_start_cite);
  }
  if (measure_.lunch_excused != 0) {
    say(DayTopic::lunch, {"day.lunch.excused", {correction_name(measure_.lunch_excused)}});
  }
  if (measure_.lunch_unpunched) say(DayTopic::lunch, {"day.lunch.unpunched", {}}, punch_rule().lunch_punches_cite);
}

void Account::add_times() {
  if (measure_.in_excused != 0) {
    say(DayTopic::arrival, {"day.arrival.excused", {measure_.expected_in, correction_name(measure_.in_excused)}});
  }
  if (measure_.arrived) {
    if (measure_.online_at && measure_.punched_in) {
      explain(
          DayTopic::arrival,
          {"day.arrival.later-of", {clock(*measure_.punched_in), clock(*measure_.online_at), clock(*measure_.arrived)}},
          punch_rule().online_cite);
    }
    if (measure_.late_arrival > Span{}) {
      say(DayTopic::arrival,
          {"day.arrival.late", {clock(*measure_.arrived), measure_.expected_in, measure_.late_arrival}});
    } else {
      say(DayTopic::arrival, {"day.arrival.on-time", {clock(*measure_.arrived), measure_.expected_in}});
    }
  }
  add_lunch();
  if (measure_.out_excused != 0) {
    say(DayTopic::departure, {"day.departure.excused", {measure_.expected_out, correction_name(measure_.out_excused)}});
  }
  if (measure_.left && measure_.plan.shift.works()) {
    if (measure_.early > Span{}) {
      say(DayTopic::departure, {"day.departure.early", {clock(*measure_.left), measure_.expected_out, measure_.early}});
    } else {
      say(DayTopic::departure, {"day.departure.on-time", {clock(*measure_.left), measure_.expected_out}});
    }
  }
  if (measure_.worked_unplanned) {
    say(DayTopic::departure, {"day.worked-unplanned", {clock(*measure_.punched_in), clock(*measure_.left)}});
  }
}

void Account::add_decision(Office& office, const store::Person& person) {
  for (const auto& row : store::PunchStore{office.database()}.decisions(day_, day_)) {
    if (row.employee != person.id) continue;
    say(DayTopic::decision, {"day.decision", {Term{domain::to_key(row.decision)}, row.reason}});
  }
}

void Account::add_objections(Office& office, const store::Person& person) {
  for (const auto& row : store::ObjectionStore{office.database()}.between(day_, day_)) {
    if (row.employee != person.id) continue;
    const std::string name = objection_name(row.id);
    if (row.open()) {
      say(DayTopic::objection, {"day.objection", {name, row.text}});
    } else {
      say(DayTopic::objection, {"day.objection.answered", {name, row.text, Term{row.outcome}, row.answer}});
    }
  }
}

/// What a consequence comes to, as the last words of a sentence; `converted` where it becomes leave or absence.
Message Account::consequence(const std::string& prefix, std::vector<Arg> start, const domain::Consequence& then,
                             const Rational& times, HalfDays converted) const {
  using Kind = domain::Consequence::Kind;
  const auto with = [&](const char* id, Arg value) {
    start.push_back(std::move(value));
    return Message{prefix + id, start};
  };
  const Money amount = round_money(Rational{then.amount.fen} * times);
  switch (then.kind) {
    case Kind::none: return {prefix + "none", start};
    case Kind::amount: return with("amount", amount);
    case Kind::per_minute: return with("per-minute", amount);
    case Kind::day_share: return with("day-share", then.share * times);
    case Kind::absenteeism: return with("absenteeism", converted);
    case Kind::leave: break;
  }
  const domain::LeaveKind* kind = judged_.policy->leave.find(then.leave_kind);
  Message message = with("leave", converted);
  message.args.emplace_back(kind == nullptr ? Label{then.leave_kind, then.leave_kind} : kind->label);
  return message;
}

void Account::add_charge(const domain::TimeCharge& charge) {
  using Source = domain::TimeCharge::Source;
  if (charge.source == Source::count) {
    say(DayTopic::charge,
        consequence("day.charge.", {Term{"counted." + charge.counted}, Term{"month-total"}, std::int64_t{charge.count}},
                    charge.then, {1}, charge.converted),
        charge.cite);
    return;
  }
  const std::vector<Arg> start{Term{charge.source == Source::lateness ? "lateness" : "early-leaving"},
                               Term{charge.of_month ? "month-total" : "this-day"}, charge.measured};
  const bool repeated = !charge.repetition.clause.empty();
  const domain::Consequence& of_table = charge.tier->then;
  Message table = consequence("day.charge.", start, of_table, {1}, repeated ? of_table.days : charge.converted);
  lines.push_back(
      {DayTopic::charge, std::move(table), charge.tier->cite, of_table.kind == domain::Consequence::Kind::none});
  if (!repeated) return;
  // The table's line is what it would have been; what it is, and by which clause, is the line after it.
  const Arg nth = std::int64_t{charge.nth};
  if (charge.times != Rational{1}) {
    say(DayTopic::charge, {"day.charge.repetition", {nth, charge.times}}, charge.repetition);
  }
  say(DayTopic::charge, consequence("day.repetition.", {nth}, charge.then, charge.times, charge.converted),
      charge.repetition);
}

void Account::add_charges(const domain::MonthTime& month) {
  for (const domain::TimeCharge& charge : month.charges) {
    if (charge.day != day_) continue;
    add_charge(charge);
    if (charge.converted.halves > 0) add_standing(charge.card);
  }
  for (const domain::Forfeit& forfeit : month.forfeits) {
    if (forfeit.day != day_) continue;
    const domain::PayItem* item = judged_.policy->payroll.find(forfeit.item);
    say(DayTopic::charge,
        {"day.charge.forfeit",
         {Term{"counted." + forfeit.counted}, std::int64_t{forfeit.count},
          item == nullptr ? Label{forfeit.item, forfeit.item} : item->label}},
        forfeit.cite);
  }
}

void Account::add_result() {
  if (!measure_.plan.shift.works()) {
    say(DayTopic::result, {"day.result.nothing-due", {}});
    return;
  }
  HalfDays leave;
  for (const auto& [kind, days] : judged_.leave) leave += days;
  const bool absent = judged_.absent > HalfDays{};
  const auto& absenteeism = judged_.policy->attendance.absenteeism;
  say(DayTopic::result, {"day.result", {measure_.plan.due(), judged_.present, leave, judged_.absent}},
      absent && absenteeism ? absenteeism->cite : Citation{});
}

void Account::add_open() {
  for (const domain::DayException exception : measure_.exceptions) {
    say(DayTopic::open, {"day.open." + domain::to_key(exception), {}});
  }
}

}  // namespace

std::string to_key(DayTopic topic) { return std::string{topic_keys.at(static_cast<std::size_t>(topic))}; }

DayAccount account_day(Office& office, const std::string& word, Date day) {
  const Reading reading{office, domain::Permission::read};
  const auto named = find_person(office, word, day);
  // The whole month, as far as it is over: what a day costs may hang on the days before it.
  const Month month = month_of(day);
  const Date last = std::max(day, std::min(last_day(month), last_day_over(office)));
  MonthTimes times{office, first_day(month), last};
  times.look_only_at({named.id});
  const store::Person* person = times.person(named.id);
  const store::TermSpan* term = person == nullptr ? nullptr : person->term_on(day);
  if (term == nullptr) {
    throw Error{Failure::conflict, Message{"people.not-in-service", {named.employee_no, named.name, day}},
                suggest("svcadm employee show {}", named.employee_no)};
  }
  if (auto missing = times.book().missing(term->department, day, {regulation::Area::attendance}); !missing.empty()) {
    throw Error{Failure::no_rule, std::move(missing)};
  }
  const auto judged = times.judge(*person);
  const auto found = std::find_if(judged.days.begin(), judged.days.end(),
                                  [day](const domain::JudgedDay& one) { return one.day() == day; });
  if (found == judged.days.end()) {
    throw Error{Failure::conflict, Message{"people.not-in-service", {named.employee_no, named.name, day}},
                suggest("svcadm employee show {}", named.employee_no)};
  }

  Account account{*found, day};
  account.add_plan();
  account.add_leave();
  if (day > office.today()) {
    account.add_not_over({"day.result.to-come", {}});
    return {*person, day, std::move(account.lines)};
  }
  const auto [from, to] = times.civil_day(*person, day);
  account.add_punches(office, *person, from, to);
  account.add_sessions(times.facts(*person, day).sessions);
  account.add_times();
  account.add_decision(office, *person);
  account.add_objections(office, *person);
  account.add_charges(judged);
  if (day > last_day_over(office)) {
    account.add_not_over({"day.result.not-over", {}});
  } else {
    account.add_result();
    account.add_open();
  }
  return {*person, day, std::move(account.lines)};
}

}  // namespace svcadm::usecase
