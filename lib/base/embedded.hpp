#pragma once
// The files of schemas/ as the program carries them.  Sources to copy from: what an office uses is copied
// into its file, so that a newer program changes no result.

#include <optional>
#include <span>
#include <string_view>

namespace svcadm {

struct EmbeddedFile {
  std::string_view path;  ///< below schemas/, "regulations/callc.toml"
  std::string_view text;
};

/// Sorted by path.
std::span<const EmbeddedFile> embedded_files();

}  // namespace svcadm
