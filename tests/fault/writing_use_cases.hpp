#pragma once
// Every use-case that writes, each upon the same small office: what the fault tests sweep over.

#include <functional>
#include <string>
#include <vector>

#include "usecase/office.hpp"

namespace svcadm::test {

struct WritingUseCase {
  std::string action;  ///< as its audit event names it
  std::function<void(usecase::Office&)> work;
};

/// In the order of the actions' names.
const std::vector<WritingUseCase>& writing_use_cases();

/// Makes the office that they work upon as FILE: people, punches, leave, inputs and a run of October 2026.
void make_fault_office(const std::string& file);

/// Who acts, on 2 November 2026.
usecase::Caller fault_caller();

}  // namespace svcadm::test
