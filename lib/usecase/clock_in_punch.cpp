// One punch by hand.

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/suggestion.hpp"
#include "store/audit_store.hpp"
#include "store/punch_store.hpp"
#include "usecase/clock_in.hpp"
#include "usecase/clock_in_closed.hpp"
#include "usecase/directory.hpp"
#include "usecase/office.hpp"
#include "usecase/own_affair.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

constexpr const char* action = "clock-in.punch";
constexpr std::array<std::string_view, 7> kind_keys{"unsaid",    "in",     "out",    "lunch-start",
                                                    "lunch-end", "online", "offline"};
constexpr std::array<std::string_view, 7> direction_keys{"unsaid",    "in",          "out",         "lunch-start",
                                                         "lunch-end", "overtime-in", "overtime-out"};

/// The session that goes offline: the last open one that any of the person's numbers began within a day.
store::RecordedSession open_session(Office& office, const store::Person& person, Moment at) {
  constexpr Span longest = hours(24);
  const store::PunchHolders holders{office.database(), date_of(at) - 1, date_of(at)};
  std::optional<store::RecordedSession> open;
  for (auto& session : store::PunchStore{office.database()}.recorded_sessions(at - longest, at)) {
    const auto whose = store::PunchHolders::employee(holders.of(session.kind, session.text), session.from);
    if (whose == person.id && !session.to) open = std::move(session);
  }
  if (!open) {
    throw Error{Failure::refused, Message{"clock-in.not-online", {person.employee_no, person.name, at}},
                suggest("svcadm clock-in list {}", person.employee_no)};
  }
  return *open;
}

std::int64_t write(Office& office, std::int64_t event, const store::Person& person, PunchKind kind, Moment at) {
  store::PunchStore punches{office.database()};
  if (kind == PunchKind::offline) {
    const auto open = open_session(office, person, at);
    take_late_time(office, person.id, open.from);
    std::vector<store::SessionRow> rows{{open.from, punches.number_id(event, open.kind, open.text), at}};
    return punches.add_sessions(event, rows);
  }
  const std::int64_t number = punches.number_id(event, store::NumberKind::employee, person.employee_no);
  if (kind == PunchKind::online) {
    std::vector<store::SessionRow> rows{{at, number, std::nullopt}};
    return punches.add_sessions(event, rows);
  }
  std::vector<store::PunchRow> rows{{at, number, direction_of(kind)}};
  return punches.add(event, rows);
}

}  // namespace

std::optional<PunchKind> parse_punch_kind(std::string_view word) {
  const auto found = std::find(kind_keys.begin(), kind_keys.end(), word);
  if (found == kind_keys.end()) return std::nullopt;
  return static_cast<PunchKind>(found - kind_keys.begin());
}

domain::Direction direction_of(PunchKind kind) {
  switch (kind) {
    case PunchKind::in: return domain::Direction::in;
    case PunchKind::out: return domain::Direction::out;
    case PunchKind::lunch_start: return domain::Direction::lunch_start;
    case PunchKind::lunch_end: return domain::Direction::lunch_end;
    case PunchKind::unsaid:
    case PunchKind::online:
    case PunchKind::offline: return domain::Direction::unsaid;
  }
  return domain::Direction::unsaid;
}

std::string to_key(domain::Direction direction) {
  return std::string{direction_keys.at(static_cast<std::size_t>(direction))};
}

std::string person_or_actor(const Office& office, const std::string& word) {
  if (!word.empty()) return word;
  if (office.actor().starts_with("uid:")) {
    throw Error{Failure::not_permitted, Message{"clock-in.account-unknown", {office.actor()}},
                suggest("svcadm role account {} PERSON", office.actor().substr(4))};
  }
  return office.actor();
}

bool record_punch(Office& office, const NewPunch& punch) {
  const Moment at = punch.at.value_or(office.now());
  const auto person = find_person(office, person_or_actor(office, punch.person), date_of(at));
  if (at > office.now()) throw Error{Failure::refused, Message{"clock-in.future", {at, office.now()}}};
  if (!person.in_service(date_of(at))) {
    throw Error{Failure::conflict, Message{"people.not-in-service", {person.employee_no, person.name, date_of(at)}},
                suggest("svcadm employee show {}", person.employee_no)};
  }

  const auto record = [&](auto& work) {
    take_late_time(office, person.id, at);
    if (write(office, work.event(), person, punch.kind, at) == 0) {
      office.notes().push_back({"clock-in.known", {person.employee_no, person.name, at}});
      return false;
    }
    work.conclude(person.employee_no, fmt::format(R"({{"at":"{}","kind":"{}"}})", to_string(at),
                                                  kind_keys.at(static_cast<std::size_t>(punch.kind))));
    return true;
  };
  if (person.employee_no == office.actor() && at == office.now()) {
    UnitOfWork work{office, action};
    return record(work);
  }
  UnitOfWork work{office, domain::Permission::record_time, action};
  if (!office.demo()) require_other(office, person, domain::Permission::record_time);
  return record(work);
}

}  // namespace svcadm::usecase
