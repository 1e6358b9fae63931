#pragma once
// The whole program as a function.

#include <iosfwd>
#include <span>
#include <string>

#include "cmd/command.hpp"
#include "cmd/environment.hpp"

namespace svcadm::cmd {

/// Reads the words, runs the command they name and returns the exit status.  Throws nothing.
int run(std::span<const std::string> words, std::istream& in, std::ostream& out, std::ostream& err,
        const Environment& environment, std::span<const Noun> nouns);

/// The same with svcadm's own commands.
int run(std::span<const std::string> words, std::istream& in, std::ostream& out, std::ostream& err,
        const Environment& environment);

}  // namespace svcadm::cmd
