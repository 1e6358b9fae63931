#include "usecase/directory.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/text.hpp"
#include "usecase/lookalikes.hpp"
#include "usecase/office.hpp"

namespace svcadm::usecase {

namespace {

constexpr std::size_t most_candidates = 5;
constexpr std::size_t most_nearest = 3;
constexpr int most_searched = 50;
constexpr std::size_t longest_typed = 100;  // in characters; a whole page in a cell is nobody's name misspelt

/// The characters of a text, whatever their number of bytes.
std::vector<std::string_view> characters(std::string_view text) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    std::size_t length = 1;
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) ++length;
    parts.push_back(text.substr(0, length));
    text.remove_prefix(length);
  }
  return parts;
}

/// Characters to insert, delete or replace until one is the other.
std::size_t distance(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, replaced}));
    }
  }
  return row[b.size()];
}

std::string card(const store::Person& person) { return person.employee_no + " " + person.name; }

template <class Names>
std::string joined(const Names& names) {
  std::string line;
  for (const std::string& name : names) line += (line.empty() ? "" : ", ") + name;
  return line;
}

/// Numbers that differ by zeros in front only: the same one to a spreadsheet, which drops them.
bool same_but_zeros(std::string_view a, std::string_view b) {
  return a != b && without_leading_zeros(a) == without_leading_zeros(b);
}

Message ambiguous(std::string_view word, const std::vector<std::string>& cards) {
  std::vector<std::string> shown{cards.begin(),
                                 cards.begin() + static_cast<std::ptrdiff_t>(std::min(cards.size(), most_candidates))};
  if (shown.size() < cards.size()) shown.emplace_back("...");
  return {"people.ambiguous", {std::string{word}, joined(shown)}};
}

Message unknown(std::string_view word, const std::vector<store::Person>& people) {
  std::vector<std::string> names;
  for (const store::Person& person : people) {
    names.push_back(person.name);
    names.push_back(person.employee_no);
  }
  std::vector<std::string> cards;
  for (const std::string& name : nearest_names(word, names)) {
    for (const store::Person& person : people) {
      const bool meant = person.name == name || person.employee_no == name;
      if (meant && std::find(cards.begin(), cards.end(), card(person)) == cards.end()) cards.push_back(card(person));
    }
  }
  if (cards.empty()) return {"people.unknown", {std::string{word}}};
  return {"people.unknown-nearest", {std::string{word}, joined(cards)}};
}

}  // namespace

std::vector<std::string> nearest_names(std::string_view typed, const std::vector<std::string>& names) {
  const std::string folded_typed = fold(typed);
  const auto wanted = characters(folded_typed);
  if (wanted.size() > longest_typed) return {};
  std::vector<std::pair<std::size_t, std::string>> scored;
  for (const std::string& name : names) {
    const std::string folded = fold(name);
    const auto own = characters(folded);
    const std::size_t edits = distance(wanted, own);
    const std::size_t allowed = std::max<std::size_t>(1, std::min(wanted.size(), own.size()) / 3);
    const bool contains = wanted.size() > 1 && folded.find(folded_typed) != std::string::npos;
    // One character typed may not stand for every other single character.
    const bool near = edits <= allowed && edits < std::max(wanted.size(), own.size());
    if (same_but_zeros(typed, name)) {
      scored.emplace_back(0, name);
    } else if (near || contains)
      scored.emplace_back(edits, name);
  }
  std::sort(scored.begin(), scored.end());
  scored.erase(std::unique(scored.begin(), scored.end()), scored.end());
  std::vector<std::string> nearest;
  for (std::size_t i = 0; i < scored.size() && i < most_nearest; ++i) nearest.push_back(std::move(scored[i].second));
  return nearest;
}

Message name_too_long(const std::string& name) {
  return {"input.text-too-long", {static_cast<std::int64_t>(name.size()), static_cast<std::int64_t>(longest_name)}};
}

store::Person find_person(Office& office, std::string_view word, Date day) {
  store::PeopleStore people{office.database()};
  const std::string wanted{trim(word)};
  if (auto person = people.find(wanted, day)) return std::move(*person);
  auto bearers = people.find_by_name(wanted, day);
  if (bearers.size() == 1) return std::move(bearers.front());
  if (!bearers.empty()) {
    std::vector<std::string> cards;
    for (const store::Person& person : bearers) cards.push_back(card(person));
    throw Error{Failure::usage, ambiguous(wanted, cards)};
  }
  throw Error{Failure::not_found, unknown(wanted, people.people_between(day, day)), "svcadm employee list"};
}

store::Department find_department(const store::DepartmentTree& departments, std::string_view word, Date day) {
  const std::string wanted{trim(word)};
  if (auto department = departments.find(wanted, day)) return std::move(*department);
  std::vector<std::string> names;
  for (const store::Department& department : departments.list(day)) names.push_back(department.name);
  const auto nearest = nearest_names(wanted, names);
  if (nearest.empty()) {
    throw Error{Failure::not_found, Message{"people.department-unknown", {wanted}}, "svcadm department list"};
  }
  throw Error{Failure::not_found, Message{"people.department-unknown-nearest", {wanted, joined(nearest)}},
              "svcadm department list"};
}

store::Department find_department(Office& office, std::string_view word, Date day) {
  return find_department(store::PeopleStore{office.database()}.departments(), word, day);
}

Directory::Directory(store::Database& database, Date first, Date last)
    : people_{store::PeopleStore{database}.people_between(first, last)} {
  for (const store::Person& person : people_) {
    by_id_.emplace(person.id, &person);
    by_number_.emplace(person.employee_no, &person);
    by_name_.emplace(person.name, &person);
  }
}

const store::Person* Directory::by_id(std::int64_t id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

const store::Person* Directory::by_number(std::string_view employee_no) const {
  const auto found = by_number_.find(employee_no);
  return found == by_number_.end() ? nullptr : found->second;
}

std::vector<const store::Person*> Directory::bearers(std::string_view name, std::optional<Date> day) const {
  std::vector<const store::Person*> found;
  const auto [begin, end] = by_name_.equal_range(name);
  for (auto each = begin; each != end; ++each) found.push_back(each->second);
  if (found.size() < 2 || !day) return found;
  std::vector<const store::Person*> present;
  std::copy_if(found.begin(), found.end(), std::back_inserter(present),
               [day](const store::Person* person) { return person->in_service(*day); });
  return present.empty() ? found : present;
}

const store::Person* Directory::find(std::string_view word, std::optional<Date> day) const {
  if (const store::Person* person = by_number(word)) return person;
  // "1001 王芳", as lists name somebody.
  if (const auto blank = word.find(' '); blank != std::string_view::npos) {
    const store::Person* person = by_number(word.substr(0, blank));
    if (person != nullptr && person->name == word.substr(blank + 1)) return person;
  }
  const auto found = bearers(word, day);
  return found.size() == 1 ? found.front() : nullptr;
}

Message Directory::complaint(std::string_view word, std::optional<Date> day) const {
  std::vector<std::string> cards;
  for (const store::Person* person : bearers(word, day)) cards.push_back(card(*person));
  std::sort(cards.begin(), cards.end());
  if (!cards.empty()) return ambiguous(word, cards);
  if (++searched_ > most_searched) return {"people.unknown", {std::string{word}}};
  return unknown(word, people_);
}

Named Directory::named(const std::string& employee_no, const std::string& name, std::optional<Date> day) const {
  Named named{.field = employee_no.empty() ? "name" : "employee_no"};
  const std::string& word = employee_no.empty() ? name : employee_no;
  named.person = find(word, day);
  if (named.person == nullptr) {
    named.problem = Problem{.message = complaint(word, day), .way_out = "svcadm employee list"};
  } else if (!name.empty() && name != named.person->name) {
    named.problem = Problem{.message = {"people.name-differs", {named.person->employee_no, named.person->name, name}}};
    named.field = "name";
  }
  return named;
}

}  // namespace svcadm::usecase
