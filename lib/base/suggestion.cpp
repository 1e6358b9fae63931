#include "base/suggestion.hpp"

#include <algorithm>

namespace svcadm {
namespace {

/// Letters and digits, bytes of other scripts, and punctuation that no shell reads as its own.
bool safe(char c) {
  constexpr std::string_view harmless = "_-./:,+=@%";
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80 || harmless.find(c) != std::string_view::npos;
}

}  // namespace

std::string shell_word(std::string_view text) {
  if (!text.empty() && std::all_of(text.begin(), text.end(), safe)) return std::string{text};
  std::string word = "'";
  for (const char c : text) {
    if (c == '\'') word += R"('\'')";
    else word += c;
  }
  return word + "'";
}

}  // namespace svcadm
