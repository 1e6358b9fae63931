#include "usecase/clock_in.hpp"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "store/punch_store.hpp"
#include "usecase/clock_in_report.hpp"
#include "usecase/closed_month.hpp"
#include "usecase/directory.hpp"
#include "usecase/month_times.hpp"
#include "usecase/office.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

/// Nobody decides what concerns himself; outside of a demo office neither does who types for another.
void require_other(const Office& office, const store::Person& person) {
  if (office.is_own(person.employee_no))
    throw Error{Failure::not_permitted, Message{"clock-in.own-day", {person.employee_no, person.name}},
                "svcadm role list"};
}

/// Whether the punches of the day leave something to decide.
bool is_open(Office& office, const store::Person& named, Date day) {
  MonthTimes times{office, day, day};
  times.look_only_at({named.id});
  const store::Person* person = times.person(named.id);
  if (person == nullptr) return false;
  const store::TermSpan* term = person->term_on(day);
  auto facts = times.facts(*person, day);
  facts.decision = domain::DayDecision::none;
  const auto measure = domain::measure_day(times.book().on(term->department, day)->attendance, facts);
  return !measure.exceptions.empty() || measure.absent.halves > 0 || measure.missing_punch;
}

}  // namespace

void decide_day(Office& office, const NewDecision& decision) {
  UnitOfWork work{office, domain::Permission::record_time, "clock-in.decide"};
  store::PunchStore punches{office.database()};
  const auto person = find_person(office, decision.person, decision.day);
  const std::string reason{trim(decision.reason)};

  require_other(office, person);
  if (reason.empty()) throw Error{Failure::usage, Message{"clock-in.reason-missing", {}}};
  if (!person.in_service(decision.day)) {
    throw Error{Failure::conflict, Message{"people.not-in-service", {person.employee_no, person.name, decision.day}},
                suggest("svcadm employee show {}", person.employee_no)};
  }
  if (decision.day > last_day_over(office)) {
    throw Error{Failure::refused, Message{"clock-in.day-not-over", {decision.day}}};
  }
  take_late_fact(office, decision.day);
  domain::DayDecision present = domain::DayDecision::none;
  std::string present_reason;
  for (const store::DecisionRow& row : punches.decisions(decision.day, decision.day)) {
    if (row.employee != person.id) continue;
    present = row.decision;
    present_reason = row.reason;
  }
  const bool same = present == decision.decision && (present == domain::DayDecision::none || present_reason == reason);
  if (same) {
    office.notes().push_back({"people.nothing-changes", {person.employee_no, person.name}});
    return;
  }
  if (decision.decision != domain::DayDecision::none && !is_open(office, person, decision.day)) {
    office.notes().push_back({"clock-in.nothing-open", {person.employee_no, person.name, decision.day}});
  }

  punches.decide(work.event(), {person.id, decision.day, decision.decision, reason});
  work.conclude(person.employee_no,
                fmt::format(R"({{"day":"{}","decision":"{}","reason":"{}"}})", to_string(decision.day),
                            domain::to_key(decision.decision), json_text(reason)));
}

void ignore_number(Office& office, store::NumberKind kind, const std::string& typed) {
  UnitOfWork work{office, domain::Permission::record_time, "clock-in.ignore-number"};
  store::PunchStore punches{office.database()};
  const std::string number{trim(typed)};
  const Date today = office.today();

  if (number.empty()) throw Error{Failure::usage, Message{"clock-in.number-missing", {}}};
  const store::PunchHolders holders{office.database(), today, today};
  if (const auto held = holders.of(kind, number); !held.empty()) {
    const auto person = store::PeopleStore{office.database()}.find(held.front().employee, today).value();
    throw Error{Failure::conflict,
                Message{"clock-in.number-held",
                        {Term{"number." + store::to_key(kind)}, number, person.employee_no, person.name}},
                suggest("svcadm employee show {}", person.employee_no)};
  }
  if (punches.is_ignored(kind, number)) {
    office.notes().push_back({"clock-in.number-ignored", {Term{"number." + store::to_key(kind)}, number}});
    return;
  }

  punches.ignore_number(work.event(), kind, number);
  work.conclude(store::to_key(kind) + " " + number);
}

std::vector<ListedPunch> list_punches(Office& office, const std::string& word, Date first, Date last) {
  const Reading reading{office, domain::Permission::read};
  if (last < first) throw Error{Failure::usage, Message{"people.span-reversed", {first, last}}};
  const std::optional<store::Person> only =
      word.empty() ? std::nullopt : std::optional{find_person(office, word, std::min(last, office.today()))};
  const store::PunchHolders holders{office.database(), first - 1, last};
  const Directory directory{office.database(), first - 1, last};

  std::vector<ListedPunch> rows;
  const auto add = [&](Moment at, Moment whose_at, ListedPunch row) {
    const auto id = store::PunchHolders::employee(holders.of(row.source, row.number), whose_at);
    if (only && only->id != id) return;
    if (const store::Person* person = directory.by_id(id)) {
      row.employee_no = person->employee_no;
      row.name = person->name;
    }
    row.at = at;
    rows.push_back(std::move(row));
  };
  store::PunchStore punches{office.database()};
  for (const auto& punch : punches.recorded(at(first), at(last + 1))) {
    add(punch.at, punch.at,
        {.at = {},
         .what = to_key(punch.direction),
         .state = punch.state,
         .source = punch.kind,
         .number = punch.text,
         .device = punch.device});
  }
  for (const auto& session : punches.recorded_sessions(at(first), at(last + 1))) {
    const ListedPunch row{.at = {}, .what = "online", .source = session.kind, .number = session.text};
    add(session.from, session.from, row);
    if (!session.to) continue;
    add(*session.to, session.from, {.at = {}, .what = "offline", .source = session.kind, .number = session.text});
  }
  std::stable_sort(rows.begin(), rows.end(), [](const ListedPunch& a, const ListedPunch& b) {
    return a.at != b.at ? a.at < b.at : store::number_before(a.employee_no, b.employee_no);
  });
  return rows;
}

}  // namespace svcadm::usecase
