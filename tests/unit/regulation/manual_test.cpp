// svcadm-regulation(5): its examples load, and it names the whole vocabulary.
#include <set>
#include <sstream>

#include <doctest/doctest.h>

#include "regulation/document.hpp"
#include "regulation/problems.hpp"
#include "regulation/sections.hpp"
#include "unit/regulation/fixture.hpp"

namespace svcadm::regulation::test {

namespace {

std::string manual() { return read_file(source_folder() / "man/svcadm-regulation.5"); }

/// The literal blocks that are whole files.
std::vector<std::string> examples() {
  std::vector<std::string> found;
  std::istringstream in{manual()};
  bool literal = false;
  std::string block;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(".Bd -literal")) {
      literal = true;
      block.clear();
    } else if (literal && line == ".Ed") {
      literal = false;
      if (block.starts_with("format = 1\n")) found.push_back(block);
    } else if (literal) {
      block += line + "\n";
    }
  }
  return found;
}

/// Every key of a document except names of places in it (grades).
void gather_keys(const Node& node, std::set<std::string>& keys) {
  for (const auto& [key, value] : node.members) {
    keys.insert(key);
    if (key != "grades") gather_keys(value, keys);
  }
  for (const Node& item : node.items) gather_keys(item, keys);
}

}  // namespace

TEST_CASE("every example of the manual loads") {
  const auto found = examples();
  CHECK(found.size() >= 8);
  for (const std::string& text : found) {
    CAPTURE(text);
    CHECK(faults([&] { read_regulation(text, "manual"); }) == Faults{});
  }
}

TEST_CASE("the examples of the manual together use every section") {
  std::set<std::string> used;
  for (const std::string& text : examples()) {
    for (const EntryInfo& entry : read_regulation(text, "manual").entries()) used.insert(entry.section);
  }
  for (const Section& section : sections()) {
    CAPTURE(section.name);
    CHECK(used.contains(std::string{section.name}));
  }
}

TEST_CASE("the manual has an entry for every section and names every key that any file uses") {
  const std::string page = manual();
  for (const Section& section : sections()) {
    CAPTURE(section.name);
    const std::string name{section.name};
    const bool alone = page.find(".Ss " + name + (section.coded ? " (coded)\n" : "\n")) != std::string::npos;
    const bool shared = page.find(".Ss " + name + ",") != std::string::npos ||
                        page.find(", " + name + ", ") != std::string::npos ||
                        page.find(", " + name + "\n") != std::string::npos;
    CHECK((alone || shared));
  }
  std::set<std::string> keys;
  for (const std::string folder : {"schemas/regulations", "tests/data/regulations"}) {
    for (const auto& path : files_in(source_folder() / folder, ".toml")) {
      Problems problems{path.string()};
      gather_keys(parse_document(read_file(path), problems), keys);
    }
  }
  for (const std::string& key : keys) {
    CAPTURE(key);
    CHECK(page.find(key) != std::string::npos);
  }
}

}  // namespace svcadm::regulation::test
