#pragma once
// What a regulation says about kinds of leave.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/citation.hpp"
#include "base/half_days.hpp"
#include "base/message.hpp"
#include "base/rational.hpp"
#include "domain/request_policy.hpp"

namespace svcadm::domain {

/// The column of the monthly sheet in which days of a kind are counted.
enum class LeaveColumn { personal, sick, annual, other_paid, official, rest_comp };

enum class LeaveCounting { workdays, calendar_days };

/// Share of the day's pay that a day of leave costs, from so many complete years of service on.
struct ServiceShare {
  int from_years = 0;
  Rational deduct = {};
  Citation cite = {};
  friend bool operator==(const ServiceShare&, const ServiceShare&) = default;
};

struct LeaveKind {
  std::string code = {};
  Label label = {};
  LeaveColumn column = LeaveColumn::personal;
  LeaveCounting counted = LeaveCounting::workdays;
  std::vector<ServiceShare> shares = {};  ///< ascending, the first from 0 years; deduct 0 is fully paid
  int measured_on = 0;                    ///< service is measured on each leave day (0), or on this day of the month
  bool keeps_full_attendance = false;
  Citation cite = {};
  friend bool operator==(const LeaveKind&, const LeaveKind&) = default;
};

/// How much leave of some kinds a calendar year allows; what lies beyond counts as absenteeism.
struct LeaveLimit {
  std::string code = {};
  std::vector<std::string> kinds = {};              ///< counted together
  std::optional<HalfDays> per_year = std::nullopt;  ///< none: the office has set no limit
  Citation cite = {};

  bool counts(std::string_view kind) const { return std::ranges::find(kinds, kind) != kinds.end(); }
  friend bool operator==(const LeaveLimit&, const LeaveLimit&) = default;
};

struct LeavePolicy {
  std::vector<LeaveKind> kinds = {};
  std::vector<LeaveLimit> limits = {};
  RequestRules request = {};  ///< what asking for leave demands
  /// Workdays within which the card for leave that lateness became is handed in and approved; else it is absenteeism.
  std::optional<Cited<int>> conversion_card = std::nullopt;

  const LeaveKind* find(std::string_view code) const {
    for (const LeaveKind& kind : kinds) {
      if (kind.code == code) return &kind;
    }
    return nullptr;
  }
  /// Whether a year allows only so much of the kind.
  bool limited(std::string_view kind) const {
    return std::ranges::any_of(limits, [&](const LeaveLimit& one) { return one.per_year && one.counts(kind); });
  }
  friend bool operator==(const LeavePolicy&, const LeavePolicy&) = default;
};

}  // namespace svcadm::domain
