#pragma once
// What stands in a regulation file, in words: "up to 5min: deduct 30.00 (七.2.b)" instead of TOML.

#include <map>
#include <string>
#include <vector>

#include "base/message.hpp"
#include "regulation/regulation.hpp"
#include "tabular/grid.hpp"

namespace svcadm::cmd {

/// Says the values of one regulation's entries in the language that is set.
class RegulationWords {
 public:
  /// \pre entries are all of the regulation: their labels name what other entries refer to
  explicit RegulationWords(const std::vector<regulation::EntryInfo>& entries);

  /// What an entry is about: its own label, what is entered under its code, else the name of its section.
  std::string name_of(const regulation::EntryInfo& entry) const;
  /// The name of a value of an entry; its key where the vocabulary has no word for it.
  std::string field(const regulation::EntryInfo& entry, const std::string& key) const;
  /// A value, a line for each table of a list.
  std::vector<std::string> lines(const std::string& key, const regulation::Node& value) const;
  /// For the cell of a grid: JSON with the file's own keys and words, and the words (or TOML, for programs).
  tabular::Structured structured(const std::string& key, const regulation::Node& value, bool for_people) const;

 private:
  std::string scalar(const std::string& key, const regulation::Node& value) const;
  std::string one_line(const std::string& key, const regulation::Node& value) const;
  std::string phrase(const std::string& key, const regulation::Node& value) const;
  std::string table(const regulation::Node& table) const;

  std::map<std::string, Label, std::less<>> labels_;  // of kinds of leave and items of pay, by code
};

}  // namespace svcadm::cmd
