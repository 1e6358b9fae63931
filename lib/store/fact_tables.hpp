#pragma once
// The tables that events answer for, and how their rows are digested.

#include <cstdint>
#include <span>
#include <string>

#include "base/digest.hpp"
#include "store/sql.hpp"

namespace svcadm::store {

/// A table whose rows an event answers for, in the order of whose primary key they are digested.
struct FactTable {
  const char* name;
  const char* of_one;  ///< all columns of the rows of :event
  const char* of_all;  ///< the event, then the same columns, of all rows
  const char* beyond;  ///< a row of :event or of a later one; nullptr where another table tells
};

std::span<const FactTable> fact_tables();

/// Rows of one event in one table, digested as they pass.
class Written {
 public:
  /// Adds the row at which the query stands, from a column on.
  void add(Query& query, int first_column);
  /// Ends the digest.
  std::string hex();

  std::int64_t rows = 0;
  std::string first;  ///< first column of the first row ...
  std::string last;   ///< ... and of the last

 private:
  void add_number(char before, std::int64_t number, char after);
  void digest_block();

  std::string bytes_;  // not digested yet
  Digest digest_;
};

}  // namespace svcadm::store
