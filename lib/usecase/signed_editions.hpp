#pragma once
// Whether somebody has signed what takes from his pay.

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "store/regulation_store.hpp"
#include "usecase/payroll.hpp"

namespace svcadm::usecase {

/// The signatures of an office, read once for as many people as there are.
class SignedEditions {
 public:
  explicit SignedEditions(store::Database& database);

  /// Whether a line takes something by an edition that the person has not signed, an adjustment by what it rests on
  /// included; law holds without being adopted or signed.
  bool lacks(std::int64_t employee, const std::vector<ExplainedLine>& lines);

 private:
  /// Who has signed which edition.
  using Signed = std::set<std::pair<std::int64_t, std::int64_t>>;

  store::RegulationStore regulations_;
  std::map<std::string, Signed> adopted_;  ///< by code
};

}  // namespace svcadm::usecase
