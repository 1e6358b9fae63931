#include "usecase/pay_findings.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/suggestion.hpp"
#include "domain/pay_parts.hpp"

namespace svcadm::usecase {

void find_lost_entries(const store::Person& person, const std::vector<store::InputRow>& entries,
                       const std::vector<domain::PaySegment>& segments, const std::vector<InputKind>& kinds,
                       std::vector<Finding>& findings) {
  for (const store::InputRow& row : entries) {
    if (!row.quantity) continue;
    const InputKind* kind = find_kind(kinds, row.kind);
    const bool is_paid = std::any_of(segments.begin(), segments.end(),
                                     [&](const auto& segment) { return is_paid_by(*segment.policy, row.kind); });
    const bool is_amount = kind != nullptr && kind->form == InputKind::Form::amount;
    const bool is_taken = is_amount ? is_paid || row.kind == "loss" : kind != nullptr && !is_paid;
    if (is_taken) continue;
    const bool has_label = kind != nullptr && !kind->label.zh.empty();
    const Arg what = has_label ? Arg{kind->label} : Arg{row.kind};
    findings.push_back(
        {.employee_no = person.employee_no,
         .name = person.name,
         .message = {"finding.input.lost", {what, fmt::format("IN{}", row.id)}},
         .way_out = suggest("svcadm payroll input withdraw {} --reason TEXT", fmt::format("IN{}", row.id))});
  }
}

void find_unknown_probation(MonthTimes& times, const store::Person& person,
                            const std::vector<domain::PaySegment>& segments, std::vector<Finding>& findings) {
  for (const domain::PaySegment& segment : segments) {
    const domain::PayrollPolicy& payroll = segment.policy->payroll;
    const bool hangs_on_it = std::any_of(payroll.items.begin(), payroll.items.end(), [](const domain::PayItem& item) {
      return item.applies_to != domain::ItemFor::everybody;
    });
    if (payroll.probation_months || !hangs_on_it) continue;
    const store::TermSpan* term = times.served_on(person, segment.from);
    if (term == nullptr || term->probation_end) continue;
    findings.push_back({.employee_no = person.employee_no,
                        .name = person.name,
                        .message = {"finding.probation.unknown", {segment.policy->regulation}},
                        .way_out = suggest("svcadm employee change {} --probation-end DATE --from {}",
                                           person.employee_no, to_string(segment.hired))});
    return;
  }
}

void find_no_item(const store::Person& person, Month month, const std::vector<domain::PaySegment>& segments,
                  std::vector<Finding>& findings) {
  for (const domain::PaySegment& segment : segments) {
    for (const domain::PayItem& item : segment.policy->payroll.items) {
      if (domain::applies(item, segment)) return;
    }
  }
  const std::string& regulation = segments.back().policy->regulation;
  findings.push_back({.employee_no = person.employee_no,
                      .name = person.name,
                      .message = {"finding.pay.no-item", {regulation, month}},
                      .way_out = suggest("svcadm regulation show {}", regulation),
                      .blocks = false});
}

}  // namespace svcadm::usecase
