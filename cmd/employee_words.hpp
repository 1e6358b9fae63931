#pragma once
// Columns and words that the employee's verbs share.

#include <string>
#include <vector>

#include "cmd/session.hpp"
#include "tabular/grid.hpp"
#include "usecase/employee.hpp"

namespace svcadm::cmd {

/// "none" and the empty word take something away.
bool takes_away(const std::string& word);

std::vector<tabular::Column> employee_columns(bool with_pay);
std::vector<tabular::Cell> employee_cells(const usecase::EmployeeRow& row, bool with_pay);

}  // namespace svcadm::cmd
