// Approving and rejecting.

#include "usecase/leave_decide.hpp"

#include <algorithm>
#include <span>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "usecase/closed_month.hpp"
#include "usecase/office.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

using domain::Formality;
using Act = domain::RequestAct::Kind;

/// The rule of a consent.  \pre the formality is an approval of these rules
const domain::ApprovalStep& step_of(const domain::RequestRules& rules, const Formality& one) {
  return *std::find_if(rules.steps.begin(), rules.steps.end(), [&](const auto& step) { return step.code == one.code; });
}

/// As whom somebody may give a consent; none where he is not asked.
std::optional<Approver> approver(Office& office, LeaveMatter& matter, const Formality& one, const store::Person& person,
                                 Date day) {
  for (Approver& each : approvers(office, matter.person(), step_of(matter.rules(), one), day)) {
    if (each.who.id == person.id) return std::move(each);
  }
  return std::nullopt;
}

/// "1001 王芳, 1002 李明"; "-" for nobody.
std::string names_of(const std::vector<Approver>& all) {
  std::string names;
  for (const Approver& each : all) {
    names += fmt::format("{}{} {}", names.empty() ? "" : ", ", each.who.employee_no, each.who.name);
  }
  return names.empty() ? "-" : names;
}

bool means(const std::string& word, const Formality& one) {
  const std::string wanted = fold(word);
  return wanted == one.code || wanted == domain::to_key(one.kind) || wanted == fold(one.label.zh) ||
         wanted == fold(one.label.en);
}

/// What is excused, of everything that the leave demands.
void add_waivers(Office& office, LeaveMatter& matter, const Decision& decision, const Doing& doing,
                 std::vector<store::RequestActRow>& acts) {
  if (decision.waive.empty()) return;
  require_reason(decision);
  if (!may_consent(office, matter, doing.person, date_of(doing.at))) {
    throw Error{Failure::not_permitted,
                Message{"request.may-not-waive",
                        {doing.person.employee_no, doing.person.name, leave_name(matter.leave().row.id)}}};
  }
  const auto state = matter.state_with(acts);
  for (const std::string& word : decision.waive) {
    bool known = false;
    std::string codes;
    for (const Formality& one : state.formalities) {
      codes += (codes.empty() ? "" : ", ") + one.code;
      if (!means(word, one)) continue;
      known = true;
      if (!one.in_order()) acts.push_back(act_row(matter.request(), Act::waive, one.code, doing, {}, decision));
    }
    if (!known) throw Error{Failure::usage, Message{"request.waive-unknown", {word, codes}}};
  }
}

/// A consent may not pass over notice that came too late, nor come too late itself, unless that is excused.
void require_in_time(LeaveMatter& matter, const std::vector<store::RequestActRow>& acts, Entered entered) {
  std::vector<Problem> problems;
  const bool alone = entered == Entered::alone;
  const std::string name =
      alone ? leave_name(matter.leave().row.id) : matter.person().employee_no + " " + matter.person().name;
  for (const Formality& one : matter.state_with(acts).formalities) {
    const bool given = std::any_of(acts.begin(), acts.end(), [&](const store::RequestActRow& act) {
      return act.act == store::to_key(Act::approve) && act.about == one.code;
    });
    if (one.in_order() || (!given && one.kind != Formality::Kind::notice)) continue;
    problems.push_back(
        {.message = {"request.too-late", {name, formality_name(one), *one.done, *one.limit, one.cite.clause}},
         .way_out = alone ? suggest("svcadm leave approve {} --waive {} --reason TEXT", name, one.code)
                          : suggest("svcadm leave request KIND FROM --waive {} --waive-reason TEXT", one.code)});
  }
  if (!problems.empty()) throw Error{Failure::refused, std::move(problems)};
}

/// A chain of consents has an order, in time too.
void require_order(std::span<const Formality> earlier, const Formality& one, Moment given) {
  for (const Formality& before : earlier) {
    if (before.kind != Formality::Kind::approval || !before.done || *before.done <= given) continue;
    throw Error{Failure::refused,
                Message{"request.before-consent", {formality_name(one), given, formality_name(before), *before.done}}};
  }
}

bool consented(std::span<const store::RequestActRow> acts, const store::Person& person) {
  return std::ranges::any_of(acts, [&](const store::RequestActRow& act) {
    return act.act == store::to_key(Act::approve) && act.person == person.id;
  });
}

LeaveOutcome record(Office& office, UnitOfWork& work, LeaveMatter& matter,
                    const std::vector<store::RequestActRow>& acts) {
  store::RequestStore requests{office.database()};
  for (const store::RequestActRow& act : acts) requests.add_act(work.event(), act);
  LeaveOutcome outcome{matter.leave().row.id, matter.state_with(acts)};
  take_late_fact(office, matter.leave().row.first);
  work.conclude(matter.person().employee_no, leave_detail(outcome.leave));
  return outcome;
}

}  // namespace

Doing deciding(Office& office, const store::Person& asker, Moment asked_at, const OnPaper& on_paper) {
  Doing doing = doing_of(office, on_paper);
  if (doing.person.id == asker.id || office.is_own(asker.employee_no)) {
    throw Error{Failure::not_permitted, Message{"leave.own", {asker.employee_no, asker.name}}};
  }
  if (doing.at < asked_at) throw Error{Failure::refused, Message{"request.before-asked", {doing.at, asked_at}}};
  return doing;
}

store::RequestActRow act_row(const store::RequestRow& request, Act kind, const std::string& about, const Doing& doing,
                             const std::optional<Approver>& as, const Decision& decision) {
  store::RequestActRow row{.request = request.id,
                           .act = store::to_key(kind),
                           .about = about,
                           .person = doing.person.id,
                           .at = doing.at,
                           .reason = std::string{trim(decision.reason)},
                           .paper = std::string{trim(decision.on_paper.paper)}};
  if (as && as->instead) row.instead = as->instead->id;
  return row;
}

void require_reason(const Decision& decision) {
  if (trim(decision.reason).empty()) throw Error{Failure::usage, Message{"request.reason-missing", {}}};
}

UnitOfWork begin_deciding(Office& office, const OnPaper& on_paper, const char* action) {
  // Who consents himself needs no role: post and reporting line say that he may.
  if (on_paper.person.empty()) return UnitOfWork{office, action};
  return UnitOfWork{office, domain::Permission::record_time, action};
}

void refuse_unasked(const Doing& doing, const std::string& what, const Arg& consent, const store::Person& asker,
                    const std::vector<Approver>& asked) {
  const std::string way_out = suggest("svcadm employee change {} --superior PERSON", asker.employee_no);
  throw Error{
      Failure::not_permitted,
      Message{"request.not-asked", {doing.person.employee_no, doing.person.name, what, consent, names_of(asked)}},
      asked.empty() ? way_out : std::string{}};
}

bool may_consent(Office& office, LeaveMatter& matter, const store::Person& person, Date day) {
  const auto state = matter.state();
  return std::any_of(state.formalities.begin(), state.formalities.end(), [&](const Formality& one) {
    return one.kind == Formality::Kind::approval && approver(office, matter, one, person, day);
  });
}

std::vector<store::RequestActRow> consents(Office& office, LeaveMatter& matter, const Decision& decision,
                                           Entered entered) {
  const Doing doing = deciding(office, matter.person(), matter.request().asked_at, decision.on_paper);
  const std::string name = leave_name(matter.leave().row.id);
  std::vector<store::RequestActRow> acts;
  const Formality* waits_for = nullptr;
  const auto state = matter.state();
  for (const Formality& one : state.formalities) {
    if (one.kind != Formality::Kind::approval || one.done) continue;
    const auto as = approver(office, matter, one, doing.person, date_of(doing.at));
    // Nobody comes before his turn, and a later consent is another person's than who stands in for him.
    if (!as || (as->instead && consented(acts, doing.person))) {
      waits_for = &one;
      break;
    }
    if (as->instead && consented(matter.leave().acts, doing.person)) {
      throw Error{Failure::not_permitted, Message{"request.second-person",
                                                  {doing.person.employee_no, doing.person.name, formality_name(one),
                                                   as->instead->employee_no, as->instead->name}}};
    }
    require_order({state.formalities.data(), &one}, one, doing.at);
    acts.push_back(act_row(matter.request(), Act::approve, one.code, doing, as, decision));
  }
  if (acts.empty() && decision.waive.empty()) {
    if (waits_for == nullptr) throw Error{Failure::conflict, Message{"request.nothing-to-approve", {name}}};
    const auto asked = approvers(office, matter.person(), step_of(matter.rules(), *waits_for), date_of(doing.at));
    refuse_unasked(doing, name, formality_name(*waits_for), matter.person(), asked);
  }
  add_waivers(office, matter, decision, doing, acts);
  require_in_time(matter, acts, entered);
  return acts;
}

LeaveOutcome approve_leave(Office& office, std::int64_t leave, const Decision& decision) {
  UnitOfWork work = begin_deciding(office, decision.on_paper, "leave.approve");
  LeaveMatter matter{office, leave};
  matter.require_living();
  auto outcome = record(office, work, matter, consents(office, matter, decision));
  note_missing(office, leave, outcome.state);
  return outcome;
}

LeaveOutcome reject_leave(Office& office, std::int64_t leave, const Decision& decision) {
  UnitOfWork work = begin_deciding(office, decision.on_paper, "leave.reject");
  LeaveMatter matter{office, leave};
  matter.require_living();
  require_reason(decision);
  const Doing doing = deciding(office, matter.person(), matter.request().asked_at, decision.on_paper);
  const auto state = matter.state();
  const Formality* open = nullptr;
  std::optional<Approver> as;
  for (const Formality& one : state.formalities) {
    if (one.kind != Formality::Kind::approval || one.done || as) continue;
    open = &one;
    as = approver(office, matter, one, doing.person, date_of(doing.at));
    if (as && step_of(matter.rules(), one).endorses) {
      throw Error{Failure::not_permitted,
                  Message{"request.only-endorses",
                          {doing.person.employee_no, doing.person.name, leave_name(leave), formality_name(one)}}};
    }
  }
  if (open == nullptr) {
    throw Error{Failure::conflict, Message{"request.nothing-to-approve", {leave_name(leave)}},
                suggest("svcadm leave cancel {} --reason TEXT", leave_name(leave))};
  }
  if (!as) {
    const auto asked = approvers(office, matter.person(), step_of(matter.rules(), *open), date_of(doing.at));
    refuse_unasked(doing, leave_name(leave), formality_name(*open), matter.person(), asked);
  }
  return record(office, work, matter, {act_row(matter.request(), Act::reject, open->code, doing, as, decision)});
}

}  // namespace svcadm::usecase
