#pragma once
// How a command is declared.  A leaf file holds Options, run() and a function that returns verb<Options>(...);
// commands.cpp names that function in its table.

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cmd/session.hpp"
#include "cmd/words.hpp"

namespace svcadm::cmd {

/// What a command does once its words are read; the result is the exit status.
using Action = std::function<int(Session&)>;

/// One verb of a noun.
struct Verb {
  std::string name;     ///< empty where the noun is the command ("svcadm whoami")
  std::string summary;  ///< one line, without a full stop; the sentence of its help
  Needs needs;
  std::function<Action(Words&)> declare;  ///< declares its words, returns what to run when they are read
};

/// Ties the declaration of a command's words to what it does.
template <class Options>
Verb verb(std::string name, std::string summary, void (*declare)(Words&, Options&), Needs needs,
          int (*run)(const Options&, Session&)) {
  const auto build = [declare, run](Words& words) -> Action {
    const auto options = std::make_shared<Options>();
    declare(words, *options);
    return [options, run](Session& session) { return run(*options, session); };
  };
  return {std::move(name), std::move(summary), needs, build};
}

/// A row of the table of commands.  Only the noun that was typed calls its `verbs`.
struct Noun {
  std::string_view name;
  std::string_view group;    ///< heading in the overview: an English phrase
  std::string_view summary;  ///< one line, without a full stop
  std::vector<Verb (*)()> verbs;
  std::string_view alias = {};
};

}  // namespace svcadm::cmd
