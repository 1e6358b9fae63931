#pragma once
// UTF-8 at the speed of a file: validity of long texts, and repair.

#include <cstddef>
#include <string>
#include <string_view>

namespace svcadm::tabular {

/// U+FFFD, which stands for every byte that is no text.
constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

/// How many leading bytes are ASCII.
std::size_t ascii_prefix(std::string_view bytes);

/// How many leading bytes are valid UTF-8: all of them, or up to the first bad byte.
std::size_t utf8_prefix(std::string_view bytes);

/// With U+FFFD in place of every bad byte.
std::string repaired_utf8(std::string_view bytes);

}  // namespace svcadm::tabular
