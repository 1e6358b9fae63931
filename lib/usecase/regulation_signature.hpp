#pragma once
// Who has acknowledged which edition of a regulation.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"

namespace svcadm::usecase {

class Office;

struct SignRequest {
  std::string code;
  std::string person;
  Date on;
  std::optional<int> edition = {};  ///< its number; none: the newest
  std::string paper = {};           ///< number of the signed paper
};

struct SignOutcome {
  std::string employee_no;
  std::string name;
  std::string code;
  int edition = 0;
  bool known = false;  ///< he has signed this edition before: nothing was recorded
};

/// Failure::not_found where the office has no such edition, Failure::refused for a day to come or one on which he
/// is not in service.
SignOutcome sign_regulation(Office& office, const SignRequest& request);

struct SignedRow {
  std::string employee_no;
  std::string name;
  std::string department;
  std::optional<int> edition;  ///< the newest he has signed
  std::optional<Date> on;
  bool newest = false;  ///< that is the newest there is
};

/// Everybody in service today whom the regulation governs in some area, or who has signed it.  Notes where the
/// regulation demands no signature, or governs nobody.
std::vector<SignedRow> list_signed(Office& office, std::string_view code);

}  // namespace svcadm::usecase
