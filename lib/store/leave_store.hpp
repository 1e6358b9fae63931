#pragma once
// Leave as facts: approved on paper, or asked for by a request (store/request_store.hpp).

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "store/database.hpp"

namespace svcadm::store {

/// Halves of days in one line: odd for the first half of a day, even for the second.
constexpr std::int64_t half_place(Date day, int half) { return std::int64_t{day.days} * 2 + half; }
constexpr Date day_of_half(std::int64_t place) { return {static_cast<std::int32_t>((place - 1) / 2)}; }
constexpr int half_of(std::int64_t place) { return place % 2 == 0 ? 2 : 1; }

/// One leave, from half to half, both included.
struct LeaveRow {
  std::int64_t id = 0;
  std::int64_t employee = 0;
  std::string kind;
  Date first;
  int first_half = 1;  ///< begins with half 1 or 2
  Date last;
  int last_half = 2;  ///< ends with half 1 or 2
  std::string paper;
  bool cancelled = false;
  bool rejected = false;
  std::optional<Date> back_day = {};  ///< back at work early: from this day's `back_half` on it was not taken
  int back_half = 1;

  std::int64_t begins() const { return half_place(first, first_half); }
  /// The half behind the last one that is taken.
  std::int64_t ends() const {
    const std::int64_t planned = half_place(last, last_half) + 1;
    return back_day ? std::min(planned, half_place(*back_day, back_half)) : planned;
  }
  bool covers(Date day, int half) const { return begins() <= half_place(day, half) && half_place(day, half) < ends(); }
};

class LeaveStore {
 public:
  using Known = std::optional<std::int64_t>;

  explicit LeaveStore(Database& database) : database_{database} {}

  std::int64_t add(std::int64_t event, const LeaveRow& leave);
  void cancel(std::int64_t event, std::int64_t leave, const std::string& reason);
  /// Back at work from this half on.
  void give_back(std::int64_t event, std::int64_t leave, Date day, int half, const std::string& paper);
  std::optional<LeaveRow> find(std::int64_t id);
  /// Living leaves (neither cancelled nor rejected) that touch the span, ordered by employee and day.
  std::vector<LeaveRow> between(Date first, Date last, Known known_until = {});
  /// Likewise of one employee.
  std::vector<LeaveRow> of_employee(std::int64_t employee, Date first, Date last, Known known_until = {});
  /// Likewise with those that are not living, for lists.
  std::vector<LeaveRow> all_between(Date first, Date last);

 private:
  Database& database_;
};

}  // namespace svcadm::store
