#include "store/people_store.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <tuple>

#include "base/error.hpp"
#include "store/sql.hpp"

namespace svcadm::store {

namespace {

constexpr std::array<std::string_view, 11> attribute_keys{"name",     "department",    "post",          "grade",
                                                          "superior", "base_pay",      "probation_end", "hired",
                                                          "left",     "device_number", "agent_number"};
constexpr std::array<std::string_view, 3> number_kind_keys{"employee", "device", "agent"};

constexpr Date first_of_days{std::numeric_limits<std::int32_t>::min()};
constexpr Date last_of_days{std::numeric_limits<std::int32_t>::max()};

std::string to_key(Attribute attribute) { return std::string{attribute_keys.at(static_cast<std::size_t>(attribute))}; }

std::size_t attribute_index(const std::string& key) {
  const auto found = std::find(attribute_keys.begin(), attribute_keys.end(), key);
  if (found == attribute_keys.end()) bug("attribute of an employee: " + key);
  return static_cast<std::size_t>(found - attribute_keys.begin());
}

Date day_of(const std::string& value) { return {static_cast<std::int32_t>(std::stol(value))}; }

/// All that is known about one employee: of each attribute the values that count, ascending by day.
struct Life {
  struct Value {
    Date from;
    std::string value;
  };

  std::int64_t id = 0;
  std::string employee_no;
  std::array<std::vector<Value>, attribute_keys.size()> attributes = {};

  const std::vector<Value>& of(Attribute attribute) const { return attributes[static_cast<std::size_t>(attribute)]; }

  void clear() {
    for (auto& values : attributes) values.clear();
  }

  /// Rows come by day and event: the later of one day replaces the earlier.
  void add(std::size_t attribute, Date from, std::string value) {
    auto& values = attributes[attribute];
    if (!values.empty() && values.back().from == from) {
      values.back().value = std::move(value);
    } else {
      values.push_back({from, std::move(value)});
    }
  }

  std::string value_on(Attribute attribute, Date day) const {
    const auto& values = of(attribute);
    const auto after = std::upper_bound(values.begin(), values.end(), day,
                                        [](Date wanted, const Value& value) { return wanted < value.from; });
    return after == values.begin() ? std::string{} : std::prev(after)->value;
  }

  std::vector<Service> services() const {
    std::vector<Service> services;
    for (const Value& hired : of(Attribute::hired)) {
      if (hired.value.empty()) continue;
      Service service{hired.from, day_of(hired.value), std::nullopt};
      for (const Value& left : of(Attribute::left)) {
        if (left.from == hired.from && !left.value.empty()) service.left = day_of(left.value);
      }
      services.push_back(service);
    }
    std::sort(services.begin(), services.end(), [](const Service& a, const Service& b) { return a.hired < b.hired; });
    return services;
  }
};

/// The days of a service that lie in a span; from > to where there are none.
struct Days {
  Date from;
  Date to;
};

Days days_of(const Service& service, Date first, Date last) {
  return {std::max(service.hired, first), std::min(service.left.value_or(last_of_days), last)};
}

/// Calls `use` for every employee from id `low` to `high`, by id.
void for_each_life(Database& database, std::int64_t low, std::int64_t high, PeopleStore::Known known_until,
                   const std::function<void(const Life&)>& use) {
  // The order of ids is the order of events.
  Query query{database, R"sql(
    SELECT e.id, e.employee_no, t.attribute, t.from_day, t.value
      FROM employee AS e CROSS JOIN employee_term AS t ON t.employee = e.id
     WHERE e.id BETWEEN :low AND :high AND t.event <= :known
     ORDER BY e.id, t.attribute, t.from_day, t.id
  )sql"};
  query.bind(":low", low)
      .bind(":high", high)
      .bind(":known", known_until.value_or(std::numeric_limits<std::int64_t>::max()));
  Life life;
  while (query.next()) {
    if (query.integer(0) != life.id) {
      if (life.id != 0) use(life);
      life.clear();
      life.id = query.integer(0);
      life.employee_no = query.text(1);
    }
    life.add(attribute_index(query.text(2)), query.date(3), query.text(4));
  }
  if (life.id != 0) use(life);
}

void for_all_lives(Database& database, PeopleStore::Known known_until, const std::function<void(const Life&)>& use) {
  for_each_life(database, 0, std::numeric_limits<std::int64_t>::max(), known_until, use);
}

std::optional<Life> life_of(Database& database, std::int64_t id, PeopleStore::Known known_until) {
  std::optional<Life> found;
  for_each_life(database, id, id, known_until, [&](const Life& life) { found = life; });
  return found;
}

constexpr std::array span_attributes{Attribute::department, Attribute::post, Attribute::grade, Attribute::superior,
                                     Attribute::base_pay};

TermSpan span_of(const Life& life, Date from, Date to) {
  TermSpan span{.from = from, .to = to};
  if (const auto id = life.value_on(Attribute::department, from); !id.empty()) span.department = std::stoll(id);
  span.post = life.value_on(Attribute::post, from);
  span.grade = life.value_on(Attribute::grade, from);
  if (const auto id = life.value_on(Attribute::superior, from); !id.empty()) span.superior = std::stoll(id);
  if (const auto fen = life.value_on(Attribute::base_pay, from); !fen.empty()) span.base_pay = Money{std::stoll(fen)};
  return span;
}

bool same_attributes(const TermSpan& a, const TermSpan& b) {
  return std::tie(a.department, a.post, a.grade, a.superior, a.base_pay) ==
         std::tie(b.department, b.post, b.grade, b.superior, b.base_pay);
}

/// Splits days of one service where an attribute changes.
void add_spans(const Life& life, const Service& service, Days days, std::vector<TermSpan>& spans) {
  std::optional<Date> probation_end;
  if (const auto end = life.value_on(Attribute::probation_end, days.to); !end.empty()) probation_end = day_of(end);
  std::vector<Date> starts{days.from};
  for (const Attribute attribute : span_attributes) {
    for (const Life::Value& value : life.of(attribute)) {
      if (days.from < value.from && value.from <= days.to) starts.push_back(value.from);
    }
  }
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  const std::size_t before = spans.size();
  for (std::size_t i = 0; i < starts.size(); ++i) {
    TermSpan span = span_of(life, starts[i], i + 1 < starts.size() ? starts[i + 1] - 1 : days.to);
    if (spans.size() > before && same_attributes(spans.back(), span)) {
      spans.back().to = span.to;
    } else {
      span.hired = service.hired;
      span.left = service.left;
      span.probation_end = probation_end;
      spans.push_back(std::move(span));
    }
  }
}

/// The person in the span; nothing when he is not in service on any of its days.
std::optional<Person> person_of(const Life& life, Date first, Date last) {
  Person person{.id = life.id, .employee_no = life.employee_no};
  for (const Service& service : life.services()) {
    const Days days = days_of(service, first, last);
    if (days.to < days.from) continue;
    add_spans(life, service, days, person.terms);
  }
  if (person.terms.empty()) return std::nullopt;
  const TermSpan& newest = person.terms.back();
  person.name = life.value_on(Attribute::name, newest.to);
  person.hired = newest.hired;
  person.left = newest.left;
  person.probation_end = newest.probation_end;
  return person;
}

/// The person on DAY, else on the nearest day of service before it, else after it.
std::optional<Person> person_near(const Life& life, Date day) {
  std::optional<Date> nearest;
  for (const Service& service : life.services()) {
    if (service.hired > day && nearest) break;
    nearest = service.hired > day ? service.hired : std::min(service.left.value_or(day), day);
  }
  if (!nearest) return std::nullopt;
  return person_of(life, *nearest, *nearest);
}

/// Adds the days on which a person holds numbers of one kind.
void add_holders(const Life& life, NumberKind kind, Date first, Date last, std::vector<NumberHolder>& holders) {
  const auto& values = life.of(kind == NumberKind::device ? Attribute::device_number : Attribute::agent_number);
  for (const Service& service : life.services()) {
    const Days days = days_of(service, first, last);
    if (days.to < days.from) continue;
    if (kind == NumberKind::employee) {
      holders.push_back({kind, life.employee_no, life.id, days.from, days.to});
      continue;
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
      const Date from = std::max(values[i].from, days.from);
      const Date to = i + 1 < values.size() ? std::min(values[i + 1].from - 1, days.to) : days.to;
      if (to < from || values[i].value.empty()) continue;
      const bool goes_on = !holders.empty() && holders.back().employee == life.id && holders.back().kind == kind &&
                           holders.back().text == values[i].value && holders.back().to + 1 == from;
      if (goes_on) {
        holders.back().to = to;
      } else {
        holders.push_back({kind, values[i].value, life.id, from, to});
      }
    }
  }
}

void add_terms_of(const Life& life, std::vector<EmployeeTerm>& terms) {
  for (std::size_t i = 0; i < attribute_keys.size(); ++i) {
    for (const Life::Value& value : life.attributes[i]) {
      terms.push_back({life.id, static_cast<Attribute>(i), value.from, value.value});
    }
  }
}

}  // namespace

std::string to_key(NumberKind kind) { return std::string{number_kind_keys.at(static_cast<std::size_t>(kind))}; }

const TermSpan* Person::term_on(Date day) const {
  for (const TermSpan& span : terms) {
    if (span.from <= day && day <= span.to) return &span;
  }
  return nullptr;
}

bool number_before(std::string_view a, std::string_view b) {
  const std::string_view whole_a = a;
  const std::string_view whole_b = b;
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto take_digits = [&](std::string_view& text) {
    const auto end = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), digit) - text.begin());
    std::string_view digits = text.substr(0, end);
    text.remove_prefix(end);
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    return digits;
  };
  while (!a.empty() && !b.empty()) {
    if (digit(a.front()) && digit(b.front())) {
      const std::string_view number_a = take_digits(a);
      const std::string_view number_b = take_digits(b);
      if (number_a.size() != number_b.size()) return number_a.size() < number_b.size();
      if (number_a != number_b) return number_a < number_b;
      continue;
    }
    if (a.front() != b.front()) return static_cast<unsigned char>(a.front()) < static_cast<unsigned char>(b.front());
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  if (a.empty() != b.empty()) return a.empty();
  return whole_a < whole_b;
}

std::vector<Person> PeopleStore::people_between(Date first, Date last, Known known_until) {
  std::vector<Person> people;
  for_all_lives(database_, known_until, [&](const Life& life) {
    if (auto person = person_of(life, first, last)) people.push_back(std::move(*person));
  });
  std::sort(people.begin(), people.end(),
            [](const Person& a, const Person& b) { return number_before(a.employee_no, b.employee_no); });
  return people;
}

std::optional<Person> PeopleStore::find(const std::string& employee_no, Date day, Known known_until) {
  const auto id = id_of(employee_no);
  return id ? find(*id, day, known_until) : std::nullopt;
}

std::optional<Person> PeopleStore::find(std::int64_t id, Date day, Known known_until) {
  const auto life = life_of(database_, id, known_until);
  return life ? person_near(*life, day) : std::nullopt;
}

std::vector<Person> PeopleStore::find_by_name(const std::string& name, Date day, Known known_until) {
  Query query{database_, R"sql(
    SELECT DISTINCT employee FROM employee_term
     WHERE attribute = 'name' AND value = :name AND event <= :known ORDER BY employee
  )sql"};
  query.bind(":name", name).bind(":known", known_until.value_or(std::numeric_limits<std::int64_t>::max()));
  std::vector<Person> people;
  while (query.next()) {
    const auto person = find(query.integer(0), day, known_until);
    if (person && person->name == name && person->in_service(day)) people.push_back(*person);
  }
  return people;
}

std::optional<Person> PeopleStore::history(std::int64_t id, Known known_until) {
  const auto life = life_of(database_, id, known_until);
  return life ? person_of(*life, first_of_days, last_of_days) : std::nullopt;
}

std::vector<Service> PeopleStore::services(std::int64_t id, Known known_until) {
  const auto life = life_of(database_, id, known_until);
  return life ? life->services() : std::vector<Service>{};
}

std::string PeopleStore::value(std::int64_t id, Attribute attribute, Date day, Known known_until) {
  const auto life = life_of(database_, id, known_until);
  return life ? life->value_on(attribute, day) : std::string{};
}

std::vector<EmployeeTerm> PeopleStore::terms(Known known_until) {
  std::vector<EmployeeTerm> terms;
  for_all_lives(database_, known_until, [&](const Life& life) { add_terms_of(life, terms); });
  return terms;
}

std::vector<EmployeeTerm> PeopleStore::terms_of(std::int64_t id, Known known_until) {
  std::vector<EmployeeTerm> terms;
  for_each_life(database_, id, id, known_until, [&](const Life& life) { add_terms_of(life, terms); });
  return terms;
}

std::optional<std::int64_t> PeopleStore::id_of(const std::string& employee_no) {
  Query query{database_, "SELECT id FROM employee WHERE employee_no = :number"};
  query.bind(":number", employee_no);
  if (!query.next()) return std::nullopt;
  return query.integer(0);
}

std::string PeopleStore::number_of(std::int64_t id) {
  Query query{database_, "SELECT employee_no FROM employee WHERE id = :id"};
  query.bind(":id", id);
  return query.next() ? query.text(0) : std::string{};
}

std::vector<NumberHolder> PeopleStore::number_holders(Date first, Date last, Known known_until) {
  std::vector<NumberHolder> holders;
  for_all_lives(database_, known_until, [&](const Life& life) {
    for (const NumberKind kind : {NumberKind::employee, NumberKind::device, NumberKind::agent}) {
      add_holders(life, kind, first, last, holders);
    }
  });
  std::sort(holders.begin(), holders.end(), [](const NumberHolder& a, const NumberHolder& b) {
    return std::tie(a.kind, a.text, a.from, a.employee) < std::tie(b.kind, b.text, b.from, b.employee);
  });
  return holders;
}

std::vector<std::pair<std::int64_t, Attribute>> PeopleStore::changed_since(std::int64_t event) {
  Query query{database_, "SELECT employee, attribute FROM employee_term WHERE event > :event ORDER BY event, id"};
  query.bind(":event", event);
  std::vector<std::pair<std::int64_t, Attribute>> changed;
  while (query.next()) changed.emplace_back(query.integer(0), static_cast<Attribute>(attribute_index(query.text(1))));
  return changed;
}

std::int64_t PeopleStore::add_employee(std::int64_t event, const std::string& employee_no) {
  Query{database_, "INSERT INTO employee (event, employee_no) VALUES (:event, :number)"}
      .bind(":event", event)
      .bind(":number", employee_no)
      .run();
  return last_row_id(database_);
}

void PeopleStore::add_terms(std::int64_t event, std::span<const EmployeeTerm> terms) {
  Query insert{database_, R"sql(
    INSERT INTO employee_term (event, employee, attribute, from_day, value)
    VALUES (:event, :employee, :attribute, :from, :value)
  )sql"};
  for (const EmployeeTerm& term : terms) {
    insert.run_with(event, term.employee, to_key(term.attribute), term.from, term.value);
  }
}

void PeopleStore::add_exit(std::int64_t event, const Exit& exit) {
  Query{database_, R"sql(
    INSERT INTO employee_exit (event, employee, last_day, reason) VALUES (:event, :employee, :last_day, :reason)
  )sql"}
      .bind(":event", event)
      .bind(":employee", exit.employee)
      .bind(":last_day", exit.last_day)
      .bind(":reason", exit.reason)
      .run();
}

std::vector<Exit> PeopleStore::exits() {
  Query query{database_, R"sql(
    SELECT employee, last_day, reason, max(id) FROM employee_exit GROUP BY employee ORDER BY last_day, employee
  )sql"};
  std::vector<Exit> exits;
  while (query.next()) exits.push_back({query.integer(0), query.date(1), query.text(2)});
  std::erase_if(exits, [&](const Exit& exit) { return services(exit.employee).back().left != exit.last_day; });
  return exits;
}

}  // namespace svcadm::store
