#pragma once
// How a command that cannot go on says so, and what it says on the way.

#include <iosfwd>

#include "base/error.hpp"

namespace svcadm::cmd {

/// Writes "svcadm: " and the sentence; on a terminal broken at 80 columns.
void write_lines(std::ostream& err, const Message& message, bool terminal);

/// Every problem as "svcadm: FILE:LINE: FIELD: sentence" with its way out below; fifty of them at most.
void report_text(std::ostream& err, const Error& error, bool terminal);

/// All problems as one JSON object on one line.
void report_json(std::ostream& err, const Error& error);

}  // namespace svcadm::cmd
