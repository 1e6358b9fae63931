#include "regulation/sections.hpp"

#include <vector>

namespace svcadm::regulation {

std::span<const Section> sections() {
  static const std::vector<Section> all = [] {
    std::vector<Section> joined;
    for (const auto part :
         {attendance_sections(), leave_sections(), payroll_sections(), appraisal_sections(), law_sections()}) {
      joined.insert(joined.end(), part.begin(), part.end());
    }
    return joined;
  }();
  return all;
}

const Section* find_section(std::string_view name) {
  for (const Section& section : sections()) {
    if (section.name == name) return &section;
  }
  return nullptr;
}

}  // namespace svcadm::regulation
