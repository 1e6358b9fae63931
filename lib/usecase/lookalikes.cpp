#include "usecase/lookalikes.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace svcadm::usecase {

Lookalikes::Lookalikes(const std::vector<store::Person>& people) {
  for (const store::Person& person : people) {
    const std::string who = person.employee_no + " " + person.name;
    add_name(person.name, who);
    add_number(person.employee_no, who);
  }
}

Lookalikes::Lookalikes(const store::DepartmentTree& departments) {
  for (const auto& entry : departments.entries()) {
    add_name(entry.code, entry.code);
    for (const auto& term : entry.terms) add_name(term.name, term.name);
  }
}

void Lookalikes::add_name(const std::string& name, const std::string& who) { names_.insert({fold(name), {name, who}}); }

void Lookalikes::add_number(const std::string& number, const std::string& who) {
  numbers_.insert({without_leading_zeros(number), {number, who}});
}

std::optional<Message> Lookalikes::name_note(const std::string& name) const {
  const Known* known = other(names_, fold(name), name);
  if (known == nullptr) return std::nullopt;
  return Message{"people.looks-alike", {name, known->who}};
}

std::optional<Message> Lookalikes::number_note(const std::string& number) const {
  const Known* known = other(numbers_, without_leading_zeros(number), number);
  if (known == nullptr) return std::nullopt;
  return Message{"people.zeros-alike", {number, known->who}};
}

const Lookalikes::Known* Lookalikes::other(const Index& index, const std::string& key, const std::string& text) {
  const auto [begin, end] = index.equal_range(key);
  const auto same = [&](const auto& entry) { return entry.second.text == text; };
  if (begin == end || std::any_of(begin, end, same)) return nullptr;
  return &begin->second;
}

std::string without_leading_zeros(std::string_view number) {
  if (number.find_first_not_of("0123456789") != std::string_view::npos) return std::string{number};
  return std::string{number.substr(std::min(number.find_first_not_of('0'), number.size()))};
}

}  // namespace svcadm::usecase
