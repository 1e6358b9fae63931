#pragma once
// Kinds of day, shifts and what a person is due to work on a day.

#include <algorithm>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/half_days.hpp"
#include "base/moment.hpp"

namespace svcadm::domain {

enum class DayKind { workday, rest_day, statutory_holiday, makeup_workday };

constexpr bool is_worked(DayKind kind) { return kind == DayKind::workday || kind == DayKind::makeup_workday; }

/// The key used in files and reports: "makeup_workday".
std::string to_key(DayKind kind);
std::optional<DayKind> parse_day_kind(std::string_view key);

/// Monday to Friday are workdays unless a notice or the office says otherwise.
struct CalendarDay {
  DayKind kind = DayKind::workday;
  bool provisional = false;  ///< the State Council's notice of that year is not in the file
  std::string note = {};     ///< name of the holiday
};

/// A stretch of planned work, from the start of the shift's day; `to` may pass 24:00.
struct Window {
  TimeOfDay from;
  TimeOfDay to;
  friend bool operator==(const Window&, const Window&) = default;
};

/// Windows that a shift and its copies share: everybody's plan of every day holds one.
class Windows {
 public:
  Windows() = default;
  Windows(std::vector<Window> all) : all_{std::make_shared<const std::vector<Window>>(std::move(all))} {}
  Windows(std::initializer_list<Window> all) : Windows{std::vector<Window>{all}} {}

  bool empty() const { return all_ == nullptr || all_->empty(); }
  std::size_t size() const { return empty() ? 0 : all_->size(); }
  const Window* begin() const { return empty() ? nullptr : all_->data(); }
  const Window* end() const { return begin() + size(); }
  const Window& operator[](std::size_t place) const { return (*all_)[place]; }
  const Window& front() const { return all_->front(); }  ///< \pre not empty
  const Window& back() const { return all_->back(); }    ///< \pre not empty
  friend bool operator==(const Windows& a, const Windows& b) { return std::ranges::equal(a, b); }

 private:
  std::shared_ptr<const std::vector<Window>> all_;
};

/// Planned work of one day.  \pre windows are in order and do not touch.
struct Shift {
  std::string code = {};
  Windows windows = {};  ///< empty: a rest shift

  bool works() const { return !windows.empty(); }
  TimeOfDay start() const { return windows.front().from; }
  TimeOfDay end() const { return windows.back().to; }
  /// The longest break between two windows (the first of equals); none in an unbroken shift.
  std::optional<Window> longest_break() const;
  /// Where the first half ends and the second begins: the longest break, or the moment after half the
  /// planned minutes.
  Window border() const;
  friend bool operator==(const Shift&, const Shift&) = default;
};

/// "09:30-12:30,13:30-18:30" -> windows; a `to` at or before its `from` lies on the next day.
/// Nothing when a part is no span of time, or the parts are out of order, touch, or exceed 24 hours.
std::optional<std::vector<Window>> parse_windows(std::string_view text);
std::string to_string(std::span<const Window> windows);

/// Where a day's plan comes from.
enum class PlanSource { calendar, roster, missing_roster };

/// What one person is due to do on one day.
struct DayPlan {
  Date day;
  DayKind kind = DayKind::workday;
  PlanSource source = PlanSource::calendar;
  Shift shift = {};  ///< works() says whether work is due

  HalfDays due() const { return shift.works() ? whole_days(1) : HalfDays{}; }
};

}  // namespace svcadm::domain
