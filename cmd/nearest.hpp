#pragma once
// Did you mean: the name that is nearest to what was typed.

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace svcadm::cmd {

/// Letters to insert, delete, replace or swap with their neighbour until `a` is `b`.
int edit_distance(std::string_view a, std::string_view b);

/// A name that begins with `typed`, else the nearest within two edits (and less than half of its letters).
std::optional<std::string> nearest(std::string_view typed, std::span<const std::string> names);

}  // namespace svcadm::cmd
