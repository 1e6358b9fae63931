#include "usecase/employee_intake.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "store/payroll_store.hpp"

namespace svcadm::usecase {

namespace {

using store::Attribute;
using store::NumberKind;

std::string card(const store::Person& person) { return person.employee_no + " " + person.name; }

bool clean(const std::string& text) { return text == printable(text) && text == trim(text); }

std::string day_text(Date day) { return std::to_string(day.days); }

}  // namespace

bool good_employee_no(const std::string& text) {
  // Full-width digits and invisible characters would make another person of somebody who looks the same.
  return !text.empty() && text.size() <= 40 && clean(text) && is_plain(text) && text.find(' ') == std::string::npos &&
         text.find(':') == std::string::npos;
}

NumberBook::NumberBook(const std::vector<store::NumberHolder>& holders) {
  for (const store::NumberHolder& holder : holders) add(holder);
}

void NumberBook::add(const store::NumberHolder& holder) {
  if (holder.kind != NumberKind::employee) holders_.emplace(std::pair{holder.kind, holder.text}, holder);
}

std::optional<store::NumberHolder> NumberBook::other_holder(NumberKind kind, const std::string& text,
                                                            std::int64_t employee, Date from, Date to) const {
  const auto [begin, end] = holders_.equal_range({kind, text});
  for (auto each = begin; each != end; ++each) {
    const store::NumberHolder& holder = each->second;
    if (holder.employee != employee && holder.from <= to && from <= holder.to) return holder;
  }
  return std::nullopt;
}

Intake::Intake(store::Database& database, Date today)
    : today_{today},
      departments_{store::PeopleStore{database}.departments()},
      directory_{database, Date{-end_of_days.days}, end_of_days},
      terms_{store::PeopleStore{database}.terms()},
      numbers_{store::PeopleStore{database}.number_holders(Date{-end_of_days.days}, end_of_days)},
      closed_{store::PayrollStore{database}.newest_paid()} {}

std::optional<store::Department> Intake::department(const std::string& word, Date day) const {
  if (auto found = departments_.find(word, day)) return found;
  return departments_.find(word, std::max(day, today_));
}

const store::Person* Intake::superior(const NewEmployee& draft) const {
  return draft.superior.empty() ? nullptr : directory_.find(draft.superior, std::max(draft.hired, today_));
}

std::string Intake::value(std::int64_t employee, Attribute attribute, Date day) const {
  const auto after = std::upper_bound(terms_.begin(), terms_.end(), std::tuple{employee, attribute, day},
                                      [](const auto& wanted, const store::EmployeeTerm& term) {
                                        return wanted < std::tuple{term.employee, term.attribute, term.from};
                                      });
  if (after == terms_.begin()) return {};
  const store::EmployeeTerm& term = *std::prev(after);
  return term.employee == employee && term.attribute == attribute ? term.value : std::string{};
}

std::string Intake::superior_number(const std::string& employee_no, Date day) const {
  const store::Person* person = directory_.by_number(employee_no);
  const std::string above = person == nullptr ? std::string{} : value(person->id, Attribute::superior, day);
  const store::Person* superior = above.empty() ? nullptr : directory_.by_id(std::stoll(above));
  return superior == nullptr ? std::string{} : superior->employee_no;
}

bool Intake::is_known(const NewEmployee& draft) const {
  const store::Person* person = directory_.by_number(draft.employee_no);
  if (person == nullptr || person->hired != draft.hired) return false;
  const auto own_department = department(draft.department, draft.hired);
  const store::Person* above = superior(draft);
  if (!own_department || (!draft.superior.empty() && above == nullptr)) return false;
  const auto wanted =
      terms_of(draft, person->id, own_department->id, above == nullptr ? std::nullopt : std::optional{above->id});
  const auto holds_on = [&](Date day) {
    return std::all_of(wanted.begin(), wanted.end(), [&](const store::EmployeeTerm& term) {
      return value(person->id, term.attribute, day) == term.value;
    });
  };
  // What the file says may be how somebody began, or how he is listed now.
  return holds_on(draft.hired) || holds_on(std::max(draft.hired, today_));
}

std::vector<Fault> Intake::check(const NewEmployee& draft, const std::function<bool(const std::string&)>& also_here,
                                 bool add_departments) {
  std::vector<Fault> faults;
  const auto find = [&](Failure failure, std::string field, Message message, std::string way_out = {}) {
    faults.push_back({failure,
                      std::move(field),
                      {.message = std::move(message), .place = std::nullopt, .way_out = std::move(way_out)}});
  };
  const store::Person* present = directory_.by_number(draft.employee_no);
  const std::int64_t own_id = present == nullptr ? 0 : present->id;

  if (!good_employee_no(draft.employee_no))
    find(Failure::usage, "employee_no", {"people.bad-number", {draft.employee_no}});
  if (draft.name.empty() || !clean(draft.name)) find(Failure::usage, "name", {"people.bad-name", {draft.name}});
  if (draft.name.size() > longest_name) find(Failure::usage, "name", name_too_long(draft.name));
  for (const auto& [field, text] : {std::pair{"post", draft.post},
                                    {"grade", draft.grade},
                                    {"device_number", draft.device_number},
                                    {"agent_number", draft.agent_number}}) {
    if (!clean(text)) find(Failure::usage, field, {"people.bad-name", {text}});
  }
  if (present != nullptr && (!present->left || draft.hired <= *present->left)) {
    find(Failure::conflict, "employee_no",
         {"people.number-in-service", {draft.employee_no, card(*present), present->hired}},
         suggest("svcadm employee change {} --from DATE", draft.employee_no));
  }
  if (closed_ && draft.hired <= last_day(*closed_)) {
    find(Failure::conflict, "hired", {"people.month-closed", {draft.hired, *closed_}});
  }
  if (draft.probation_end && *draft.probation_end < draft.hired) {
    find(Failure::usage, "probation_end", {"people.span-reversed", {draft.hired, *draft.probation_end}});
  }
  if (draft.base_pay && *draft.base_pay < Money{})
    find(Failure::usage, "base_pay", {"people.pay-negative", {*draft.base_pay}});
  if (draft.department.empty()) {
    find(Failure::usage, "department", {"people.department-missing", {draft.employee_no}});
  } else if (!department(draft.department, draft.hired) && !add_departments) {
    find(Failure::not_found, "department", {"people.department-unknown", {draft.department}},
         suggest("svcadm department add {}", draft.department));
  }
  if (!draft.superior.empty() && superior(draft) == nullptr && !also_here(draft.superior)) {
    find(Failure::not_found, "superior", directory_.complaint(draft.superior, std::max(draft.hired, today_)));
  }
  if (draft.superior == draft.employee_no || draft.superior == draft.name ||
      draft.superior == draft.employee_no + " " + draft.name) {
    if (!draft.superior.empty()) find(Failure::usage, "superior", {"people.own-superior", {draft.employee_no}});
  }
  for (const auto& [kind, field, text] : {std::tuple{NumberKind::device, "device_number", draft.device_number},
                                          {NumberKind::agent, "agent_number", draft.agent_number}}) {
    if (text.empty()) continue;
    const auto other = numbers_.other_holder(kind, text, own_id, draft.hired, end_of_days);
    if (!other) continue;
    const std::string holder = other->employee < 0 ? reserved_[static_cast<std::size_t>(-1 - other->employee)]
                                                   : card(*directory_.by_id(other->employee));
    find(Failure::conflict, field,
         {"people.number-taken", {Term{"number." + store::to_key(kind)}, text, holder, other->from}});
  }
  return faults;
}

void Intake::reserve(const NewEmployee& draft) {
  reserved_.push_back(draft.employee_no + " " + draft.name);
  const std::int64_t stand_in = -static_cast<std::int64_t>(reserved_.size());
  if (!draft.device_number.empty()) {
    numbers_.add({NumberKind::device, draft.device_number, stand_in, draft.hired, end_of_days});
  }
  if (!draft.agent_number.empty()) {
    numbers_.add({NumberKind::agent, draft.agent_number, stand_in, draft.hired, end_of_days});
  }
}

std::vector<store::EmployeeTerm> Intake::leftovers(const NewEmployee& draft, std::int64_t employee) const {
  constexpr std::array optional_ones{Attribute::post,        Attribute::grade,         Attribute::superior,
                                     Attribute::base_pay,    Attribute::probation_end, Attribute::device_number,
                                     Attribute::agent_number};
  std::vector<store::EmployeeTerm> terms;
  for (const Attribute attribute : optional_ones) {
    if (!value(employee, attribute, draft.hired).empty()) terms.push_back({employee, attribute, draft.hired, {}});
  }
  return terms;
}

std::optional<Message> superior_circle(const std::string& employee_no, const std::string& superior,
                                       const std::function<std::string(const std::string&)>& superior_of) {
  std::set<std::string> passed;  // an older file may hold a circle of others
  for (std::string above = superior; !above.empty() && passed.insert(above).second; above = superior_of(above)) {
    if (above == employee_no) return Message{"people.superior-circle", {employee_no, superior}};
  }
  return std::nullopt;
}

std::vector<store::EmployeeTerm> terms_of(const NewEmployee& draft, std::int64_t employee, std::int64_t department,
                                          std::optional<std::int64_t> superior) {
  std::vector<store::EmployeeTerm> terms;
  const auto add = [&](Attribute attribute, const std::string& value) {
    if (!value.empty()) terms.push_back({employee, attribute, draft.hired, value});
  };
  add(Attribute::name, draft.name);
  add(Attribute::department, std::to_string(department));
  add(Attribute::post, draft.post);
  add(Attribute::grade, draft.grade);
  if (superior) add(Attribute::superior, std::to_string(*superior));
  if (draft.base_pay) add(Attribute::base_pay, std::to_string(draft.base_pay->fen));
  if (draft.probation_end) add(Attribute::probation_end, day_text(*draft.probation_end));
  add(Attribute::hired, day_text(draft.hired));
  add(Attribute::device_number, draft.device_number);
  add(Attribute::agent_number, draft.agent_number);
  return terms;
}

}  // namespace svcadm::usecase
