#include "usecase/month_times.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "store/evaluated_punches.hpp"
#include "store/office_store.hpp"
#include "usecase/office.hpp"

namespace svcadm::usecase {

namespace {

/// A whole number setting.  \pre its form was checked when it was set
std::int64_t number_setting(Office& office, const std::string& key, Date day, std::int64_t otherwise) {
  const auto text = store::OfficeStore{office.database()}.setting(key, day);
  if (!text) return otherwise;
  std::int64_t value = otherwise;
  std::from_chars(text->data(), text->data() + text->size(), value);
  return value;
}

/// Punches of the last day's shift may lie on the morning after; those of the first, on the evening before.
constexpr int margin = 1;

/// The month before too: a row of absence may run over the month's end.
Date first_around(Date first) { return first_day(month_of(first) - 1); }

std::span<const domain::Punch> between(std::span<const domain::Punch> all, Moment from, Moment to) {
  const auto before = [](const domain::Punch& punch, Moment moment) { return punch.at < moment; };
  const auto begin = std::lower_bound(all.begin(), all.end(), from, before);
  const auto end = std::lower_bound(begin, all.end(), to, before);
  return {begin, end};
}

std::span<const domain::OnlineSession> between(std::span<const domain::OnlineSession> all, Moment from, Moment to) {
  const auto before = [](const domain::OnlineSession& one, Moment moment) { return one.from < moment; };
  const auto begin = std::lower_bound(all.begin(), all.end(), from, before);
  const auto end = std::lower_bound(begin, all.end(), to, before);
  return {begin, end};
}

}  // namespace

MonthTimes::MonthTimes(Office& office, Date first, Date last) : MonthTimes{office, first, last, known_now(office)} {}

MonthTimes::MonthTimes(Office& office, Date first, Date last, const KnownAt& known)
    : database_{office.database()},
      first_{first},
      last_{last},
      known_{known},
      same_tap_{number_setting(office, "same_tap_seconds", first, domain::default_same_tap.seconds)},
      lead_{hours(number_setting(office, "day_starts_before", first, 4))},
      people_{store::PeopleStore{office.database()}.people_between(first, last, known.event)},
      requests_{office.database(), first, last, known.now, known.event},
      plans_{office.database(), std::min(first_around(first), requests_.first_needed()),
             std::max(last + margin, requests_.last_needed()), known.event},
      book_{office.database(), plans_.departments(), std::min(first_around(first), requests_.first_needed()),
            std::max(last + margin, requests_.last_needed()), known.event} {
  for (std::size_t i = 0; i < people_.size(); ++i) place_of_.emplace(people_[i].id, i);
  requests_.look_into(plans_, book_);
  store::PeopleStore store{office.database()};
  same_around_.resize(people_.size());
  for (store::Person& person : store.people_between(first_around(first), last + margin, known.event)) {
    const auto place = place_of_.find(person.id);
    if (place != place_of_.end() && people_[place->second].terms.size() == 1 && person.terms.size() == 1) {
      same_around_[place->second] = {person.terms.front().from, person.terms.front().to};
    } else {
      const std::int64_t id = person.id;
      around_.emplace(id, std::move(person));
    }
  }
  if (any_limited()) limits_ = std::make_unique<LeaveLimits>(office, first, last, known);
  for (store::DecisionRow& row : store::PunchStore{office.database()}.decisions(first, last, known.event)) {
    decisions_[row.employee].push_back(std::move(row));
  }
  for (store::CorrectionRow& row :
       store::CorrectionStore{office.database()}.counting(at(first - margin), at(last + margin + 1), known.event)) {
    if (row.kind != store::CorrectionKind::outage) continue;
    if (row.device && !users_.contains(*row.device)) {
      const Month month = month_of(first);
      users_[*row.device] =
          store::device_users(office.database(), *row.device, first_day(month), last_day(month), known.event);
    }
    outages_.push_back(std::move(row));
  }
}

const store::PunchLog& MonthTimes::log() const {
  if (!log_) {
    log_.emplace(database_, at(first_ - margin), at(last_ + margin + 1), known_.event, only_ ? &*only_ : nullptr);
  }
  return *log_;
}

std::vector<domain::Outage> MonthTimes::outages(const store::Person& person, Date day, Moment from, Moment to) const {
  std::vector<domain::Outage> found;
  const store::TermSpan* term = person.term_on(day);
  for (const store::CorrectionRow& row : outages_) {
    if (term == nullptr || row.to < from || row.from >= to) continue;
    // Nobody knows at which clock a punch is missing: it is taken to be one at which he punched in that month.
    const bool concerned = row.device ? users_.at(*row.device).contains(person.id)
                                      : plans_.departments().lies_in(term->department, row.department.value(), day);
    if (concerned) found.push_back({row.from, row.to, row.id});
  }
  return found;
}

const store::Person* MonthTimes::person(std::int64_t id) const {
  const auto found = place_of_.find(id);
  return found == place_of_.end() ? nullptr : &people_[found->second];
}

bool MonthTimes::any_punches(Moment from, Moment to) const {
  return std::any_of(people_.begin(), people_.end(), [&](const store::Person& person) {
    return !between(log().punches(person.id), from, to).empty() ||
           !between(log().sessions(person.id), from, to).empty();
  });
}

const store::TermSpan* MonthTimes::term_around(const store::Person& person, Date day) const {
  if (const auto found = around_.find(person.id); found != around_.end()) return found->second.term_on(day);
  const auto place = place_of_.find(person.id);
  if (place == place_of_.end()) return person.term_on(day);
  const Days& days = same_around_[place->second];
  return days.from <= day && day <= days.to ? &people_[place->second].terms.front() : nullptr;
}

domain::DayPlan MonthTimes::plan(const store::Person& person, Date day) {
  const store::TermSpan* term = term_around(person, day);
  if (term == nullptr) return {.day = day};
  const auto& hours = book_.on(term->department, day)->attendance.hours;
  try {
    return plans_.plan(person, *term, day, hours ? &hours->value : nullptr);
  } catch (const Error& error) {
    // What the span's own days lack is for the caller to hear; without hours around it no shift runs into it.
    const bool own_day = first_ <= day && day <= last_;
    if (own_day || error.failure() != Failure::no_rule) throw;
    return {.day = day};
  }
}

MonthTimes::Plans MonthTimes::plans_of(const store::Person& person, Date from, Date to) {
  Plans plans{from, {}};
  for (Date day = from; day <= to; ++day) plans.days.push_back(plan(person, day));
  return plans;
}

Moment MonthTimes::begins(const store::Person& person, const Plans& plans, Date day) {
  const store::TermSpan* term = term_around(person, day);
  TimeOfDay usual{9 * 3600};
  if (term != nullptr) {
    const auto& hours = book_.on(term->department, day)->attendance.hours;
    if (hours) usual = hours->value.start();
  }
  return domain::day_begins(plans.on(day), plans.on(day - 1), usual, lead_);
}

std::pair<Moment, Moment> MonthTimes::civil_day(const store::Person& person, const Plans& plans, Date day) {
  return {begins(person, plans, day), begins(person, plans, day + 1)};
}

std::pair<Moment, Moment> MonthTimes::civil_day(const store::Person& person, Date day) {
  return civil_day(person, plans_of(person, day - 1, day + 1), day);
}

const store::TermSpan* MonthTimes::served_on(const store::Person& person, Date day) {
  const store::TermSpan* term = person.term_on(day);
  if (term == nullptr || term->left != day) return term;
  const auto& rule = book_.on(term->department, day)->payroll.last_day_is_worked;
  return rule && !rule->value ? nullptr : term;
}

domain::DayFacts MonthTimes::facts(const store::Person& person, Date day) {
  return facts(person, plans_of(person, day - 1, day + 1), day);
}

domain::DayFacts MonthTimes::facts(const store::Person& person, const Plans& plans, Date day) {
  domain::DayFacts facts{.plan = plans.on(day)};
  const auto [from, to] = civil_day(person, plans, day);
  facts.punches = between(log().punches(person.id), from, to);
  facts.sessions = between(log().sessions(person.id), from, to);
  add_leave(person, facts);
  if (!outages_.empty()) facts.outages = outages(person, day, from, to);
  if (const auto found = decisions_.find(person.id); found != decisions_.end()) {
    for (const store::DecisionRow& row : found->second) {
      if (row.day == day) facts.decision = row.decision;
    }
  }
  return facts;
}

void MonthTimes::add_leave(const store::Person& person, domain::DayFacts& facts) {
  const Date day = facts.plan.day;
  for (const LeaveCase& leave : requests_.of(person.id)) {
    const bool first = leave.row.covers(day, 1);
    const bool second = leave.row.covers(day, 2);
    if (!first && !second) continue;
    const domain::LeaveHalf asked{leave.row.id, leave.row.kind, requests_.standing(person, leave)};
    if (first) facts.first_half = within_limit(asked, person, day, 1);
    if (second) facts.second_half = within_limit(asked, person, day, 2);
  }
}

domain::LeaveHalf MonthTimes::within_limit(domain::LeaveHalf leave, const store::Person& person, Date day, int half) {
  using Kind = domain::LeaveStanding::Kind;
  if (!limits_ || leave.lapsed()) return leave;
  if (const domain::LeaveLimit* limit = limits_->exceeded(person.id, day, half)) {
    leave.standing = {.kind = Kind::lapsed, .cite = limit->cite, .consequence = limit->cite, .beyond = limit->per_year};
  }
  return leave;
}

bool MonthTimes::any_limited() {
  return std::ranges::any_of(people_, [&](const store::Person& person) {
    return std::ranges::any_of(requests_.of(person.id), [&](const LeaveCase& leave) {
      const Date from = std::max(leave.row.first, first_);
      const Date to = std::min(leave.row.last, last_);
      return from <= to && (requests_.policy(person, from).leave.limited(leave.row.kind) ||
                            requests_.policy(person, to).leave.limited(leave.row.kind));
    });
  });
}

bool MonthTimes::has_leave(std::int64_t employee) const {
  const auto& leaves = requests_.of(employee);
  return std::any_of(leaves.begin(), leaves.end(),
                     [&](const LeaveCase& leave) { return leave.row.first <= last_ && leave.row.last >= first_; });
}

domain::MonthTime MonthTimes::judge(const store::Person& person) {
  std::vector<domain::PolicyDay> days;
  const Plans plans = plans_of(person, first_ - 1, last_ + 1);
  for (Date day = first_; day <= std::min(last_, known_.judged_to.value_or(last_)); ++day) {
    const store::TermSpan* term = served_on(person, day);
    if (term == nullptr) continue;
    const domain::Policy* policy = book_.on(term->department, day);
    days.push_back({domain::measure_day(policy->attendance, facts(person, plans, day), same_tap_), policy});
    const domain::DayMeasure& measured = days.back().day;
    const bool may_convert = measured.late_arrival > Span{} || measured.late_return > Span{} || measured.early > Span{};
    if (may_convert) days.back().card = requests_.card_standing(person, day);
  }
  return domain::judge_month(std::move(days));
}

bool MonthTimes::was_due(const store::Person& person, Date day) { return plan(person, day).due().halves > 0; }

std::vector<Problem> MonthTimes::missing_regulations(const std::vector<regulation::Area>& needed) {
  std::vector<Problem> problems;
  std::set<std::int64_t> seen;
  for (const store::Person& person : people_) {
    for (const store::TermSpan& term : person.terms) {
      if (!seen.insert(term.department).second) continue;
      const Date day = std::max(term.from, first_);
      for (Problem& problem : book_.missing(term.department, day, needed)) problems.push_back(std::move(problem));
    }
  }
  return problems;
}

}  // namespace svcadm::usecase
