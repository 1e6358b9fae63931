#pragma once
// Punches as they count: the record, with what corrections say of it.

#include <functional>
#include <map>
#include <set>
#include <span>
#include <vector>

#include "store/correction_store.hpp"
#include "store/punch_store.hpp"

namespace svcadm::store {

/// Whose a recorded number is, by its id.
class NumberPeople {
 public:
  NumberPeople(Database& database, Date first, Date last, std::int64_t known_until);

  /// 0 for nobody's.
  std::int64_t employee(std::int64_t number, Moment at) const;
  /// Numbers that one of these people holds on some day, and those that nobody holds on some day from `first` to
  /// `last`.
  std::vector<std::int64_t> numbers_of(const std::set<std::int64_t>& employees, Date first, Date last) const;

 private:
  PunchHolders holders_;
  std::vector<std::span<const NumberHolder>> of_number_;  // by id
};

struct EvaluatedPunch {
  Moment at;                  ///< when it counts
  Moment recorded;            ///< as it was recorded; the same where nothing moves it
  std::int64_t number = 0;    ///< id of the punch number; 0 where a correction adds the punch
  std::int64_t employee = 0;  ///< 0: nobody's
  domain::Direction direction = domain::Direction::unsaid;
  int state = -1;
  std::int64_t correction = 0;  ///< that adds, moves or voids it
  bool counts = true;           ///< false: voided
};

/// Hands out every punch that counts from <= at < to, and voided ones recorded then; in the order of the record, added
/// ones last.  A punch is its number's holder's on the day of the record.  With `only`, others' may be left out;
/// nobody's are not.
void each_evaluated(Database& database, Moment from, Moment to, PunchStore::Known known_until,
                    const std::function<void(const EvaluatedPunch&)>& take,
                    const std::set<std::int64_t>* only = nullptr);

/// Who punched at the clock on these days.
std::set<std::int64_t> device_users(Database& database, std::int64_t device, Date first, Date last,
                                    PunchStore::Known known_until);

}  // namespace svcadm::store
