#include "domain/appraisal.hpp"

#include <numeric>

namespace svcadm::domain {

namespace {

std::int64_t count_of(const MonthInputs& inputs, const std::string& input) {
  const auto found = inputs.counts.find(input);
  return found == inputs.counts.end() ? 0 : found->second;
}

/// The mean of the month's entries, in points.
Rational mean_of(const std::vector<std::int64_t>& hundredths) {
  const std::int64_t sum = std::accumulate(hundredths.begin(), hundredths.end(), std::int64_t{0});
  return Rational{sum, 100 * static_cast<std::int64_t>(hundredths.size())};
}

bool fails(const Gate& gate, const MonthInputs& inputs) {
  if (gate.kind == Gate::Kind::none_of) {
    for (const std::string& input : gate.inputs) {
      if (count_of(inputs, input) > 0) return true;
    }
    return false;
  }
  const std::int64_t part = count_of(inputs, gate.part);
  const std::int64_t whole = count_of(inputs, gate.whole);
  if (whole == 0) return false;  // who placed no order has no rate
  return Rational{part, whole} >= gate.limit;
}

Ground gate_ground(const Gate& gate, const MonthInputs& inputs) {
  if (gate.kind == Gate::Kind::ratio_below) {
    return {.message = {"ground.appraisal.ratio",
                        {gate.label, count_of(inputs, gate.part), count_of(inputs, gate.whole), gate.limit}},
            .cite = gate.cite};
  }
  std::int64_t total = 0;
  for (const std::string& input : gate.inputs) total += count_of(inputs, input);
  return {.message = {"ground.appraisal.incidents", {gate.label, total}}, .cite = gate.cite};
}

}  // namespace

Composite composite_of(const AppraisalPolicy& policy, const MonthInputs& inputs) {
  Composite composite;
  Rational weighted;
  Rational weights;
  for (const ScorePart& part : policy.parts) {
    const auto entered = inputs.scores.find(part.input);
    const bool has = entered != inputs.scores.end() && !entered->second.empty();
    const bool excused = part.excused_by_leave && inputs.on_leave_in_month;
    if (!has && (excused || part.missing == MissingScore::left_out)) {
      const char* id = excused ? "ground.appraisal.left-out" : "ground.appraisal.not-entered";
      composite.grounds.push_back({.message = {id, {Term{"input." + part.input}}}, .cite = part.cite});
      continue;
    }
    const std::int64_t entries = has ? static_cast<std::int64_t>(entered->second.size()) : 0;
    if (has ? entries < part.fewest : part.missing == MissingScore::required) {
      composite.missing.push_back(part.input);
      continue;
    }
    const Rational score = has ? mean_of(entered->second) : Rational{};
    weighted += score * part.weight;
    weights += part.weight;
    composite.grounds.push_back(
        {.message = {"ground.appraisal.score", {Term{"input." + part.input}, score, entries}}, .cite = part.cite});
  }
  if (composite.missing.empty() && weights > Rational{}) composite.value = weighted / weights;
  return composite;
}

std::vector<Gate> failed_gates(const AppraisalPolicy& policy, const MonthInputs& inputs) {
  std::vector<Gate> failed;
  for (const Gate& gate : policy.gates) {
    if (fails(gate, inputs)) failed.push_back(gate);
  }
  return failed;
}

AppraisalResult appraise(const AppraisalPolicy& policy, const MonthInputs& inputs, const Composite& composite,
                         const GroupMean& group) {
  AppraisalResult result;
  for (const Gate& gate : failed_gates(policy, inputs)) {
    result.passed = false;
    result.grounds.push_back(gate_ground(gate, inputs));
  }
  if (policy.against_mean && composite.value && group.size > 0) {
    const bool below = group.is_above(*composite.value);
    if (below) result.passed = false;
    result.grounds.push_back({.message = {below ? "ground.appraisal.below-mean" : "ground.appraisal.at-mean",
                                          {*composite.value, group.mean(), group.size}},
                              .cite = policy.mean_cite,
                              .because = composite.grounds});
  }
  return result;
}

}  // namespace svcadm::domain
