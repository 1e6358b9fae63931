#pragma once
// What the fuzz targets have in common.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.hpp"

/// Reads one input.  A reader that promises wrongly ends the program.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count);

namespace svcadm::fuzz {

inline std::string_view text_of(const std::uint8_t* bytes, std::size_t count) {
  return {reinterpret_cast<const char*>(bytes), count};
}

/// Ends the program where a promise is broken.
inline void promise(bool kept) {
  if (!kept) __builtin_trap();
}

/// A reader may refuse, with its problems; it never ends in a mistake of ours.
template <class Work>
void read(const Work& work) {
  try {
    work();
  } catch (const Error& error) {
    promise(error.failure() != Failure::bug && !error.problems().empty());
  }
}

}  // namespace svcadm::fuzz
