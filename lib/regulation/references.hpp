#pragma once
// Whether what is in force on one day fits together: names that nobody defines, time that nothing takes.

#include <optional>
#include <string>
#include <vector>

#include "base/message.hpp"
#include "domain/policy.hpp"
#include "regulation/regulation.hpp"

namespace svcadm::regulation {

/// What does not fit, and the entry that says it.
struct Misfit {
  Message message;
  std::string section;
  std::string code = {};
  std::string key = {};
  std::optional<Area> other = {};  ///< where it looked in vain; none: in the area of the entry itself
};

/// Areas whose names can be looked up here.  A file without any entry of an area leaves the look-up to the
/// policy it becomes a part of.
struct KnownAreas {
  bool leave = true;
  bool payroll = true;
  bool appraisal = true;
};

std::vector<Misfit> find_misfits(const domain::Policy& policy, const KnownAreas& known);

}  // namespace svcadm::regulation
