// The card for the half day of leave that lateness became.

#include <algorithm>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "usecase/closed_month.hpp"
#include "usecase/leave_asking.hpp"
#include "usecase/leave_decide.hpp"
#include "usecase/month_times.hpp"
#include "usecase/office.hpp"
#include "usecase/own_affair.hpp"

namespace svcadm::usecase {

namespace {

using Act = domain::RequestAct::Kind;

/// A card with the day's limit, for who decides about it.
struct CardMatter {
  store::RequestRow request;
  store::Person asker;
  domain::LeaveStanding standing;  ///< as the day's cards stand
};

CardMatter read_card(Office& office, std::int64_t id) {
  const auto request = store::RequestStore{office.database()}.find(id);
  if (!request || !request->day) {
    throw Error{Failure::not_found, Message{"request.unknown", {fmt::format("RQ{}", id)}}, "svcadm leave list"};
  }
  const Date day = *request->day;
  LeaveRequests requests{office.database(), day, day, office.now()};
  const DayPlans plans{office.database(), requests.first_needed(), requests.last_needed()};
  PolicyBook book{office.database(), plans.departments(), requests.first_needed(), requests.last_needed()};
  requests.look_into(plans, book);
  auto asker = store::PeopleStore{office.database()}.history(request->employee).value();
  auto standing = requests.card_standing(asker, day);
  return {*request, std::move(asker), std::move(standing)};
}

Approver require_superior(Office& office, const CardMatter& card, const Doing& doing) {
  const auto asked = approvers(office, card.asker, card_step, date_of(doing.at));
  for (const Approver& each : asked) {
    if (each.who.id == doing.person.id) return each;
  }
  refuse_unasked(doing, fmt::format("RQ{}", card.request.id), Term{"formality.card"}, card.asker, asked);
}

/// The consent, in time or excused.
std::vector<store::RequestActRow> card_consent(Office& office, const CardMatter& card, const Decision& decision,
                                               Entered entered = Entered::alone) {
  const bool alone = entered == Entered::alone;
  const std::string name =
      alone ? fmt::format("RQ{}", card.request.id) : card.asker.employee_no + " " + card.asker.name;
  const Doing doing = deciding(office, card.asker, card.request.asked_at, decision.on_paper);
  const Approver as = require_superior(office, card, doing);
  std::vector<store::RequestActRow> acts{act_row(card.request, Act::approve, "card", doing, as, decision)};
  if (!decision.waive.empty()) {
    require_reason(decision);
    acts.push_back(act_row(card.request, Act::waive, "card", doing, as, decision));
  } else if (card.standing.limit && date_of(doing.at) > *card.standing.limit) {
    throw Error{Failure::refused,
                Message{"request.too-late",
                        {name, Term{"formality.card"}, doing.at, at(*card.standing.limit + 1) - Span{1},
                         card.standing.cite.clause}},
                alone ? suggest("svcadm leave approve {} --waive card --reason TEXT", name)
                      : suggest("svcadm leave request --for-lateness {} --waive card --waive-reason TEXT",
                                to_string(card.request.day.value()))};
  }
  return acts;
}

void record_card(Office& office, UnitOfWork& work, const CardMatter& card,
                 const std::vector<store::RequestActRow>& acts) {
  store::RequestStore requests{office.database()};
  for (const store::RequestActRow& act : acts) requests.add_act(work.event(), act);
  work.conclude(card.asker.employee_no, fmt::format(R"({{"request":"RQ{}"}})", card.request.id));
}

bool was_done(Office& office, const CardMatter& card, Act kind) {
  const auto acts = store::RequestStore{office.database()}.acts(card.request.id);
  return std::any_of(acts.begin(), acts.end(), [&](const auto& act) { return act.act == store::to_key(kind); });
}

void require_undecided(Office& office, const CardMatter& card) {
  if (!was_done(office, card, Act::approve) && !was_done(office, card, Act::reject)) return;
  throw Error{Failure::conflict, Message{"request.nothing-to-approve", {fmt::format("RQ{}", card.request.id)}}};
}

/// Whether lateness of the day became leave.
bool became_leave(Office& office, const store::Person& person, Date day) {
  const Month month = month_of(day);
  MonthTimes times{office, first_day(month), last_day(month)};
  times.look_only_at({person.id});
  const store::Person* known = times.person(person.id);
  if (known == nullptr || !known->in_service(day)) return false;
  if (!times.book().on(known->term_on(day)->department, day)->leave.conversion_card) return false;
  const auto judged = times.judge(*known);
  return std::any_of(judged.charges.begin(), judged.charges.end(), [day](const domain::TimeCharge& charge) {
    return charge.then.kind == domain::Consequence::Kind::leave && charge.taken_on(day).halves > 0;
  });
}

}  // namespace

std::optional<std::int64_t> living_card(Office& office, std::int64_t employee, Date day) {
  const LeaveRequests requests{office.database(), day, day, office.now()};
  for (const store::RequestRow& card : requests.cards_of(employee)) {
    if (!requests.card_rejected(card)) return card.id;
  }
  return std::nullopt;
}

std::int64_t request_card(Office& office, Date day, const LeaveAsked& asked) {
  const Asking asking = who_asks(office, asked);
  UnitOfWork work = begin_asking(office, asking, "leave.request");
  const store::Person& person = asking.person;
  const store::RequestRow request = request_row(office, asking, asked);
  if (!became_leave(office, person, day)) {
    throw Error{Failure::refused, Message{"request.no-card-needed", {person.employee_no, person.name, day}},
                suggest("svcadm clock-in day {} {}", person.employee_no, to_string(day))};
  }
  if (const auto card = living_card(office, person.id, day)) {
    throw Error{Failure::conflict, Message{"request.card-known", {fmt::format("RQ{}", *card), day}}};
  }

  take_late_fact(office, day);
  store::RequestRow row = request;
  row.type = store::RequestType::conversion_card;
  row.day = day;
  const std::int64_t id = store::RequestStore{office.database()}.add(work.event(), row);
  if (const auto consent = consent_on_paper(asked)) {
    const CardMatter card = read_card(office, id);
    const auto acts = card_consent(office, card, *consent, Entered::with_request);
    store::RequestStore requests{office.database()};
    for (const store::RequestActRow& act : acts) requests.add_act(work.event(), act);
  }
  work.conclude(person.employee_no, fmt::format(R"({{"request":"RQ{}"}})", id));
  return id;
}

bool consents_to_card(Office& office, const store::Person& asker) {
  return std::ranges::any_of(approvers(office, asker, card_step, office.today()),
                             [&](const Approver& each) { return each.who.employee_no == office.actor(); });
}

void approve_card(Office& office, std::int64_t request, const Decision& decision) {
  UnitOfWork work = begin_deciding(office, decision.on_paper, "leave.approve");
  const CardMatter card = read_card(office, request);
  require_undecided(office, card);
  take_late_fact(office, card.request.day.value());
  record_card(office, work, card, card_consent(office, card, decision));
}

void reject_card(Office& office, std::int64_t request, const Decision& decision) {
  UnitOfWork work = begin_deciding(office, decision.on_paper, "leave.reject");
  const CardMatter card = read_card(office, request);
  require_undecided(office, card);
  require_reason(decision);
  const Doing doing = deciding(office, card.asker, card.request.asked_at, decision.on_paper);
  const Approver as = require_superior(office, card, doing);
  record_card(office, work, card, {act_row(card.request, Act::reject, "card", doing, as, decision)});
}

void cancel_card(Office& office, std::int64_t request, const std::string& reason) {
  const CardMatter before = read_card(office, request);
  const bool own = before.asker.employee_no == office.actor();
  UnitOfWork work = begin_cancelling(office, own, was_done(office, before, Act::approve), fmt::format("RQ{}", request));
  const CardMatter card = read_card(office, request);
  if (!own || was_done(office, card, Act::approve)) {
    require_other(office, card.asker, domain::Permission::record_time);
  }
  if (trim(reason).empty()) throw Error{Failure::usage, Message{"leave.reason-missing", {}}};
  if (was_done(office, card, Act::reject)) {
    throw Error{Failure::conflict, Message{"leave.cancelled-already", {fmt::format("RQ{}", request)}}};
  }
  take_late_fact(office, card.request.day.value());
  const auto actor = store::PeopleStore{office.database()}.id_of(office.actor());
  record_card(office, work, card,
              {{.request = request,
                .act = store::to_key(Act::reject),
                .about = "card",
                .person = actor,
                .at = office.now(),
                .reason = std::string{trim(reason)}}});
}

}  // namespace svcadm::usecase
