#pragma once
// Texts of regulations for the tests of lib/regulation.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "regulation/regulation.hpp"

namespace svcadm::regulation::test {

inline std::filesystem::path source_folder() { return SVCADM_SOURCE_DIR; }

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream in{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

/// The files of a folder with an extension, by name.
inline std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder, std::string_view extension) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator{folder}) {
    if (entry.path().extension() == extension) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

inline Regulation load(const std::filesystem::path& path) {
  return read_new_regulation(read_file(path), path.filename().string());
}

inline Regulation shipped(const std::string& name) { return load(source_folder() / "schemas/regulations" / name); }
inline std::string shipped_text(const std::string& name) {
  return read_file(source_folder() / "schemas/regulations" / name);
}
inline Regulation house(const std::string& name) { return load(source_folder() / "tests/data/regulations" / name); }

/// All that is in force on a day.
inline domain::Policy policy_on(const Regulation& regulation, Date day) {
  domain::Policy policy;
  for (const Area area : regulation.areas()) regulation.apply(area, day, policy);
  return policy;
}

/// The header every file has, three lines; what follows begins on line 4.
inline std::string with_header(const std::string& rest) {
  return "format = 1\ncode = \"HOUSE\"\ntitle = { zh = \"示例\", en = \"sample\" }\n" + rest;
}

/// What is wrong, one "line id" each.
template <class Read>
std::vector<std::string> faults(Read&& read) {
  std::vector<std::string> found;
  try {
    read();
  } catch (const Error& error) {
    if (error.failure() != Failure::input) found.push_back("not an input error");
    for (const Problem& problem : error.problems()) {
      found.push_back(std::to_string(problem.place ? problem.place->line : 0) + " " + problem.message.id);
    }
  }
  return found;
}

inline std::vector<std::string> faults_of(const std::string& rest) {
  return faults([&] { read_regulation(with_header(rest), "house.toml"); });
}

using Faults = std::vector<std::string>;

}  // namespace svcadm::regulation::test
