#pragma once
// What employees object to about their days, and what was answered.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "store/database.hpp"

namespace svcadm::store {

struct ObjectionRow {
  std::int64_t id = 0;
  std::int64_t event = 0;
  std::int64_t employee = 0;
  Date day = {};
  std::string text = {};
  std::string paper = {};    ///< number of his letter; empty where he entered it himself
  std::string outcome = {};  ///< "upheld" or "rejected"; empty while nobody has answered
  std::string answer = {};

  bool open() const { return outcome.empty(); }
};

class ObjectionStore {
 public:
  using Known = std::optional<std::int64_t>;

  explicit ObjectionStore(Database& database) : database_{database} {}

  std::int64_t add(std::int64_t event, const ObjectionRow& row);
  void answer(std::int64_t event, std::int64_t objection, const std::string& outcome, const std::string& text);
  std::optional<ObjectionRow> find(std::int64_t id);
  /// In the order of their numbers.
  std::vector<ObjectionRow> between(Date first, Date last, Known known_until = {});

 private:
  Database& database_;
};

}  // namespace svcadm::store
