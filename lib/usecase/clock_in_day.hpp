#pragma once
// One person's day as the program sees it: plan, punches, and what follows from them by which clause.

#include <string>
#include <vector>

#include "base/citation.hpp"
#include "base/message.hpp"
#include "store/people_store.hpp"

namespace svcadm::usecase {

class Office;

/// What a line of the account is about, in the order of the account.
enum class DayTopic {
  plan,
  leave,
  punch,
  online,
  arrival,
  lunch,
  departure,
  decision,
  objection,
  result,
  charge,
  open
};
/// "plan"
std::string to_key(DayTopic topic);

/// One line of the account: ids "day.*".
struct DayLine {
  DayTopic topic = DayTopic::plan;
  Message message = {};
  Citation cite = {};
  bool only_explained = false;  ///< left out of the short form
};

struct DayAccount {
  store::Person person;
  Date day;
  std::vector<DayLine> lines;
};

/// Failure::conflict where the person was not in service.
DayAccount account_day(Office& office, const std::string& person, Date day);

}  // namespace svcadm::usecase
