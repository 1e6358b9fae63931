#pragma once
// The options every command understands, before or after its verb.

#include <optional>
#include <string>
#include <vector>

#include "cmd/words.hpp"
#include "locale/catalogue.hpp"
#include "tabular/writer.hpp"

namespace svcadm::cmd {

struct SharedOptions {
  std::optional<std::string> db = std::nullopt;
  std::optional<std::string> as_of = std::nullopt;
  std::optional<std::string> by = std::nullopt;
  std::optional<std::string> output = std::nullopt;
  std::optional<std::string> format_code = std::nullopt;
  std::optional<std::string> lang_code = std::nullopt;
  std::vector<std::string> columns = {};
  std::optional<int> wait = std::nullopt;  ///< seconds
  bool dry_run = false;
  bool excel = false;
  bool wide = false;
  bool help = false;
  bool version = false;

  /// What --format says, else --excel, else the end of --output's name; a table where none of them does.
  tabular::Format format() const;
  /// What --lang says; nothing where it was not given.
  std::optional<locale::Language> lang() const;
};

/// Declares them into `words`.  \pre `options` outlives the words
void declare_shared(Words& words, SharedOptions& options);

/// Refuses options that do not go together.
void check_shared(const SharedOptions& options);

}  // namespace svcadm::cmd
