#include "usecase/pay_input_desk.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/text.hpp"
#include "usecase/office.hpp"
#include "usecase/own_affair.hpp"

namespace svcadm::usecase {

namespace {

using Form = InputKind::Form;

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

/// The stored quantity of a value, and what is wrong with it where there is none.
struct Quantity {
  std::optional<std::int64_t> value;
  Message problem = {};
};

constexpr std::int64_t most_hundredths = 100 * 100;  // scores are of 100 points

/// The severity that was meant: by its code, by its label in either language, or by the beginning of one label only.
const domain::ComplaintCharge* severity_named(const domain::Policy& policy, const std::string& text) {
  const std::string typed = fold(text);
  const domain::ComplaintCharge* begins = nullptr;
  int beginning = 0;
  for (const domain::ComplaintCharge& charge : policy.payroll.complaints) {
    const std::string zh = fold(charge.label.zh);
    const std::string en = fold(charge.label.en);
    if (typed == fold(charge.severity) || typed == zh || typed == en) return &charge;
    if (typed.empty() || !(zh.starts_with(typed) || en.starts_with(typed))) continue;
    begins = &charge;
    ++beginning;
  }
  return beginning == 1 ? begins : nullptr;
}

/// Why a number of points or yuan cannot be read, where it is one: too many decimals, or more than can be kept.
std::optional<Message> bad_number(const std::string& text) {
  const auto dot = text.find('.');
  const std::string whole = text.substr(0, dot);
  const std::string decimals = dot == std::string::npos ? "0" : text.substr(dot + 1);
  constexpr const char* digits = "0123456789";
  const bool number = !whole.empty() && !decimals.empty() && whole.find_first_not_of(digits) == std::string::npos &&
                      decimals.find_first_not_of(digits) == std::string::npos;
  if (!number) return std::nullopt;
  if (decimals.size() > 2) return Message{"input.decimals", {text}};
  if (!parse_money(text)) return Message{"input.too-big", {text}};
  return std::nullopt;
}

Quantity read_quantity(const InputKind& kind, const domain::Policy& policy, const std::string& text) {
  switch (kind.form) {
    case Form::score: {
      const auto points = parse_money(text);  // the same form: at most two decimals
      if (!points || points->fen < 0 || points->fen > most_hundredths) {
        return {{}, bad_number(text).value_or(Message{"input.no-score", {text}})};
      }
      return {points->fen};
    }
    case Form::count: {
      const auto count = whole_number(text);
      if (!count) return {{}, {"input.no-count", {text}}};
      return {count};
    }
    case Form::amount: {
      const auto amount = parse_money(text);
      if (!amount || amount->fen <= 0) return {{}, bad_number(text).value_or(Message{"input.no-amount", {text}})};
      return {amount->fen};
    }
    case Form::complaint: {
      if (severity_named(policy, text) != nullptr) return {1};
      std::string known;
      for (const domain::ComplaintCharge& charge : policy.payroll.complaints) {
        known +=
            fmt::format("{}{} ({}, {})", known.empty() ? "" : ", ", charge.severity, charge.label.zh, charge.label.en);
      }
      return {{}, {"input.no-severity", {text, known}}};
    }
  }
  return {};
}

/// Keys of the fields, each with what is wrong with it.
using Faults = std::vector<std::pair<const char*, Message>>;

/// What is wrong with one entry, apart from its person; and the row it becomes.
Faults check_entry(const InputEntry& entry, const std::vector<InputKind>& kinds, const domain::Policy& policy,
                   store::InputRow& row) {
  Faults problems;
  const InputKind* kind = kind_named(kinds, entry.kind);
  if (kind == nullptr) {
    std::string known;
    for (const InputKind& one : kinds) known += (known.empty() ? "" : ", ") + one.key;
    return {{"kind", {"input.unknown-kind", {entry.kind, known}}}};
  }
  row.kind = kind->key;
  row.comment = entry.comment;
  row.paper = entry.paper;
  const Quantity quantity = read_quantity(*kind, policy, entry.value);
  if (!quantity.value) problems.emplace_back("value", quantity.problem);
  row.quantity = quantity.value;
  if (kind->form == Form::complaint && quantity.value) row.detail = severity_named(policy, entry.value)->severity;
  const Term term{"input." + kind->key};
  if (kind->needs_paper && entry.paper.empty()) {
    problems.emplace_back("paper", Message{"input.needs-paper", {term}});
  }
  if (kind->needs_comment && entry.comment.empty()) {
    problems.emplace_back("comment", Message{"input.needs-comment", {term}});
  }
  return problems;
}

bool same_entry(const store::InputRow& a, const store::InputRow& b) {
  return a.employee == b.employee && a.kind == b.kind && a.quantity == b.quantity && a.detail == b.detail &&
         a.comment == b.comment && a.paper == b.paper;
}

}  // namespace

InputDesk::InputDesk(Office& office, Month month, std::string file)
    : office_{office},
      month_{month},
      file_{std::move(file)},
      directory_{office.database(), first_day(month), last_day(month)},
      departments_{store::PeopleStore{office.database()}.departments()},
      book_{office.database(), departments_, first_day(month), last_day(month)},
      living_{store::PayrollStore{office.database()}.inputs(month)} {}

void InputDesk::complain(const InputEntry& entry, std::string_view key, Message message, std::string way_out) {
  const auto heading = headings.find(key);
  problems.push_back({.message = std::move(message),
                      .place = Place{file_, entry.line, heading == headings.end() ? std::string{} : heading->second},
                      .way_out = std::move(way_out)});
}

bool InputDesk::said_before(const store::InputRow& row) const {
  const auto same = [&](const store::InputRow& other) {
    return other.employee == row.employee && other.kind == row.kind;
  };
  return std::any_of(fresh.begin(), fresh.end(), [&](const auto& one) { return same(one.second); }) ||
         std::any_of(living_.begin(), living_.end(), [&](const auto& other) { return other.id < 0 && same(other); });
}

void InputDesk::check(const InputEntry& entry) {
  auto named = directory_.named(entry.person, entry.name);
  if (named.problem) complain(entry, named.field, std::move(named.problem->message), std::move(named.problem->way_out));
  unknown = unknown || named.person == nullptr;
  if (named.person == nullptr) return;
  const store::Person& person = *named.person;
  const auto policies = book_.one_after_another(person);
  const auto kinds = input_kinds(policies);
  store::InputRow row{.employee = person.id, .month = month_};
  auto faults = check_entry(entry, kinds, *policies.back(), row);

  // Equal rows of one file are several events; equal to a row of an earlier import they are the same one.
  const auto same = std::find_if(living_.begin(), living_.end(),
                                 [&](const store::InputRow& other) { return other.id > 0 && same_entry(other, row); });
  const bool is_known = !file_.empty() && row.quantity && same != living_.end();
  if (!is_known && office_.is_own(person.employee_no)) {
    own = true;
    Problem problem = own_affair(person, domain::Permission::run_payroll);
    complain(entry, named.field, std::move(problem.message), std::move(problem.way_out));
  }
  for (auto& [key, message] : faults) complain(entry, key, std::move(message));
  if (is_known) {
    same->id = -same->id;
    known.push_back(entry.line);
    return;
  }
  if (!row.quantity) return;

  if (!find_kind(kinds, row.kind)->adds_up) {
    if (said_before(row)) complain(entry, "kind", {"input.twice", {Term{"input." + row.kind}, person.employee_no}});
    for (const store::InputRow& other : living_) {
      if (other.employee == row.employee && other.kind == row.kind) row.replaces = other.id;
    }
  }
  fresh.emplace_back(entry.line, std::move(row));
}

}  // namespace svcadm::usecase
