#pragma once
// Finds the encoding of an input and makes it UTF-8 (svcadm-csv(5), ENCODING).
//
// A byte order mark decides; else UTF-8 if at least 99 of 100 lines with non-ASCII bytes are valid; else GB18030 by the
// same measure; else the input is refused.  Lines that are not valid stay in the text, with U+FFFD in place of the bad
// bytes where it is GB18030, and are listed: they are rejected lines.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tabular/input_file.hpp"

namespace svcadm::tabular {

enum class Encoding { automatic, utf_8, gb18030 };

/// By the words of --encoding: auto, utf-8, gb18030.
std::optional<Encoding> parse_encoding(std::string_view word);
/// "auto", "utf-8", "gb18030".
std::string_view to_string(Encoding encoding);

/// A decoded input.
class Text {
 public:
  /// `bytes` from `start` on are the text.
  Text(std::string name, std::string bytes, std::size_t start, Encoding encoding, std::vector<int> bad_lines);

  const std::string& name() const { return name_; }
  /// Without byte order mark.  UTF-8, except in bad lines.
  std::string_view view() const { return std::string_view{bytes_}.substr(start_); }
  /// What was found; never automatic.
  Encoding encoding() const { return encoding_; }
  /// Numbers of the physical lines (LF, CRLF or CR ends one) that are no text, rising.
  const std::vector<int>& bad_lines() const { return bad_lines_; }
  /// Whether one of the lines from first to last is bad.
  bool is_bad(int first, int last) const;

 private:
  std::string name_;
  std::string bytes_;
  std::size_t start_;
  Encoding encoding_;
  std::vector<int> bad_lines_;
};

/// Throws Failure::input where an input is UTF-16 or UTF-32, which it names.  For readers of bytes that decode nothing.
void refuse_wide(const InputFile& input);

/// Decodes a whole input; UTF-8 is not copied.  `wanted` is believed, then every bad line is a rejected one, however
/// many.  Throws Failure::input: UTF-16 and UTF-32 by name, what fits no encoding with its first bad lines.
Text decode(InputFile input, Encoding wanted = Encoding::automatic);

}  // namespace svcadm::tabular
