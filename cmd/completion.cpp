// svcadm completion: scripts for shells, and the words that they ask for while somebody types.

#include "cmd/completion.hpp"

#include <ostream>

#include "base/embedded.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "cmd/commands.hpp"
#include "cmd/verbs.hpp"

namespace svcadm::cmd {

namespace {

struct Options {};

void print_script(std::ostream& out, std::string_view shell) {
  const std::string path = "completion/svcadm." + std::string{shell};
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path == path) out << file.text;
  }
}

void declare_bash(Words& words, Options&) { words.example("svcadm completion bash > /etc/bash_completion.d/svcadm"); }
void declare_zsh(Words& words, Options&) {
  words.example("svcadm completion zsh > /usr/local/share/zsh/site-functions/_svcadm");
}
void declare_fish(Words& words, Options&) {
  words.example("svcadm completion fish > ~/.config/fish/completions/svcadm.fish");
}

template <const char* const& shell>
int print(const Options&, Session& session) {
  print_script(session.out, shell);
  return 0;
}

constexpr const char* bash = "bash";
constexpr const char* zsh = "zsh";
constexpr const char* fish = "fish";

struct WordsOptions {
  std::vector<std::string> typed;
};

void declare_words(Words& words, WordsOptions& options) {
  words.argument("WORD", options.typed, "What was typed behind svcadm; the last word is the one to complete");
  words.explain(
      "Prints a word on each line, with what it is behind a tab, or :files where a file may stand and :folders where "
      "a folder may.  Names of people, departments and papers are those that the acting person may list.  Says "
      "nothing where nothing fits or the office cannot be read; always ends with status 0.");
  words.example("svcadm completion words -- payroll run --mon");
}

int print_words(const WordsOptions& options, Session& session) {
  Offers offers;
  try {
    const NamesAt names = [&session](const NamePlace& place, const TypedOptions& typed) {
      return office_names(session, place, typed);
    };
    offers = offers_for(all_nouns(), options.typed, names);
  } catch (const Error&) {
    return 0;  // in the middle of a command line nobody wants to read why
  }
  for (const Offer& offer : offers.words) {
    session.out << printable(offer.word);
    if (!offer.about.empty()) session.out << '\t' << printable(offer.about);
    session.out << '\n';
  }
  if (offers.files) session.out << ":files\n";
  if (offers.folders) session.out << ":folders\n";
  return 0;
}

}  // namespace

Verb completion_bash() {
  return verb<Options>("bash", "Print the completion for bash", declare_bash, Needs::nothing, print<bash>);
}
Verb completion_zsh() {
  return verb<Options>("zsh", "Print the completion for zsh", declare_zsh, Needs::nothing, print<zsh>);
}
Verb completion_fish() {
  return verb<Options>("fish", "Print the completion for fish", declare_fish, Needs::nothing, print<fish>);
}
Verb completion_words() {
  return verb<WordsOptions>("words", "Print what may follow in a command line", declare_words, Needs::reading,
                            print_words);
}

}  // namespace svcadm::cmd
