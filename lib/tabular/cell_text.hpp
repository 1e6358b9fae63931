#pragma once
// A cell as text: for people (who read the column beside it) and for programs (who read nothing else).

#include <string>
#include <string_view>

#include "tabular/grid.hpp"
#include "tabular/writer.hpp"

namespace svcadm::tabular {

/// "2.5", "40%", "1:05:00", the words for yes and no.  Text as it was stored: unclean, uncut.
std::string text_for_people(const Cell& cell, Kind kind, const WriterOptions& options);

/// "2.5", "2/5", "1:05:00" with hours always, "true".  An empty cell is "".
std::string text_for_programs(const Cell& cell);

/// What stands below the title: the header's subtitle and the stamp.
std::string subtitle_of(const Header& header, const WriterOptions& options);

/// Whether a column of this kind stands flush right.
bool flush_right(Kind kind);

/// Whether csv puts an apostrophe before this text, which our reader takes away again: a spreadsheet would run it,
/// since it begins with = + - @ (full width too), TAB or CR and is no number; or it would, but for apostrophes of its
/// own.
bool needs_guard(std::string_view text);

}  // namespace svcadm::tabular
