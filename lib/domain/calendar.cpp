#include "domain/calendar.hpp"

#include <array>

#include <fmt/format.h>

namespace svcadm::domain {

namespace {

constexpr std::array<std::string_view, 4> day_kind_keys{"workday", "rest_day", "statutory_holiday", "makeup_workday"};
constexpr int day_seconds = 86400;

}  // namespace

std::string to_key(DayKind kind) { return std::string{day_kind_keys.at(static_cast<std::size_t>(kind))}; }

std::optional<DayKind> parse_day_kind(std::string_view key) {
  for (std::size_t i = 0; i < day_kind_keys.size(); ++i) {
    if (day_kind_keys[i] == key) return static_cast<DayKind>(i);
  }
  return std::nullopt;
}

std::optional<Window> Shift::longest_break() const {
  std::optional<Window> longest;
  for (std::size_t i = 1; i < windows.size(); ++i) {
    const Window gap{windows[i - 1].to, windows[i].from};
    if (!longest || longest->to - longest->from < gap.to - gap.from) longest = gap;
  }
  return longest;
}

Window Shift::border() const {
  if (const auto gap = longest_break()) return *gap;
  const TimeOfDay middle = start() + Span{(end() - start()).seconds / 2};
  return {middle, middle};
}

std::optional<std::vector<Window>> parse_windows(std::string_view text) {
  std::vector<Window> windows;
  while (!text.empty()) {
    const auto comma = text.find_first_of(", ");
    const std::string_view part = text.substr(0, comma);
    text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
    if (part.empty()) continue;
    const auto dash = part.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const auto from = parse_time(part.substr(0, dash));
    auto to = parse_time(part.substr(dash + 1));
    if (!from || !to) return std::nullopt;
    Window window{*from, *to};
    if (window.to <= window.from) window.to = window.to + Span{day_seconds};
    // A window after one that crossed midnight is written with the next morning's times.
    if (!windows.empty() && window.from < windows.back().to && windows.back().to.seconds > day_seconds) {
      window = {window.from + Span{day_seconds}, window.to + Span{day_seconds}};
    } else if (!windows.empty() && window.from < windows.back().from) {
      window = {window.from + Span{day_seconds}, window.to + Span{day_seconds}};
    }
    if (!windows.empty() && window.from <= windows.back().to) return std::nullopt;
    windows.push_back(window);
  }
  const bool sound = !windows.empty() && windows.front().from.seconds < day_seconds &&
                     (windows.back().to - windows.front().from).seconds <= day_seconds;
  if (!sound) return std::nullopt;
  return windows;
}

std::string to_string(std::span<const Window> windows) {
  std::string text;
  for (const Window& window : windows) {
    if (!text.empty()) text += ",";
    const auto clock = [](TimeOfDay time) { return to_string(TimeOfDay{time.seconds % day_seconds}); };
    text += clock(window.from) + "-" + clock(window.to);
  }
  return text;
}

}  // namespace svcadm::domain
