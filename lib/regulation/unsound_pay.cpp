#include "regulation/unsound_pay.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "domain/input_form.hpp"

namespace svcadm::regulation {

namespace {

using domain::InputForm;

Term term_of(InputForm form) {
  switch (form) {
    case InputForm::score: return Term{"input-form.score"};
    case InputForm::count: return Term{"input-form.count"};
    case InputForm::complaint: return Term{"input-form.complaint"};
    case InputForm::amount: return Term{"input-form.amount"};
  }
  return {};
}

class InputChecker {
 public:
  explicit InputChecker(const domain::Policy& policy) : policy_{policy} {
    for (const auto& own : domain::own_inputs) forms_.emplace(own.key, Known{own.form, {}});
    forms_.emplace(domain::complaint_count, Known{InputForm::count, {}});
  }

  std::vector<Misfit> run() {
    for (const auto& part : policy_.appraisal.parts) {
      use(part.input, InputForm::score, Area::appraisal,
          {.message = {}, .section = "appraisal.score", .code = part.input});
    }
    for (const auto& gate : policy_.appraisal.gates) {
      const Misfit at{.message = {}, .section = "appraisal.gate", .code = gate.code, .key = "none_of"};
      for (const std::string& input : gate.inputs) use(input, InputForm::count, Area::appraisal, at);
      const Misfit ratio{.message = {}, .section = "appraisal.gate", .code = gate.code, .key = "ratio"};
      for (const std::string* input : {&gate.part, &gate.whole}) {
        if (!input->empty()) use(*input, InputForm::count, Area::appraisal, ratio);
      }
    }
    for (const auto& item : policy_.payroll.items) {
      if (item.method != domain::ItemMethod::entered) continue;
      Misfit at{.message = {}, .section = "payroll.item", .code = item.code, .key = "input"};
      if (item.input == "loss") {
        at.message = {"regulation.input-loss"};
        found_.push_back(std::move(at));
      } else {
        use(item.input, InputForm::amount, Area::payroll, at);
      }
    }
    check_probation();
    return std::move(found_);
  }

 private:
  struct Known {
    InputForm form;
    std::optional<Area> named_in;  ///< none: one of the program's own
  };

  void use(const std::string& input, InputForm as, Area in, Misfit at) {
    const auto [known, is_new] = forms_.try_emplace(input, Known{as, in});
    if (is_new || known->second.form == as) return;
    if (known->second.named_in && *known->second.named_in != in) at.other = known->second.named_in;
    at.message = {"regulation.input-form", {input, term_of(known->second.form), term_of(as)}};
    if (known->second.form == InputForm::complaint && as == InputForm::count) {
      at.message = {"regulation.input-complaint"};
    }
    found_.push_back(std::move(at));
  }

  // Who is on probation is known from the terms of each person, or from here.
  void check_probation() {
    if (policy_.payroll.probation_months) return;
    for (const auto& item : policy_.payroll.items) {
      if (item.applies_to == domain::ItemFor::everybody) continue;
      found_.push_back(
          {.message = {"regulation.no-probation"}, .section = "payroll.item", .code = item.code, .key = "for"});
      return;
    }
  }

  const domain::Policy& policy_;
  std::map<std::string, Known, std::less<>> forms_;
  std::vector<Misfit> found_;
};

}  // namespace

std::vector<Misfit> find_unsound_pay(const domain::Policy& policy) { return InputChecker{policy}.run(); }

}  // namespace svcadm::regulation
