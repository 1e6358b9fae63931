// What comes after asking: the hand-over, papers, the return.

#include <algorithm>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "usecase/closed_month.hpp"
#include "usecase/leave_decide.hpp"
#include "usecase/leave_desk.hpp"
#include "usecase/office.hpp"

namespace svcadm::usecase {

namespace {

using domain::Formality;
using Act = domain::RequestAct::Kind;

/// The paper that is meant: by its name, else the first that is missing.
const Formality& paper_of(const domain::RequestState& state, const std::string& what, std::int64_t leave) {
  const std::string wanted = fold(what);
  std::string codes;
  for (const Formality& one : state.formalities) {
    if (one.kind != Formality::Kind::paper) continue;
    codes += (codes.empty() ? "" : ", ") + one.code;
    const bool named = wanted == one.code || wanted == fold(one.label.zh) || wanted == fold(one.label.en);
    if (wanted.empty() ? !one.done : named) return one;
  }
  if (codes.empty()) throw Error{Failure::conflict, Message{"request.no-paper-needed", {leave_name(leave)}}};
  if (wanted.empty()) throw Error{Failure::conflict, Message{"request.papers-complete", {leave_name(leave)}}};
  throw Error{Failure::usage, Message{"request.paper-unknown", {what, codes}}};
}

/// The asker himself here and now, else a clerk.
UnitOfWork begin_own(Office& office, std::int64_t leave, const char* action) {
  const auto row = store::LeaveStore{office.database()}.find(leave);
  const bool own = row && store::PeopleStore{office.database()}.number_of(row->employee) == office.actor();
  if (own) return UnitOfWork{office, action};
  return UnitOfWork{office, domain::Permission::record_time, action};
}

}  // namespace

LeaveOutcome attach_paper(Office& office, std::int64_t leave, const HandedIn& handed_in) {
  UnitOfWork work = begin_own(office, leave, "leave.attach");
  LeaveMatter matter{office, leave};
  matter.require_living();
  const store::Person& asker = matter.person();
  const Moment when = handed_in.at.value_or(office.now());
  if (office.is_own(asker.employee_no) && (!handed_in.file || handed_in.at)) {
    throw Error{Failure::not_permitted, Message{"request.own-paper", {asker.employee_no, asker.name}}};
  }
  if (when > office.now()) throw Error{Failure::refused, Message{"request.later-than-now", {when, office.now()}}};
  const auto state = matter.state();
  const Formality& paper = paper_of(state, handed_in.what, leave);

  store::RequestStore requests{office.database()};
  const store::RequestActRow act{.request = matter.request().id,
                                 .act = store::to_key(Act::hand_in),
                                 .about = paper.code,
                                 .person = asker.id,
                                 .at = when,
                                 .paper = std::string{trim(handed_in.paper)}};
  requests.add_act(work.event(), act);
  if (handed_in.file) requests.attach(work.event(), matter.request().id, *handed_in.file);
  LeaveOutcome outcome{leave, matter.state_with({act})};
  take_late_fact(office, matter.leave().row.first);
  work.conclude(asker.employee_no, leave_detail(leave));
  note_missing(office, leave, outcome.state);
  return outcome;
}

void require_present(Office& office, std::int64_t person, const store::LeaveRow& row) {
  const auto deputy = store::PeopleStore{office.database()}.history(person).value();
  for (const Date day : {row.first, row.last}) {
    if (deputy.in_service(day)) continue;
    throw Error{Failure::conflict, Message{"people.not-in-service", {deputy.employee_no, deputy.name, day}},
                suggest("svcadm employee show {}", deputy.employee_no)};
  }
  if (LeaveDesk{office, row.first, row.last}.away(deputy.id, row)) {
    throw Error{Failure::conflict, Message{"request.deputy-away", {deputy.employee_no, deputy.name}},
                suggest("svcadm leave list {} --from {} --to {}", deputy.employee_no, to_string(row.first),
                        to_string(row.last))};
  }
}

LeaveOutcome confirm_handover(Office& office, std::int64_t leave, const OnPaper& on_paper) {
  UnitOfWork work = begin_deciding(office, on_paper, "leave.handover");
  LeaveMatter matter{office, leave};
  matter.require_living();
  const store::Person& asker = matter.person();
  const auto deputy = matter.deputy();
  if (!deputy) {
    throw Error{Failure::conflict, Message{"request.no-deputy", {leave_name(leave)}},
                suggest("svcadm leave handover {} --to PERSON", leave_name(leave))};
  }
  const Doing doing = deciding(office, asker, matter.request().asked_at, on_paper);
  if (doing.person.id != *deputy) {
    const auto named = store::PeopleStore{office.database()}.history(*deputy).value();
    throw Error{Failure::not_permitted, Message{"request.not-deputy",
                                                {doing.person.employee_no, doing.person.name, leave_name(leave),
                                                 named.employee_no, named.name}}};
  }
  require_present(office, doing.person.id, matter.leave().row);
  std::string rule;
  for (const Formality& one : matter.state().formalities) {
    if (one.kind != Formality::Kind::handover) continue;
    if (one.done) throw Error{Failure::conflict, Message{"request.handed-over", {leave_name(leave), *one.done}}};
    rule = one.code;
  }
  const auto act = act_row(matter.request(), Act::hand_over, rule, doing, std::nullopt, {.on_paper = on_paper});
  store::RequestStore{office.database()}.add_act(work.event(), act);
  LeaveOutcome outcome{leave, matter.state_with({act})};
  take_late_fact(office, matter.leave().row.first);
  work.conclude(asker.employee_no, leave_detail(leave));
  note_missing(office, leave, outcome.state);
  return outcome;
}

namespace {

/// A rejected leave does not come back beside another of the same days.
void require_free(Office& office, const LeaveMatter& matter) {
  const store::LeaveRow& row = matter.leave().row;
  if (!row.rejected || !LeaveDesk{office, row.first, row.last}.away(row.employee, row)) return;
  throw Error{Failure::conflict, Message{"request.days-taken", {leave_name(row.id)}},
              suggest("svcadm leave list {} --from {} --to {}", matter.person().employee_no, to_string(row.first),
                      to_string(row.last))};
}

}  // namespace

void take_back_acts(Office& office, std::int64_t event, const std::string& reason) {
  UnitOfWork work{office, "leave.take-back"};
  store::RequestStore requests{office.database()};
  const auto decided = requests.decided_by(event);
  if (decided.empty()) throw Error{Failure::conflict, Message{"undo.taken-back", {event}}};
  std::string numbers;
  for (const store::RequestRow& request : decided) {
    const bool card = request.type == store::RequestType::conversion_card;
    if (card) {
      const auto living = living_card(office, request.employee, *request.day);
      if (living && *living != request.id) {
        throw Error{Failure::conflict, Message{"request.card-known", {fmt::format("RQ{}", *living), *request.day}}};
      }
      take_late_fact(office, *request.day);
    } else {
      const LeaveMatter matter{office, request.subject};
      require_free(office, matter);
      take_late_fact(office, matter.leave().row.first);
    }
    numbers += (numbers.empty() ? "" : " ") + (card ? fmt::format("RQ{}", request.id) : leave_name(request.subject));
  }
  requests.withdraw_acts(work.event(), event, reason);
  work.conclude(numbers, fmt::format(R"({{"event":{}}})", event));
}

void return_from_leave(Office& office, std::int64_t leave, Date day, int half, const std::string& paper) {
  UnitOfWork work = begin_own(office, leave, "leave.return");
  const auto row = require_living_leave(office, leave);
  const std::int64_t back = store::half_place(day, half);
  if (back <= row.begins() || back > store::half_place(row.last, row.last_half)) {
    throw Error{Failure::usage, Message{"request.return-outside", {leave_name(leave), row.first, row.last}},
                back <= row.begins() ? suggest("svcadm leave cancel {} --reason TEXT", leave_name(leave)) : ""};
  }
  if (back > row.ends()) {
    throw Error{Failure::conflict, Message{"request.returned-before", {leave_name(leave), *row.back_day}}};
  }
  take_late_fact(office, day);
  store::LeaveStore{office.database()}.give_back(work.event(), leave, day, half, std::string{trim(paper)});
  work.conclude(store::PeopleStore{office.database()}.number_of(row.employee), leave_detail(leave));
}

}  // namespace svcadm::usecase
