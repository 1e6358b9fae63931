#include "tabular/encoding.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <utility>

#include "base/error.hpp"
#include "tabular/physical_lines.hpp"
#include "tabular/utf8.hpp"

namespace svcadm::tabular {

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view gb18030_mark = "\x84\x31\x95\x33";
/// How many bad lines a refusal names.
constexpr std::size_t lines_named = 5;

/// How one encoding fits.
struct Fit {
  std::int64_t lines = 0;  ///< with bytes beyond ASCII
  std::vector<int> bad_lines = {};
  bool good() const {
    const auto bad = static_cast<std::int64_t>(bad_lines.size());
    return (lines - bad) * 100 >= lines * 99;
  }
};

Fit fit_utf8(std::string_view text) {
  Fit fit;
  // Most files are valid throughout: then their lines need no look.
  if (utf8_prefix(text) == text.size()) return fit;
  for (PhysicalLines lines{text}; lines.next();) {
    const std::string_view line = lines.content();
    const std::size_t ascii = ascii_prefix(line);
    if (ascii == line.size()) continue;
    ++fit.lines;
    if (ascii + utf8_prefix(line.substr(ascii)) != line.size()) fit.bad_lines.push_back(lines.number());
  }
  return fit;
}

/// A glibc converter from GB18030.
class Converter {
 public:
  Converter() : handle_{::iconv_open("UTF-8", "GB18030")} {
    // NOLINTNEXTLINE(performance-no-int-to-ptr): POSIX says so
    if (handle_ == reinterpret_cast<iconv_t>(-1)) bug("the C library cannot convert GB18030");
  }
  ~Converter() { ::iconv_close(handle_); }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  /// Appends a line as UTF-8.  False where a byte was no text.
  bool append(std::string_view line, std::string& text) {
    bool good = true;
    // iconv takes its input by a pointer that is not const and does not write through it.
    char* in = const_cast<char*>(line.data());  // NOLINT(cppcoreguidelines-pro-type-const-cast)
    std::size_t in_left = line.size();
    std::array<char, 4096> buffer = {};
    while (in_left > 0) {
      char* out = buffer.data();
      std::size_t out_left = buffer.size();
      const std::size_t result = ::iconv(handle_, &in, &in_left, &out, &out_left);
      text.append(buffer.data(), buffer.size() - out_left);
      if (result != static_cast<std::size_t>(-1) || errno == E2BIG) continue;
      good = false;
      text += replacement_character;
      ++in;
      --in_left;
    }
    return good;
  }

 private:
  iconv_t handle_;
};

/// Whether a line is Chinese in UTF-8.  Read as GB18030 nearly every such line is text too, but of no meaning; the
/// other way round it takes several rare characters in a row.
bool plainly_utf8(std::string_view line) {
  const auto begins_three = [](char c) { return static_cast<unsigned char>(c) >= 0xE0; };
  return std::ranges::any_of(line, begins_three) && utf8_prefix(line) == line.size();
}

/// A line in UTF-8 amid GB18030 is a bad one: a file put together from two.
Fit decode_gb18030(std::string_view bytes, std::string& text) {
  Fit fit;
  Converter converter;
  text.reserve(bytes.size() + bytes.size() / 4);
  for (PhysicalLines lines{bytes}; lines.next();) {
    const std::string_view line = lines.content();
    const std::size_t ascii = ascii_prefix(line);
    text += line.substr(0, ascii);
    if (ascii != line.size()) {
      ++fit.lines;
      const bool decoded = converter.append(line.substr(ascii), text);
      if (!decoded || plainly_utf8(line)) fit.bad_lines.push_back(lines.number());
    }
    text += lines.whole().substr(line.size());
  }
  return fit;
}

/// NUL in every other byte of a stretch of text; a run of them is damage, no encoding.
bool alternates_with_nul(std::string_view bytes) {
  bytes = bytes.substr(0, 4096);
  std::array<std::size_t, 2> lone = {};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const bool before = i > 0 && bytes[i - 1] == '\0';
    const bool after = i + 1 < bytes.size() && bytes[i + 1] == '\0';
    if (bytes[i] == '\0' && !before && !after) ++lone[i % 2];
  }
  const auto [fewer, more] = std::minmax(lone[0], lone[1]);
  return more >= 2 && more >= bytes.size() / 16 && fewer * 8 <= more;
}

[[noreturn]] void refuse(const InputFile& input, std::string encoding) {
  std::vector<Problem> problems;
  problems.push_back(
      {.message = {"input.wide-encoding", {std::move(encoding)}}, .place = Place{.file = input.name, .field = {}}});
  throw Error{Failure::input, std::move(problems)};
}

[[noreturn]] void refuse_unknown(const InputFile& input, const Fit& utf8, const Fit& gb18030) {
  std::vector<Problem> problems;
  problems.push_back({.message = {"input.unknown-encoding",
                                  {utf8.lines, static_cast<std::int64_t>(utf8.bad_lines.size()),
                                   static_cast<std::int64_t>(gb18030.bad_lines.size())}},
                      .place = Place{.file = input.name, .field = {}},
                      .way_out = "--encoding utf-8|gb18030"});
  const std::size_t named = std::min(lines_named, utf8.bad_lines.size());
  for (std::size_t i = 0; i < named; ++i) {
    problems.push_back({.message = {"input.undecodable-line", {std::string{to_string(Encoding::utf_8)}}},
                        .place = Place{.file = input.name, .line = utf8.bad_lines[i], .field = {}}});
  }
  throw Error{Failure::input, std::move(problems)};
}

}  // namespace

void refuse_wide(const InputFile& input) {
  using namespace std::string_view_literals;
  const std::string_view bytes = input.bytes;
  if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv)) refuse(input, "UTF-32");
  if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)) refuse(input, "UTF-16");
  if (alternates_with_nul(bytes)) refuse(input, "UTF-16");
}

std::optional<Encoding> parse_encoding(std::string_view word) {
  for (const Encoding encoding : {Encoding::automatic, Encoding::utf_8, Encoding::gb18030}) {
    if (word == to_string(encoding)) return encoding;
  }
  return std::nullopt;
}

std::string_view to_string(Encoding encoding) {
  switch (encoding) {
    case Encoding::automatic: return "auto";
    case Encoding::utf_8: return "utf-8";
    case Encoding::gb18030: return "gb18030";
  }
  bug("unknown encoding");
}

Text::Text(std::string name, std::string bytes, std::size_t start, Encoding encoding, std::vector<int> bad_lines)
    : name_{std::move(name)},
      bytes_{std::move(bytes)},
      start_{start},
      encoding_{encoding},
      bad_lines_{std::move(bad_lines)} {}

bool Text::is_bad(int first, int last) const {
  const auto found = std::ranges::lower_bound(bad_lines_, first);
  return found != bad_lines_.end() && *found <= last;
}

Text decode(InputFile input, Encoding wanted) {
  refuse_wide(input);
  const std::string_view bytes = input.bytes;
  if (wanted == Encoding::automatic && bytes.starts_with(utf8_mark)) wanted = Encoding::utf_8;
  if (wanted == Encoding::automatic && bytes.starts_with(gb18030_mark)) wanted = Encoding::gb18030;

  Fit utf8;
  if (wanted != Encoding::gb18030) {
    const std::size_t start = bytes.starts_with(utf8_mark) ? utf8_mark.size() : 0;
    utf8 = fit_utf8(bytes.substr(start));
    if (wanted == Encoding::utf_8 || utf8.good()) {
      return {std::move(input.name), std::move(input.bytes), start, Encoding::utf_8, std::move(utf8.bad_lines)};
    }
  }
  std::string text;
  Fit gb18030 = decode_gb18030(bytes.substr(bytes.starts_with(gb18030_mark) ? gb18030_mark.size() : 0), text);
  if (wanted == Encoding::automatic && !gb18030.good()) refuse_unknown(input, utf8, gb18030);
  return {std::move(input.name), std::move(text), 0, Encoding::gb18030, std::move(gb18030.bad_lines)};
}

}  // namespace svcadm::tabular
