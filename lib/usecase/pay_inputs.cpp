#include "usecase/pay_inputs.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>

#include <fmt/format.h>

#include "base/text.hpp"
#include "usecase/closed_month.hpp"
#include "usecase/directory.hpp"
#include "usecase/office.hpp"
#include "usecase/policy_book.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

using Form = InputKind::Form;

/// What people call the kinds in files.
constexpr struct {
  const char* key;
  const char* zh;
  const char* en;
} kind_labels[] = {
    {"exam", "业务考试", "exam"},
    {"quality", "通话质检", "call quality"},
    {"leader_score", "组长评分", "leader's score"},
    {"complaint", "投诉", "upheld complaint"},
    {"orders", "订单数", "orders"},
    {"returned_orders", "退单数", "returned orders"},
    {"wrong_orders", "错单", "wrong orders"},
    {"order_grabbing", "抢单", "order grabbing"},
    {"loss", "损失赔偿", "approved loss"},
    {"contract_bonus", "绩效奖金", "contract bonus"},
};

void add_kind(std::vector<InputKind>& kinds, const std::string& key, Form form, bool adds_up) {
  if (!key.empty() && find_kind(kinds, key) == nullptr) kinds.push_back({.key = key, .form = form, .adds_up = adds_up});
}

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

constexpr std::int64_t most_hundredths = 100 * 100;  // scores are of 100 points

Quantity read_quantity(const InputKind& kind, const domain::Policy& policy, const std::string& text) {
  switch (kind.form) {
    case Form::score: {
      const auto points = parse_money(text);  // the same form: at most two decimals
      if (!points || points->fen < 0 || points->fen > most_hundredths) return {{}, {"input.no-score", {text}}};
      return {points->fen};
    }
    case Form::count: {
      const auto count = whole_number(text);
      if (!count) return {{}, {"input.no-count", {text}}};
      return {count};
    }
    case Form::amount: {
      const auto amount = parse_money(text);
      if (!amount || amount->fen <= 0) return {{}, {"input.no-amount", {text}}};
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

/// What is wrong with one entry, apart from its person; and the row it becomes.
std::vector<Message> check_entry(const InputEntry& entry, const domain::Policy& policy, store::InputRow& row) {
  std::vector<Message> problems;
  const auto kinds = input_kinds(policy);
  const InputKind* kind = kind_named(kinds, entry.kind);
  if (kind == nullptr) {
    std::string known;
    for (const InputKind& one : kinds) known += (known.empty() ? "" : ", ") + one.key;
    return {{"input.unknown-kind", {entry.kind, known}}};
  }
  row.kind = kind->key;
  row.comment = entry.comment;
  row.paper = entry.paper;
  const Quantity quantity = read_quantity(*kind, policy, entry.value);
  if (!quantity.value) problems.push_back(quantity.problem);
  row.quantity = quantity.value;
  if (kind->form == Form::complaint && quantity.value) row.detail = severity_named(policy, entry.value)->severity;
  if (kind->needs_paper && entry.paper.empty()) problems.push_back({"input.needs-paper", {Term{"input." + kind->key}}});
  if (kind->needs_comment && entry.comment.empty()) {
    problems.push_back({"input.needs-comment", {Term{"input." + kind->key}}});
  }
  return problems;
}

bool same_entry(const store::InputRow& a, const store::InputRow& b) {
  return a.employee == b.employee && a.kind == b.kind && a.quantity == b.quantity && a.detail == b.detail &&
         a.comment == b.comment && a.paper == b.paper;
}

}  // namespace

std::vector<InputKind> input_kinds(const domain::Policy& policy) {
  std::vector<InputKind> kinds;
  for (const domain::ScorePart& part : policy.appraisal.parts) {
    // The month's spot checks are samples: their mean counts.  An exam or a leader's score is entered once.
    const bool sampled = part.input == "quality" || part.fewest > 1;
    kinds.push_back({.key = part.input, .form = Form::score, .adds_up = sampled, .needs_comment = part.needs_comment});
  }
  add_kind(kinds, "exam", Form::score, false);
  add_kind(kinds, "quality", Form::score, true);
  add_kind(kinds, "leader_score", Form::score, false);
  add_kind(kinds, "complaint", Form::complaint, true);
  add_kind(kinds, "orders", Form::count, false);
  add_kind(kinds, "returned_orders", Form::count, false);
  add_kind(kinds, "wrong_orders", Form::count, true);
  add_kind(kinds, "order_grabbing", Form::count, true);
  for (const domain::Gate& gate : policy.appraisal.gates) {
    for (const std::string& input : gate.inputs) {
      if (input != "complaints") add_kind(kinds, input, Form::count, true);  // counted from the complaints themselves
    }
    add_kind(kinds, gate.part, Form::count, false);
    add_kind(kinds, gate.whole, Form::count, false);
  }
  add_kind(kinds, "loss", Form::amount, true);
  kinds.back().needs_paper = true;
  add_kind(kinds, "contract_bonus", Form::amount, false);
  for (const domain::PayItem& item : policy.payroll.items) {
    if (item.method == domain::ItemMethod::entered) add_kind(kinds, item.input, Form::amount, false);
  }
  for (InputKind& kind : kinds) {
    const auto known = std::find_if(std::begin(kind_labels), std::end(kind_labels),
                                    [&](const auto& one) { return kind.key == one.key; });
    if (known != std::end(kind_labels)) kind.label = {known->zh, known->en};
  }
  for (const domain::PayItem& item : policy.payroll.items) {
    for (InputKind& kind : kinds) {
      if (item.method == domain::ItemMethod::entered && item.input == kind.key) kind.label = item.label;
    }
  }
  return kinds;
}

const InputKind* kind_named(const std::vector<InputKind>& kinds, std::string_view text) {
  const std::string folded = fold(text);
  for (const InputKind& kind : kinds) {
    if (folded == fold(kind.key) || folded == fold(kind.label.zh) || folded == fold(kind.label.en)) return &kind;
  }
  return nullptr;
}

const InputKind* find_kind(const std::vector<InputKind>& kinds, std::string_view key) {
  for (const InputKind& kind : kinds) {
    if (kind.key == key) return &kind;
  }
  return nullptr;
}

InputOutcome enter_inputs(Office& office, Month month, const std::vector<InputEntry>& entries,
                          const std::string& file) {
  UnitOfWork work{office, domain::Permission::run_payroll, "payroll.input"};
  require_open_month(office.database(), first_day(month));

  // Gather.
  const Directory directory{office.database(), first_day(month), last_day(month)};
  const auto tree = store::PeopleStore{office.database()}.departments();
  PolicyBook book{office.database(), tree, first_day(month), last_day(month)};
  store::PayrollStore payroll{office.database()};
  std::vector<store::InputRow> known = payroll.inputs(month);

  // Decide.
  InputOutcome outcome;
  std::vector<Problem> problems;
  std::vector<store::InputRow> fresh;
  for (const InputEntry& entry : entries) {
    const Place place{file, entry.line, {}};
    const store::Person* person = directory.find(entry.person);
    if (person == nullptr) {
      problems.push_back({.message = directory.complaint(entry.person), .place = place});
      continue;
    }
    if (office.is_own(person->employee_no)) {
      throw Error{Failure::not_permitted, Message{"authority.own-affair", {person->employee_no, person->name}}};
    }
    const domain::Policy* policy = book.on(person->terms.back().department, person->terms.back().to);
    store::InputRow row{.employee = person->id, .month = month};
    for (const Message& message : check_entry(entry, *policy, row))
      problems.push_back({.message = message, .place = place});
    if (!row.quantity) continue;
    const auto kinds = input_kinds(*policy);
    const bool adds_up = find_kind(kinds, row.kind)->adds_up;
    bool is_known = false;
    for (store::InputRow& other : known) {
      // Equal rows of one file are several events; equal to a row of an earlier import they are the same one.
      if (!is_known && other.id > 0 && same_entry(other, row)) {
        is_known = true;
        other.id = -other.id;
      } else if (!adds_up && other.employee == row.employee && other.kind == row.kind) {
        row.replaces = other.id;
      }
    }
    const bool contradicts = !adds_up && std::any_of(fresh.begin(), fresh.end(), [&](const store::InputRow& other) {
      return other.employee == row.employee && other.kind == row.kind;
    });
    if (contradicts) {
      problems.push_back(
          {.message = {"input.twice", {Term{"input." + row.kind}, person->employee_no}}, .place = place});
    }
    if (is_known && !file.empty()) {
      ++outcome.known;
    } else {
      fresh.push_back(row);
    }
  }
  if (!problems.empty()) throw Error{Failure::input, std::move(problems)};

  // Record.
  for (const store::InputRow& row : fresh) outcome.ids.push_back(payroll.add_input(work.event(), row));
  if (!fresh.empty()) work.conclude(to_string(month), fmt::format(R"({{"entries":{}}})", fresh.size()));
  return outcome;
}

void withdraw_input(Office& office, std::int64_t id, const std::string& reason) {
  UnitOfWork work{office, domain::Permission::run_payroll, "payroll.input-withdraw"};
  store::PayrollStore payroll{office.database()};
  const auto input = payroll.input(id);
  if (!input || !input->quantity) throw Error{Failure::not_found, Message{"input.unknown", {fmt::format("IN{}", id)}}};
  require_open_month(office.database(), first_day(input->month));
  bool living = false;
  for (const store::InputRow& row : payroll.inputs(input->month)) living = living || row.id == id;
  if (!living) throw Error{Failure::conflict, Message{"input.replaced", {fmt::format("IN{}", id)}}};
  store::InputRow reversal = *input;
  reversal.quantity.reset();
  reversal.comment = reason;
  reversal.replaces = id;
  payroll.add_input(work.event(), reversal);
  work.conclude(fmt::format("IN{}", id));
}

domain::MonthInputs inputs_of(const std::vector<store::InputRow>& rows, const std::vector<InputKind>& kinds) {
  domain::MonthInputs inputs;
  for (const store::InputRow& row : rows) {
    const InputKind* kind = find_kind(kinds, row.kind);
    if (kind == nullptr || !row.quantity) continue;
    switch (kind->form) {
      case Form::score:
        if (!kind->adds_up) inputs.scores[row.kind].clear();
        inputs.scores[row.kind].push_back(*row.quantity);
        break;
      case Form::count: inputs.counts[row.kind] = (kind->adds_up ? inputs.counts[row.kind] : 0) + *row.quantity; break;
      case Form::amount:
        inputs.amounts[row.kind] = (kind->adds_up ? inputs.amounts[row.kind] : Money{}) + Money{*row.quantity};
        break;
      case Form::complaint:
        ++inputs.complaints[row.detail];
        ++inputs.counts["complaints"];
        break;
    }
  }
  return inputs;
}

}  // namespace svcadm::usecase
