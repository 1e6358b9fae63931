#pragma once
// Weekdays as they are typed and printed.

#include <string>
#include <vector>

namespace svcadm::cmd {

/// "", "mon" .. "sun": position 1 is Monday.
const std::vector<std::string>& weekday_words();

}  // namespace svcadm::cmd
