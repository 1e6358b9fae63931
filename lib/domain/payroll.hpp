#pragma once
// One person's pay of a month: items, deductions, limits, and the reason of each.
//
// Pure.  Whoever calls it has gathered the month's time, inputs and group figures; the rule is called once per
// person and knows nothing of the others.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/appraisal.hpp"
#include "domain/month_time.hpp"
#include "domain/payroll_policy.hpp"

namespace svcadm::domain {

/// A stretch of the month in which policy, terms and status stay the same.
struct PaySegment {
  Date from;
  Date to;  ///< last day
  const Policy* policy = nullptr;
  std::int64_t department = 0;  ///< its id: only whether it changes matters
  bool probation = false;
  std::string grade = {};
  std::optional<Money> base_pay = std::nullopt;  ///< individual, if the terms say so
  Date hired = {};                               ///< the service to which it belongs counts from here
  int workdays = 0;                              ///< of the calendar, in service
};

/// Balances by kind.
struct Carry {
  Money loss = {};
  Money other = {};
  std::optional<Date> taken_over = {};  ///< the day from which the file counts, of balances from the older books
  Money total() const { return loss + other; }
  bool operator==(const Carry&) const = default;
};

/// What late facts change about one item of a closed month's pay.
struct Adjustment {
  Month origin;
  std::string item;  ///< code of the line in that month
  Label label;
  Money was;                         ///< paid by the closed month and by adjustments since
  Money is;                          ///< by all that is known now
  std::vector<Ground> grounds = {};  ///< of the line as it is now

  Money amount() const { return is - was; }
};

/// An item as it was paid.
struct PaidItem {
  std::string item;
  Label label;
  Money amount;
};

struct PayFacts {
  Month month;
  std::vector<PaySegment> segments = {};  ///< in order; \pre not empty
  int month_workdays = 0;                 ///< of the calendars of his departments, each for its days
  int rostered_days = 0;                  ///< planned days of the person in the month
  bool whole_month = true;                ///< in service from the first to the last workday
  MonthTime time = {};
  MonthInputs inputs = {};
  AppraisalResult appraisal = {};
  Carry carried_in = {};
  std::vector<Adjustment> adjustments = {};
  std::optional<DamageLimit> damage_limit = std::nullopt;  ///< none: no place is set, losses are held
};

/// Days from the first to the last.
struct Stretch {
  Date from;
  Date to;
};

/// One amount with its reasons.  Deductions are negative.
struct PayLine {
  std::string item;  ///< code of the regulation's item, or "carried_in" and the like
  Label label;
  std::optional<PayColumn> column;  ///< none for carried_in and carried_out
  Money amount;
  std::vector<Ground> grounds;
  std::optional<Stretch> part = std::nullopt;  ///< where a change within the month makes several lines of the item
};

/// The line's name; of a part with its days ("base pay 10-08~10-18").
Label name_of(const PayLine& line);

/// The item that a line's name names, without the days of a part.
Label item_name(const Label& name);

/// Counts and amounts of the sheet's columns.
struct PaySheet {
  bool probation = false;  ///< on the last day in the month
  HalfDays due = {}, present = {}, absent = {}, personal = {}, sick = {}, annual = {}, other_paid = {}, official = {},
           rest_comp = {};
  HalfDays pending = {};  ///< part of the leave: something may still be handed in
  int late_count = 0;
  std::int64_t late_minutes = 0;
  int early_days = 0;
  int holiday_work_days = 0;
  std::map<PayColumn, Money> columns = {};  ///< deductions positive here
  Carry carried_in = {};
  Carry carried_out = {};
  Money payable = {};
  std::vector<PayLine> lines = {};  ///< in the order of the sheet

  Money column(PayColumn column) const {
    const auto found = columns.find(column);
    return found == columns.end() ? Money{} : found->second;
  }
};

/// Throws Failure::no_rule naming every part of the regulation that is missing on a day it is needed.
PaySheet compute_pay(const PayFacts& facts);

/// The sheet of who is not paid for the month itself: adjustments, and balances that wait for pay to come.
PaySheet adjust_only(const std::vector<Adjustment>& adjustments, const Carry& carried_in);

/// Item by item what a month would pay now, less what was paid for it; items in which nothing changes are left out.
/// Balances brought and carried forward are no items: what they are made of is.
std::vector<Adjustment> adjustments_between(Month origin, const std::vector<PaidItem>& paid,
                                            const std::vector<PayLine>& now);

bool is_deduction(PayColumn column);

}  // namespace svcadm::domain
