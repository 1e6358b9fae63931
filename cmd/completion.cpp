// svcadm completion bash: nouns, verbs and options for a shell, printed from the table of commands.

#include "cmd/completion.hpp"

#include <ostream>

#include <fmt/format.h>

#include "cmd/commands.hpp"
#include "cmd/verbs.hpp"

namespace svcadm::cmd {

namespace {

struct Options {};

void declare(Words& words, Options&) { words.example("svcadm completion bash > /etc/bash_completion.d/svcadm"); }

int run(const Options&, Session& session) {
  print_bash_completion(session.out, all_nouns());
  return 0;
}

void add(std::string& list, std::string_view word) {
  if (!list.empty()) list += ' ';
  list += word;
}

std::string option_names(const Words& words) {
  std::string names;
  for (const Word& word : words.all()) {
    if (word.is_option()) add(names, word.name);
  }
  return names;
}

/// "--format) words='table csv' ;;" for every option with a closed set of values.
void print_choices(std::ostream& out, const Words& words) {
  for (const Word& word : words.all()) {
    if (word.one_of.empty()) continue;
    std::string codes;
    for (const std::string& code : word.one_of) add(codes, code);
    out << fmt::format("    {}) words='{}' ;;\n", word.name, codes);
  }
}

/// A pattern of the shell's case for the noun, by name or alias, and a verb.
std::string pattern(const Noun& noun, std::string_view verb) {
  std::string both = fmt::format("'{} '{}", noun.name, verb);
  if (!noun.alias.empty()) both += fmt::format("|'{} '{}", noun.alias, verb);
  return both;
}

/// A case for each verb, then one for the noun with anything else behind it.
void print_noun(std::ostream& out, const Noun& noun) {
  std::string first;  // what may come right after the noun
  for (const auto& make : noun.verbs) {
    const Verb verb = make();
    Words words;
    const Action unused = verb.declare(words);
    add(first, verb.name.empty() ? option_names(words) : verb.name);
    if (verb.name.empty()) continue;
    out << fmt::format("    {}) words='{}' ;;\n", pattern(noun, verb.name), option_names(words));
  }
  out << fmt::format("    {}) words='{}' ;;\n", pattern(noun, "*"), first);
}

constexpr const char* start = R"(# bash completion for svcadm, printed by `svcadm completion bash`.
_svcadm() {
  local noun='' verb='' words='' i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in
)";

constexpr const char* middle = R"(      -*) ;;
      *) if [[ -z $noun ]]; then noun=${COMP_WORDS[i]}; elif [[ -z $verb ]]; then verb=${COMP_WORDS[i]}; fi ;;
    esac
  done
  case "$noun $verb" in
)";

constexpr const char* end = R"(  esac
  COMPREPLY=($(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _svcadm svcadm
)";

}  // namespace

void print_bash_completion(std::ostream& out, std::span<const Noun> nouns) {
  SharedOptions options;
  Words shared;
  declare_shared(shared, options);

  out << start;
  std::string with_value;
  for (const Word& word : shared.all()) {
    if (!word.is_flag()) with_value += (with_value.empty() ? "" : "|") + word.name;
  }
  out << fmt::format("      {}) ((i++)) ;;\n", with_value) << middle;

  std::string names;
  for (const Noun& noun : nouns) add(names, noun.name);
  out << fmt::format("    ' ') words='{}' ;;\n", names);
  for (const Noun& noun : nouns) print_noun(out, noun);
  out << "  esac\n" << fmt::format("  words+=' {}'\n", option_names(shared));
  out << "  case \"${COMP_WORDS[COMP_CWORD-1]}\" in\n";
  print_choices(out, shared);
  out << end;
}

Verb completion_bash() { return verb<Options>("bash", "Print the completion for bash", declare, Needs::nothing, run); }

}  // namespace svcadm::cmd
