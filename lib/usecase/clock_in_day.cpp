#include "usecase/clock_in_day.hpp"

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "store/punch_store.hpp"
#include "usecase/clock_in.hpp"
#include "usecase/clock_in_report.hpp"
#include "usecase/directory.hpp"
#include "usecase/month_times.hpp"
#include "usecase/office.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

constexpr std::array<std::string_view, 11> topic_keys{"plan",      "leave",    "punch",  "online", "arrival", "lunch",
                                                      "departure", "decision", "result", "charge", "open"};

/// Writes the account of one judged day.
class Account {
 public:
  Account(const domain::JudgedDay& day, Date on) : judged_{day}, measure_{day.measure}, day_{on} {}

  void add_plan();
  void add_leave();
  void add_punches(Office& office, const store::Person& person, Moment from, Moment to);
  void add_sessions(std::span<const domain::OnlineSession> sessions);
  void add_times();
  void add_decision(Office& office, const store::Person& person);
  void add_result();
  void add_charges(const std::vector<domain::TimeCharge>& charges);
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
  void add_lunch();

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
  }
}

void Account::add_punches(Office& office, const store::Person& person, Moment from, Moment to) {
  const store::PunchHolders holders{office.database(), date_of(from) - 1, date_of(to)};
  bool any = false;
  for (const auto& punch : store::PunchStore{office.database()}.recorded(from, to)) {
    if (store::PunchHolders::employee(holders.of(punch.kind, punch.text), punch.at) != person.id) continue;
    any = true;
    const Term source{"number." + store::to_key(punch.kind)};
    const Term direction{"direction." + to_key(punch.direction)};
    if (punch.state >= 0 && !punch_rule().direction_from_file) {
      // Clocks leave nearly everybody on state 0: where the windows decide, its word would only mislead.
      say(DayTopic::punch, {"day.punch.state", {clock(punch.at), source, punch.text, std::int64_t{punch.state}}});
    } else if (punch.state >= 0) {
      say(DayTopic::punch,
          {"day.punch.device", {clock(punch.at), direction, source, punch.text, std::int64_t{punch.state}}});
    } else {
      say(DayTopic::punch, {"day.punch", {clock(punch.at), direction, source, punch.text}});
    }
  }
  if (!any && measure_.plan.shift.works()) say(DayTopic::punch, {"day.punch.none", {}});
  if (!any) return;
  explain(DayTopic::punch,
          {punch_rule().direction_from_file ? "day.direction.file" : "day.direction.windows", {clock(from), clock(to)}},
          punch_rule().cite);
  if (measure_.surplus_punches > 0) {
    explain(DayTopic::punch, {"day.punch.surplus", {std::int64_t{measure_.surplus_punches}}});
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
  if (measure_.lunch_unpunched) say(DayTopic::lunch, {"day.lunch.unpunched", {}}, punch_rule().lunch_punches_cite);
}

void Account::add_times() {
  if (measure_.arrived) {
    if (measure_.online_at) {
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
    constexpr std::array keys{"open", "present", "half-absence", "whole-absence"};
    say(DayTopic::decision, {"day.decision", {Term{keys.at(static_cast<std::size_t>(row.decision))}, row.reason}});
  }
}

void Account::add_charges(const std::vector<domain::TimeCharge>& charges) {
  for (const domain::TimeCharge& charge : charges) {
    if (charge.day != day_) continue;
    using Source = domain::TimeCharge::Source;
    using Kind = domain::Consequence::Kind;
    const Term source{charge.source == Source::lateness        ? "lateness"
                      : charge.source == Source::early_leaving ? "early-leaving"
                                                               : "count-rule"};
    const std::vector<Arg> start{
        source, charge.of_month ? Arg{Term{"month-total"}} : Arg{Term{"this-day"}},
        charge.source == Source::count ? Arg{std::int64_t{charge.count}} : Arg{charge.measured}};
    const auto with = [&start](Arg value) {
      auto args = start;
      args.push_back(std::move(value));
      return args;
    };
    switch (charge.then.kind) {
      case Kind::none: explain(DayTopic::charge, {"day.charge.none", start}, charge.cite); break;
      case Kind::amount: say(DayTopic::charge, {"day.charge.amount", with(charge.then.amount)}, charge.cite); break;
      case Kind::per_minute:
        say(DayTopic::charge, {"day.charge.per-minute", with(charge.then.amount)}, charge.cite);
        break;
      case Kind::day_share:
        say(DayTopic::charge, {"day.charge.day-share", with(charge.then.share)}, charge.cite);
        break;
      case Kind::leave: {
        const domain::LeaveKind* kind = judged_.policy->leave.find(charge.then.leave_kind);
        auto args = with(charge.converted);
        args.emplace_back(kind == nullptr ? Label{charge.then.leave_kind, charge.then.leave_kind} : kind->label);
        say(DayTopic::charge, {"day.charge.leave", std::move(args)}, charge.cite);
        break;
      }
      case Kind::absenteeism:
        say(DayTopic::charge, {"day.charge.absenteeism", with(charge.converted)}, charge.cite);
        break;
    }
    if (!charge.repetition.clause.empty()) {
      say(DayTopic::charge, {"day.charge.repetition", {std::int64_t{charge.nth}, charge.times}}, charge.repetition);
    }
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
  const store::Person* person = times.person(named.id);
  const store::TermSpan* term = person == nullptr ? nullptr : person->term_on(day);
  if (term == nullptr) {
    throw Error{Failure::conflict, Message{"people.not-in-service", {named.employee_no, named.name, day}},
                "svcadm employee show " + named.employee_no};
  }
  if (auto missing = times.book().missing(term->department, day, {regulation::Area::attendance}); !missing.empty()) {
    throw Error{Failure::no_rule, std::move(missing)};
  }
  const auto judged = times.judge(*person);
  const auto found = std::find_if(judged.days.begin(), judged.days.end(),
                                  [day](const domain::JudgedDay& one) { return one.day() == day; });
  if (found == judged.days.end()) {
    throw Error{Failure::conflict, Message{"people.not-in-service", {named.employee_no, named.name, day}},
                "svcadm employee show " + named.employee_no};
  }

  Account account{*found, day};
  account.add_plan();
  account.add_leave();
  const auto [from, to] = times.civil_day(*person, day);
  account.add_punches(office, *person, from, to);
  account.add_sessions(times.facts(*person, day).sessions);
  account.add_times();
  account.add_decision(office, *person);
  account.add_charges(judged.charges);
  account.add_result();
  account.add_open();
  return {*person, day, std::move(account.lines)};
}

}  // namespace svcadm::usecase
