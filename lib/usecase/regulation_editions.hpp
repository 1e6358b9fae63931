#pragma once
// Editions of the office's own copy: imported, or made by changing one value.

#include <string>
#include <string_view>

#include "base/date.hpp"
#include "usecase/regulations.hpp"

namespace svcadm::usecase {

class Office;

struct EditionOutcome {
  std::string code;
  int number = 0;      ///< of the newest edition now
  bool made = false;   ///< false: what was given is what the office has
  bool first = false;  ///< the office had no copy before
};

/// The text becomes the office's newest edition of its code; the newest one once more changes nothing.
/// Failure::conflict where it says something else about a closed day.
EditionOutcome import_regulation(Office& office, const RegulationText& text);

/// One value changed from a day on, as a new edition.  Failure::not_found where the office has no copy or no such
/// value is in force, Failure::input where the regulation would not be sound, Failure::conflict as above.
EditionOutcome set_regulation_value(Office& office, std::string_view code, const std::string& key,
                                    const std::string& value, Date from);

}  // namespace svcadm::usecase
