// What late facts about closed months change in the open one.

#include <algorithm>

#include <fmt/format.h>

#include "domain/pay_parts.hpp"

namespace svcadm::domain {

namespace {

constexpr std::string_view loss_item = "loss";

bool is_balance(const std::string& item) { return item == "carried_in" || item == "carried_out"; }

Ground reason_of(const Adjustment& one) {
  return {.message = {"ground.adjustment", {one.origin, one.label, one.was, one.is, one.amount()}},
          .cite = {},
          .facts = {},
          .because = one.grounds};
}

}  // namespace

std::vector<PayLine> adjustment_lines(const std::vector<Adjustment>& adjustments) {
  std::vector<PayLine> lines;
  for (const Adjustment& one : adjustments) {
    const std::string month = to_string(one.origin);
    lines.push_back({fmt::format("{}@{}", one.item, month),
                     {month + " " + one.label.zh, month + " " + one.label.en},
                     PayColumn::adjustment,
                     one.amount(),
                     {reason_of(one)}});
  }
  return lines;
}

Money late_losses(const std::vector<Adjustment>& adjustments) {
  Money sum;
  for (const Adjustment& one : adjustments) {
    if (one.item == loss_item) sum -= one.amount();
  }
  return sum;
}

void add_carry_lines(PaySheet& sheet) {
  if (const Money in = sheet.carried_in.total(); in != Money{}) {
    sheet.lines.push_back({"carried_in",
                           {"上月结转", "brought forward"},
                           std::nullopt,
                           -in,
                           {{.message = {"ground.carried-in", {sheet.carried_in.loss, sheet.carried_in.other}}}}});
  }
  if (const Money out = sheet.carried_out.total(); out != Money{}) {
    sheet.lines.push_back({"carried_out",
                           {"结转下月", "carried forward"},
                           std::nullopt,
                           out,
                           {{.message = {"ground.carried-out", {sheet.carried_out.loss, sheet.carried_out.other}}}}});
  }
}

PaySheet adjust_only(const std::vector<Adjustment>& adjustments, const Carry& carried_in) {
  PaySheet sheet{.carried_in = carried_in};
  Money left = -carried_in.other;
  for (PayLine& line : adjustment_lines(adjustments)) {
    sheet.columns[PayColumn::adjustment] += line.amount;
    left += line.amount;
    sheet.lines.push_back(std::move(line));
  }
  // A loss is taken from pay, of which there is none; what was taken for one that is claimed no more is paid back.
  const Money outstanding = late_losses(adjustments) + carried_in.loss;
  left += late_losses(adjustments) + std::max(Money{}, -outstanding);
  if (left < Money{}) sheet.carried_out.other = -left;
  sheet.carried_out.loss = std::max(Money{}, outstanding);
  add_carry_lines(sheet);
  for (const PayLine& line : sheet.lines) sheet.payable += line.amount;
  return sheet;
}

std::vector<Adjustment> adjustments_between(Month origin, const std::vector<PaidItem>& paid,
                                            const std::vector<PayLine>& now) {
  std::vector<Adjustment> found;
  const auto entry = [&](const std::string& item, const Label& label) -> Adjustment& {
    for (Adjustment& one : found) {
      if (one.item == item) return one;
    }
    return found.emplace_back(Adjustment{origin, item, label, {}, {}});
  };
  for (const PayLine& line : now) {
    if (is_balance(line.item)) continue;
    Adjustment& one = entry(line.item, line.label);
    one.is += line.amount;
    one.grounds.insert(one.grounds.end(), line.grounds.begin(), line.grounds.end());
  }
  for (const PaidItem& item : paid) {
    if (!is_balance(item.item)) entry(item.item, item.label).was += item.amount;
  }
  std::erase_if(found, [](const Adjustment& one) { return one.amount() == Money{}; });
  return found;
}

}  // namespace svcadm::domain
