#include "usecase/regulation_signature.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "store/people_store.hpp"
#include "store/regulation_store.hpp"
#include "usecase/directory.hpp"
#include "usecase/office.hpp"
#include "usecase/policy_book.hpp"
#include "usecase/regulations.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

Error not_in_file(const std::string& code) {
  return {Failure::not_found, Message{"regulation.not-in-file", {code}}, suggest("svcadm regulation import {}", code)};
}

std::vector<store::EditionRow> editions_of(Office& office, std::string_view code) {
  const std::string known = find_regulation(office, code).code;
  auto editions = store::RegulationStore{office.database()}.editions(known);
  if (editions.empty()) throw not_in_file(known);
  return editions;
}

const store::EditionRow& chosen(const std::vector<store::EditionRow>& editions, std::optional<int> number) {
  std::string numbers;
  for (const store::EditionRow& edition : editions) {
    if (edition.number == number) return edition;
    numbers += (numbers.empty() ? "" : ", ") + std::to_string(edition.number);
  }
  if (!number) return editions.back();
  throw Error{Failure::not_found,
              Message{"regulation.no-such-edition", {editions.back().code, std::int64_t{*number}, numbers}},
              "svcadm regulation list"};
}

/// Departments that the regulation governs in some area.
std::set<std::int64_t> governed(Office& office, const store::DepartmentTree& departments, const std::string& code,
                                Date day) {
  const PolicyBook book{office.database(), departments, day, day};
  std::set<std::int64_t> units;
  for (const store::Department& department : departments.list(day)) {
    const auto areas = book.governing(department.id, day);
    if (std::any_of(areas.begin(), areas.end(), [&](const Governing& each) { return each.code == code; })) {
      units.insert(department.id);
    }
  }
  return units;
}

}  // namespace

SignOutcome sign_regulation(Office& office, const SignRequest& request) {
  UnitOfWork work{office, domain::Permission::regulate, "regulation.sign"};
  store::RegulationStore store{office.database()};
  const auto editions = editions_of(office, request.code);
  const store::EditionRow& edition = chosen(editions, request.edition);
  const store::Person person = find_person(office, request.person, request.on);
  const auto signatures = store.signatures(edition.code);

  if (request.on > office.today()) {
    throw Error{Failure::refused, Message{"regulation.sign-later", {request.on, office.today()}}};
  }
  if (!person.in_service(request.on)) {
    throw Error{Failure::refused, Message{"regulation.sign-not-in-service", {person.name, request.on}},
                suggest("svcadm employee show {}", person.employee_no)};
  }
  SignOutcome outcome{person.employee_no, person.name, edition.code, edition.number, false};
  outcome.known = std::any_of(signatures.begin(), signatures.end(), [&](const store::SignatureRow& row) {
    return row.employee == person.id && row.edition == edition.id;
  });
  if (outcome.known) return outcome;

  store.sign(work.event(), {person.id, edition.code, edition.id, request.on});
  work.conclude(person.employee_no, fmt::format(R"({{"code":"{}","edition":{},"on":"{}","paper":"{}"}})", edition.code,
                                                edition.number, to_string(request.on), json_text(request.paper)));
  return outcome;
}

std::vector<SignedRow> list_signed(Office& office, std::string_view code) {
  const Reading reading{office, domain::Permission::read};
  const Date today = office.today();
  const auto editions = editions_of(office, code);
  const store::EditionRow& newest = editions.back();
  const auto departments = store::PeopleStore{office.database()}.departments();
  const auto units = governed(office, departments, newest.code, today);
  std::map<std::int64_t, const store::EditionRow*> by_id;
  for (const store::EditionRow& edition : editions) by_id[edition.id] = &edition;
  std::map<std::int64_t, store::SignatureRow> signatures;  // by employee, the newest edition last
  for (const auto& row : store::RegulationStore{office.database()}.signatures(newest.code)) {
    signatures[row.employee] = row;
  }

  std::vector<SignedRow> rows;
  for (const store::Person& person : store::PeopleStore{office.database()}.people_between(today, today)) {
    const std::int64_t department = person.terms.back().department;
    const auto own = signatures.find(person.id);
    if (own == signatures.end() && !units.contains(department)) continue;
    SignedRow row{.employee_no = person.employee_no,
                  .name = person.name,
                  .department = departments.on(department, today).name,
                  .edition = {},
                  .on = {}};
    if (own != signatures.end()) {
      row.edition = by_id.at(own->second.edition)->number;
      row.on = own->second.on;
      row.newest = own->second.edition == newest.id;
    }
    rows.push_back(std::move(row));
  }
  if (!regulation::read_regulation(newest.text, newest.source).signature(today)) {
    office.notes().push_back({"note.regulation.no-signature", {newest.code}});
  }
  if (units.empty()) office.notes().push_back({"note.regulation.governs-nobody", {newest.code, today}});
  return rows;
}

}  // namespace svcadm::usecase
