#pragma once
// Lines of a file that an import does not take.

#include <string>
#include <vector>

#include "base/error.hpp"
#include "tabular/csv_reader.hpp"
#include "tabular/encoding.hpp"

namespace svcadm::usecase {

/// A line that is not taken, with everything that is wrong with it.
struct RejectedLine {
  int line = 0;
  tabular::Problems problems;
  std::vector<std::string> cells = {};  ///< as they stand in the file
};

/// All lines of a file that are not taken, in order of line.
struct Rejects {
  std::vector<std::string> headings = {};  ///< of the cells
  std::vector<RejectedLine> lines = {};

  bool holds(int line) const;
};

/// An import that took nothing because of lines of its file, and those lines.
class ImportRefused : public Error {
 public:
  /// `shown` are the problems that are said; what the lines say besides stands in a file of rejects only.
  ImportRefused(Failure failure, tabular::Problems shown, Rejects rejects)
      : Error{failure, std::move(shown)}, rejects_{std::move(rejects)} {}
  const Rejects& rejects() const { return rejects_; }

 private:
  Rejects rejects_;
};

/// The problems of all lines, in order of line.
tabular::Problems all_problems(const Rejects& rejects);

/// Orders the lines; gives them the headings and the cells that they do not have yet.
void complete(Rejects& rejects, const tabular::Text& text, int header_line);

/// Sorts problems to the rows they belong to, below the header in `header_line` (0: the file has none).
/// ImportRefused as Failure::input where one belongs to no row: then the file's structure is broken.
Rejects sort_to_rows(const tabular::Text& text, int header_line, tabular::Problems problems);

/// The same; ImportRefused with all of it where there is any and the good rows shall not go in without the others:
/// Failure::conflict where closed months are all that is wrong, else Failure::input.  `repeated` is what was said of an
/// earlier line already: it puts its line aside and is not said again.
Rejects put_aside(const tabular::Text& text, int header_line, tabular::Problems problems, bool keep_good,
                  const tabular::Problems& repeated = {});

}  // namespace svcadm::usecase
