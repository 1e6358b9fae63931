#pragma once
// Commands that messages suggest: made to be pasted into a shell as they stand.

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace svcadm {

/// The text as one word of a POSIX shell: unchanged where every character is safe, else in single quotes.
std::string shell_word(std::string_view text);

/// A command with its words filled in, each one shell word whatever it holds: suggest("svcadm employee show {}", no).
/// The form itself is not quoted; placeholders of a person's own choice stay in capitals (PERSON, DATE).
template <class... Words>
std::string suggest(std::string_view form, const Words&... words) {
  return fmt::format(fmt::runtime(form), shell_word(fmt::to_string(words))...);
}

}  // namespace svcadm
