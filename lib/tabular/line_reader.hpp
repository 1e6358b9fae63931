#pragma once
// Raw lines of a clock device's log, which is evidence and may be damaged: everything in it comes out, as a line or as
// damage with its place and size.

#include <cstddef>
#include <string_view>

#include "tabular/physical_lines.hpp"

namespace svcadm::tabular {

/// Longer lines are damage, in bytes.
constexpr std::size_t longest_device_line = 4096;

/// One piece of a log.
struct LinePiece {
  enum class Kind {
    line,      ///< a whole line, perhaps empty
    unended,   ///< the last line, without an end: whole on some devices, cut short where the copy was
    torn,      ///< damage: cut off by NUL bytes
    overlong,  ///< damage: `text` is only its first 4096 bytes
    nul_run,   ///< damage: NUL bytes, `text` is empty
  };
  Kind kind = Kind::line;
  int line = 0;           ///< counted from 1
  std::string_view text;  ///< into the log; without the line's end
  std::size_t bytes = 0;  ///< size of the whole piece, the line's end not counted

  bool damaged() const { return kind != Kind::line && kind != Kind::unended; }
};

/// Reads the pieces in order.  A line that begins after a run of NUL bytes is a line like any other: devices write on
/// where they were switched off.
class LineReader {
 public:
  /// `log` must outlive the pieces.
  explicit LineReader(std::string_view log) : log_{log}, lines_{log}, nuls_{log, '\0'} {}

  /// False at the end.
  bool next(LinePiece& piece);

 private:
  std::string_view log_;
  PhysicalLines lines_;
  NextByte nuls_;
  std::size_t at_ = 0;  ///< what is left of the line begins here
  bool open_ = false;   ///< whether anything is
};

}  // namespace svcadm::tabular
