#pragma once
// An input as it lies on disk.

#include <filesystem>
#include <string>

namespace svcadm::tabular {

/// The bytes of an input and the name that problems give it.
struct InputFile {
  std::string name;
  std::string bytes;
};

/// Reads a file whole; "-" is the standard input.  In memory, not mapped: a file that shrinks on a network share while
/// it is read must not kill the program.  Throws Failure::disk, also for a pipe that has a name: nobody might ever
/// write to it.
InputFile read_input(const std::filesystem::path& path);

}  // namespace svcadm::tabular
