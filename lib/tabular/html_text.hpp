#pragma once
// Text on a page.

#include <string>
#include <string_view>

namespace svcadm::tabular {

/// Text as HTML shows it: markup is shown and not obeyed, line ends break lines, other control characters are blanks.
std::string escaped_html(std::string_view text);

}  // namespace svcadm::tabular
