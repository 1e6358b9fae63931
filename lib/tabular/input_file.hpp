#pragma once
// An input as it lies on disk.

#include <cstddef>
#include <filesystem>
#include <string>

namespace svcadm::tabular {

/// The bytes of an input and the name that problems give it.
struct InputFile {
  std::string name;
  std::string bytes;
};

/// The largest input, and the largest that people write in an editor (regulations, notices), in bytes.
constexpr std::size_t largest_input = 2'000'000'000;
constexpr std::size_t largest_document = 4'000'000;

/// Reads a file whole; "-" is the standard input.  In memory, not mapped: a file that shrinks on a network share while
/// it is read must not kill the program.  Throws Failure::disk, also for what is no file, a pipe that has a name or a
/// device: nobody might ever write to it, or it might never end.  Failure::input where there are more than `most`
/// bytes.
InputFile read_input(const std::filesystem::path& path, std::size_t most = largest_input);

}  // namespace svcadm::tabular
