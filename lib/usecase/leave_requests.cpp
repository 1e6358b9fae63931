#include "usecase/leave_requests.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace svcadm::usecase {

namespace {

using domain::Formality;
using domain::LeaveStanding;
using domain::RequestStatus;

/// Leaves that adjoin one of the span, and limits counted in workdays, lie within so many days of it.
constexpr int reach = 45;

/// Between leaves that adjoin lie no more days of rest than this; a row of them is not longer than that.
constexpr int widest_gap = 14;
constexpr int longest_row = 800;

/// Stands for hours that no regulation gives: a leave only asks whether work is due.
const domain::Shift& some_hours() {
  static const domain::Shift shift{.code = {}, .windows = {{TimeOfDay{9 * 3600}, TimeOfDay{17 * 3600}}}};
  return shift;
}

/// His terms on a day; those of the day nearest to it where he was away or the day was not read.
const store::TermSpan& nearest_term(const store::Person& person, Date day) {
  const store::TermSpan* nearest = &person.terms.front();
  for (const store::TermSpan& term : person.terms) {
    if (term.from <= day) nearest = &term;
  }
  return *nearest;
}

std::vector<domain::RequestAct> acts_of(const std::vector<store::RequestActRow>& rows) {
  std::vector<domain::RequestAct> acts;
  for (const store::RequestActRow& row : rows) {
    if (auto act = store::act_of(row)) acts.push_back(std::move(*act));
  }
  return acts;
}

/// Papers may be typed in any order: what was asked for first counts as the earlier, of one time what begins first.
bool asked_before(const LeaveCase& one, const LeaveCase& other) {
  if (!one.request || !other.request) return one.row.id < other.row.id;
  return std::tuple{one.request->asked_at, one.row.begins(), one.row.id} <
         std::tuple{other.request->asked_at, other.row.begins(), other.row.id};
}

LeaveStanding standing_of(const domain::RequestState& state, const std::optional<Citation>& lapse, Moment now) {
  LeaveStanding standing;
  const Formality* missing = nullptr;
  if (state.status == RequestStatus::lapsed) {
    standing.kind = LeaveStanding::Kind::lapsed;
    missing = &state.missed(now);
    standing.consequence = lapse.value_or(Citation{});
  } else if (state.status == RequestStatus::pending) {
    standing.kind = LeaveStanding::Kind::pending;
    for (const Formality& one : state.formalities) {
      if (one.in_order()) continue;
      if (missing == nullptr || (one.lapses_after && *one.lapses_after == state.pending_until())) missing = &one;
    }
  }
  if (missing == nullptr) return standing;
  if (missing->lapses_after) standing.limit = date_of(*missing->lapses_after);
  standing.missing = formality_name(*missing);
  standing.cite = missing->cite;
  return standing;
}

}  // namespace

std::optional<std::int64_t> deputy_of(const LeaveCase& leave) {
  std::optional<std::int64_t> deputy;
  for (const store::RequestActRow& act : leave.acts) {
    if (act.act == "name_deputy") deputy = act.person;
  }
  return deputy;
}

Arg formality_name(const Formality& one) {
  if (!one.label.zh.empty()) return one.label;
  return Term{"formality." + domain::to_key(one.kind)};
}

LeaveRequests::LeaveRequests(store::Database& database, Date first, Date last, Moment now, Known known_until)
    : now_{now}, first_needed_{first}, last_needed_{last + reach} {
  store::RequestStore store{database};
  const auto requests = store.leaves_between(first - reach, last + reach, known_until);
  auto acts = store.acts_of(requests, known_until);
  std::unordered_map<std::int64_t, const store::RequestRow*> by_leave;
  for (const store::RequestRow& request : requests) by_leave[request.subject] = &request;
  asked_ = !requests.empty();
  for (store::LeaveRow& row : store::LeaveStore{database}.between(first - reach, last + reach, known_until)) {
    const auto found = by_leave.find(row.id);
    if (found == by_leave.end()) {
      add(std::move(row), std::nullopt, {});
    } else {
      add(std::move(row), *found->second, std::move(acts[found->second->id]));
    }
  }
  std::set<std::int64_t> askers;
  for (const store::RequestRow& request : requests) askers.insert(request.employee);
  for (const std::int64_t employee : askers) follow(database, employee, first, last, known_until);
  const auto cards = store.conversion_cards(first, last, known_until);
  card_acts_ = store.acts_of(cards, known_until);
  for (const store::RequestRow& card : cards) cards_[card.employee].push_back(card);
}

void LeaveRequests::add(store::LeaveRow row, std::optional<store::RequestRow> request,
                        std::vector<store::RequestActRow> acts) {
  if (request) first_needed_ = std::min(first_needed_, date_of(request->asked_at));
  if (asked_) {  // each leave may adjoin one that was asked for
    first_needed_ = std::min(first_needed_, row.first);
    last_needed_ = std::max(last_needed_, row.last + reach);
  }
  auto& all = leaves_[row.employee];
  all.push_back({.row = std::move(row), .request = std::move(request), .acts = std::move(acts)});
}

void LeaveRequests::follow(store::Database& database, std::int64_t employee, Date first, Date last, Known known_until) {
  Date from = first;
  Date to = last;
  for (bool grown = true; grown;) {
    grown = false;
    for (const LeaveCase& one : of(employee)) {
      const bool near = one.row.first <= to + widest_gap && one.row.last >= from - widest_gap;
      if (!near || (from <= one.row.first && one.row.last <= to)) continue;
      from = std::min(from, one.row.first);
      to = std::max(to, one.row.last);
      grown = true;
    }
  }
  if (from > first - reach + widest_gap && to < last + reach - widest_gap) return;
  store::RequestStore requests{database};
  std::set<std::int64_t> known;
  for (const LeaveCase& one : of(employee)) known.insert(one.row.id);
  for (store::LeaveRow& row :
       store::LeaveStore{database}.of_employee(employee, from - longest_row, to + longest_row, known_until)) {
    if (known.contains(row.id)) continue;
    auto request = requests.of_leave(row.id);
    auto acts = request ? std::move(requests.acts_of({*request}, known_until)[request->id])
                        : std::vector<store::RequestActRow>{};
    add(std::move(row), std::move(request), std::move(acts));
  }
  std::ranges::sort(leaves_[employee], {}, [](const LeaveCase& one) {
    return std::pair{one.row.begins(), one.row.id};
  });
}

void LeaveRequests::look_into(const DayPlans& plans, PolicyBook& book) {
  plans_ = &plans;
  book_ = &book;
}

const std::vector<LeaveCase>& LeaveRequests::of(std::int64_t employee) const {
  static const std::vector<LeaveCase> none;
  const auto found = leaves_.find(employee);
  return found == leaves_.end() ? none : found->second;
}

const std::vector<store::RequestRow>& LeaveRequests::cards_of(std::int64_t employee) const {
  static const std::vector<store::RequestRow> none;
  const auto found = cards_.find(employee);
  return found == cards_.end() ? none : found->second;
}

const domain::Policy& LeaveRequests::policy(const store::Person& person, Date day) {
  return *book_->on(nearest_term(person, day).department, day);
}

domain::DayPlan LeaveRequests::planned(const store::Person& person, Date day) {
  const auto& hours = policy(person, day).attendance.hours;
  const domain::Shift& usual = hours ? hours->value : some_hours();
  if (person.in_service(day)) return plans_->plan(person, day, &usual);
  domain::DayPlan plan{.day = day, .kind = plans_->calendar_day(day, nearest_term(person, day).department).kind};
  if (domain::is_worked(plan.kind)) plan.shift = usual;
  return plan;
}

bool LeaveRequests::works(const store::Person& person, Date day) { return planned(person, day).shift.works(); }

std::span<const Date> LeaveRequests::workdays(std::int64_t department) {
  auto& days = workdays_[department];
  for (Date day = first_needed_; days.empty() || day <= last_needed_; ++day) {
    if (day > last_needed_) break;
    if (domain::is_worked(plans_->calendar_day(day, department).kind)) days.push_back(day);
  }
  return days;
}

HalfDays LeaveRequests::scheduled(const store::Person& person, const LeaveCase& leave) {
  const HalfDays now = basis(person, leave.row).length;
  const auto& asked = leave.request ? leave.request->basis : std::nullopt;
  return asked ? std::min(asked->length, now) : now;
}

store::RequestBasis LeaveRequests::basis(const store::Person& person, const store::LeaveRow& row) {
  store::RequestBasis basis{.first_day = row.first, .starts = at(row.first), .day_ends = at(row.first + 1) - Span{1}};
  for (Date day = row.first; day <= row.last; ++day) {
    const auto plan = planned(person, day);
    for (const int half : {1, 2}) {
      if (!plan.shift.works() || !row.covers(day, half)) continue;
      if (basis.length == HalfDays{}) {
        basis.first_day = day;
        basis.starts = at(day, half == 1 ? plan.shift.start() : plan.shift.border().to);
        basis.day_ends = at(day, plan.shift.end());
      }
      basis.length += HalfDays{1};
    }
  }
  return basis;
}

bool LeaveRequests::adjoin(const store::Person& person, const store::LeaveRow& earlier, const store::LeaveRow& later) {
  for (std::int64_t next = earlier.ends(); next < later.begins(); ++next) {
    const Date day = store::day_of_half(next);
    if (day < first_needed_ || works(person, day)) return false;
  }
  return true;
}

void LeaveRequests::add_adjoining(const store::Person& person, const LeaveCase& leave, domain::RequestFacts& facts) {
  const auto& all = of(person.id);
  std::vector<const store::LeaveRow*> row{&leave.row};
  // Grows at both ends until nothing adjoins any more.
  for (bool grown = true; grown;) {
    grown = false;
    for (const LeaveCase& other : all) {
      if (!asked_before(other, leave) || std::find(row.begin(), row.end(), &other.row) != row.end()) continue;
      const bool joins = std::any_of(row.begin(), row.end(), [&](const store::LeaveRow* known) {
        const bool before = other.row.begins() < known->begins();
        return before ? adjoin(person, other.row, *known) : adjoin(person, *known, other.row);
      });
      if (!joins) continue;
      row.push_back(&other.row);
      facts.adjoining.emplace_back(other.row.kind, scheduled(person, other));
      grown = true;
    }
  }
}

Date LeaveRequests::back_on(const store::Person& person, const store::LeaveRow& row) {
  const auto away = [&](std::int64_t half) {
    const Date day = store::day_of_half(half);
    return !works(person, day) || std::ranges::any_of(of(person.id), [&](const LeaveCase& other) {
      return other.row.covers(day, store::half_of(half));
    });
  };
  std::int64_t half = row.ends();
  while (store::day_of_half(half) < last_needed_ && away(half)) ++half;
  return store::day_of_half(half);
}

domain::RequestFacts LeaveRequests::facts(const store::Person& person, const LeaveCase& leave) {
  const store::LeaveRow& row = leave.row;
  const store::RequestBasis basis = leave.request->basis ? *leave.request->basis : this->basis(person, row);
  domain::RequestFacts facts{.kind = row.kind, .length = scheduled(person, leave)};
  facts.asked_at = leave.request->asked_at;
  facts.first_day = basis.first_day;
  facts.starts = basis.starts;
  facts.shift_ends = basis.day_ends;
  facts.back_on = back_on(person, row);
  facts.acts = acts_of(leave.acts);
  facts.cancelled = row.cancelled;
  facts.workdays = workdays(nearest_term(person, row.first).department);
  add_adjoining(person, leave, facts);
  return facts;
}

domain::RequestState LeaveRequests::state(const store::Person& person, const LeaveCase& leave) {
  if (!leave.request) {
    return {.status = leave.row.cancelled ? RequestStatus::cancelled : RequestStatus::granted};
  }
  return domain::state_of(policy(person, leave.row.first).leave.request, facts(person, leave), now_);
}

LeaveStanding LeaveRequests::standing(const store::Person& person, const LeaveCase& leave) {
  return standing_of(state(person, leave), policy(person, leave.row.first).leave.request.lapse, now_);
}

bool LeaveRequests::typed_late(const store::Person& person, const LeaveCase& leave) {
  if (!leave.request) return false;
  const auto days = workdays(nearest_term(person, leave.row.first).department);
  const auto late = [&](Moment happened, Moment typed) {
    const auto limit = domain::end_of_workday_after(days, date_of(happened), 1);
    return limit && typed > *limit;
  };
  return late(leave.request->asked_at, leave.request->typed_at) ||
         std::any_of(leave.acts.begin(), leave.acts.end(),
                     [&](const store::RequestActRow& act) { return late(act.at, act.typed_at); });
}

bool LeaveRequests::card_typed_late(const store::Person& person, const store::RequestRow& card) {
  LeaveCase one{.row = {}, .request = card, .acts = card_acts_[card.id]};
  one.row.first = card.day.value();
  return typed_late(person, one);
}

bool LeaveRequests::card_rejected(const store::RequestRow& card) const {
  const auto found = card_acts_.find(card.id);
  return found != card_acts_.end() && std::ranges::any_of(found->second, [](const store::RequestActRow& act) {
           return act.act == store::to_key(domain::RequestAct::Kind::reject);
         });
}

LeaveStanding LeaveRequests::card_standing(const store::Person& person, Date day) {
  const domain::LeavePolicy& rules = policy(person, day).leave;
  if (!rules.conversion_card) return {};
  const auto limit =
      domain::end_of_workday_after(workdays(nearest_term(person, day).department), day, rules.conversion_card->value);
  const auto in_time = [&](Moment moment) { return !limit || moment <= *limit; };
  LeaveStanding standing{.kind = in_time(now_) ? LeaveStanding::Kind::pending : LeaveStanding::Kind::lapsed,
                         .limit = limit ? std::optional{date_of(*limit)} : std::nullopt,
                         .missing = Term{"formality.card"},
                         .cite = rules.conversion_card->cite,
                         .consequence = rules.request.lapse.value_or(Citation{})};
  for (const store::RequestRow& card : cards_of(person.id)) {
    if (card.day != day || card.asked_at > now_ || card_rejected(card)) continue;
    if (standing.kind == LeaveStanding::Kind::pending) {
      standing.handed_in = true;
      standing.missing = Term{"formality.card-consent"};
    }
    bool approved = false;
    bool excused = false;
    for (const domain::RequestAct& act : acts_of(card_acts_[card.id])) {
      if (act.at > now_) continue;
      const bool consent = act.kind == domain::RequestAct::Kind::approve;
      approved = approved || consent;
      excused = excused || act.kind == domain::RequestAct::Kind::waive ||
                (consent && in_time(act.at) && in_time(card.asked_at));
    }
    if (approved && excused) standing.kind = LeaveStanding::Kind::granted;
  }
  return standing;
}

}  // namespace svcadm::usecase
