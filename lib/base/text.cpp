#include "base/text.hpp"

#include <cstdlib>
#include <memory>

#include <utf8proc.h>

namespace svcadm {

namespace {

/// Takes one character off `text`; an invalid byte counts as a character of its own.
std::string_view take_character(std::string_view& text, utf8proc_int32_t& codepoint) {
  auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &codepoint);
  if (length <= 0) {
    codepoint = -1;
    length = 1;
  }
  const std::string_view character = text.substr(0, static_cast<std::size_t>(length));
  text.remove_prefix(character.size());
  return character;
}

int width_of(utf8proc_int32_t codepoint) {
  if (codepoint < 0) return 1;
  return utf8proc_charwidth(codepoint);
}

}  // namespace

bool valid_utf8(std::string_view text) {
  utf8proc_int32_t codepoint = 0;
  while (!text.empty()) {
    take_character(text, codepoint);
    if (codepoint < 0) return false;
  }
  return true;
}

int display_width(std::string_view text) {
  int width = 0;
  utf8proc_int32_t codepoint = 0;
  while (!text.empty()) {
    take_character(text, codepoint);
    width += width_of(codepoint);
  }
  return width;
}

std::string pad(std::string_view text, int width, Align align) {
  const int missing = width - display_width(text);
  const std::string blanks(missing > 0 ? static_cast<std::size_t>(missing) : 0, ' ');
  return align == Align::left ? std::string{text} + blanks : blanks + std::string{text};
}

std::string truncate(std::string_view text, int width) {
  if (display_width(text) <= width) return std::string{text};
  std::string kept;
  int used = 0;
  utf8proc_int32_t codepoint = 0;
  while (!text.empty()) {
    const std::string_view character = take_character(text, codepoint);
    if (used + width_of(codepoint) > width - 1) break;
    used += width_of(codepoint);
    kept += character;
  }
  return kept + "…";
}

std::vector<std::string> wrap(std::string_view text, int width) {
  std::vector<std::string> lines;
  std::string line;  // what is settled on the current line
  std::string word;  // a run that may not be broken
  int line_width = 0;
  int word_width = 0;
  const auto settle = [&] {
    const bool fits = line_width + word_width <= width;
    if (!fits && !line.empty()) {
      while (line.ends_with(' ')) line.pop_back();
      lines.push_back(line);
      line.clear();
      line_width = 0;
    }
    line += word;
    line_width += word_width;
    word.clear();
    word_width = 0;
  };
  utf8proc_int32_t codepoint = 0;
  while (!text.empty()) {
    const std::string_view character = take_character(text, codepoint);
    if (character == "\n") {
      settle();
      lines.push_back(line);
      line.clear();
      line_width = 0;
      continue;
    }
    const bool closing = character == "。" || character == "，" || character == "、" || character == "；" ||
                         character == "：" || character == "）" || character == "」";
    const std::string visible = printable(character);
    if (width_of(codepoint) == 2 && !closing) settle();
    word += visible;
    word_width += display_width(visible);
    if (character == " ") settle();
  }
  settle();
  if (!line.empty() || lines.empty()) lines.push_back(line);
  return lines;
}

namespace {

/// Bidirectional controls (Unicode's property Bidi_Control) and the separators of lines and paragraphs.
bool steers_lines(utf8proc_int32_t codepoint) {
  return codepoint == 0x061C || codepoint == 0x200E || codepoint == 0x200F ||
         (codepoint >= 0x2028 && codepoint <= 0x202E) || (codepoint >= 0x2066 && codepoint <= 0x2069);
}

}  // namespace

std::string printable(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  utf8proc_int32_t codepoint = 0;
  while (!text.empty()) {
    const std::string_view character = take_character(text, codepoint);
    if (codepoint < 0) {
      clean += "\xEF\xBF\xBD";
    } else if (codepoint < 0x20 || codepoint == 0x7F) {
      const int picture = codepoint == 0x7F ? 0x2421 : 0x2400 + codepoint;
      clean += static_cast<char>(0xE2);
      clean += static_cast<char>(0x80 | ((picture >> 6) & 0x3F));
      clean += static_cast<char>(0x80 | (picture & 0x3F));
    } else if ((codepoint >= 0x80 && codepoint < 0xA0) || steers_lines(codepoint)) {
      clean += "\xEF\xBF\xBD";  // C1 controls besides
    } else {
      clean += character;
    }
  }
  return clean;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view wide_blank = "\xE3\x80\x80";
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  constexpr std::string_view blanks = " \t\r\n\v\f";
  for (;;) {
    const std::size_t before = text.size();
    while (!text.empty() && blanks.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
    while (!text.empty() && blanks.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
    for (const std::string_view gap : {wide_blank, mark}) {
      if (text.starts_with(gap)) text.remove_prefix(gap.size());
      if (text.ends_with(gap)) text.remove_suffix(gap.size());
    }
    if (text.size() == before) return text;
  }
}

namespace {

std::string mapped(std::string_view text, int options) {
  utf8proc_uint8_t* folded = nullptr;
  const auto length =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                   &folded, static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner{folded, &std::free};
  if (length < 0) return std::string{text};
  return std::string{reinterpret_cast<const char*>(folded), static_cast<std::size_t>(length)};
}

constexpr int compatible = UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_IGNORE;

}  // namespace

bool is_plain(std::string_view text) { return mapped(text, compatible | UTF8PROC_STRIPMARK) == text; }

std::string fold(std::string_view text) { return mapped(trim(text), compatible | UTF8PROC_CASEFOLD); }

}  // namespace svcadm
