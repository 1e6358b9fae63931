#pragma once
// Completion for shells, printed from the table of commands.

#include <iosfwd>
#include <span>

#include "cmd/command.hpp"

namespace svcadm::cmd {

/// A bash function that completes nouns, verbs, options and closed sets of values.
void print_bash_completion(std::ostream& out, std::span<const Noun> nouns);

}  // namespace svcadm::cmd
