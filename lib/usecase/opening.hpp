#pragma once
// What stood in the office's older books when it began to work with this file: taken over, not computed.

#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/message.hpp"
#include "store/opening_store.hpp"
#include "usecase/import_request.hpp"

namespace svcadm::usecase {

class Office;

/// Takes over balances as they stood before the first day that the file counts: losses and other deductions carried
/// (yuan), days of absence in a row that is still running, leave taken this year (days).  What is there already with
/// the same value is known; another value replaces it, 0 takes it back.
/// Failure::refused where `on` is not the first day of the office's first month, Failure::conflict once that month is
/// closed; ImportRefused with every problem of the file.
ImportOutcome import_opening(Office& office, const ImportRequest& request, Date on);

/// The code of the kind of leave of which days were taken; empty of other balances.
std::string leave_taken_over(const store::OpeningRow& row);

/// A balance as lists show it.
struct OpeningLine {
  store::OpeningRow row;
  std::string employee_no;
  std::string name;
  Label leave_kind = {};  ///< of leave taken: what the regulation calls the kind
};

/// Of one person, or everybody's where `person` is empty.
std::vector<OpeningLine> list_opening(Office& office, const std::string& person);

}  // namespace svcadm::usecase
