#pragma once
// Reads punches from sheets: what people keep, and the telephone platform's log of agents.

#include "tabular/encoding.hpp"
#include "tabular/layout.hpp"
#include "usecase/punch_file.hpp"

namespace svcadm::usecase {

/// Columns employee_no, timestamp (or date and time), direction.  Failure::input where the file has no such columns or
/// no readable structure.
PunchFile read_punch_sheet(const tabular::Text& text, std::span<const tabular::Mapping> mappings, Moment now);

/// Columns agent_number, signed_in, signed_out; the last may be empty.
PunchFile read_agent_log(const tabular::Text& text, std::span<const tabular::Mapping> mappings, Moment now);

/// Whether the header is an agent log's.
bool is_agent_log(const tabular::Text& text, std::span<const tabular::Mapping> mappings);

}  // namespace svcadm::usecase
