#include "regulation/sections.hpp"

namespace svcadm::regulation {

using domain::BelowZero;
using domain::DamageBase;
using domain::DeductionLine;
using domain::Divisor;
using domain::DivisorMethod;
using domain::Forfeits;
using domain::ItemFor;
using domain::ItemMethod;
using domain::PartMonth;
using domain::PayColumn;
using domain::PayItem;

namespace {

Forfeits read_forfeits(Fields& in) {
  Forfeits forfeits;
  if (!in.has("forfeited_by")) return forfeits;
  for (bool Forfeits::*const member :
       in.words<bool Forfeits::*>("forfeited_by", {{"leave", &Forfeits::leave},
                                                   {"absenteeism", &Forfeits::absenteeism},
                                                   {"conversion", &Forfeits::conversion},
                                                   {"lateness", &Forfeits::lateness},
                                                   {"early-leaving", &Forfeits::early_leaving},
                                                   {"appraisal", &Forfeits::appraisal}})) {
    forfeits.*member = true;
  }
  return forfeits;
}

// Each method has values of its own; those of another one are unknown keys here.
void read_method(Fields& in, PayItem& item) {
  item.method = in.word<ItemMethod>("method", {{"fixed/1", ItemMethod::fixed},
                                               {"by-grade/1", ItemMethod::by_grade},
                                               {"individual/1", ItemMethod::individual},
                                               {"entered/1", ItemMethod::entered},
                                               {"share-of/1", ItemMethod::share_of}});
  switch (item.method) {
    case ItemMethod::fixed: item.amount = in.money("amount"); break;
    case ItemMethod::by_grade:
      for (auto& [grade, amount] : in.money_table("grades")) item.by_grade.emplace(grade, amount);
      break;
    case ItemMethod::individual: break;
    case ItemMethod::entered: item.input = in.code("input"); break;
    case ItemMethod::share_of:
      item.of = in.code("of");
      item.share = in.share("share");
      break;
  }
}

void read_item(Fields& in, const std::string& code, InForce& into) {
  PayItem item;
  item.code = code;
  item.label = in.label("label");
  item.column = in.word<PayColumn>("column", {{"base", PayColumn::base},
                                              {"full_attendance", PayColumn::full_attendance},
                                              {"performance", PayColumn::performance},
                                              {"bonus", PayColumn::bonus},
                                              {"other_pay", PayColumn::other_pay}});
  read_method(in, item);
  item.applies_to = in.word<ItemFor>(
      "for", {{"everybody", ItemFor::everybody}, {"probation", ItemFor::probation}, {"confirmed", ItemFor::confirmed}});
  item.part_month = in.word<PartMonth>("part_month", {{"workdays", PartMonth::workdays},
                                                      {"calendar-days", PartMonth::calendar_days},
                                                      {"full-only", PartMonth::full_only},
                                                      {"whole", PartMonth::whole}});
  item.forfeits = read_forfeits(in);
  item.is_day_pay = in.has("day_pay") && in.flag("day_pay");
  item.cite = in.citation();
  into.policy.payroll.items.push_back(std::move(item));
}

void read_takes(Fields& in, DeductionLine& line) {
  constexpr std::string_view leave_prefix = "leave:";
  for (const std::string& what : in.codes("takes")) {
    if (what == "absenteeism") {
      line.absenteeism = true;
    } else if (what == "lateness") {
      line.lateness = true;
    } else if (what.starts_with(leave_prefix) && what.size() > leave_prefix.size()) {
      line.leave_kinds.push_back(what.substr(leave_prefix.size()));
    } else {
      in.problem({"regulation.unknown-word", {what, "absenteeism, lateness, leave:KIND"}}, "takes");
    }
  }
}

void read_deduction(Fields& in, const std::string& code, InForce& into) {
  DeductionLine line;
  line.code = code;
  line.label = in.label("label");
  line.column = in.word<PayColumn>("column", {{"lateness_deduction", PayColumn::lateness_deduction},
                                              {"absenteeism_deduction", PayColumn::absenteeism_deduction},
                                              {"personal_deduction", PayColumn::personal_deduction},
                                              {"sick_deduction", PayColumn::sick_deduction},
                                              {"other_deduction", PayColumn::other_deduction}});
  read_takes(in, line);
  if (in.has("conversions")) {
    line.conversions_apart = in.word<bool>("conversions", {{"together", false}, {"apart", true}});
  }
  line.cite = in.citation();
  into.policy.payroll.deductions.push_back(std::move(line));
}

void read_divisor(Fields& in, const std::string&, InForce& into) {
  Divisor divisor;
  divisor.method = in.word<DivisorMethod>("method", {{"month-workdays/1", DivisorMethod::month_workdays},
                                                     {"fixed/1", DivisorMethod::fixed},
                                                     {"calendar-days/1", DivisorMethod::calendar_days},
                                                     {"rostered-days/1", DivisorMethod::rostered_days}});
  if (divisor.method == DivisorMethod::fixed) {
    divisor.days = in.rate("days");
    if (divisor.days.numerator() == 0) in.problem({"regulation.zero-divisor"}, "days");
  }
  divisor.cite = in.citation();
  into.policy.payroll.divisor = divisor;
}

void read_rounding(Fields& in, const std::string&, InForce& into) {
  RoundingRule rule;
  rule.rounding = in.word<Rounding>("method", {{"half-up", Rounding::half_up},
                                               {"half-even", Rounding::half_even},
                                               {"down", Rounding::down},
                                               {"up", Rounding::up}});
  rule.unit_fen = in.word<std::int64_t>("unit", {{"0.01", 1}, {"0.10", 10}, {"1.00", 100}});
  into.policy.payroll.rounding = Cited<RoundingRule>{rule, in.citation()};
}

void read_complaint(Fields& in, const std::string& code, InForce& into) {
  domain::ComplaintCharge charge;
  charge.severity = code;
  charge.label = in.label("label");
  charge.amount = in.money("deduct");
  if (in.has("floor")) {
    const Money floor = in.money("floor");
    if (charge.amount < floor) in.problem({"regulation.below-floor", {charge.amount, floor}}, "deduct");
  }
  charge.cite = in.citation();
  into.policy.payroll.complaints.push_back(std::move(charge));
}

void read_loss(Fields& in, const std::string&, InForce& into) {
  into.policy.payroll.loss_limit_of =
      in.word<DamageBase>("limit_of", {{"pay-after-unpaid-time", DamageBase::after_unpaid_time},
                                       {"full-pay", DamageBase::full_pay},
                                       {"pay-after-deductions", DamageBase::after_all_deductions}});
  into.policy.payroll.losses = in.citation();
}

void read_below_zero(Fields& in, const std::string&, InForce& into) {
  const auto method = in.word<BelowZero>("method", {{"carry", BelowZero::carry}, {"drop", BelowZero::drop}});
  into.policy.payroll.below_zero = Cited<BelowZero>{method, in.citation()};
}

void read_probation(Fields& in, const std::string&, InForce& into) {
  const std::string value = in.text("months");
  const auto quantity = parse_quantity(value);
  int months = 0;
  if (quantity && quantity->second == "month" && quantity->first.is_whole() && quantity->first >= Rational{0} &&
      quantity->first <= Rational{12}) {
    months = static_cast<int>(quantity->first.numerator());
  } else if (!value.empty()) {
    in.problem({"regulation.bad-value", {value, "2 months"}}, "months");
  }
  into.policy.payroll.probation_months = Cited<int>{months, in.citation()};
}

void read_service(Fields& in, const std::string&, InForce& into) {
  const bool worked = in.word<bool>("last_day", {{"worked", true}, {"not-worked", false}});
  into.policy.payroll.last_day_is_worked = Cited<bool>{worked, in.citation()};
}

}  // namespace

std::span<const Section> payroll_sections() {
  static constexpr Section all[] = {
      {"payroll.item", Area::payroll, true, read_item},
      {"payroll.deduction", Area::payroll, true, read_deduction},
      {"payroll.divisor", Area::payroll, false, read_divisor},
      {"payroll.rounding", Area::payroll, false, read_rounding},
      {"payroll.complaint", Area::payroll, true, read_complaint},
      {"payroll.loss", Area::payroll, false, read_loss},
      {"payroll.below_zero", Area::payroll, false, read_below_zero},
      {"payroll.probation", Area::payroll, false, read_probation},
      {"payroll.service", Area::payroll, false, read_service},
  };
  return all;
}

}  // namespace svcadm::regulation
