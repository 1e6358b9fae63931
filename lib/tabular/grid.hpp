#pragma once
// The one grid every report is: a header of keyed, typed columns, and rows of cells.

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/half_days.hpp"
#include "base/moment.hpp"
#include "base/money.hpp"
#include "base/rational.hpp"

namespace svcadm::tabular {

/// A value with parts: JSON for programs that read JSON, words for everybody else.
struct Structured {
  std::string json;   ///< one valid JSON value
  std::string words;  ///< the same on one line
};

/// One value; std::monostate is an empty cell.
using Cell = std::variant<std::monostate, std::string, std::int64_t, Money, HalfDays, Rational, Date, Month, Moment,
                          TimeOfDay, Span, bool, Structured>;

/// What a column holds.  Decides alignment, the width it may give up, and the format of a spreadsheet's cells.
enum class Kind {
  text,        ///< words; the only kind a narrow terminal may cut
  identifier,  ///< digits that are a name: stay text in a spreadsheet
  number,
  money,
  days,  ///< HalfDays
  rate,  ///< Rational, shown to people as a percentage
  date,
  month,
  moment,
  time,
  span,
  flag,  ///< bool
};

/// One column.
struct Column {
  std::string key;      ///< stable English snake_case, the name programs read
  std::string heading;  ///< already translated
  Kind kind = Kind::text;
  bool total = false;   ///< summed in the last row; numbers, money, days and spans only
  bool console = true;  ///< belongs to the columns chosen for a terminal
};

/// What stands above and below the rows.
struct Header {
  std::string title = {};               ///< already translated; paper and spreadsheets
  std::string subtitle = {};            ///< month, department; may be empty
  std::vector<std::string> about = {};  ///< whom or what a record is about, line by line; terminal and paper
  std::string name = {};                ///< of the JSON envelope, "payroll.run"
  int version = 1;                      ///< of the JSON envelope
  std::vector<Column> columns;
  std::string total_label = {};              ///< already translated
  std::vector<std::string> signatures = {};  ///< paper: boxes of its own to sign in, instead of the usual ones
  Moment created = {};                       ///< the as-of moment; nothing in an output tells the machine's time
};

}  // namespace svcadm::tabular
