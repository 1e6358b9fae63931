#include "usecase/leave_request.hpp"

#include "base/error.hpp"
#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "usecase/closed_month.hpp"
#include "usecase/directory.hpp"
#include "usecase/leave_asking.hpp"
#include "usecase/leave_decide.hpp"
#include "usecase/leave_desk.hpp"
#include "usecase/leave_limits.hpp"
#include "usecase/office.hpp"

namespace svcadm::usecase {

namespace {

/// Somebody else, in service, who is there himself.
std::optional<store::Person> find_deputy(Office& office, const store::Person& asker, const store::LeaveRow& row,
                                         const std::string& word) {
  if (trim(word).empty()) return std::nullopt;
  store::Person deputy = find_person(office, word, row.first);
  if (deputy.id == asker.id) throw Error{Failure::conflict, Message{"request.deputy-is-asker", {}}};
  require_present(office, deputy.id, row);
  return deputy;
}

/// Who may ask, with what and by which way.
void require_asking(LeaveMatter& matter) {
  const store::RequestRow& request = matter.request();
  const store::LeaveRow& row = matter.leave().row;
  const domain::AskingRule* rule = matter.rules().asking_for(row.kind);
  if (rule == nullptr) return;
  std::vector<Problem> problems;
  const store::Person& person = matter.person();
  const Date served = add_months(person.hired, rule->service_months);
  if (row.first < served) {
    problems.push_back({.message = {"request.service-too-short",
                                    {person.employee_no, person.name, std::int64_t{rule->service_months}, served,
                                     rule->cite.clause}}});
  }
  if (rule->needs_reason && request.reason.empty()) {
    problems.push_back({.message = {"request.reason-demanded", {rule->cite.clause}}});
  }
  if (!rule->by_telephone && request.channel == store::Channel::telephone) {
    problems.push_back({.message = {"request.not-by-telephone", {rule->cite.clause}}});
  }
  if (!problems.empty()) throw Error{Failure::refused, std::move(problems)};
}

/// What both asking and prolonging record.
LeaveOutcome ask(Office& office, UnitOfWork& work, const Asking& asking, const LeaveAsked& asked,
                 std::optional<std::int64_t> extends) {
  store::RequestRow request = request_row(office, asking, asked);
  const auto [person, row, limited] =
      check_leave(office, {asking.person.employee_no, asked.kind, asked.span, asked.paper}, true);
  const auto deputy = find_deputy(office, person, row, asked.deputy);

  take_late_fact(office, row.first);
  request.subject = store::LeaveStore{office.database()}.add(work.event(), row);
  request.extends = extends;
  store::RequestStore requests{office.database()};
  const std::int64_t id = requests.add(work.event(), request);
  if (deputy) {
    requests.add_act(work.event(), {.request = id, .act = "name_deputy", .person = deputy->id, .at = request.asked_at});
  }
  LeaveMatter matter{office, request.subject};
  require_asking(matter);
  requests.add_basis(work.event(), id, matter.basis());
  std::vector<store::RequestActRow> acts;
  if (const auto consent = consent_on_paper(asked)) {
    acts = consents(office, matter, *consent, Entered::with_request);
    for (const store::RequestActRow& act : acts) requests.add_act(work.event(), act);
  }
  LeaveOutcome outcome{request.subject, matter.state_with(acts)};
  work.conclude(person.employee_no, leave_detail(request.subject));
  note_missing(office, request.subject, outcome.state);
  if (limited) note_beyond(office, request.subject);
  return outcome;
}

/// The first half after a leave on which work is due; the very next one where none is, up to `until`.
store::LeaveRow after(Office& office, const store::Person& person, const store::LeaveRow& row, Date until) {
  store::LeaveRow more = row;
  more.back_day.reset();
  more.first = store::day_of_half(row.ends());
  more.first_half = store::half_of(row.ends());
  more.last = std::max(more.first, until);
  LeaveDesk desk{office, more.first, more.last};
  for (const LeaveDay& day : desk.days(person, more)) {
    if (day.due == HalfDays{}) continue;
    if (day.day > more.first) more.first_half = 1;
    more.first = day.day;
    break;
  }
  return more;
}

/// The asker and who may consent name a deputy; else it takes a clerk.
UnitOfWork begin_naming(Office& office, std::int64_t leave) {
  constexpr const char* action = "leave.handover";
  if (!office.actor().starts_with("uid:")) {
    LeaveMatter matter{office, leave};
    const auto actor = find_person(office, office.actor(), office.today());
    if (actor.id == matter.person().id || may_consent(office, matter, actor, office.today())) {
      return UnitOfWork{office, action};
    }
  }
  return UnitOfWork{office, domain::Permission::record_time, action};
}

}  // namespace

Asking who_asks(Office& office, const LeaveAsked& asked) {
  const std::string word = asked.person.empty() ? acting_person(office) : asked.person;
  const Date day = asked.span.first == Date{} ? office.today() : asked.span.first;
  Asking asking{find_person(office, word, day)};
  asking.own = asking.person.employee_no == office.actor();
  const bool by_another_way = asked.asked_on || !asked.reported_by.empty() || !asked.approved.person.empty();
  if (by_another_way && office.is_own(asking.person.employee_no)) {
    throw Error{Failure::not_permitted, Message{"request.own-paper", {asking.person.employee_no, asking.person.name}}};
  }
  return asking;
}

UnitOfWork begin_asking(Office& office, const Asking& asking, const char* action) {
  if (asking.own) return UnitOfWork{office, action};
  return UnitOfWork{office, domain::Permission::record_time, action};
}

store::RequestRow request_row(Office& office, const Asking& asking, const LeaveAsked& asked) {
  store::RequestRow row{.employee = asking.person.id,
                        .asked_at = asked.asked_on.value_or(office.now()),
                        .channel = asking.own ? store::Channel::own : store::Channel::paper,
                        .reason = std::string{trim(asked.reason)},
                        .paper = std::string{trim(asked.paper)}};
  if (row.asked_at > office.now()) {
    throw Error{Failure::refused, Message{"request.later-than-now", {row.asked_at, office.now()}}};
  }
  if (asked.reported_by.empty()) return row;
  row.channel = store::Channel::telephone;
  row.reported_by = find_person(office, asked.reported_by, date_of(row.asked_at)).id;
  if (row.reported_by == row.employee) throw Error{Failure::conflict, Message{"request.call-to-himself", {}}};
  if (row.reason.empty()) throw Error{Failure::usage, Message{"request.call-reason", {}}};
  return row;
}

std::optional<Decision> consent_on_paper(const LeaveAsked& asked) {
  const bool consented = !asked.approved.person.empty();
  if (!asked.waive.empty() && !consented) throw Error{Failure::usage, Message{"request.waive-without-consent", {}}};
  if (!asked.waive.empty() && trim(asked.waived_because).empty()) {
    throw Error{Failure::usage, Message{"request.waive-without-reason", {}}};
  }
  return consented ? std::optional{Decision{asked.waive, asked.waived_because, asked.approved}} : std::nullopt;
}

LeaveOutcome request_leave(Office& office, const LeaveAsked& asked) {
  const Asking asking = who_asks(office, asked);
  UnitOfWork work = begin_asking(office, asking, "leave.request");
  return ask(office, work, asking, asked, std::nullopt);
}

LeaveOutcome extend_leave(Office& office, std::int64_t leave, LeaveAsked asked) {
  const store::LeaveRow known = require_living_leave(office, leave);
  asked.person = store::PeopleStore{office.database()}.number_of(known.employee);
  asked.kind = known.kind;
  asked.span.first = known.last;
  const Asking asking = who_asks(office, asked);
  UnitOfWork work = begin_asking(office, asking, "leave.extend");
  const store::LeaveRow row = require_living_leave(office, leave);
  if (store::half_place(asked.span.last, asked.span.last_half) < row.ends()) {
    throw Error{Failure::usage, Message{"request.extends-nothing", {leave_name(leave), asked.span.last}}};
  }
  const auto person = store::PeopleStore{office.database()}.history(row.employee).value();
  const store::LeaveRow more = after(office, person, row, asked.span.last);
  asked.span.first = more.first;
  asked.span.first_half = more.first_half;
  const auto request = store::RequestStore{office.database()}.of_leave(leave);
  return ask(office, work, asking, asked, request ? std::optional{request->id} : std::nullopt);
}

LeaveOutcome name_deputy(Office& office, std::int64_t leave, const std::string& word) {
  UnitOfWork work = begin_naming(office, leave);
  LeaveMatter matter{office, leave};
  matter.require_living();
  const auto deputy = find_deputy(office, matter.person(), matter.leave().row, word);
  if (!deputy) throw Error{Failure::usage, Message{"request.deputy-missing", {}}};
  store::RequestStore{office.database()}.add_act(
      work.event(), {.request = matter.request().id, .act = "name_deputy", .person = deputy->id, .at = office.now()});
  work.conclude(matter.person().employee_no, leave_detail(leave));
  return {leave, matter.state()};
}

}  // namespace svcadm::usecase
