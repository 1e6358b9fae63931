#include "cmd/path.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "cmd/nearest.hpp"

namespace svcadm::cmd {

namespace {

/// A common option at words[at] and how many words it takes; 0 where there is none.
std::size_t shared_option_length(std::span<const std::string> words, std::size_t at, const Words& shared) {
  const std::string& word = words[at];
  const auto equals = word.find('=');
  const Word* option = shared.find(std::string_view{word}.substr(0, equals));
  if (option == nullptr) return 0;
  return option->is_flag() || equals != std::string::npos ? 1 : 2;
}

std::string joined(std::span<const std::string> names) {
  std::string line;
  for (const std::string& name : names) line += (line.empty() ? "" : ", ") + name;
  return line;
}

/// The name that `typed` is, or is cut from; throws where it could be several.
std::optional<std::string> match(const std::string& typed, std::span<const std::string> names, bool cut) {
  if (std::find(names.begin(), names.end(), typed) != names.end()) return typed;
  if (!cut || typed.empty()) return std::nullopt;
  std::vector<std::string> longer;
  std::copy_if(names.begin(), names.end(), std::back_inserter(longer),
               [&](const std::string& name) { return name.starts_with(typed); });
  if (longer.size() > 1) throw Error{Failure::usage, Message{"problem.usage.ambiguous", {typed, joined(longer)}}};
  if (longer.empty()) return std::nullopt;
  return longer.front();
}

const Noun& find_noun(const std::string& typed, std::span<const Noun> nouns, bool interactive) {
  const auto by_alias = std::find_if(nouns.begin(), nouns.end(),
                                     [&](const Noun& noun) { return !noun.alias.empty() && noun.alias == typed; });
  if (by_alias != nouns.end()) return *by_alias;
  std::vector<std::string> names;
  for (const Noun& noun : nouns) names.emplace_back(noun.name);
  if (const auto name = match(typed, names, interactive)) {
    return *std::find_if(nouns.begin(), nouns.end(), [&](const Noun& noun) { return noun.name == *name; });
  }
  if (const auto near = nearest(typed, names)) {
    throw Error{Failure::usage, Message{"problem.usage.noun-unknown-nearest", {typed, *near}}, "svcadm " + *near};
  }
  throw Error{Failure::usage, Message{"problem.usage.noun-unknown", {typed}}, "svcadm --help"};
}

/// The verb called `typed`; none where the word is an argument of a noun that is itself a command.
std::optional<Verb> find_verb(const Noun& noun, const std::string& typed, bool interactive) {
  std::vector<std::string> names;
  bool is_command = false;
  for (const auto& make : noun.verbs) {
    std::string name = make().name;
    if (name.empty())
      is_command = true;
    else
      names.push_back(std::move(name));
  }
  if (const auto name = match(typed, names, interactive && !is_command)) {
    for (const auto& make : noun.verbs) {
      if (Verb verb = make(); verb.name == *name) return verb;
    }
  }
  if (is_command) return std::nullopt;
  const std::string noun_name{noun.name};
  if (const auto near = nearest(typed, names)) {
    throw Error{Failure::usage, Message{"problem.usage.verb-unknown-nearest", {noun_name, typed, *near}},
                "svcadm " + noun_name + " " + *near};
  }
  throw Error{Failure::usage, Message{"problem.usage.verb-unknown", {noun_name, typed, joined(names)}},
              "svcadm " + noun_name};
}

/// The verb without a name, of a noun that is itself a command.
std::optional<Verb> own_verb(const Noun& noun) {
  for (const auto& make : noun.verbs) {
    if (Verb verb = make(); verb.name.empty()) return verb;
  }
  return std::nullopt;
}

}  // namespace

Path find_path(std::span<const std::string> words, std::span<const Noun> nouns, const Words& shared, bool interactive) {
  Path path;
  bool looking = true;  // for a noun or a verb
  bool options_ended = false;
  for (std::size_t at = 0; at < words.size();) {
    const std::string& word = words[at];
    if (options_ended || word == "--") {
      options_ended = true;
      looking = false;
      path.rest.push_back(words[at++]);
      continue;
    }
    if (word == "--help" || word == "-h") {
      path.help = true;
      ++at;
      continue;
    }
    if (word == "--version") {
      path.version = true;
      ++at;
      continue;
    }
    if (const std::size_t length = shared_option_length(words, at, shared); length > 0) {
      for (std::size_t end = std::min(words.size(), at + length); at < end; ++at) path.rest.push_back(words[at]);
      continue;
    }
    const bool option = word.size() > 1 && word.starts_with('-');
    if (option || !looking) {
      looking = looking && !option;  // behind an option of the verb's own there is no verb
      path.rest.push_back(words[at++]);
    } else if (path.noun == nullptr && word == "help") {
      path.help = true;
      ++at;
    } else if (path.noun == nullptr) {
      path.noun = &find_noun(words[at++], nouns, interactive);
    } else {
      path.verb = find_verb(*path.noun, word, interactive);
      if (path.verb) ++at;
      looking = false;
    }
  }
  if (path.noun == nullptr || path.verb) return path;
  path.verb = own_verb(*path.noun);
  if (!path.verb && !looking && !path.help && !path.version) {
    const std::string name{path.noun->name};
    throw Error{Failure::usage, Message{"problem.usage.verb-missing", {name}}, "svcadm " + name};
  }
  return path;
}

}  // namespace svcadm::cmd
