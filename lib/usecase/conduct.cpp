#include "usecase/conduct.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "store/conduct_store.hpp"
#include "usecase/conduct_desk.hpp"
#include "usecase/directory.hpp"
#include "usecase/office.hpp"
#include "usecase/own_affair.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

store::ConductRow require_record(Office& office, std::int64_t id) {
  auto row = store::ConductStore{office.database()}.record(id);
  if (!row) throw Error{Failure::not_found, Message{"conduct.unknown", {conduct_name(id)}}, "svcadm conduct list"};
  return *row;
}

void require_text(const std::string& text) {
  if (text.empty()) throw Error{Failure::usage, Message{"conduct.text-missing", {}}};
}

void require_other(Office& office, std::int64_t employee) {
  const std::string number = store::PeopleStore{office.database()}.number_of(employee);
  if (office.is_own(number)) throw Error{Failure::not_permitted, Message{"conduct.own", {number}}};
}

std::string matter_name(const Matter& matter) {
  if (matter.record) return conduct_name(*matter.record) + (matter.person.empty() ? "" : "/" + matter.person);
  return matter.last_day ? matter.person + "@" + to_string(*matter.last_day) : matter.person;
}

/// The lines that a matter names.
std::vector<ConductLine> lines_of(Office& office, const Matter& matter) {
  const Date day = matter.record ? require_record(office, *matter.record).day : matter.last_day.value_or(Date{});
  const auto person = matter.person.empty() ? std::nullopt : std::optional{find_person(office, matter.person, day)};
  std::vector<ConductLine> lines = conduct_of(office, month_of(day)).lines;
  std::erase_if(lines, [&](const ConductLine& line) {
    return line.record != matter.record || (person && line.employee != person->id) ||
           (!matter.record && line.day != day);
  });
  if (lines.empty()) {
    throw Error{Failure::not_found, Message{"conduct.unknown", {matter_name(matter)}},
                suggest("svcadm conduct list --month {}", to_string(month_of(day)))};
  }
  for (const ConductLine& line : lines) require_other(office, line.employee);
  return lines;
}

/// What a decision rests on, as it is kept with it.
std::string grounds_of(const ConductLine& line) {
  std::string days;
  std::string taken_over;
  const auto add = [](std::string& list, Date day) {
    list += fmt::format("{}\"{}\"", list.empty() ? "" : ",", to_string(day));
  };
  for (const domain::AbsenceDay& one : line.days) {
    add(days, one.day);
    if (one.taken_over) add(taken_over, one.day);
  }
  return fmt::format(
      R"({{"regulation":"{}","edition":{},"clause":"{}","proposes":"{}","days":[{}],"taken_over":[{}],"text":"{}"}})",
      json_text(line.cite.regulation), line.cite.edition, json_text(line.cite.clause), line.proposes, days, taken_over,
      json_text(line.text));
}

std::string numbers_of(const std::vector<ConductLine>& lines) {
  std::string numbers;
  for (const ConductLine& line : lines) numbers += (numbers.empty() ? "" : " ") + line.employee_no;
  return numbers;
}

}  // namespace

std::string conduct_name(std::int64_t id) { return fmt::format("CO{}", id); }

ConductDesk::ConductDesk(Office& office, Date first, Date last)
    : office_{office},
      departments_{store::PeopleStore{office.database()}.departments()},
      book_{office.database(), departments_, first, last} {}

const domain::Policy* ConductDesk::policy(std::int64_t employee, Date day) {
  const auto person = store::PeopleStore{office_.database()}.history(employee);
  const store::TermSpan* term = person ? person->term_on(day) : nullptr;
  return term == nullptr ? nullptr : book_.on(term->department, day);
}

std::optional<domain::ConductKind> ConductDesk::kind(std::int64_t employee, Date day, const std::string& code) {
  const domain::Policy* governing = policy(employee, day);
  if (governing == nullptr) return std::nullopt;
  for (const domain::ConductKind& kind : governing->discipline.conduct) {
    if (kind.code == code) return kind;
  }
  return std::nullopt;
}

domain::ConductKind ConductDesk::meant(const store::Person& person, Date day, const std::string& word) {
  const auto history = store::PeopleStore{office_.database()}.history(person.id).value();
  const store::TermSpan* term = history.term_on(day);
  if (term == nullptr) {
    throw Error{Failure::conflict, Message{"people.not-in-service", {person.employee_no, person.name, day}},
                suggest("svcadm employee show {}", person.employee_no)};
  }
  if (auto missing = book_.missing(term->department, day, {regulation::Area::discipline}); !missing.empty()) {
    throw Error{Failure::no_rule, std::move(missing)};
  }
  const std::string wanted = fold(word);
  std::string known;
  for (const domain::ConductKind& kind : book_.on(term->department, day)->discipline.conduct) {
    for (const std::string* name : {&kind.code, &kind.label.zh, &kind.label.en}) {
      if (fold(*name) == wanted) return kind;
    }
    known += fmt::format("{}{} {}", known.empty() ? "" : ", ", kind.code, kind.label.zh);
  }
  throw Error{Failure::not_found, Message{"conduct.kind-unknown", {word, day, known.empty() ? "-" : known}}};
}

std::int64_t record_conduct(Office& office, const NewConduct& conduct) {
  UnitOfWork work{office, domain::Permission::record_time, "conduct.record"};
  store::ConductRow row{.day = conduct.day, .text = std::string{trim(conduct.text)}};
  require_text(row.text);
  if (conduct.day > office.today()) {
    throw Error{Failure::refused, Message{"clock-in.future", {at(conduct.day), office.now()}}};
  }
  ConductDesk desk{office, conduct.day, conduct.day};
  std::string numbers;
  for (const std::string& word : conduct.people) {
    const auto person = find_person(office, word, conduct.day);
    require_other(office, person.id);
    if (std::find(row.people.begin(), row.people.end(), person.id) != row.people.end()) continue;
    const auto kind = desk.meant(person, conduct.day, conduct.kind);
    row.kind = kind.code;
    row.people.push_back(person.id);
    numbers += (numbers.empty() ? "" : " ") + person.employee_no;
  }
  const auto id = store::ConductStore{office.database()}.add(work.event(), row);
  office.notes().push_back({"conduct.waits", {conduct_name(id)}});
  office.notes().push_back({"note.way-out", {suggest("svcadm conduct verify {}", conduct_name(id))}});
  work.conclude(numbers, fmt::format(R"({{"conduct":"{}","kind":"{}"}})", conduct_name(id), row.kind));
  return id;
}

void verify_conduct(Office& office, std::int64_t id) {
  UnitOfWork work{office, domain::Permission::record_time, "conduct.verify"};
  const auto row = require_record(office, id);
  const std::string name = conduct_name(id);
  for (const std::int64_t employee : row.people) require_other(office, employee);
  if (const auto me = recorded_by_me(office, row.event)) {
    throw Error{Failure::not_permitted, Message{"conduct.same-person", {name, *me}}};
  }
  if (row.found) throw Error{Failure::conflict, Message{"conduct.found", {name}}};
  store::ConductStore{office.database()}.find_true(work.event(), id);
  work.conclude(name);
}

void decide_conduct(Office& office, const Matter& matter, const std::string& outcome, const std::string& typed) {
  UnitOfWork work{office, domain::Permission::manage_people, "conduct.decide"};
  const std::string reason{trim(typed)};
  require_text(reason);
  const auto lines = lines_of(office, matter);
  for (const ConductLine& line : lines) {
    if (line.state == ConductState::recorded && outcome != "none") {
      throw Error{Failure::refused, Message{"conduct.not-found-yet", {conduct_name(line.record.value())}},
                  suggest("svcadm conduct verify {}", conduct_name(line.record.value()))};
    }
  }
  store::ConductStore conduct{office.database()};
  for (const ConductLine& line : lines) {
    conduct.decide(work.event(), {.employee = line.employee,
                                  .record = line.record,
                                  .last_day = line.day,
                                  .outcome = outcome,
                                  .reason = reason,
                                  .grounds = grounds_of(line)});
    for (const std::string& open : line.pending) {
      office.notes().push_back({"conduct.decided-while-pending", {line.employee_no, line.name, open}});
    }
  }
  if (outcome == "dismissal") office.notes().push_back({"conduct.ends-no-service", {}});
  work.conclude(numbers_of(lines), fmt::format(R"({{"matter":"{}","outcome":"{}","reason":"{}"}})",
                                               json_text(matter_name(matter)), outcome, json_text(reason)));
}

void serve_conduct(Office& office, const Matter& matter, Date on, const std::string& said) {
  UnitOfWork work{office, domain::Permission::record_time, "conduct.serve"};
  if (on > office.today()) throw Error{Failure::refused, Message{"clock-in.future", {at(on), office.now()}}};
  const auto lines = lines_of(office, matter);
  store::ConductStore conduct{office.database()};
  for (const ConductLine& line : lines) {
    if (!line.decision) {
      throw Error{Failure::refused, Message{"conduct.not-decided", {line.id}},
                  suggest("svcadm conduct decide {} --outcome OUTCOME --reason TEXT", line.id)};
    }
    if (line.served_on) throw Error{Failure::conflict, Message{"conduct.served", {line.id, *line.served_on}}};
    conduct.serve(work.event(), *line.decision, on, std::string{trim(said)});
  }
  work.conclude(numbers_of(lines),
                fmt::format(R"({{"matter":"{}","on":"{}"}})", json_text(matter_name(matter)), to_string(on)));
}

}  // namespace svcadm::usecase
