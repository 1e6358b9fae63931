#include <algorithm>

#include "domain/pay_parts.hpp"

namespace svcadm::domain {

namespace {

constexpr int deepest_share = 8;  // an item that is a share of a share ...; regulations use one

/// Planned days of the month.  Of who served a part of it only that part is planned: its days stand for as many
/// more as its workdays do, so that whoever is absent on all of them loses what he earned and not more.
Rational rostered_days(const PayFacts& facts) {
  int served = 0;
  for (const PaySegment& segment : facts.segments) served += segment.workdays;
  const Rational planned{facts.rostered_days};
  return served == 0 ? planned : planned * Rational{facts.month_workdays, served};
}

}  // namespace

bool applies(const PayItem& item, const PaySegment& segment) {
  switch (item.applies_to) {
    case ItemFor::everybody: return true;
    case ItemFor::probation: return segment.probation;
    case ItemFor::confirmed: return !segment.probation;
  }
  return false;
}

const PaySegment& PayContext::segment_of(Date day) const {
  for (const PaySegment& segment : facts_.segments) {
    if (segment.from <= day && day <= segment.to) return segment;
  }
  bug("a judged day outside the time in service");
}

std::vector<const DeductionLine*> PayContext::deductions() const {
  std::vector<const DeductionLine*> lines;
  for (auto segment = facts_.segments.rbegin(); segment != facts_.segments.rend(); ++segment) {
    for (const DeductionLine& line : segment->policy->payroll.deductions) {
      const auto same = [&](const DeductionLine* known) { return known->code == line.code; };
      if (std::none_of(lines.begin(), lines.end(), same)) lines.push_back(&line);
    }
  }
  return lines;
}

void PayContext::lacks(const std::string& what, const std::string& subject) {
  const Message message{"payroll.lacks." + what, {subject}};
  for (const Problem& known : problems_) {
    if (known.message == message) return;
  }
  problems_.push_back({.message = message});
}

Rational PayContext::full_amount(const PaySegment& segment, const PayItem& item) {
  return full_amount(segment, item, 0);
}

Rational PayContext::full_amount(const PaySegment& segment, const PayItem& item, int depth) {
  switch (item.method) {
    case ItemMethod::fixed: return Rational{item.amount.fen};
    case ItemMethod::by_grade: {
      const auto found = item.by_grade.find(segment.grade);
      if (found == item.by_grade.end()) {
        lacks(segment.grade.empty() ? "no-grade" : "grade", segment.grade);
        return {};
      }
      return Rational{found->second.fen};
    }
    case ItemMethod::individual: {
      if (!segment.base_pay) lacks("base-pay");
      return Rational{segment.base_pay.value_or(Money{}).fen};
    }
    case ItemMethod::entered: {
      const auto found = facts_.inputs.amounts.find(item.input);
      return found == facts_.inputs.amounts.end() ? Rational{} : Rational{found->second.fen};
    }
    case ItemMethod::share_of: {
      const PayItem* other = segment.policy->payroll.find(item.of);
      if (other == nullptr || depth == deepest_share) {
        lacks("item", item.of);
        return {};
      }
      return full_amount(segment, *other, depth + 1) * item.share;
    }
  }
  return {};
}

Rational PayContext::day_pay_base(const PaySegment& segment) {
  Rational base;
  for (const PayItem& item : segment.policy->payroll.items) {
    if (item.is_day_pay && applies(item, segment)) base += full_amount(segment, item);
  }
  return base;
}

Rational PayContext::divisor(const PaySegment& segment) {
  const auto& rule = segment.policy->payroll.divisor;
  if (!rule) {
    lacks("divisor");
    return {1};
  }
  Rational days;
  switch (rule->method) {
    case DivisorMethod::month_workdays: days = Rational{facts_.month_workdays}; break;
    case DivisorMethod::fixed: days = rule->days; break;
    case DivisorMethod::calendar_days: days = Rational{days_in(facts_.month)}; break;
    case DivisorMethod::rostered_days: days = rostered_days(facts_); break;
  }
  // A person without a single planned day has nothing that could be divided.
  return days > Rational{} ? days : Rational{1};
}

Money PayContext::round_line(const Rational& exact, std::vector<Ground>& grounds) {
  return round_part({}, exact, grounds);
}

Money PayContext::round_part(const Rational& before, const Rational& exact, std::vector<Ground>& grounds) {
  const auto& rule = last().rounding;
  if (!rule) {
    lacks("rounding");
    return round_money(exact);
  }
  const Money rounded = round_money(before + exact, rule->value) - round_money(before, rule->value);
  // The steps above are shown to the fen, half up; what is rounded otherwise would not follow from them.
  if (const Money shown = round_money(exact); shown != rounded) {
    const bool whole_fen = exact == Rational{shown.fen};
    const Arg figure = whole_fen ? Arg{shown} : Arg{exact / Rational{100}};
    grounds.push_back({.message = {"ground.rounded", {figure, rounded}}, .cite = rule->cite});
  }
  return rounded;
}

}  // namespace svcadm::domain
