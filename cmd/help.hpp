#pragma once
// Help texts: wrapped at 80 columns and aligned by display width, in the language that is set.

#include <iosfwd>
#include <span>

#include "cmd/command.hpp"

namespace svcadm::cmd {

inline constexpr int help_width = 80;

/// `svcadm` alone: the nouns by group, a line each.
void print_overview(std::ostream& out, std::span<const Noun> nouns);

/// `svcadm --help`: the overview, the common options and the exit statuses.
void print_full_help(std::ostream& out, std::span<const Noun> nouns, const Words& shared);

/// `svcadm NOUN`: its verbs.
void print_noun_help(std::ostream& out, const Noun& noun);

/// `svcadm NOUN VERB --help`.
void print_verb_help(std::ostream& out, const Noun& noun, const Verb& verb, const Words& words);

}  // namespace svcadm::cmd
