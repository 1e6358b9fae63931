#pragma once
// The parts of compute_pay: what is earned, what is taken, and what both look up.  For lib/domain/pay*.cpp only.

#include <string>
#include <vector>

#include "base/error.hpp"
#include "domain/payroll.hpp"

namespace svcadm::domain {

/// What the parts share while one sheet is made.
class PayContext {
 public:
  explicit PayContext(const PayFacts& facts) : facts_{facts} {}

  const PayFacts& facts() const { return facts_; }
  /// Rules of the month as a whole are those of its last segment.
  const PayrollPolicy& last() const { return facts_.segments.back().policy->payroll; }
  const PaySegment& segment_of(Date day) const;
  /// The lines of the last segment's regulation, then those that only an earlier one has: what each takes of a day
  /// is for that day's own regulation to say, so that a change within the month lets nothing through.
  std::vector<const DeductionLine*> deductions() const;

  /// The item's amount for a whole month under the segment's terms, in exact fen.
  Rational full_amount(const PaySegment& segment, const PayItem& item);
  /// The pay that a day's worth is taken from.
  Rational day_pay_base(const PaySegment& segment);
  /// The number of days that it is divided by.
  Rational divisor(const PaySegment& segment);
  /// A line's amount, rounded as the regulation says; where that changes what the steps show, a ground says so.
  Money round_line(const Rational& exact, std::vector<Ground>& grounds);
  /// One of several lines of an item: what is rounded is the sum so far, so that the lines add up to what one line
  /// would be.  `before`: the exact sum of the lines before.
  Money round_part(const Rational& before, const Rational& exact, std::vector<Ground>& grounds);

  /// Notes that the regulation lacks something; the run is refused with all that was noted.
  void lacks(const std::string& what, const std::string& subject = {});
  const std::vector<Problem>& problems() const { return problems_; }

 private:
  Rational full_amount(const PaySegment& segment, const PayItem& item, int depth);

  const PayFacts& facts_;
  std::vector<Problem> problems_;
};

bool applies(const PayItem& item, const PaySegment& segment);

/// One line for each adjustment.
std::vector<PayLine> adjustment_lines(const std::vector<Adjustment>& adjustments);

/// Losses of closed months that are claimed only now (positive) or claimed no more: they are taken as losses are.
Money late_losses(const std::vector<Adjustment>& adjustments);

/// Lines of what is brought forward and carried on.
void add_carry_lines(PaySheet& sheet);

/// Lines of what is earned, in the order of the regulation.
std::vector<PayLine> earn(PayContext& context);

/// Lines of what unpaid time, lateness and complaints take, in the order of the regulation; amounts negative.
std::vector<PayLine> deduct(PayContext& context);

/// How a day's lateness (or early leaving) came about: one ground per event.
std::vector<Ground> time_grounds(const JudgedDay& day, TimeCharge::Source source);

/// That lateness, early leaving or a count became so much leave or absence of a day; what a month's total is made of
/// stands below the first day that it takes.
Ground conversion_ground(const MonthTime& month, const JudgedDay& day, const TimeCharge& charge, const Label& becomes,
                         HalfDays taken);

/// Why a day, or a half of it, is absence: nobody came, a punch is missing, or somebody decided so.
Ground absence_ground(const JudgedDay& day, HalfDays absent);

/// That a leave asked for is absence because something was missing when its time was over.
Ground lapse_ground(const JudgedDay& day, const LeaveHalf& half, HalfDays lapsed);

/// That something may still be handed in, and until when.
Ground pending_ground(const LeaveStanding& standing);

/// Why a charge in money is taken; `exact` in fen.
Ground charge_ground(PayContext& context, const TimeCharge& charge, const Rational& exact);

}  // namespace svcadm::domain
