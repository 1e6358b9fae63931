#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "usecase/directory.hpp"
#include "usecase/office.hpp"
#include "usecase/pay_inputs.hpp"
#include "usecase/policy_book.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

using Form = InputKind::Form;

std::string text_of(const InputKind& kind, const store::InputRow& row) {
  switch (kind.form) {
    case Form::score: return to_string(Rational{*row.quantity, 100});
    case Form::amount: return to_string(Money{*row.quantity});
    case Form::count: return std::to_string(*row.quantity);
    case Form::complaint: return row.detail;
  }
  return {};
}

/// Several entries of one kind as one text: sums, counts, or the samples side by side.
std::string summary(const InputKind& kind, const std::vector<const store::InputRow*>& rows) {
  if (rows.empty()) return {};
  std::int64_t sum = 0;
  for (const store::InputRow* row : rows) sum += *row->quantity;
  if (kind.form == Form::complaint || (kind.form == Form::count && kind.adds_up)) return std::to_string(sum);
  if (kind.form == Form::amount && kind.adds_up) return to_string(Money{sum});
  if (kind.form == Form::score && kind.adds_up) {
    return fmt::format("{} ({})", to_string(round_money(Rational{sum, static_cast<std::int64_t>(rows.size())})),
                       rows.size());
  }
  return text_of(kind, *rows.back());
}

}  // namespace

InputOverview list_inputs(Office& office, Month month) {
  const Reading reading{office, domain::Permission::read_pay};
  const Directory directory{office.database(), first_day(month), last_day(month)};
  const auto tree = store::PeopleStore{office.database()}.departments();
  PolicyBook book{office.database(), tree, first_day(month), last_day(month)};
  std::map<std::pair<std::int64_t, std::string>, std::vector<const store::InputRow*>> by_person;
  const auto rows = store::PayrollStore{office.database()}.inputs(month);
  std::set<std::string> used;
  for (const store::InputRow& row : rows) {
    by_person[{row.employee, row.kind}].push_back(&row);
    used.insert(row.kind);
  }

  // A column for each kind that anybody has or that any regulation scores.
  InputOverview overview;
  std::vector<InputKind> kinds;
  for (const store::Person& person : directory.people()) {
    const domain::Policy* policy = book.on(person.terms.back().department, person.terms.back().to);
    for (const InputKind& kind : input_kinds(book.one_after_another(person))) {
      const auto& parts = policy->appraisal.parts;
      const bool scored =
          std::any_of(parts.begin(), parts.end(), [&](const auto& part) { return part.input == kind.key; });
      if ((scored || used.contains(kind.key)) && find_kind(kinds, kind.key) == nullptr) {
        kinds.push_back(kind);
        overview.scored.push_back(scored);
      }
    }
  }
  for (const store::Person& person : directory.people()) {
    const auto& parts = book.on(person.terms.back().department, person.terms.back().to)->appraisal.parts;
    InputOverview::Row row{person.employee_no, person.name, {}};
    for (const InputKind& kind : kinds) {
      const auto found = by_person.find({person.id, kind.key});
      const bool needed =
          std::any_of(parts.begin(), parts.end(), [&](const auto& part) { return part.input == kind.key; });
      row.values.push_back(found != by_person.end() ? summary(kind, found->second) : needed ? "-" : "");
    }
    overview.rows.push_back(std::move(row));
  }
  overview.kinds = std::move(kinds);
  return overview;
}

std::vector<InputRecord> input_records(Office& office, Month month, const std::string& person) {
  const Reading reading{office, domain::Permission::read_pay};
  const Directory directory{office.database(), first_day(month), last_day(month)};
  const auto tree = store::PeopleStore{office.database()}.departments();
  PolicyBook book{office.database(), tree, first_day(month), last_day(month)};
  const store::Person* wanted = person.empty() ? nullptr : directory.find(person);
  if (!person.empty() && wanted == nullptr) throw Error{Failure::not_found, directory.complaint(person)};
  std::vector<InputRecord> records;
  for (const store::InputRow& row : store::PayrollStore{office.database()}.inputs(month)) {
    const store::Person* holder = directory.by_id(row.employee);
    if (holder == nullptr || (wanted != nullptr && holder->id != wanted->id)) continue;
    const auto kinds = input_kinds(book.one_after_another(*holder));
    const InputKind* kind = find_kind(kinds, row.kind);
    records.push_back({holder->employee_no, holder->name, row, kind == nullptr ? "" : text_of(*kind, row),
                       kind == nullptr ? Label{} : kind->label});
  }
  return records;
}

}  // namespace svcadm::usecase
