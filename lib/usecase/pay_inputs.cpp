#include "usecase/pay_inputs.hpp"

#include <algorithm>
#include <functional>
#include <iterator>

#include <fmt/format.h>

#include "base/text.hpp"
#include "usecase/closed_month.hpp"
#include "usecase/office.hpp"
#include "usecase/pay_input_desk.hpp"
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
  if (key == domain::complaint_count) return;  // counted from the complaints themselves
  if (!key.empty() && find_kind(kinds, key) == nullptr) kinds.push_back({.key = key, .form = form, .adds_up = adds_up});
}

}  // namespace

std::vector<InputKind> input_kinds(const domain::Policy& policy) {
  std::vector<InputKind> kinds;
  for (const domain::ScorePart& part : policy.appraisal.parts) {
    // The month's spot checks are samples: their mean counts.  An exam or a leader's score is entered once.
    const bool sampled = part.input == "quality" || part.fewest > 1;
    kinds.push_back({.key = part.input, .form = Form::score, .adds_up = sampled, .needs_comment = part.needs_comment});
  }
  const auto money = [](const domain::OwnInput& own) { return own.form == Form::amount; };
  for (const domain::OwnInput& own : domain::own_inputs) {
    if (!money(own)) add_kind(kinds, std::string{own.key}, own.form, own.adds_up);
  }
  for (const domain::Gate& gate : policy.appraisal.gates) {
    for (const std::string& input : gate.inputs) add_kind(kinds, input, Form::count, true);
    add_kind(kinds, gate.part, Form::count, false);
    add_kind(kinds, gate.whole, Form::count, false);
  }
  for (const domain::OwnInput& own : domain::own_inputs) {
    if (money(own)) add_kind(kinds, std::string{own.key}, own.form, own.adds_up);
  }
  for (const domain::PayItem& item : policy.payroll.items) {
    if (item.method == domain::ItemMethod::entered) add_kind(kinds, item.input, Form::amount, false);
  }
  for (InputKind& kind : kinds) {
    kind.needs_paper = kind.key == "loss";
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

bool is_paid_by(const domain::Policy& policy, const std::string& key) {
  const auto& items = policy.payroll.items;
  return std::any_of(items.begin(), items.end(), [&](const domain::PayItem& item) {
    return item.method == domain::ItemMethod::entered && item.input == key;
  });
}

std::vector<InputKind> input_kinds(const std::vector<const domain::Policy*>& policies) {
  std::vector<InputKind> kinds = input_kinds(*policies.back());
  for (const domain::Policy* policy : policies) {
    for (const InputKind& kind : input_kinds(*policy)) {
      if (is_paid_by(*policy, kind.key) && find_kind(kinds, kind.key) == nullptr) kinds.push_back(kind);
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

std::vector<std::int64_t> enter_inputs(Office& office, Month month, const std::vector<InputEntry>& entries) {
  UnitOfWork work{office, domain::Permission::run_payroll, "payroll.input"};
  take_late_fact(office, first_day(month));

  InputDesk desk{office, month, {}};
  for (const InputEntry& entry : entries) desk.check(entry);
  if (desk.own) throw Error{Failure::not_permitted, std::move(desk.problems)};
  if (desk.unknown) throw Error{Failure::not_found, std::move(desk.problems)};
  throw_problems(std::move(desk.problems));

  store::PayrollStore payroll{office.database()};
  std::vector<std::int64_t> ids;
  for (const auto& [line, row] : desk.fresh) ids.push_back(payroll.add_input(work.event(), row));
  if (!ids.empty()) work.conclude(to_string(month), fmt::format(R"({{"entries":{}}})", ids.size()));
  return ids;
}

namespace {

/// What takes the place of an entry that is taken back.
using Successor = std::function<store::InputRow(store::PayrollStore&, const store::InputRow&)>;

void take_back(Office& office, std::int64_t id, const Successor& successor) {
  UnitOfWork work{office, domain::Permission::run_payroll, "payroll.input-withdraw"};
  store::PayrollStore payroll{office.database()};
  const auto input = payroll.input(id);
  if (!input || !input->quantity) throw Error{Failure::not_found, Message{"input.unknown", {fmt::format("IN{}", id)}}};
  take_late_fact(office, first_day(input->month));
  bool living = false;
  for (const store::InputRow& row : payroll.inputs(input->month)) living = living || row.id == id;
  if (!living) throw Error{Failure::conflict, Message{"input.replaced", {fmt::format("IN{}", id)}}};
  store::InputRow next = successor(payroll, *input);
  next.replaces = id;
  payroll.add_input(work.event(), next);
  work.conclude(fmt::format("IN{}", id));
}

store::InputRow nothing_instead(const store::InputRow& input, const std::string& reason) {
  store::InputRow nothing = input;
  nothing.quantity.reset();
  nothing.comment = reason;
  return nothing;
}

}  // namespace

void withdraw_input(Office& office, std::int64_t id, const std::string& reason) {
  take_back(office, id, [&](auto&, const auto& input) { return nothing_instead(input, reason); });
}

void undo_input(Office& office, std::int64_t id, const std::string& reason) {
  take_back(office, id, [&](store::PayrollStore& payroll, const store::InputRow& input) {
    return input.replaces ? payroll.input(*input.replaces).value() : nothing_instead(input, reason);
  });
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
