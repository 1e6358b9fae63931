#pragma once
// The chain of audit events.

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/moment.hpp"
#include "store/database.hpp"

namespace svcadm::store {

struct AuditEvent {
  std::int64_t event = 0;
  Moment recorded_at;
  Moment as_of;
  std::string actor;
  std::string delegate;  ///< empty where the actor typed it himself
  std::string action;
  std::string subject;
  std::string detail;  ///< JSON
};

/// What an event wrote into one table.
struct WrittenRows {
  std::string table;
  std::int64_t rows = 0;
  std::string sha256;
};

/// An event as it stands in the chain.
struct RecordedEvent {
  AuditEvent event;
  std::vector<WrittenRows> written;
  std::string hash;  ///< covers the event and, through the hash before it, all earlier ones
};

/// The end of the chain: how many events there are and the hash of the newest, which covers them all.
struct ChainHead {
  std::int64_t events = 0;
  std::string hash = {};  ///< 64 hexadecimal digits; empty where there is no event
};

/// An end that somebody has kept elsewhere; what is not known is not asked for.
struct KnownHead {
  std::optional<std::int64_t> events = {};
  std::string hash = {};  ///< its first digits
};

/// Which events are meant; what is not said does not matter.
struct EventFilter {
  std::optional<Date> from = {};  ///< recorded on this day or later, by the machine's clock
  std::optional<Date> to = {};    ///< the last day
  std::string actor = {};         ///< acted or typed
  std::optional<int> last = {};   ///< only so many, the newest
  std::int64_t after = 0;         ///< only later ones than the event of this number
};

/// Something that is not as it was written.
struct AuditFinding {
  enum class Kind {
    chain,           ///< the event itself was changed, or one before it is missing
    cut_off,         ///< the end that was known is not in the chain
    rows,            ///< rows of the event were changed, added or taken away
    schema_missing,  ///< a table, an index or a guard of the schema is gone
    schema_changed,  ///< ... or is not the one of the schema
    schema_foreign,  ///< a trigger that is not ours
  };
  Kind kind = Kind::chain;
  std::int64_t event = 0;    ///< 0 for the schema
  std::string table = {};    ///< whose rows; for the schema the name of the object
  std::int64_t claimed = 0;  ///< rows that the event says it wrote
  std::int64_t found = 0;    ///< rows that carry its number
  std::string first = {};    ///< keys of the first and the last row found, by their first column
  std::string last = {};
};

class AuditStore {
 public:
  explicit AuditStore(Database& database) : database_{database} {}

  /// The number the next event will have.  Failure::disk where rows bear it already, or a later one: somebody else put
  /// them there, and the event would answer for them.  \pre inside a write transaction
  std::int64_t next_event();
  std::int64_t newest_event();
  Moment newest_recorded_at();
  ChainHead head();
  /// Adds the event with count and digest of every row that carries its number, and of the results that it froze.
  void append(const AuditEvent& event);

  /// In the order of their numbers.
  std::vector<AuditEvent> events(const EventFilter& filter);
  /// Tables that events after that one have written facts in.
  std::set<std::string> tables_since(std::int64_t event);
  std::optional<RecordedEvent> find(std::int64_t event);

  /// What a column of whole numbers says in the rows that an event wrote into a table of facts, in their order.
  std::vector<std::int64_t> keys_of(std::int64_t event, const std::string& table, const std::string& column);

  /// Recomputes chain and digests, and compares the schema with the one that the migrations make.  Empty: all is
  /// well.  Events cut off at the end of the chain together with all their rows leave no trace in the file: who has
  /// kept an earlier end of it hands it in.
  std::vector<AuditFinding> verify(const KnownHead& known = {});

 private:
  Database& database_;
};

}  // namespace svcadm::store
