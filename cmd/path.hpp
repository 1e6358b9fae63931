#pragma once
// Which command was typed: finds noun and verb among the words, before their options are read.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cmd/command.hpp"

namespace svcadm::cmd {

/// What was found of "svcadm NOUN VERB".
struct Path {
  const Noun* noun = nullptr;
  std::optional<Verb> verb = std::nullopt;
  std::vector<std::string> rest = {};  ///< the words without noun and verb
  bool help = false;                   ///< --help, -h, or "help" in the place of a noun
  bool version = false;                ///< --version
};

/// Names may be cut to what is unique where `interactive`.  Throws Failure::usage with the nearest name.
Path find_path(std::span<const std::string> words, std::span<const Noun> nouns, const Words& shared, bool interactive);

}  // namespace svcadm::cmd
