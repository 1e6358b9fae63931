#pragma once
// UTF-8 text: validity, display width and cleaning.

#include <string>
#include <string_view>
#include <vector>

namespace svcadm {

bool valid_utf8(std::string_view text);

/// Columns on a terminal: East Asian wide characters take two, combining marks none.
int display_width(std::string_view text);

enum class Align { left, right };

/// Pads with blanks to `width` columns; longer text is left as it is.
std::string pad(std::string_view text, int width, Align align = Align::left);

/// Cuts to at most `width` columns, the last one "…" where something was cut.
std::string truncate(std::string_view text, int width);

/// Makes printable() lines of at most `width` columns, broken at blanks, between wide characters and at line ends.
std::vector<std::string> wrap(std::string_view text, int width);

/// Control characters become visible (U+2400 pictures) so that no stored text steers a terminal.
std::string printable(std::string_view text);

/// Without leading and trailing blanks, ideographic blanks and byte order marks.
std::string_view trim(std::string_view text);

/// Whether the text is its own compatibility form (NFKC) and has no invisible characters: what looks the same is the
/// same.
bool is_plain(std::string_view text);

/// For comparing what people type: NFKC, case folded, trimmed.
std::string fold(std::string_view text);

}  // namespace svcadm
