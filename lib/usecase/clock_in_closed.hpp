#pragma once
// Which punches belong to closed months: a shift of the last closed day may end on the morning after.

#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>

#include "base/moment.hpp"
#include "usecase/month_times.hpp"

namespace svcadm::usecase {

class Office;

class ClosedTime {
 public:
  explicit ClosedTime(Office& office);

  /// The newest closed month; nothing where none is.
  std::optional<Month> month() const { return month_; }
  /// No punch from here on is a closed one, whoever it belongs to.  \pre a month is closed
  Moment latest_end() const;
  /// Where the closed months end for somebody: with the civil day of his last closed day, for who is not in service
  /// on it (0: for nobody) with that day.  \pre a month is closed
  Moment end(std::int64_t employee);
  bool holds(std::int64_t employee, Moment at);

 private:
  Office& office_;
  std::optional<Month> month_;
  std::unique_ptr<MonthTimes> times_;  ///< of the last closed day; read when a punch is near its end
  std::unordered_map<std::int64_t, Moment> ends_;
};

/// take_late_fact for a moment of somebody's time: on the morning after a closed month it may belong to it.
void take_late_time(Office& office, std::int64_t employee, Moment at);

}  // namespace svcadm::usecase
