#pragma once
// CSV records, one after the other, each with the physical lines it stands on.
//
// RFC 4180, any of the three line ends.  A quote out of place ends the reading: behind it nothing says what is a
// record, so it is the last problem of its file.

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace svcadm::tabular {

using Problems = std::vector<Problem>;

/// One record.  Reused from call to call, so that reading allocates little.
struct Record {
  int line = 0;       ///< on which it begins, counted from 1
  int last_line = 0;  ///< on which it ends: another where a quoted field holds line ends
  std::vector<std::string> fields;
};

/// Largest record and largest field, in bytes.  An open quote must not swallow a whole file.
constexpr std::size_t largest_record = 16'000'000;
constexpr std::size_t largest_field = 2'000'000;

/// The delimiter (comma, semicolon or TAB) that one of the first ten lines holds most of; a comma where none does.
char find_delimiter(std::string_view text);

class CsvReader {
 public:
  /// `text` must outlive the reader; `name` is the file in problems.
  CsvReader(std::string name, std::string_view text, char delimiter, Problems& problems);
  ~CsvReader();
  CsvReader(const CsvReader&) = delete;
  CsvReader& operator=(const CsvReader&) = delete;

  /// The next record that is not an empty line.  False at the end, or where a problem ended the reading.
  bool next(Record& record);
  /// Whether a problem ended the reading.
  bool broken() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace svcadm::tabular
