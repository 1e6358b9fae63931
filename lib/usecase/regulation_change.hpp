#pragma once
// What a new edition says otherwise than the one before, and whether it may.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/error.hpp"
#include "regulation/regulation.hpp"

namespace svcadm::usecase {

class Office;

/// A stretch of days about which two editions say different things.
struct Difference {
  regulation::Area area = regulation::Area::attendance;
  Date from;
  Date to;  ///< inclusive
  friend bool operator==(const Difference&, const Difference&) = default;
};

/// The areas to compare, each from a day on.
using ComparedAreas = std::map<regulation::Area, Date>;

/// All stretches up to `last`, by area and day.  Values, labels and articles count alike.
/// \pre both were read with the same number of edition
std::vector<Difference> differences(const regulation::Regulation& before, const regulation::Regulation& after,
                                    const ComparedAreas& areas, Date last);

/// Whether two editions say the same about every day there is.
bool say_the_same(const regulation::Regulation& before, const regulation::Regulation& after);

/// The first and the last day of closed months.
struct ClosedDays {
  Date first;
  Date last;
};
std::optional<ClosedDays> closed_days(Office& office);

/// Failure::conflict with every stretch of closed days that the new edition would change: days on which somebody
/// has adopted the area, and all of them for law.
void require_closed_unchanged(Office& office, const regulation::Regulation& before,
                              const regulation::Regulation& after);

}  // namespace svcadm::usecase
