#pragma once
// The table of commands.

#include <span>

#include "cmd/command.hpp"

namespace svcadm::cmd {

/// Every noun, in the order of the overview.
std::span<const Noun> all_nouns();

}  // namespace svcadm::cmd
