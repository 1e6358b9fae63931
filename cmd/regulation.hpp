#pragma once
// The verbs of `svcadm regulation`, and how several of them print.

#include <string>
#include <vector>

#include "cmd/command.hpp"
#include "regulation/regulation.hpp"

namespace svcadm::cmd {

Verb regulation_list();
Verb regulation_show();
Verb regulation_check();
Verb regulation_import();
Verb regulation_adopt();
Verb regulation_in_force();
Verb regulation_set();
Verb regulation_readings();
Verb regulation_sign();
Verb regulation_signed();
Verb regulation_coverage();

/// Whether the result goes to a terminal as it is, so that it may be set in lines instead of a table.
bool as_lines(const Session& session);

/// "attendance" or its word.
std::string area_word(const Session& session, regulation::Area area);
/// The same of several, with commas; always for people.
std::string area_words(const std::vector<regulation::Area>& areas);

/// A text under a margin, broken at 80 columns.
void print_indented(std::ostream& out, int margin, const std::string& text);

}  // namespace svcadm::cmd
