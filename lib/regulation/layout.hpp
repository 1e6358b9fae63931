#pragma once
// Layouts of import files, as data: schemas/import/*.toml.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tabular/layout.hpp"

namespace svcadm::regulation {

/// A kind of file that can be imported.
struct Layout {
  enum class Kind {
    sheet,   ///< made by people: columns are found by their headings
    device,  ///< written by a clock: columns have fixed positions
  };
  std::string name;
  Kind kind = Kind::sheet;

  tabular::Layout sheet = {};                                     ///< fields by heading; `name` is the layout's own
  std::map<std::string, std::string, std::less<>> examples = {};  ///< by field: one cell, for the template
  /// Groups of fields of which one must be there as a whole: { {timestamp}, {date, time} }.
  std::vector<std::vector<std::string>> either = {};

  char delimiter = '\t';                  ///< device
  std::vector<std::string> columns = {};  ///< device: fields by position
  std::string example = {};               ///< device: one line
  std::vector<std::string> files = {};    ///< device: patterns of file names, `*` stands for anything

  /// What a cell's text stands for, by field and folded text: words["direction"]["上班"] is "in".
  std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> words = {};

  /// What a cell means in a field that has words; nothing for one that is not among them.
  std::optional<std::string> word(std::string_view field, std::string_view cell) const;
  /// Position of a device's field.
  std::optional<std::size_t> column(std::string_view field) const;
  /// Whether a device writes files of this name.
  bool is_named(std::string_view file_name) const;
};

/// \throws Error Failure::input with every problem.
Layout read_layout(std::string_view text, std::string_view file_name);

}  // namespace svcadm::regulation
