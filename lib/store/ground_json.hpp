#pragma once
// Grounds and sheet rows as the JSON that payroll_line and payroll_sheet keep (schemas/json).

#include <string>
#include <string_view>
#include <vector>

#include "domain/ground.hpp"
#include "domain/payroll.hpp"

namespace svcadm::store {

/// One array of grounds.
std::string grounds_to_json(const std::vector<domain::Ground>& grounds);
std::vector<domain::Ground> grounds_from_json(std::string_view json);

/// A pay sheet with whom it is about, as a row of the month's table.
struct PayRow {
  std::string employee_no;
  std::string name;
  std::string department;
  std::string post;
  std::string regulation;
  Month month;
  int month_workdays = 0;
  domain::PaySheet sheet;       ///< without its lines
  std::string carried_as = {};  ///< "held" or "settled" where the run lists the person and does not pay him
};

std::string row_to_json(const PayRow& row);
PayRow row_from_json(std::string_view json);

}  // namespace svcadm::store
