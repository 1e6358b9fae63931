#pragma once
// What may follow in a command line that somebody is still typing.

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cmd/command.hpp"

namespace svcadm::cmd {

/// A word that may stand here, and what it is.
struct Offer {
  std::string word;
  std::string about = {};  ///< one line; may be empty
};

/// What a shell may put in the place of the last word.
struct Offers {
  std::vector<Offer> words = {};
  bool files = false;
  bool folders = false;
};

/// A place in a command where a name of the office stands.
struct NamePlace {
  std::string_view what;  ///< as help prints it: "PERSON", "DEPARTMENT", "ID"
  std::string_view noun;
  std::string_view verb;
  std::string_view typed;  ///< of the name so far
};

/// What was typed besides: which file, for whom, as of when.
struct TypedOptions {
  std::string db = {};  ///< these three empty where they were not typed
  std::string as_of = {};
  std::string by = {};
};

/// The names that an office has for a place.
using NamesAt = std::function<std::vector<Offer>(const NamePlace&, const TypedOptions&)>;

/// What may stand in the place of the last of the words typed behind "svcadm"; nothing where they make no command.
Offers offers_for(std::span<const Noun> nouns, std::span<const std::string> typed, const NamesAt& names);

/// Opens the office that was typed and lists names that the acting person may list; nothing where it cannot.
std::vector<Offer> office_names(const Session& session, const NamePlace& place, const TypedOptions& typed);

}  // namespace svcadm::cmd
