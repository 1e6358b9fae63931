#pragma once
// Punches and online time: recorded by number, read by person.

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/moment.hpp"
#include "domain/attendance.hpp"
#include "store/database.hpp"
#include "store/people_store.hpp"

namespace svcadm::store {

/// The kind that to_key names.
NumberKind parse_number_kind(const std::string& key);

/// A punch as it is recorded.
struct PunchRow {
  Moment at;
  std::int64_t number = 0;  ///< id of the punch number
  domain::Direction direction = domain::Direction::unsaid;
  int state = -1;                           ///< as the device wrote it; -1 where it wrote none
  std::optional<std::int64_t> device = {};  ///< id of the clock, where one is named
};

struct SessionRow {
  Moment from;
  std::int64_t number = 0;
  std::optional<Moment> to;
};

/// A number with punches that nobody holds on their days.
struct UnassignedNumber {
  NumberKind kind = NumberKind::device;
  std::string text;
  std::int64_t punches = 0;
  Moment first;
  Moment last;
};

struct DecisionRow {
  std::int64_t employee = 0;
  Date day;
  domain::DayDecision decision = domain::DayDecision::none;
  std::string reason;
};

/// A punch as it was recorded, whosever it is.
struct RecordedPunch {
  Moment at;
  NumberKind kind = NumberKind::employee;
  std::string text;  ///< the number
  domain::Direction direction = domain::Direction::unsaid;
  int state = -1;
  std::string device = {};  ///< name of the clock; empty where none is named
};

struct RecordedSession {
  Moment from;
  std::optional<Moment> to;
  NumberKind kind = NumberKind::agent;
  std::string text;
};

/// Whose a number is on which days, from the terms of employment.
class PunchHolders {
 public:
  PunchHolders(Database& database, Date first, Date last, std::optional<std::int64_t> known_until = {});

  /// Whoever holds the number on some day of the span; ordered by day.
  std::span<const NumberHolder> of(NumberKind kind, const std::string& text) const;
  /// The one of `holders` whose punch it is; 0 for nobody's.  A shift of somebody's last day may end on the morning
  /// after.
  static std::int64_t employee(std::span<const NumberHolder> holders, Moment at);

 private:
  std::vector<NumberHolder> holders_;  // by kind, text and day
};

class PunchStore {
 public:
  using Known = std::optional<std::int64_t>;

  explicit PunchStore(Database& database) : database_{database} {}

  /// The id of a number, added if it is new.
  std::int64_t number_id(std::int64_t event, NumberKind kind, const std::string& text);

  /// Says between which moments the punches of an event lie.  For who adds them in parts, before the first.
  void announce(std::int64_t event, Moment first, Moment last);
  /// Adds the rows that are not yet there; gives how many those are.  Sorts `rows`.
  std::int64_t add(std::int64_t event, std::vector<PunchRow>& rows);
  /// Likewise; a session that gets its end, or a later one, replaces the one before.
  std::int64_t add_sessions(std::int64_t event, std::vector<SessionRow>& rows);
  /// Takes out of `rows` what is recorded already; gives how many those were.
  std::int64_t drop_known(std::vector<PunchRow>& rows);

  /// Everything recorded with from <= time < to, in order of time.
  std::vector<RecordedPunch> recorded(Moment from, Moment to);
  /// Sessions that began in that time, each with the latest end that is known of it.
  std::vector<RecordedSession> recorded_sessions(Moment from, Moment to);
  /// The same with every end that was recorded, the latest last.
  std::vector<RecordedSession> session_ends(Moment from, Moment to);

  /// Kind and text of a number.  \pre there is one of that id
  std::pair<NumberKind, std::string> number(std::int64_t id);

  void ignore_number(std::int64_t event, NumberKind kind, const std::string& text);
  bool is_ignored(NumberKind kind, const std::string& text);

  void decide(std::int64_t event, const DecisionRow& decision);
  /// The newest decision for each person and day of the span; "open" takes a decision back and is left out.
  std::vector<DecisionRow> decisions(Date first, Date last, Known known_until = {});

 private:
  Database& database_;
};

/// All punches and sessions between two moments, by person.  Held in memory: a month of 100,000 people is 70 MB.
class PunchLog {
 public:
  /// Punches with from <= at < to: everybody's, or at least those of the people in `only`.
  PunchLog(Database& database, Moment from, Moment to, PunchStore::Known known_until = {},
           const std::set<std::int64_t>* only = nullptr);

  /// In order of time.  Valid until somebody else's are asked for.
  std::span<const domain::Punch> punches(std::int64_t employee) const;
  std::span<const domain::OnlineSession> sessions(std::int64_t employee) const;
  /// Numbers that nobody holds; ignored ones are left out.
  const std::vector<UnassignedNumber>& unassigned() const { return unassigned_; }

 private:
  void load_punches(Database& database, Moment from, Moment to, std::int64_t known_until,
                    const std::set<std::int64_t>* only);
  void load_sessions(Database& database, Moment from, Moment to, std::int64_t known_until);

  Moment from_;
  std::vector<std::uint64_t> punches_;  // by person and time, packed: a city's month has millions
  mutable std::vector<domain::Punch> unpacked_;
  mutable std::int64_t unpacked_of_ = 0;
  std::vector<domain::OnlineSession> sessions_;
  std::vector<std::size_t> punches_of_;  // by employee: where the first of his lies
  std::vector<std::size_t> sessions_of_;
  std::vector<UnassignedNumber> unassigned_;
};

/// Whose punches or online time of these days were recorded after event `since`.
std::set<std::int64_t> punchers_since(Database& database, Date first, Date last, std::int64_t since,
                                      PunchStore::Known known_until = {});

}  // namespace svcadm::store
