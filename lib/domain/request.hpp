#pragma once
// What has become of a request: pure, from the rules, what was asked, what was done about it, and the moment.

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/moment.hpp"
#include "domain/request_policy.hpp"

namespace svcadm::domain {

/// What somebody did about a request.
struct RequestAct {
  enum class Kind {
    approve,    ///< `about` is the step
    reject,     ///< likewise
    hand_in,    ///< `about` is the paper
    hand_over,  ///< the deputy has confirmed
    waive,      ///< `about` is what was excused: a notice, a step's limit, a paper, the hand-over
  };
  Kind kind = Kind::approve;
  std::string about = {};
  Moment at = {};  ///< when it counts from, which may be earlier than when it was typed
};

struct RequestFacts {
  std::string kind = {};
  HalfDays length = {};  ///< scheduled halves
  /// Kind and length of what was asked for before and adjoins: no scheduled work lies between.
  std::vector<std::pair<std::string, HalfDays>> adjoining = {};
  Moment asked_at = {};
  Date first_day = {};
  Moment starts = {};      ///< the first half asked for
  Moment shift_ends = {};  ///< the shift of the first day
  Date back_on = {};       ///< the first day due at work again: as returned, else as planned
  std::vector<RequestAct> acts = {};
  bool cancelled = false;
  std::span<const Date> workdays = {};  ///< ascending, from the first day on and beyond every limit
};

/// One thing that has to be in order.
struct Formality {
  enum class Kind { notice, approval, paper, handover };
  Kind kind = Kind::notice;
  std::string code = {};
  Label label = {};                            ///< empty where the kind says it all
  std::optional<Moment> limit = std::nullopt;  ///< the last second in time; none: no limit of its own
  std::optional<Moment> done = std::nullopt;
  bool waived = false;
  std::optional<Moment> lapses_after = std::nullopt;  ///< after it the request fails on this, unless it is waived
  Citation cite = {};

  bool in_order() const { return waived || (done && (!limit || *done <= *limit)); }
  /// Can no longer come into order but by being waived.
  bool missed(Moment now) const { return !in_order() && lapses_after && *lapses_after < now; }
};

/// "notice"
std::string to_key(Formality::Kind kind);

enum class RequestStatus {
  granted,  ///< everything is in order
  pending,  ///< something may still be handed in or decided; counts as what was asked for
  lapsed,   ///< something was not in order in time
  rejected,
  cancelled,
};
/// "granted"
std::string to_key(RequestStatus status);

struct RequestState {
  RequestStatus status = RequestStatus::pending;
  std::vector<Formality> formalities = {};  ///< notice, approvals in order, hand-over, papers

  /// The first of a kind that is not in order; nullptr where all are.
  const Formality* open(Formality::Kind kind) const;
  /// The first that was missed.  \pre status is lapsed
  const Formality& missed(Moment now) const;
  /// Until when it stays pending: the earliest limit of what is open; none where nothing open has one.
  std::optional<Moment> pending_until() const;
};

/// The state at a moment; what happens later is not looked at.
RequestState state_of(const RequestRules& rules, const RequestFacts& facts, Moment now);

/// The last second of the n-th workday after a day; none where the days known do not reach so far.
std::optional<Moment> end_of_workday_after(std::span<const Date> workdays, Date day, int count);

}  // namespace svcadm::domain
