#pragma once
// Who may give a consent: by reporting line or post, and who stands in for whom.

#include <optional>
#include <vector>

#include "domain/request_policy.hpp"
#include "store/people_store.hpp"

namespace svcadm::usecase {

class Office;

struct Approver {
  store::Person who;
  std::optional<store::Person> instead = std::nullopt;  ///< for whom he stands in
};

/// A card for lateness takes the superior's consent.
inline const domain::ApprovalStep card_step{.code = "card", .level = 1};

/// Everybody who may give the step's consent on a day, first whom the regulation names.  A reporting line that is
/// shorter than the step asks for ends with its topmost person; for him who has nobody above an administrator consents.
/// Who is away and has named nobody (or the asker)
/// is stood in for by his superior.  Never the asker; empty where there is nobody.
std::vector<Approver> approvers(Office& office, const store::Person& asker, const domain::ApprovalStep& step, Date day);

}  // namespace svcadm::usecase
