#pragma once
// What shift codes mean, and who works which shift where no roster says so.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "domain/calendar.hpp"
#include "store/database.hpp"

namespace svcadm::store {

/// What a code means from a day on.
struct ShiftTerm {
  std::string code;
  Date from;
  std::vector<domain::Window> windows;  ///< empty: a rest shift
  std::string label;
};

/// All codes with their history.
class ShiftBook {
 public:
  /// \pre ascending by code and day
  explicit ShiftBook(std::vector<ShiftTerm> terms) : terms_{std::move(terms)} {}

  const std::vector<ShiftTerm>& terms() const { return terms_; }
  /// What the code means on DAY; nullptr before its first day, or when there is no such code.
  const ShiftTerm* on(std::string_view code, Date day) const;
  bool knows(std::string_view code) const;

 private:
  std::vector<ShiftTerm> terms_;
};

/// A shift worked by a person or a department.
struct ShiftAssignment {
  std::optional<std::int64_t> department;
  std::optional<std::int64_t> employee;  ///< one of both
  int weekday = 0;                       ///< 1 Monday .. 7 Sunday; 0 every day
  Date from;
  std::string shift;  ///< empty: taken back
};

class ShiftStore {
 public:
  using Known = std::optional<std::int64_t>;

  explicit ShiftStore(Database& database) : database_{database} {}

  ShiftBook book(Known known_until = {});
  void add(std::int64_t event, const ShiftTerm& term);

  /// Those that count, departments first, ordered by whom they concern, weekday and day.
  std::vector<ShiftAssignment> assignments(Known known_until = {});
  void assign(std::int64_t event, const ShiftAssignment& assignment);

 private:
  Database& database_;
};

}  // namespace svcadm::store
