#include "usecase/objections.hpp"

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "store/people_store.hpp"
#include "usecase/clock_in.hpp"
#include "usecase/clock_in_report.hpp"
#include "usecase/directory.hpp"
#include "usecase/office.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

std::string objection_name(std::int64_t id) { return fmt::format("OB{}", id); }

std::int64_t object_to_day(Office& office, const NewObjection& objection) {
  constexpr const char* action = "clock-in.object";
  const auto person = find_person(office, person_or_actor(office, objection.person), objection.day);
  const std::string text{trim(objection.text)};
  const std::string paper{trim(objection.paper)};
  const bool own = person.employee_no == office.actor();

  if (text.empty()) throw Error{Failure::usage, Message{"objection.text-missing", {}}};
  if (!own && paper.empty()) {
    throw Error{Failure::usage, Message{"objection.paper-missing", {person.employee_no, person.name}}};
  }
  if (!person.in_service(objection.day)) {
    throw Error{Failure::conflict, Message{"people.not-in-service", {person.employee_no, person.name, objection.day}},
                suggest("svcadm employee show {}", person.employee_no)};
  }
  if (objection.day > last_day_over(office)) {
    throw Error{Failure::refused, Message{"clock-in.day-not-over", {objection.day}}};
  }
  const auto record = [&](UnitOfWork work) {
    const auto id = store::ObjectionStore{office.database()}.add(
        work.event(), {.employee = person.id, .day = objection.day, .text = text, .paper = own ? "" : paper});
    work.conclude(person.employee_no,
                  fmt::format(R"({{"objection":"{}","day":"{}"}})", objection_name(id), to_string(objection.day)));
    return id;
  };
  if (own) return record(UnitOfWork{office, action});
  return record(UnitOfWork{office, domain::Permission::record_time, action});
}

void answer_objection(Office& office, std::int64_t id, const std::string& outcome, const std::string& typed) {
  UnitOfWork work{office, domain::Permission::record_time, "clock-in.answer"};
  store::ObjectionStore objections{office.database()};
  const std::string name = objection_name(id);
  const std::string text{trim(typed)};
  const auto row = objections.find(id);
  if (!row) throw Error{Failure::not_found, Message{"objection.unknown", {name}}, "svcadm clock-in exceptions"};
  const std::string number = store::PeopleStore{office.database()}.number_of(row->employee);
  if (office.is_own(number)) throw Error{Failure::not_permitted, Message{"objection.own", {name}}};
  if (text.empty()) throw Error{Failure::usage, Message{"objection.text-missing", {}}};
  if (!row->open()) throw Error{Failure::conflict, Message{"objection.answered", {name}}};

  objections.answer(work.event(), id, outcome, text);
  work.conclude(number, fmt::format(R"({{"objection":"{}","outcome":"{}"}})", name, outcome));
}

void find_unanswered(Office& office, Date first, Date last, const KnownAt& known, std::vector<Finding>& findings,
                     std::optional<std::int64_t> employee) {
  store::PeopleStore people{office.database()};
  for (const auto& row : store::ObjectionStore{office.database()}.between(first, last, known.event)) {
    if (!row.open() || (employee && row.employee != *employee)) continue;
    const auto person = people.find(row.employee, row.day).value();
    const std::string name = objection_name(row.id);
    findings.push_back({.employee_no = person.employee_no,
                        .name = person.name,
                        .message = {"finding.objection", {name, row.day, row.text}},
                        .way_out = suggest("svcadm clock-in answer {} upheld|rejected --text TEXT", name),
                        .blocks = false});
  }
}

void require_answers(Office& office, Month month, std::optional<std::int64_t> employee) {
  std::vector<Finding> findings;
  find_unanswered(office, Date{0}, last_day(month), known_now(office), findings, employee);
  for (Finding& finding : findings) finding.blocks = true;
  if (!findings.empty()) throw Error{Failure::refused, blocking_problems(findings)};
}

}  // namespace svcadm::usecase
