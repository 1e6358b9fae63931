// Leave as it is listed and shown.

#include <algorithm>

#include <fmt/format.h>

#include "base/error.hpp"
#include "usecase/directory.hpp"
#include "usecase/leave_decide.hpp"
#include "usecase/leave_desk.hpp"
#include "usecase/leave_limits.hpp"
#include "usecase/leave_matter.hpp"
#include "usecase/office.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

using domain::LeaveStanding;
using domain::RequestStatus;

RequestStatus status_of(LeaveStanding::Kind kind) {
  switch (kind) {
    case LeaveStanding::Kind::granted: return RequestStatus::granted;
    case LeaveStanding::Kind::pending: return RequestStatus::pending;
    case LeaveStanding::Kind::lapsed: return RequestStatus::lapsed;
  }
  return {};
}

void set_standing(ListedLeave& leave, const LeaveStanding& standing) {
  leave.status = status_of(standing.kind);
  if (standing.kind == LeaveStanding::Kind::granted) return;
  leave.limit = standing.limit;
  leave.missing = standing.missing;
}

/// Desk and requests for a span and whatever its leaves reach to.
class Reader {
 public:
  Reader(Office& office, Date first, Date last)
      : requests_{office.database(), first, last, office.now()},
        desk_{office, std::min(first, requests_.first_needed()), std::max(last, requests_.last_needed())} {
    desk_.lend_to(requests_);
  }

  LeaveDesk& desk() { return desk_; }
  LeaveRequests& requests() { return requests_; }

  ListedLeave listed(const store::Person& person, const store::LeaveRow& row) {
    const auto kind = desk_.kind(person, row.first, row.kind);
    ListedLeave leave{.row = row,
                      .employee_no = person.employee_no,
                      .name = person.name,
                      .kind = kind ? kind->label : Label{row.kind, row.kind},
                      .days = desk_.count(person, row)};
    if (row.rejected) leave.status = RequestStatus::rejected;
    if (row.cancelled) leave.status = RequestStatus::cancelled;
    for (const LeaveCase& living : requests_.of(person.id)) {
      if (living.row.id != row.id) continue;
      set_standing(leave, requests_.standing(person, living));
      leave.typed_late = requests_.typed_late(person, living);
    }
    return leave;
  }

  ListedLeave listed_card(const store::Person& person, const store::RequestRow& card) {
    ListedLeave leave{.row = {},
                      .employee_no = person.employee_no,
                      .name = person.name,
                      .kind = {"迟到转假补办", "card for lateness"},
                      .days = HalfDays{1},
                      .card = card.id};
    leave.row.first = card.day.value();
    leave.row.last = card.day.value();
    leave.row.kind = "conversion_card";
    leave.row.paper = card.paper;
    leave.typed_late = requests_.card_typed_late(person, card);
    set_standing(leave, requests_.card_standing(person, card.day.value()));
    if (requests_.card_rejected(card)) leave.status = RequestStatus::rejected;
    return leave;
  }

 private:
  LeaveRequests requests_;
  LeaveDesk desk_;
};

/// What the acting person has to do with a leave without any role.
struct Part {
  bool decides = false;     ///< it is his own, or he may consent to it
  bool takes_over = false;  ///< it names him to take over
};

Part part_of_actor(Office& office, const store::LeaveRow& row) {
  const auto id = store::PeopleStore{office.database()}.id_of(office.actor());
  if (!id || *id == row.employee) return {.decides = id.has_value()};
  if (row.cancelled || row.rejected || !store::RequestStore{office.database()}.of_leave(row.id)) return {};
  LeaveMatter matter{office, row.id};
  return {.decides = may_consent(office, matter, find_person(office, office.actor(), office.today()), office.today()),
          .takes_over = deputy_of(matter.leave()) == id};
}

/// Who may read sees every leave; without that role who decides, and who takes over where `also_deputy`.
void require_part(Office& office, const std::optional<store::LeaveRow>& row, bool also_deputy) {
  if (office.may(domain::Permission::read)) return;
  const Part part = row ? part_of_actor(office, *row) : Part{};
  if (!part.decides && !(also_deputy && part.takes_over)) office.require(domain::Permission::read);
}

/// Whom the list is about: without a role that reads, the acting person himself and nobody else.
std::string listed_person(Office& office, const std::string& word, Date last) {
  if (office.may(domain::Permission::read)) return word;
  const bool own =
      store::PeopleStore{office.database()}.id_of(office.actor()).has_value() &&
      (word.empty() || find_person(office, word, std::min(last, office.today())).employee_no == office.actor());
  if (!own) office.require(domain::Permission::read);
  return office.actor();
}

std::string named(store::PeopleStore& people, std::int64_t id, Date day) {
  const auto person = people.find(id, day);
  return person ? person->employee_no + " " + person->name : std::string{};
}

/// What was asked for and done about it, with names.
void add_history(Office& office, LeaveCard& card, const store::RequestRow& request,
                 const std::vector<store::RequestActRow>& acts) {
  store::PeopleStore people{office.database()};
  card.request = request;
  if (request.reported_by) card.reported_by = named(people, *request.reported_by, card.leave.row.first);
  for (const store::RequestActRow& act : acts) {
    card.acts.push_back({act, act.person ? named(people, *act.person, date_of(act.at)) : std::string{},
                         act.instead ? named(people, *act.instead, date_of(act.at)) : std::string{}});
  }
}

/// The department of the first day.
std::string department_of(Reader& reader, const store::Person& person, Date day) {
  const store::TermSpan* term = person.term_on(day);
  return term == nullptr ? std::string{} : reader.desk().plans().departments().on(term->department, day).name;
}

}  // namespace

std::vector<ListedLeave> list_leaves(Office& office, const std::string& whose, Date first, Date last) {
  const store::ReadView view{office.database()};
  const std::string word = listed_person(office, whose, last);
  if (last < first) throw Error{Failure::usage, Message{"people.span-reversed", {first, last}}};
  const std::optional<std::int64_t> only =
      word.empty() ? std::nullopt : std::optional{find_person(office, word, std::min(last, office.today())).id};
  const auto wanted = [&](std::int64_t employee) { return !only || employee == *only; };
  auto rows = store::LeaveStore{office.database()}.all_between(first, last);
  std::erase_if(rows, [&](const store::LeaveRow& row) { return !wanted(row.employee); });

  // A leave may reach beyond the days that were asked for.
  Date from = first;
  Date to = last;
  for (const store::LeaveRow& row : rows) {
    from = std::min(from, row.first);
    to = std::max(to, row.last);
  }
  Reader reader{office, from, to};
  const Directory directory{office.database(), from, to};
  std::vector<ListedLeave> leaves;
  for (const store::LeaveRow& row : rows) {
    if (const store::Person* person = directory.by_id(row.employee)) leaves.push_back(reader.listed(*person, row));
  }
  for (const store::Person& person : directory.people()) {
    if (!wanted(person.id)) continue;
    for (const store::RequestRow& card : reader.requests().cards_of(person.id)) {
      if (first <= *card.day && *card.day <= last) leaves.push_back(reader.listed_card(person, card));
    }
  }
  std::stable_sort(leaves.begin(), leaves.end(), [](const ListedLeave& a, const ListedLeave& b) {
    return a.row.first != b.row.first ? a.row.first < b.row.first : store::number_before(a.employee_no, b.employee_no);
  });
  return leaves;
}

LeaveCard show_leave(Office& office, std::int64_t id) {
  const store::ReadView view{office.database()};
  const auto row = store::LeaveStore{office.database()}.find(id);
  require_part(office, row, true);
  if (!row) throw Error{Failure::not_found, Message{"leave.unknown", {leave_name(id)}}, "svcadm leave list"};
  const auto person = store::PeopleStore{office.database()}.history(row->employee).value();
  Reader reader{office, row->first, row->last};
  const auto kind = reader.desk().kind(person, row->first, row->kind);
  LeaveCard card{.leave = reader.listed(person, *row),
                 .cite = kind ? kind->cite : Citation{},
                 .days = reader.desk().days(person, *row)};
  card.department = department_of(reader, person, row->first);
  if (reader.desk().limited(person, *row)) note_beyond(office, id);
  store::RequestStore requests{office.database()};
  const auto request = requests.of_leave(id);
  if (!request) return card;
  LeaveCase whole{.row = *row, .request = request, .acts = requests.acts(request->id)};
  card.formalities = reader.requests().state(person, whole).formalities;
  card.files = requests.attachments(request->id);
  add_history(office, card, *request, whole.acts);
  return card;
}

store::Attachment leave_file(Office& office, std::int64_t id, int place) {
  const LeaveCard card = show_leave(office, id);
  // A note says more than who takes over the work needs to know.
  require_part(office, card.leave.row, false);
  const auto number = static_cast<std::int64_t>(card.files.size());
  if (place < 1 || place > number) {
    throw Error{Failure::not_found, Message{"leave.no-file", {leave_name(id), std::int64_t{place}, number}}};
  }
  const store::ReadView view{office.database()};
  const auto files = store::RequestStore{office.database()}.attachments(card.request.value().id, place);
  return files.at(static_cast<std::size_t>(place - 1));
}

LeaveCard show_card(Office& office, std::int64_t id) {
  const store::ReadView view{office.database()};
  store::RequestStore requests{office.database()};
  const auto request = requests.find(id);
  const bool known = request && request->type == store::RequestType::conversion_card;
  const auto person = known ? store::PeopleStore{office.database()}.history(request->employee) : std::nullopt;
  const bool own = person && person->employee_no == office.actor();
  const bool may_see = own || office.may(domain::Permission::read) || (person && consents_to_card(office, *person));
  if (!may_see) office.require(domain::Permission::read);
  if (!known)
    throw Error{Failure::not_found, Message{"request.unknown", {fmt::format("RQ{}", id)}}, "svcadm leave list"};
  const Date day = *request->day;
  Reader reader{office, day, day};
  LeaveCard card{.leave = reader.listed_card(*person, *request),
                 .cite = reader.requests().card_standing(*person, day).cite,
                 .days = {{.day = day, .covered = HalfDays{1}, .due = HalfDays{1}}},
                 .department = department_of(reader, *person, day)};
  add_history(office, card, *request, requests.acts(id));
  return card;
}

}  // namespace svcadm::usecase
