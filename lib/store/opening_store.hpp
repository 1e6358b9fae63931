#pragma once
// What was taken over from the office's older books.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "store/database.hpp"

namespace svcadm::store {

/// One balance of one person.
struct OpeningRow {
  std::int64_t id = 0;
  std::int64_t employee = 0;
  Date on;                    ///< the first day that this file counts
  std::string kind;           ///< "loss", "other", "absence", or "leave:" and the kind of leave
  Date day;                   ///< of absence: the day; else `on`
  std::int64_t quantity = 0;  ///< fen, or half days; 0 takes the entry back

  bool same_entry(const OpeningRow& other) const {
    return employee == other.employee && kind == other.kind && day == other.day;
  }
};

class OpeningStore {
 public:
  using Known = std::optional<std::int64_t>;

  explicit OpeningStore(Database& database) : database_{database} {}

  std::int64_t add(std::int64_t event, const OpeningRow& row);
  /// What counts and is not taken back, ordered by employee, kind and day.
  std::vector<OpeningRow> living(Known known_until = {});

 private:
  Database& database_;
};

}  // namespace svcadm::store
