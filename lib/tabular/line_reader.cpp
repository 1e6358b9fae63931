#include "tabular/line_reader.hpp"

#include <algorithm>

namespace svcadm::tabular {

bool LineReader::next(LinePiece& piece) {
  if (!open_) {
    if (!lines_.next()) return false;
    at_ = lines_.begin();
    open_ = true;
  }
  const std::size_t end = lines_.end();
  const std::size_t nul = std::min(nuls_.from(at_), end);
  piece = {.kind = LinePiece::Kind::line, .line = lines_.number(), .text = {}, .bytes = 0};
  if (nul == at_ && nul < end) {
    const std::size_t after = std::min(log_.find_first_not_of('\0', at_), end);
    piece.kind = LinePiece::Kind::nul_run;
    piece.bytes = after - at_;
    at_ = after;
    open_ = at_ < end;  // the line's end after a run ends nothing more
    return true;
  }
  piece.text = log_.substr(at_, nul - at_);
  piece.bytes = piece.text.size();
  if (nul < end) {
    piece.kind = LinePiece::Kind::torn;
  } else if (!lines_.terminated()) {
    piece.kind = LinePiece::Kind::unended;
  }
  if (piece.bytes > longest_device_line) {
    piece.kind = LinePiece::Kind::overlong;
    piece.text = piece.text.substr(0, longest_device_line);
  }
  at_ = nul;
  open_ = at_ < end;
  return true;
}

}  // namespace svcadm::tabular
