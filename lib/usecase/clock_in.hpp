#pragma once
// Punches one by one: recorded, listed; days decided; numbers ignored.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/moment.hpp"
#include "domain/attendance.hpp"
#include "store/people_store.hpp"

namespace svcadm::usecase {

class Office;

/// What a punch says of itself.
enum class PunchKind { unsaid, in, out, lunch_start, lunch_end, online, offline };
/// "in", "lunch-start"; nothing for another word.
std::optional<PunchKind> parse_punch_kind(std::string_view word);

/// What is recorded of it; online and offline have none.
domain::Direction direction_of(PunchKind kind);

/// "unsaid", "in", "lunch-start", "overtime-out": how a direction is named in files and reports.
std::string to_key(domain::Direction direction);

struct NewPunch {
  std::string person = {};        ///< empty: who acts
  std::optional<Moment> at = {};  ///< none: now
  PunchKind kind = PunchKind::unsaid;
};

/// Whom a word names, or who acts where it is empty.  Failure::not_permitted for an account that is nobody's.
std::string person_or_actor(const Office& office, const std::string& word);

/// Records a punch; gives false where just this one is there already.  One's own punch of now needs no role.
/// Failure::refused for the future and where nothing is online that could go offline, Failure::conflict in a closed
/// month and outside of the service, Failure::not_permitted for an account that is nobody's.
bool record_punch(Office& office, const NewPunch& punch);

/// What somebody decides about a day that punches leave open; `none` takes it back.
struct NewDecision {
  std::string person;
  Date day;
  domain::DayDecision decision = domain::DayDecision::none;
  std::string reason;
};

/// Failure::not_permitted for one's own day, Failure::refused for a day that is not over yet.
void decide_day(Office& office, const NewDecision& decision);

/// From now on nobody is told that the number is unassigned.  Failure::conflict where somebody holds it.
void ignore_number(Office& office, store::NumberKind kind, const std::string& number);

/// A punch, or one end of an online session, as it was recorded.
struct ListedPunch {
  Moment at;
  std::string employee_no = {};  ///< empty: nobody holds the number on that day
  std::string name = {};
  std::string what = {};  ///< key of a direction, "online" or "offline"
  int state = -1;         ///< as a device wrote it; -1 none
  store::NumberKind source = store::NumberKind::employee;
  std::string number = {};
  std::string device = {};  ///< name of the clock, where one is known
};

/// Of one person, or of everybody where `person` is empty; both days included.
std::vector<ListedPunch> list_punches(Office& office, const std::string& person, Date first, Date last);

}  // namespace svcadm::usecase
