#pragma once
// The closed vocabulary: every section a regulation may have, and who reads it.

#include <optional>
#include <span>
#include <string_view>

#include "regulation/fields.hpp"
#include "regulation/regulation.hpp"

namespace svcadm::regulation {

struct Section {
  std::string_view name;     ///< "attendance.lateness"
  std::optional<Area> area;  ///< none: the regulation as a whole
  bool coded;                ///< several side by side, each with a `code` and its own timeline
  /// Adds what one entry says.  `from`, `until` and `code` have been asked for already.
  void (*read)(Fields& in, const std::string& code, InForce& into);
};

/// In the manual's order.
std::span<const Section> sections();
const Section* find_section(std::string_view name);

// One function per area, each in its own source.
std::span<const Section> attendance_sections();
std::span<const Section> leave_sections();
std::span<const Section> payroll_sections();
std::span<const Section> appraisal_sections();
std::span<const Section> law_sections();

/// What something costs: one of the consequence keys of `in`, or nothing of them (reported).
domain::Consequence read_consequence(Fields& in);
/// Whether one of them is there.
bool has_consequence(Fields& in);

}  // namespace svcadm::regulation
