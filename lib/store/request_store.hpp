#pragma once
// What was asked for and what was done about it; who acts for whom.

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/date.hpp"
#include "base/moment.hpp"
#include "domain/request.hpp"
#include "store/database.hpp"

namespace svcadm::store {

/// What kind of thing is asked for; the keys of table request.
enum class RequestType { leave, conversion_card };

/// How it reached the office.
enum class Channel { own, paper, telephone };
/// "own", "paper", "telephone"
std::string to_key(Channel channel);

/// The work due in a leave as calendar and roster stood when it was asked for.
struct RequestBasis {
  HalfDays length = {};
  Date first_day = {};   ///< the first day on which work was due; of the leave, where none was
  Moment starts = {};    ///< from when the person is away
  Moment day_ends = {};  ///< when work ends on the first day
};

struct RequestRow {
  std::int64_t id = 0;
  RequestType type = RequestType::leave;
  std::int64_t employee = 0;
  std::int64_t subject = 0;      ///< leave: its id
  std::optional<Date> day = {};  ///< conversion_card: whose lateness it is for
  Moment asked_at = {};
  Channel channel = Channel::own;
  std::optional<std::int64_t> reported_by = {};  ///< who took the telephone call
  std::string reason = {};
  std::string paper = {};
  std::optional<std::int64_t> extends = {};  ///< another request
  Moment typed_at = {};                      ///< the time of its event
  std::optional<RequestBasis> basis = {};    ///< leave only; none while it is being asked for
};

struct RequestActRow {
  std::int64_t id = 0;
  std::int64_t request = 0;
  std::string act = {};  ///< a key of domain::RequestAct::Kind, or "name_deputy"
  std::string about = {};
  std::optional<std::int64_t> person = {};   ///< who decided, confirmed, or is named
  std::optional<std::int64_t> instead = {};  ///< whom he stood in for
  Moment at = {};
  std::string reason = {};
  std::string paper = {};
  Moment typed_at = {};  ///< the time of its event
};

/// "approve"
std::string to_key(domain::RequestAct::Kind kind);
/// What the rules look at; nothing for what only names somebody.
std::optional<domain::RequestAct> act_of(const RequestActRow& row);

struct StandIn {
  std::int64_t person = 0;
  std::optional<std::int64_t> deputy = {};  ///< none: nobody any more
  Date from;
  Date to;  ///< the last day
};

/// A file that was handed in.
struct Attachment {
  std::string name;
  std::string type;
  std::string sha256;
  std::string bytes;
  std::int64_t size = 0;  ///< of the bytes, where it was read
};

class RequestStore {
 public:
  using Known = std::optional<std::int64_t>;

  explicit RequestStore(Database& database) : database_{database} {}

  std::int64_t add(std::int64_t event, const RequestRow& request);
  void add_basis(std::int64_t event, std::int64_t request, const RequestBasis& basis);
  void add_act(std::int64_t event, const RequestActRow& act);
  /// Takes back every act that an earlier event recorded.  \pre none of them is taken back already
  void withdraw_acts(std::int64_t event, std::int64_t of_event, const std::string& reason);
  void attach(std::int64_t event, std::int64_t request, const Attachment& file);

  std::optional<RequestRow> find(std::int64_t id);
  std::optional<RequestRow> of_leave(std::int64_t leave);
  /// The requests of which an event recorded acts that still count.
  std::vector<RequestRow> decided_by(std::int64_t event);
  /// The cards for lateness of a span of days, ordered by employee and day.
  std::vector<RequestRow> conversion_cards(Date first, Date last, Known known_until = {});
  /// Requests for leaves that touch the span.
  std::vector<RequestRow> leaves_between(Date first, Date last, Known known_until = {});
  std::vector<RequestActRow> acts(std::int64_t request);
  /// The files of a request in the order they were handed in; `bytes` only where `place` (from 1) says which one.
  std::vector<Attachment> attachments(std::int64_t request, int place = 0);
  /// The acts of all requests of a span, by request, in the order they were recorded.
  std::unordered_map<std::int64_t, std::vector<RequestActRow>> acts_of(const std::vector<RequestRow>& requests,
                                                                       Known known_until = {});

  void add_stand_in(std::int64_t event, const StandIn& stand_in);
  /// Who stands in for somebody on a day: the newest entry that covers it.
  std::optional<std::int64_t> stand_in_for(std::int64_t person, Date day);
  std::vector<StandIn> stand_ins(Date day);

 private:
  Database& database_;
};

}  // namespace svcadm::store
