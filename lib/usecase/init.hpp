#pragma once
// A new office.

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "usecase/office.hpp"

namespace svcadm::usecase {

struct NewOffice {
  std::string company;
  std::string language = "zh";            ///< zh or en
  std::string place = {};                 ///< where the office lies; decides the minimum wage; may be empty
  std::optional<Month> first_month = {};  ///< the month from which the office counts; none: the present one
  bool demo = false;                      ///< a demo office lets everybody choose the time with --as-of
};

struct InitOutcome {
  std::string file;
  std::string holder;  ///< the account that is administrator now
  Month first_month;
  std::vector<int> years;  ///< of the calendars that are in the file
};

/// Creates FILE with settings, the company as root of the departments, the shipped calendars and an administrator,
/// all of it event 1.  Failure::conflict when the file exists, Failure::usage for a bad name.
InitOutcome init_office(const std::string& file, const Caller& caller, const NewOffice& office);

}  // namespace svcadm::usecase
