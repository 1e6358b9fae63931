#pragma once
// Corrections of time: what is said of punches, clocks and departments besides the record.

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/moment.hpp"
#include "domain/attendance.hpp"
#include "store/database.hpp"

namespace svcadm::store {

enum class CorrectionKind { add, void_, move, outage, clock };
/// "add", "void", "move", "outage", "clock": the keys of table time_correction.
std::string to_key(CorrectionKind kind);

/// No correction moves a punch by as much.
inline constexpr Span farthest_correction = hours(24);

/// How far a correction has come.  Only a confirmed one counts.
enum class CorrectionState { pending, confirmed, cancelled };
/// "pending", "confirmed", "cancelled"
std::string to_key(CorrectionState state);

struct CorrectionRow {
  std::int64_t id = 0;
  std::int64_t event = 0;
  CorrectionKind kind = CorrectionKind::add;
  std::int64_t employee = 0;  ///< of add, void and move; 0 else
  Date day = {};              ///< likewise: the day that the punch belongs to
  std::optional<std::int64_t> device = {};
  std::optional<std::int64_t> department = {};
  Moment from = {};  ///< add: the punch; void, move: the punch as recorded; outage, clock: the first second
  Moment to = {};    ///< move: what counts instead; outage, clock: the last second
  domain::Direction direction = domain::Direction::unsaid;  ///< of add
  Span by = {};                                             ///< of clock
  std::string reason = {};
  std::string asked = {};  ///< number of who is to confirm it; empty where nobody is named
  CorrectionState state = CorrectionState::pending;
  std::string confirmed_by = {};  ///< number or account; empty while nobody has confirmed it
  std::string paper = {};

  bool of_punch() const { return employee != 0; }
};

class CorrectionStore {
 public:
  using Known = std::optional<std::int64_t>;

  explicit CorrectionStore(Database& database) : database_{database} {}

  std::int64_t add(std::int64_t event, const CorrectionRow& row);
  void confirm(std::int64_t event, std::int64_t correction, const std::string& by, const std::string& paper);
  void cancel(std::int64_t event, std::int64_t correction, const std::string& reason);

  std::optional<CorrectionRow> find(std::int64_t id);
  /// All that touch the time, cancelled and pending ones too, in the order of their ids.
  std::vector<CorrectionRow> between(Moment from, Moment to, Known known_until = {});
  /// All that are neither confirmed nor cancelled, likewise.
  std::vector<CorrectionRow> pending();
  /// Those that count, likewise.
  std::vector<CorrectionRow> counting(Moment from, Moment to, Known known_until = {});

  /// The id of a clock, added if it is new.
  std::int64_t device_id(std::int64_t event, const std::string& name);
  std::optional<std::int64_t> find_device(const std::string& name);
  std::string device_name(std::int64_t id);
  std::vector<std::string> device_names();

 private:
  Database& database_;
};

}  // namespace svcadm::store
