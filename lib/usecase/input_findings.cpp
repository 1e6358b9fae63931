#include "usecase/input_findings.hpp"

#include <algorithm>
#include <utility>

#include "base/suggestion.hpp"

namespace svcadm::usecase {

void find_missing_inputs(const store::Person& person, Month month, const domain::AppraisalPolicy& policy,
                         const domain::MonthInputs& inputs, const domain::Composite& composite,
                         std::vector<Finding>& findings) {
  for (const domain::ScorePart& part : policy.parts) {
    const auto entered = inputs.scores.find(part.input);
    const std::int64_t entries = entered == inputs.scores.end() ? 0 : static_cast<std::int64_t>(entered->second.size());
    if (entries >= part.fewest) continue;
    const bool blocks =
        std::find(composite.missing.begin(), composite.missing.end(), part.input) != composite.missing.end();
    const bool excused = part.excused_by_leave && inputs.on_leave_in_month;
    const Term input{"input." + part.input};
    const bool zero = part.missing == domain::MissingScore::zero;
    Message message{blocks    ? "finding.input.missing"
                    : excused ? "finding.input.left-out"
                    : zero    ? "finding.input.counts-zero"
                              : "finding.input.not-entered",
                    {input, month}};
    if (entries > 0) {
      message = {"finding.input.few", {input, month, entries, std::int64_t{part.fewest}, part.fewest_cite.clause}};
    }
    findings.push_back(
        {.employee_no = person.employee_no,
         .name = person.name,
         .message = std::move(message),
         .way_out = suggest(part.needs_comment ? "svcadm payroll input {} {} POINTS --comment TEXT --month {}"
                                               : "svcadm payroll input {} {} POINTS --month {}",
                            part.input, person.employee_no, to_string(month)),
         .blocks = blocks});
  }
}

void find_odd_ratios(const store::Person& person, Month month, const domain::AppraisalPolicy& policy,
                     const domain::MonthInputs& inputs, std::vector<Finding>& findings) {
  for (const domain::Gate& gate : policy.gates) {
    const auto part = inputs.counts.find(gate.part);
    if (gate.kind != domain::Gate::Kind::ratio_below || part == inputs.counts.end() || part->second == 0) continue;
    const auto whole = inputs.counts.find(gate.whole);
    const Term part_name{"input." + gate.part};
    const Term whole_name{"input." + gate.whole};
    if (whole == inputs.counts.end()) {
      findings.push_back({.employee_no = person.employee_no,
                          .name = person.name,
                          .message = {"finding.input.no-whole", {part_name, part->second, month, whole_name}},
                          .way_out = suggest("svcadm payroll input {} {} PIECES --month {}", gate.whole,
                                             person.employee_no, to_string(month))});
    } else if (whole->second < part->second) {
      findings.push_back(
          {.employee_no = person.employee_no,
           .name = person.name,
           .message = {"finding.input.more-than-whole", {part_name, part->second, month, whole_name, whole->second}},
           .way_out = suggest("svcadm payroll input list {} --month {}", person.employee_no, to_string(month)),
           .blocks = false});
    }
  }
}

}  // namespace svcadm::usecase
