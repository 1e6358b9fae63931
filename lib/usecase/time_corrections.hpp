#pragma once
// Corrections of time: punches added, voided or moved; outages; clocks that went wrong.  Each needs a second person,
// leaves the record as it is, and can be taken back.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/message.hpp"
#include "store/correction_store.hpp"
#include "store/people_store.hpp"
#include "usecase/clock_in.hpp"
#include "usecase/finding.hpp"
#include "usecase/known_at.hpp"

namespace svcadm::usecase {

class Office;

/// Who confirms.  Nobody named: whoever may record time and has not entered it.  Named with a paper: he has signed it,
/// and the correction counts at once.
struct SecondPerson {
  std::string person = {};
  std::string paper = {};
};

/// What is said of somebody's punch.  Times are those of the day that the punch belongs to; after midnight too.
struct PunchCorrection {
  std::string person;
  Date day;
  store::CorrectionKind kind = store::CorrectionKind::add;  ///< add, void_ or move
  TimeOfDay time;     ///< add: when it was; else as recorded, to the minute where one punch lies in it
  TimeOfDay to = {};  ///< move: what counts instead
  PunchKind direction = PunchKind::unsaid;  ///< add
  std::string reason;
  SecondPerson second = {};
};

/// Gives the number (shown as TC4).  Failure::not_found where there is no such punch, Failure::conflict where it is
/// there already or another correction says something of it, Failure::refused for the future and above the
/// regulation's allowance, Failure::not_permitted for one's own day or as one's own second person.
std::int64_t correct_punch(Office& office, const PunchCorrection& correction);

/// A clock, or the clocks of a department and all below it, could not be used.
struct NewOutage {
  std::string place;  ///< name of a clock, else of a department
  Moment from;
  Moment to;  ///< last second
  std::string reason;
  SecondPerson second = {};
};
std::int64_t record_outage(Office& office, const NewOutage& outage);

/// A clock went wrong: its times from `from` to `to` count as so much later (earlier: below zero).
struct ClockShift {
  std::string device;
  Moment from;  ///< as recorded
  Moment to;
  Span by;
  std::string reason;
  SecondPerson second = {};
};
/// Failure::conflict where another shift of the clock touches the time.
std::int64_t shift_clock(Office& office, const ClockShift& shift);

/// The word of the second person.  Failure::not_permitted for who entered it or is concerned, Failure::conflict where
/// it is confirmed or cancelled.
void confirm_correction(Office& office, std::int64_t id);
void cancel_correction(Office& office, std::int64_t id, const std::string& reason);

struct ListedCorrection {
  store::CorrectionRow row = {};
  std::string employee_no = {};  ///< empty where it concerns a clock or a department
  std::string name = {};
  Message what = {};            ///< "correction.*"
  std::string entered_by = {};  ///< number or account
};
/// All of the month, in the order of their numbers.
std::vector<ListedCorrection> list_corrections(Office& office, Month month);

/// "TC4".
std::string correction_name(std::int64_t id);
/// The clock or the department of an outage.
std::string correction_place(Office& office, const store::CorrectionRow& row);

/// One finding for each correction of these days that waits for its second person; they block nothing.
void find_pending(Office& office, Date first, Date last, const KnownAt& known, std::vector<Finding>& findings);

struct PendingCorrection {
  store::CorrectionRow row;
  Finding finding;  ///< as find_pending says it
};
/// All that wait for their second person, of whatever month.
std::vector<PendingCorrection> pending_corrections(Office& office);

}  // namespace svcadm::usecase
