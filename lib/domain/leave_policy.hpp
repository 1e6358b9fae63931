#pragma once
// What a regulation says about kinds of leave.

#include <optional>
#include <string>
#include <vector>

#include "base/citation.hpp"
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

struct LeavePolicy {
  std::vector<LeaveKind> kinds = {};
  RequestRules request = {};  ///< what asking for leave demands
  /// Workdays within which the card for leave that lateness became is handed in and approved; else it is absenteeism.
  std::optional<Cited<int>> conversion_card = std::nullopt;

  const LeaveKind* find(std::string_view code) const {
    for (const LeaveKind& kind : kinds) {
      if (kind.code == code) return &kind;
    }
    return nullptr;
  }
  friend bool operator==(const LeavePolicy&, const LeavePolicy&) = default;
};

}  // namespace svcadm::domain
