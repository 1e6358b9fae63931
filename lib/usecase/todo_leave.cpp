// What leave that was asked for still waits for.

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/suggestion.hpp"
#include "store/people_store.hpp"
#include "usecase/approvers.hpp"
#include "usecase/directory.hpp"
#include "usecase/leave_desk.hpp"
#include "usecase/leave_requests.hpp"
#include "usecase/office.hpp"
#include "usecase/todo_parts.hpp"

namespace svcadm::usecase {

namespace {

using domain::Formality;

/// Leave asked for a year ahead and for two months back is looked at: by then every limit has passed.
constexpr int days_back = 62;
constexpr int days_ahead = 366;

/// Who can bring a formality into order, and how; nothing for what only a waiver excuses.
void say_who(Office& office, const store::Person& person, const LeaveCase& leave, const domain::RequestRules& rules,
             const Formality& one, TodoItem& item) {
  const std::string name = leave_name(leave.row.id);
  switch (one.kind) {
    case Formality::Kind::notice: return;
    case Formality::Kind::approval: {
      const auto step =
          std::find_if(rules.steps.begin(), rules.steps.end(), [&](const auto& each) { return each.code == one.code; });
      if (step == rules.steps.end()) return;
      for (const Approver& each : approvers(office, person, *step, office.today())) {
        item.for_people.push_back(each.who.employee_no);
      }
      item.command = suggest("svcadm leave approve {}", name);
      return;
    }
    case Formality::Kind::handover: {
      const auto deputy = deputy_of(leave);
      const auto number = deputy ? store::PeopleStore{office.database()}.number_of(*deputy) : person.employee_no;
      item.for_people = {number};
      item.command = suggest(deputy ? "svcadm leave handover {}" : "svcadm leave handover {} --to PERSON", name);
      return;
    }
    case Formality::Kind::paper:
      item.command = suggest("svcadm leave attach {}", name);
      item.permission = domain::Permission::record_time;
      return;
  }
}

Label kind_label(LeaveRequests& requests, const store::Person& person, const store::LeaveRow& row) {
  const domain::LeaveKind* kind = requests.policy(person, row.first).leave.find(row.kind);
  return kind == nullptr ? Label{row.kind, row.kind} : kind->label;
}

void add_leave(Office& office, const store::Person& person, const LeaveCase& leave, LeaveRequests& requests,
               std::vector<TodoItem>& items) {
  const auto state = requests.state(person, leave);
  if (state.status != domain::RequestStatus::pending) return;
  const auto& rules = requests.policy(person, leave.row.first).leave.request;
  bool approval_waits = false;  // the chain has an order: nobody is asked before his turn
  for (const Formality& one : state.formalities) {
    if (one.in_order() || one.missed(office.now())) continue;
    if (one.kind == Formality::Kind::approval && std::exchange(approval_waits, true)) continue;
    TodoItem item{.area = "leave",
                  .what = {"todo.leave",
                           {leave_name(leave.row.id), leave.row.first, leave.row.last, formality_name(one),
                            kind_label(requests, person, leave.row)}},
                  .employee_no = person.employee_no,
                  .name = person.name,
                  .since = date_of(leave.request->asked_at)};
    if (one.lapses_after) item.due = date_of(*one.lapses_after);
    say_who(office, person, leave, rules, one, item);
    if (!item.command.empty()) items.push_back(std::move(item));
  }
}

/// A card that was handed in and waits for its consent.
void add_card(Office& office, const store::Person& person, const store::RequestRow& card, LeaveRequests& requests,
              std::vector<TodoItem>& items) {
  const Date day = card.day.value();
  const auto standing = requests.card_standing(person, day);
  if (!standing.handed_in || requests.card_rejected(card)) return;
  const std::string name = fmt::format("RQ{}", card.id);
  TodoItem item{.area = "leave",
                .what = {"todo.leave", {name, day, day, standing.missing, Term{"formality.card"}}},
                .employee_no = person.employee_no,
                .name = person.name,
                .since = date_of(card.asked_at),
                .due = standing.limit,
                .command = suggest("svcadm leave approve {}", name)};
  for (const Approver& each : approvers(office, person, card_step, office.today())) {
    item.for_people.push_back(each.who.employee_no);
  }
  items.push_back(std::move(item));
}

}  // namespace

void add_leave_todo(Office& office, std::vector<TodoItem>& items) {
  const Date first = office.today() - days_back;
  const Date last = office.today() + days_ahead;
  LeaveRequests requests{office.database(), first, last, office.now()};
  LeaveDesk desk{office, std::min(first, requests.first_needed()), std::max(last, requests.last_needed())};
  desk.lend_to(requests);
  const Directory directory{office.database(), first, last};
  for (const store::Person& person : directory.people()) {
    for (const LeaveCase& leave : requests.of(person.id)) {
      if (leave.request) add_leave(office, person, leave, requests, items);
    }
    for (const store::RequestRow& card : requests.cards_of(person.id)) add_card(office, person, card, requests, items);
  }
}

}  // namespace svcadm::usecase
