// Changing what holds of an employee from a day on.

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "usecase/closed_month.hpp"
#include "usecase/employee.hpp"
#include "usecase/employee_intake.hpp"
#include "usecase/lookalikes.hpp"
#include "usecase/office.hpp"
#include "usecase/own_affair.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

using store::Attribute;

std::string day_text(const std::optional<Date>& day) { return day ? std::to_string(day->days) : std::string{}; }

/// The change of one person, being put together: what is wrong with it, and the rows it comes to.
class ChangeDraft {
 public:
  ChangeDraft(Office& office, const store::Person& person, const EmployeeChange& change)
      : office_{office}, person_{person}, change_{change}, intake_{office.database(), office.today()} {
    const auto services = store::PeopleStore{office.database()}.services(person.id);
    for (std::size_t i = 0; i < services.size(); ++i) {
      if (service_ && services[i].hired > change.from) break;
      service_ = services[i];
      former_left_ = i > 0 ? services[i - 1].left : std::nullopt;
      next_hired_ = i + 1 < services.size() ? std::optional{services[i + 1].hired} : std::nullopt;
    }
    if (!service_) bug("an employee who was never hired");
  }

  void set_attributes();
  void set_left();
  void set_hired();

  const std::vector<store::EmployeeTerm>& terms() const { return terms_; }
  const std::vector<Fault>& faults() const { return faults_; }

 private:
  void find(Failure failure, Message message, std::string way_out = {}) {
    faults_.push_back(
        {failure, {}, {.message = std::move(message), .place = std::nullopt, .way_out = std::move(way_out)}});
  }
  void check_open(Date from) {
    if (auto problem = closed_month_problem(office_.database(), from)) {
      faults_.push_back({Failure::conflict, {}, std::move(*problem)});
    }
  }
  void set(Attribute attribute, const std::string& value) {
    if (intake_.value(person_.id, attribute, change_.from) == value) return;
    terms_.push_back({person_.id, attribute, change_.from, value});
  }
  void set_text(Attribute attribute, const std::optional<std::string>& value);
  void set_department();
  void set_superior();
  void set_number(Attribute attribute, store::NumberKind kind, const std::optional<std::string>& value);

  Office& office_;
  const store::Person& person_;
  const EmployeeChange& change_;
  Intake intake_;
  std::optional<store::Service> service_;
  std::optional<Date> former_left_;
  std::optional<Date> next_hired_;
  std::vector<store::EmployeeTerm> terms_;
  std::vector<Fault> faults_;
};

void ChangeDraft::set_text(Attribute attribute, const std::optional<std::string>& value) {
  if (!value) return;
  const std::string clean{trim(*value)};
  if (clean != printable(clean) || (attribute == Attribute::name && clean.empty())) {
    return find(Failure::usage, {"people.bad-name", {*value}});
  }
  if (attribute == Attribute::name) {
    if (clean.size() > longest_name) return find(Failure::usage, name_too_long(clean));
    auto note = Lookalikes{intake_.directory().people()}.name_note(clean);
    if (note && clean != person_.name) office_.notes().push_back(std::move(*note));
  }
  set(attribute, clean);
}

void ChangeDraft::set_department() {
  if (!change_.department) return;
  try {
    set(Attribute::department,
        std::to_string(find_department(intake_.departments(), *change_.department, change_.from).id));
  } catch (const Error& error) {
    for (const Problem& problem : error.problems()) faults_.push_back({error.failure(), {}, problem});
  }
}

void ChangeDraft::set_superior() {
  if (!change_.superior) return;
  if (change_.superior->empty()) return set(Attribute::superior, {});
  const store::Person* superior = intake_.directory().find(trim(*change_.superior), change_.from);
  if (superior == nullptr) {
    return find(Failure::not_found, intake_.directory().complaint(trim(*change_.superior), change_.from),
                "svcadm employee list");
  }
  auto circle = superior_circle(person_.employee_no, superior->employee_no,
                                [&](const std::string& below) { return intake_.superior_number(below, change_.from); });
  if (circle) return find(Failure::conflict, std::move(*circle));
  set(Attribute::superior, std::to_string(superior->id));
}

void ChangeDraft::set_number(Attribute attribute, store::NumberKind kind, const std::optional<std::string>& value) {
  if (!value) return;
  const std::string clean{trim(*value)};
  const Date until = service_->left.value_or(end_of_days);
  if (!clean.empty()) {
    if (const auto other = intake_.numbers().other_holder(kind, clean, person_.id, change_.from, until)) {
      const store::Person* holder = intake_.directory().by_id(other->employee);
      find(Failure::conflict,
           {"people.number-taken",
            {Term{"number." + store::to_key(kind)}, clean, holder->employee_no + " " + holder->name, other->from}},
           suggest("svcadm employee show {}", holder->employee_no));
    }
  }
  set_text(attribute, clean);
}

void ChangeDraft::set_attributes() {
  set_text(Attribute::name, change_.name);
  set_department();
  set_text(Attribute::post, change_.post);
  set_text(Attribute::grade, change_.grade);
  set_superior();
  if (change_.base_pay) {
    const auto& pay = *change_.base_pay;
    if (pay && *pay < Money{}) find(Failure::usage, {"people.pay-negative", {*pay}});
    set(Attribute::base_pay, pay ? std::to_string(pay->fen) : std::string{});
  }
  if (change_.probation_end) {
    const auto& end = *change_.probation_end;
    if (end && *end < service_->hired) find(Failure::usage, {"people.span-reversed", {service_->hired, *end}});
    set(Attribute::probation_end, day_text(end));
  }
  set_number(Attribute::device_number, store::NumberKind::device, change_.device_number);
  set_number(Attribute::agent_number, store::NumberKind::agent, change_.agent_number);

  if (terms_.empty()) return;
  if (change_.from < service_->hired || (service_->left && *service_->left < change_.from)) {
    find(Failure::conflict, {"people.not-in-service", {person_.employee_no, person_.name, change_.from}},
         suggest("svcadm employee show {}", person_.employee_no));
  }
  check_open(change_.from);
}

void ChangeDraft::set_left() {
  if (!change_.left || *change_.left == service_->left) return;
  const auto& left = *change_.left;
  if (left && *left < service_->hired) find(Failure::conflict, {"people.span-reversed", {service_->hired, *left}});
  if (next_hired_ && (!left || *next_hired_ <= *left)) {
    find(Failure::conflict, {"people.employed-again", {person_.employee_no, *next_hired_}});
  }
  check_open(std::min(left.value_or(end_of_days), service_->left.value_or(end_of_days)) + 1);
  terms_.push_back({person_.id, Attribute::left, service_->key, day_text(left)});
}

void ChangeDraft::set_hired() {
  if (!change_.hired || *change_.hired == service_->hired) return;
  const Date hired = *change_.hired;
  if (service_->left && *service_->left < hired) {
    find(Failure::conflict, {"people.span-reversed", {hired, *service_->left}});
  }
  if (former_left_ && hired <= *former_left_) {
    find(Failure::conflict, {"people.still-employed", {person_.employee_no, *former_left_}});
  }
  check_open(std::min(hired, service_->hired));
  terms_.push_back({person_.id, Attribute::hired, service_->key, day_text(hired)});
  if (service_->hired <= hired) return;
  // What he began with holds from the earlier day too.
  for (const Attribute attribute :
       {Attribute::name, Attribute::department, Attribute::post, Attribute::grade, Attribute::superior,
        Attribute::base_pay, Attribute::probation_end, Attribute::device_number, Attribute::agent_number}) {
    const std::string first = intake_.value(person_.id, attribute, service_->hired);
    if (first != intake_.value(person_.id, attribute, hired)) terms_.push_back({person_.id, attribute, hired, first});
  }
}

}  // namespace

bool record_change(Office& office, std::int64_t event, const store::Person& person, const EmployeeChange& change) {
  ChangeDraft draft{office, person, change};

  draft.set_attributes();
  draft.set_left();
  draft.set_hired();
  if (!draft.faults().empty()) {
    std::vector<Problem> problems;
    for (const Fault& fault : draft.faults()) problems.push_back(fault.problem);
    throw Error{draft.faults().front().failure, std::move(problems)};
  }
  if (!draft.terms().empty()) store::PeopleStore{office.database()}.add_terms(event, draft.terms());
  return !draft.terms().empty();
}

void change_employee(Office& office, const std::string& word, const EmployeeChange& change) {
  UnitOfWork work{office, domain::Permission::manage_people, "employee.change"};
  const store::Person person = find_person(office, word, change.from);
  require_other(office, person, domain::Permission::manage_people);
  if (!record_change(office, work.event(), person, change)) {
    office.notes().push_back({"people.nothing-changes", {person.employee_no, person.name}});
    return;
  }
  std::string detail = fmt::format(R"("from":"{}")", to_string(change.from));
  if (change.left) detail += fmt::format(R"(,"left":"{}")", *change.left ? to_string(**change.left) : "none");
  if (change.hired) detail += fmt::format(R"(,"hired":"{}")", to_string(*change.hired));
  work.conclude(person.employee_no, "{" + detail + "}");
}

}  // namespace svcadm::usecase
