#include "domain/payroll.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "domain/pay_parts.hpp"

namespace svcadm::domain {

namespace {

HalfDays& column_of(PaySheet& sheet, LeaveColumn column) {
  switch (column) {
    case LeaveColumn::personal: return sheet.personal;
    case LeaveColumn::sick: return sheet.sick;
    case LeaveColumn::annual: return sheet.annual;
    case LeaveColumn::other_paid: return sheet.other_paid;
    case LeaveColumn::official: return sheet.official;
    case LeaveColumn::rest_comp: return sheet.rest_comp;
  }
  return sheet.personal;
}

void count_time(PaySheet& sheet, PayContext& context) {
  const MonthTime& time = context.facts().time;
  for (const JudgedDay& day : time.days) {
    sheet.due += day.measure.plan.due();
    sheet.present += day.present;
    sheet.absent += day.absent;
    sheet.pending += day.pending;
    for (const auto& [code, halves] : day.leave) {
      const LeaveKind* kind = day.policy->leave.find(code);
      if (kind == nullptr) {
        context.lacks("leave-kind", code);
      } else {
        column_of(sheet, kind->column) += halves;
      }
    }
    const bool worked = day.measure.worked_unplanned || day.present.halves > 0;
    if (day.measure.plan.kind == DayKind::statutory_holiday && worked) ++sheet.holiday_work_days;
  }
  sheet.late_count = time.late_count;
  sheet.late_minutes = time.late_minutes;
  sheet.early_days = time.early_days;
}

/// What is left to pay while deductions are taken one after the other.
struct Balance {
  Money earned;
  Money unpaid_time;  ///< taken for time that was not worked
  Money taken;        ///< all that was taken, unpaid time included
  Money adjusted;     ///< by late facts of closed months, but for losses that are still to be taken
  /// Of the month's own pay.
  Money own() const { return earned - taken; }
  Money left() const { return own() + adjusted; }
};

Money damage_base(DamageBase base, const Balance& balance) {
  switch (base) {
    case DamageBase::after_unpaid_time: return balance.earned - balance.unpaid_time;
    case DamageBase::full_pay: return balance.earned;
    case DamageBase::after_all_deductions: return std::max(Money{}, balance.left());
  }
  return {};
}

/// Takes back what would leave less than nothing, from the line taken last to the first.
void drop_below_zero(std::vector<PayLine>& lines, Balance& balance, const Citation& cite) {
  Money missing = -balance.own();
  for (auto line = lines.rbegin(); line != lines.rend() && missing > Money{}; ++line) {
    if (!line->column || !is_deduction(*line->column)) continue;
    const Money kept = std::min(missing, -line->amount);
    if (kept == Money{}) continue;
    line->amount += kept;
    line->grounds.push_back({.message = {"ground.dropped", {kept}}, .cite = cite});
    balance.taken -= kept;
    missing -= kept;
  }
}

/// The losses entered for the month.
Money fresh_loss(const PayFacts& facts) {
  const auto entered = facts.inputs.amounts.find("loss");
  return entered == facts.inputs.amounts.end() ? Money{} : entered->second;
}

/// Damages within the law's limit; the rest is carried.
void take_losses(PaySheet& sheet, PayContext& context, const Balance& balance) {
  const PayFacts& facts = context.facts();
  const Money fresh = fresh_loss(facts);
  const Money late = late_losses(facts.adjustments);
  const Money outstanding = fresh + late + facts.carried_in.loss;
  if (outstanding <= Money{} && fresh == Money{}) return;
  const auto& rule = context.last().losses;
  if (!rule) {
    context.lacks("losses");
    return;
  }
  PayLine line{"loss", {"损失赔偿扣款", "approved losses"}, PayColumn::loss_deduction, -fresh, {}};
  line.grounds.push_back(
      {.message = {"ground.loss.outstanding", {fresh, late + facts.carried_in.loss, outstanding}}, .cite = *rule});
  Money taken;
  if (outstanding < Money{}) {
    taken = outstanding;  // for a loss that is claimed no more: paid back
  } else if (const auto& limit = facts.damage_limit) {
    const Money pay = std::max(Money{}, damage_base(context.last().loss_limit_of, balance));
    const Money share = round_money(Rational{pay.fen} * limit->share.value, {.rounding = Rounding::down});
    const Money room = std::max(Money{}, balance.left() - limit->minimum_wage.value);
    taken = std::max(Money{}, std::min({outstanding, share, room}));
    line.grounds.push_back(
        {.message = {"ground.loss.share", {pay, limit->share.value, share}}, .cite = limit->share.cite});
    line.grounds.push_back(
        {.message = {"ground.loss.floor", {std::max(Money{}, balance.left()), limit->minimum_wage.value, room}},
         .cite = limit->minimum_wage.cite});
    line.grounds.push_back({.message = {"ground.loss.taken", {taken, outstanding - taken}}});
  } else {
    line.grounds.push_back({.message = {"ground.loss.held", {outstanding}}});
  }
  sheet.carried_out.loss = outstanding - taken;
  sheet.columns[PayColumn::loss_deduction] += fresh;
  sheet.lines.push_back(std::move(line));
}

/// What was taken for losses that are claimed no more, beyond what is still to be covered.
Money loss_refund(const PayFacts& facts) {
  return std::max(Money{}, -(fresh_loss(facts) + late_losses(facts.adjustments) + facts.carried_in.loss));
}

/// The identity that every row of the sheet keeps.
Money payable_by_columns(const PaySheet& sheet) {
  Money sum;
  for (const auto& [column, amount] : sheet.columns) sum += is_deduction(column) ? -amount : amount;
  return sum - sheet.carried_in.total() + sheet.carried_out.total();
}

/// " 10-08~10-18"
std::string days_of(const Stretch& part) {
  const auto day = [](Date date) { return to_string(date).substr(5); };
  return fmt::format(" {}~{}", day(part.from), day(part.to));
}

}  // namespace

Label name_of(const PayLine& line) {
  if (!line.part) return line.label;
  const std::string days = days_of(*line.part);
  return {line.label.zh + days, line.label.en + days};
}

Label item_name(const Label& name) {
  static const std::size_t length = days_of({}).size();
  const auto item = [](const std::string& text) {
    const bool part = text.size() > length && text[text.size() - length] == ' ' &&
                      text[text.size() - length / 2] == '~' && text[text.size() - 3] == '-';
    return part ? text.substr(0, text.size() - length) : text;
  };
  return {item(name.zh), item(name.en)};
}

bool is_deduction(PayColumn column) { return column >= PayColumn::lateness_deduction; }

PaySheet compute_pay(const PayFacts& facts) {
  PayContext context{facts};
  PaySheet sheet{.probation = facts.segments.back().probation, .carried_in = facts.carried_in};
  count_time(sheet, context);

  Balance balance;
  for (PayLine& line : earn(context)) {
    balance.earned += line.amount;
    sheet.columns[*line.column] += line.amount;
    sheet.lines.push_back(std::move(line));
  }
  for (PayLine& line : adjustment_lines(facts.adjustments)) {
    sheet.columns[*line.column] += line.amount;
    balance.adjusted += line.amount;
    sheet.lines.push_back(std::move(line));
  }
  balance.adjusted += late_losses(facts.adjustments) + loss_refund(facts);
  auto deductions = deduct(context);
  for (const PayLine& line : deductions) {
    balance.taken -= line.amount;
    const auto rules = context.deductions();
    const auto rule =
        std::find_if(rules.begin(), rules.end(), [&](const DeductionLine* known) { return known->code == line.item; });
    if (rule != rules.end() && (*rule)->is_unpaid_time()) balance.unpaid_time -= line.amount;
  }
  balance.taken += facts.carried_in.other;
  if (balance.own() < Money{}) {
    const auto& rule = context.last().below_zero;
    if (!rule) {
      context.lacks("below-zero");
    } else if (rule->value == BelowZero::drop) {
      drop_below_zero(deductions, balance, rule->cite);
    }
  }
  if (balance.left() < Money{}) sheet.carried_out.other = -balance.left();
  for (PayLine& line : deductions) {
    sheet.columns[*line.column] -= line.amount;
    sheet.lines.push_back(std::move(line));
  }
  take_losses(sheet, context, balance);
  add_carry_lines(sheet);
  if (!context.problems().empty()) throw Error{Failure::no_rule, context.problems()};

  for (const PayLine& line : sheet.lines) sheet.payable += line.amount;
  if (sheet.payable != payable_by_columns(sheet) || sheet.payable < Money{}) bug("a pay sheet that does not add up");
  return sheet;
}

}  // namespace svcadm::domain
