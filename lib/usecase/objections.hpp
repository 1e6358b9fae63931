#pragma once
// What employees object to about their days.  A month is not closed while one is unanswered.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/objection_store.hpp"
#include "usecase/finding.hpp"
#include "usecase/known_at.hpp"

namespace svcadm::usecase {

class Office;

struct NewObjection {
  std::string person = {};  ///< empty: who acts
  Date day;
  std::string text;
  std::string paper = {};  ///< number of his letter, where another enters it
};

/// Gives the number (shown as OB2).  One's own needs no role; another's needs his letter.
/// Failure::conflict outside of the service, Failure::refused for a day that is not over yet.
std::int64_t object_to_day(Office& office, const NewObjection& objection);

/// `outcome` is "upheld" or "rejected".  An upheld one changes nothing by itself: whoever answers records what is
/// right. Failure::not_permitted for one's own, Failure::conflict where it is answered.
void answer_objection(Office& office, std::int64_t id, const std::string& outcome, const std::string& text);

/// "OB2".
std::string objection_name(std::int64_t id);

/// One finding for each unanswered objection to these days, of one employee or of everybody.
void find_unanswered(Office& office, Date first, Date last, const KnownAt& known, std::vector<Finding>& findings,
                     std::optional<std::int64_t> employee = {});

/// Failure::refused with each objection that a close leaves unanswered: to any day up to the month's last.
void require_answers(Office& office, Month month, std::optional<std::int64_t> employee);

}  // namespace svcadm::usecase
