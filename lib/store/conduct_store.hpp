#pragma once
// Conduct: recorded, found by a second person, decided, told to the person.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "store/database.hpp"

namespace svcadm::store {

struct ConductRow {
  std::int64_t id = 0;
  std::int64_t event = 0;
  std::string kind = {};
  Date day = {};
  std::string text = {};
  std::vector<std::int64_t> people = {};  ///< in the order in which they were named
  bool found = false;                     ///< by a second person
};

struct ConductDecisionRow {
  std::int64_t id = 0;
  std::int64_t event = 0;
  std::int64_t employee = 0;
  std::optional<std::int64_t> record = {};  ///< none: absence without leave
  Date last_day = {};                       ///< of the absence; the day of the record else
  std::string outcome = {};
  std::string reason = {};
  std::string grounds = {};            ///< JSON
  std::optional<Date> served_on = {};  ///< when the person was told
  std::string said = {};               ///< what he said to it
};

class ConductStore {
 public:
  explicit ConductStore(Database& database) : database_{database} {}

  std::int64_t add(std::int64_t event, const ConductRow& row);
  void find_true(std::int64_t event, std::int64_t record);
  std::int64_t decide(std::int64_t event, const ConductDecisionRow& row);
  void serve(std::int64_t event, std::int64_t decision, Date on, const std::string& said);

  std::optional<ConductRow> record(std::int64_t id);
  /// In the order of their numbers.
  std::vector<ConductRow> records(Date first, Date last);
  /// The latest for each person and matter.
  std::vector<ConductDecisionRow> decisions(Date first, Date last);

 private:
  void read_people(ConductRow& row);

  Database& database_;
};

}  // namespace svcadm::store
