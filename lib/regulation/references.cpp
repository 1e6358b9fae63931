#include "regulation/references.hpp"

#include <algorithm>
#include <set>

#include "regulation/regulation.hpp"

namespace svcadm::regulation {

using domain::Consequence;
using domain::ItemMethod;
using domain::MissingPunch;
using domain::PayItem;
using domain::Policy;
using domain::TimeTable;

namespace {

class Checker {
 public:
  Checker(const Policy& policy, const KnownAreas& known) : policy_{policy}, known_{known} {}

  std::vector<Misfit> run() {
    check_attendance();
    check_requests();
    check_items();
    check_deductions();
    check_taken();
    check_appraisal();
    return std::move(found_);
  }

 private:
  void add(Message message, std::string section, std::string code = {}, std::string key = {},
           std::optional<Area> other = {}) {
    found_.push_back({std::move(message), std::move(section), std::move(code), std::move(key), other});
  }

  void check_consequence(const Consequence& then, const std::string& section, const std::string& code,
                         const std::string& key) {
    if (then.kind == Consequence::Kind::leave && known_.leave && policy_.leave.find(then.leave_kind) == nullptr) {
      add({"regulation.unknown-leave", {then.leave_kind}}, section, code, key, Area::leave);
    }
    if (then.kind == Consequence::Kind::absenteeism && !policy_.attendance.absenteeism) {
      add({"regulation.no-absenteeism"}, section, code, key);
    }
    takes_money_ = takes_money_ || then.kind == Consequence::Kind::amount ||
                   then.kind == Consequence::Kind::per_minute || then.kind == Consequence::Kind::day_share;
    uses_day_pay_ = uses_day_pay_ || then.kind == Consequence::Kind::day_share;
  }

  void check_table(const std::optional<TimeTable>& table, const std::string& section) {
    if (!table) return;
    for (std::size_t i = 0; i < table->tiers.size(); ++i) {
      check_consequence(table->tiers[i].then, section, "", "tiers." + std::to_string(i + 1));
    }
    for (std::size_t i = 0; i < table->repetitions.size(); ++i) {
      if (!table->repetitions[i].instead) continue;
      check_consequence(*table->repetitions[i].instead, section, "", "repetition." + std::to_string(i + 1));
    }
  }

  void check_attendance() {
    const auto& attendance = policy_.attendance;
    check_table(attendance.lateness, "attendance.lateness");
    check_table(attendance.early_leaving, "attendance.early_leaving");
    for (const auto& rule : attendance.counts) {
      check_consequence(rule.then, "attendance.count", "", "");
      for (const std::string& item : rule.forfeits) {
        if (known_.payroll && policy_.payroll.find(item) == nullptr) {
          add({"regulation.unknown-item", {item}}, "attendance.count", "", "forfeits", Area::payroll);
        }
      }
    }
    const auto absent = [](MissingPunch what) {
      return what == MissingPunch::half_absence || what == MissingPunch::whole_absence;
    };
    if (attendance.punches && !attendance.absenteeism &&
        (absent(attendance.punches->missing) || absent(attendance.punches->one_direction))) {
      add({"regulation.no-absenteeism"}, "attendance.punches");
    }
  }

  // A kind that nobody defines would never be covered, and what is missed must end somewhere.
  void check_requests() {
    const domain::RequestRules& rules = policy_.leave.request;
    for (const domain::LeaveLimit& limit : policy_.leave.limits) {
      for (const std::string& kind : limit.kinds) {
        if (policy_.leave.find(kind) == nullptr)
          add({"regulation.unknown-leave", {kind}}, "leave.limit", limit.code, "kinds");
      }
    }
    const auto check_scope = [&](const domain::RequestScope& scope, const char* section, const std::string& code) {
      for (const auto& [kinds, key] : {std::pair{&scope.kinds, "kinds"}, std::pair{&scope.except, "except"}}) {
        for (const std::string& kind : *kinds) {
          if (policy_.leave.find(kind) == nullptr) add({"regulation.unknown-leave", {kind}}, section, code, key);
        }
      }
    };
    for (const auto& one : rules.asking) check_scope(one.scope, "leave.asking", one.code);
    for (const auto& one : rules.notices) check_scope(one.scope, "leave.notice", one.code);
    for (const auto& one : rules.steps) check_scope(one.scope, "leave.approval", one.code);
    for (const auto& one : rules.handovers) check_scope(one.scope, "leave.handover", one.code);
    for (const auto& one : rules.papers) check_scope(one.scope, "leave.paper", one.code);
    if (rules.lapse) return;
    const char* section = !rules.notices.empty()          ? "leave.notice"
                          : !rules.steps.empty()          ? "leave.approval"
                          : !rules.handovers.empty()      ? "leave.handover"
                          : !rules.papers.empty()         ? "leave.paper"
                          : policy_.leave.conversion_card ? "leave.conversion_card"
                                                          : nullptr;
    if (section != nullptr) add({"regulation.no-lapse"}, section);
  }

  // A share of a share is sound as long as it ends at an amount.
  void check_items() {
    for (const PayItem& item : policy_.payroll.items) {
      std::set<std::string> seen{item.code};
      const PayItem* at = &item;
      while (at->method == ItemMethod::share_of) {
        const PayItem* next = policy_.payroll.find(at->of);
        if (next == nullptr) {
          if (at == &item) add({"regulation.unknown-item", {at->of}}, "payroll.item", item.code, "of");
          break;
        }
        if (!seen.insert(next->code).second) {
          add({"regulation.share-circle", {item.code}}, "payroll.item", item.code, "of");
          break;
        }
        at = next;
      }
    }
  }

  void check_deductions() {
    std::set<std::string> taken;
    for (const auto& line : policy_.payroll.deductions) {
      const auto take = [&](const std::string& what) {
        if (!taken.insert(what).second) {
          add({"regulation.taken-twice", {what}}, "payroll.deduction", line.code, "takes");
        }
      };
      for (const std::string& kind : line.leave_kinds) {
        take("leave:" + kind);
        if (known_.leave && policy_.leave.find(kind) == nullptr) {
          add({"regulation.unknown-leave", {kind}}, "payroll.deduction", line.code, "takes", Area::leave);
        }
      }
      if (line.absenteeism) take("absenteeism");
      if (line.lateness) take("lateness");
      uses_day_pay_ = uses_day_pay_ || line.is_unpaid_time();
    }
    taken_ = std::move(taken);
  }

  // What costs something must have a line that takes it, or the cost would silently be nothing.
  void check_taken() {
    if (policy_.payroll.items.empty() && policy_.payroll.deductions.empty()) return;
    for (const auto& kind : policy_.leave.kinds) {
      const bool costs = std::any_of(kind.shares.begin(), kind.shares.end(),
                                     [](const domain::ServiceShare& share) { return share.deduct.numerator() != 0; });
      if (costs && !taken_.contains("leave:" + kind.code)) {
        add({"regulation.not-taken", {"leave:" + kind.code}}, "leave.kind", kind.code, "", Area::payroll);
      }
    }
    const auto& absenteeism = policy_.attendance.absenteeism;
    if (absenteeism && absenteeism->days_pay.numerator() != 0 && !taken_.contains("absenteeism")) {
      add({"regulation.not-taken", {"absenteeism"}}, "attendance.absenteeism", "", "", Area::payroll);
    }
    if (takes_money_ && !taken_.contains("lateness")) {
      add({"regulation.not-taken", {"lateness"}},
          policy_.attendance.lateness ? "attendance.lateness" : "attendance.count", "", "", Area::payroll);
    }
    if (!uses_day_pay_) return;
    const bool has_day_pay = std::any_of(policy_.payroll.items.begin(), policy_.payroll.items.end(),
                                         [](const PayItem& item) { return item.is_day_pay; });
    if (!has_day_pay) add({"regulation.no-day-pay"}, "payroll.item", "", "", Area::attendance);
    if (!policy_.payroll.divisor) add({"regulation.no-divisor"}, "payroll.divisor", "", "", Area::attendance);
  }

  void check_appraisal() {
    const auto& appraisal = policy_.appraisal;
    if (appraisal.against_mean && appraisal.parts.empty()) add({"regulation.mean-of-nothing"}, "appraisal.mean");
    if (!known_.appraisal || appraisal.against_mean || !appraisal.gates.empty()) return;
    for (const PayItem& item : policy_.payroll.items) {
      if (item.forfeits.appraisal)
        add({"regulation.no-appraisal"}, "payroll.item", item.code, "forfeited_by", Area::appraisal);
    }
  }

  const Policy& policy_;
  const KnownAreas& known_;
  std::vector<Misfit> found_;
  std::set<std::string> taken_;
  bool takes_money_ = false;
  bool uses_day_pay_ = false;
};

}  // namespace

std::vector<Misfit> find_misfits(const Policy& policy, const KnownAreas& known) { return Checker{policy, known}.run(); }

std::vector<Message> policy_problems(const Policy& policy) {
  std::vector<Message> messages;
  for (Misfit& misfit : find_misfits(policy, KnownAreas{})) messages.push_back(std::move(misfit.message));
  return messages;
}

}  // namespace svcadm::regulation
