#include "tabular/html_text.hpp"

#include "tabular/utf8.hpp"

namespace svcadm::tabular {

std::string escaped_html(std::string_view text) {
  std::string html;
  for (const char c : repaired_utf8(text)) {
    switch (c) {
      case '&': html += "&amp;"; break;
      case '<': html += "&lt;"; break;
      case '>': html += "&gt;"; break;
      case '"': html += "&quot;"; break;
      case '\'': html += "&#39;"; break;
      case '\n': html += "<br>"; break;
      default: html += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    }
  }
  return html;
}

}  // namespace svcadm::tabular
