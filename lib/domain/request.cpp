#include "domain/request.hpp"

#include <algorithm>

#include "base/error.hpp"

namespace svcadm::domain {

namespace {

bool contains(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

Moment end_of(Date day) { return at(day + 1) - Span{1}; }

std::optional<Moment> moment_of(const RequestLimit& limit, const RequestFacts& facts) {
  switch (limit.form) {
    case RequestLimit::Form::ahead: return end_of(facts.first_day - limit.days);
    case RequestLimit::Form::start: return facts.starts - Span{1};
    case RequestLimit::Form::shift_end: return facts.shift_ends;
    case RequestLimit::Form::asked: return end_of_workday_after(facts.workdays, date_of(facts.asked_at), limit.days);
    case RequestLimit::Form::first_day: return end_of_workday_after(facts.workdays, facts.first_day, limit.days);
    case RequestLimit::Form::back: return end_of_workday_after(facts.workdays, facts.back_on, limit.days);
  }
  return std::nullopt;
}

std::optional<Moment> moment_of(const std::optional<RequestLimit>& limit, const RequestFacts& facts) {
  return limit ? moment_of(*limit, facts) : std::nullopt;
}

/// Looks at the acts of one request up to a moment.
class Acts {
 public:
  Acts(const RequestFacts& facts, Moment now) : facts_{facts}, now_{now} {}

  /// When it was done first; none where it was not.
  std::optional<Moment> done(RequestAct::Kind kind, std::string_view about) const {
    std::optional<Moment> first;
    for (const RequestAct& act : facts_.acts) {
      if (act.kind != kind || act.about != about || act.at > now_) continue;
      if (!first || act.at < *first) first = act.at;
    }
    return first;
  }
  bool any(RequestAct::Kind kind) const {
    return std::any_of(facts_.acts.begin(), facts_.acts.end(),
                       [&](const RequestAct& act) { return act.kind == kind && act.at <= now_; });
  }
  bool waived(std::string_view about) const { return done(RequestAct::Kind::waive, about).has_value(); }

 private:
  const RequestFacts& facts_;
  Moment now_;
};

std::vector<Formality> formalities_of(const RequestRules& rules, const RequestFacts& facts, const Acts& acts) {
  std::vector<Formality> all;
  // Adjoining requests are one as far as a rule is about their kind too.
  const auto covers = [&](const RequestScope& scope) {
    HalfDays length = facts.length;
    for (const auto& [kind, halves] : facts.adjoining) length += scope.names(kind) ? halves : HalfDays{};
    return scope.names(facts.kind) && (scope.over == HalfDays{} || length > scope.over);
  };
  for (const NoticeRule& rule : rules.notices) {
    if (!covers(rule.scope)) continue;
    all.push_back({.kind = Formality::Kind::notice,
                   .code = rule.code,
                   .limit = moment_of(rule.limit, facts),
                   .done = facts.asked_at,
                   .waived = acts.waived(rule.code),
                   .cite = rule.cite});
    break;
  }
  for (const ApprovalStep& step : rules.steps) {
    if (!covers(step.scope)) continue;
    all.push_back({.kind = Formality::Kind::approval,
                   .code = step.code,
                   .label = step.label,
                   .limit = moment_of(step.limit, facts),
                   .done = acts.done(RequestAct::Kind::approve, step.code),
                   .cite = step.cite});
    // A limit of consent is excused, not the consent.
    if (all.back().done && acts.waived(step.code)) all.back().waived = true;
  }
  for (const HandoverRule& rule : rules.handovers) {
    if (!covers(rule.scope)) continue;
    all.push_back({.kind = Formality::Kind::handover,
                   .code = rule.code,
                   .limit = moment_of(rule.limit, facts),
                   .done = acts.done(RequestAct::Kind::hand_over, rule.code),
                   .waived = acts.waived(rule.code),
                   .cite = rule.cite});
  }
  for (const PaperRule& rule : rules.papers) {
    if (!covers(rule.scope)) continue;
    all.push_back({.kind = Formality::Kind::paper,
                   .code = rule.code,
                   .label = rule.label,
                   .limit = moment_of(rule.limit, facts),
                   .done = acts.done(RequestAct::Kind::hand_in, rule.code),
                   .waived = acts.waived(rule.code),
                   .cite = rule.cite});
  }
  for (Formality& one : all) one.lapses_after = one.limit;
  // Who asks too late may still be excused before he goes.
  if (!all.empty() && all.front().kind == Formality::Kind::notice && !all.front().in_order()) {
    all.front().lapses_after = std::max(all.front().limit.value_or(facts.starts), facts.starts - Span{1});
  }
  return all;
}

}  // namespace

const AskingRule* RequestRules::asking_for(std::string_view kind) const {
  const auto found =
      std::find_if(asking.begin(), asking.end(), [&](const AskingRule& rule) { return rule.scope.names(kind); });
  return found == asking.end() ? nullptr : &*found;
}

bool RequestScope::names(std::string_view kind) const {
  return (kinds.empty() || contains(kinds, kind)) && !contains(except, kind);
}

std::string to_key(Formality::Kind kind) {
  switch (kind) {
    case Formality::Kind::notice: return "notice";
    case Formality::Kind::approval: return "approval";
    case Formality::Kind::paper: return "paper";
    case Formality::Kind::handover: return "handover";
  }
  return {};
}

std::string to_key(RequestStatus status) {
  switch (status) {
    case RequestStatus::granted: return "granted";
    case RequestStatus::pending: return "pending";
    case RequestStatus::lapsed: return "lapsed";
    case RequestStatus::rejected: return "rejected";
    case RequestStatus::cancelled: return "cancelled";
  }
  return {};
}

const Formality* RequestState::open(Formality::Kind kind) const {
  for (const Formality& one : formalities) {
    if (one.kind == kind && !one.in_order()) return &one;
  }
  return nullptr;
}

const Formality& RequestState::missed(Moment now) const {
  for (const Formality& one : formalities) {
    if (one.missed(now)) return one;
  }
  bug("a lapsed request that missed nothing");
}

std::optional<Moment> RequestState::pending_until() const {
  std::optional<Moment> until;
  for (const Formality& one : formalities) {
    if (one.in_order() || !one.lapses_after) continue;
    if (!until || *one.lapses_after < *until) until = one.lapses_after;
  }
  return until;
}

std::optional<Moment> end_of_workday_after(std::span<const Date> workdays, Date day, int count) {
  const auto after = std::upper_bound(workdays.begin(), workdays.end(), day);
  if (workdays.end() - after < count) return std::nullopt;
  return count == 0 ? end_of(day) : end_of(*(after + count - 1));
}

RequestState state_of(const RequestRules& rules, const RequestFacts& facts, Moment now) {
  const Acts acts{facts, now};
  RequestState state{.formalities = formalities_of(rules, facts, acts)};
  const auto& all = state.formalities;
  if (facts.cancelled) {
    state.status = RequestStatus::cancelled;
  } else if (acts.any(RequestAct::Kind::reject)) {
    state.status = RequestStatus::rejected;
  } else if (std::all_of(all.begin(), all.end(), [](const Formality& one) { return one.in_order(); })) {
    state.status = RequestStatus::granted;
  } else if (std::any_of(all.begin(), all.end(), [&](const Formality& one) { return one.missed(now); })) {
    state.status = RequestStatus::lapsed;
  }
  return state;
}

}  // namespace svcadm::domain
