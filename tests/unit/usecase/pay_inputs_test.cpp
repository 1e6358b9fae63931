#include "usecase/pay_inputs.hpp"

#include <doctest/doctest.h>

using namespace svcadm;
using namespace svcadm::usecase;

namespace {

domain::PayItem entered(const std::string& input) {
  return {.code = input, .method = domain::ItemMethod::entered, .input = input};
}

}  // namespace

TEST_CASE("a loss needs a paper, and nothing else does, whatever a regulation names besides") {
  domain::Policy policy;
  policy.appraisal.gates.push_back({.inputs = {"loss", "late_calls"}});
  for (const InputKind& kind : input_kinds(policy)) CHECK(kind.needs_paper == (kind.key == "loss"));
}

TEST_CASE("the number of complaints is counted and never entered") {
  domain::Policy policy;
  policy.appraisal.gates.push_back({.inputs = {"complaints"}});
  policy.appraisal.gates.push_back({.kind = domain::Gate::Kind::ratio_below, .part = "complaints", .whole = "calls"});
  CHECK(find_kind(input_kinds(policy), "complaints") == nullptr);
  CHECK(find_kind(input_kinds(policy), "calls") != nullptr);
}

TEST_CASE("a month of several regulations takes the amounts that each of them pays, and the last one's other inputs") {
  domain::Policy before;
  before.payroll.items.push_back(entered("sales"));
  before.appraisal.parts.push_back({.input = "manner"});
  domain::Policy last;
  last.payroll.items.push_back(entered("bonus"));
  const auto kinds = input_kinds({&before, &last});
  CHECK(find_kind(kinds, "sales") != nullptr);
  CHECK(find_kind(kinds, "bonus") != nullptr);
  CHECK(find_kind(kinds, "manner") == nullptr);
  CHECK(find_kind(input_kinds({&last, &before}), "manner") != nullptr);
}
