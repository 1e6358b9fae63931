// The one source file that knows CLI11.  It splits the typed words into options and arguments; what they must
// be is checked here, so that every complaint is ours, in both languages, and all of them are made at once.

#include "cmd/words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <string_view>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cmd/nearest.hpp"
#include "locale/catalogue.hpp"

namespace svcadm::cmd {

namespace {

using Problems = std::vector<Problem>;

void complain(Problems& problems, std::string id, std::vector<Arg> args) {
  problems.push_back({.message = {std::move(id), std::move(args)}});
}

std::string joined(const std::vector<std::string>& values) {
  std::string line;
  for (const std::string& value : values) line += (line.empty() ? "" : ", ") + value;
  return line;
}

std::vector<std::string> split_at_commas(const std::vector<std::string>& values) {
  std::vector<std::string> parts;
  for (std::string_view value : values) {
    for (;;) {
      const auto comma = value.find(',');
      if (const auto part = trim(value.substr(0, comma)); !part.empty()) parts.emplace_back(part);
      if (comma == std::string_view::npos) break;
      value.remove_prefix(comma + 1);
    }
  }
  return parts;
}

/// The code that was meant: typed as it is, or as its word in either language.
std::optional<std::string> chosen(const Word& word, const std::string& typed) {
  for (const std::string& code : word.one_of) {
    if (typed == code || locale::names(Term{code}, typed)) return code;
  }
  return std::nullopt;
}

struct Store {
  const Word& word;
  std::vector<std::string> values;
  Problems& problems;

  void operator()(bool* target) const { *target = true; }
  void operator()(std::string* target) const { *target = values.back(); }
  void operator()(std::optional<std::string>* target) const { *target = values.back(); }
  void operator()(std::vector<std::string>* target) const { *target = values; }
  void operator()(int* target) const {
    const std::string& typed = values.back();
    const auto [end, failed] = std::from_chars(typed.data(), typed.data() + typed.size(), *target);
    if (failed == std::errc{} && end == typed.data() + typed.size()) return;
    complain(problems, "problem.usage.whole-number", {word.name, typed});
  }
  void operator()(std::optional<int>* target) const { (*this)(&target->emplace()); }
};

/// Whether the word names a file, whose name may be any bytes.
bool names_a_file(const Word& word) {
  return std::ranges::any_of(std::array{"FILE", "FOLDER", "WORD"},
                             [&](const char* name) { return word.value == name || word.name == name; });
}

/// Whether a value is text that may be kept and shown: what it steers are lines and tabs at most.
bool is_text(std::string value) {
  std::erase_if(value, [](char c) { return c == '\n' || c == '\t'; });
  return printable(value) == value;
}

/// Checks the values of one word and hands them to its target.
void take(const Word& word, std::vector<std::string> values, Problems& problems) {
  if (const auto bad = std::ranges::find_if_not(values, is_text); bad != values.end() && !names_a_file(word)) {
    return complain(problems, "problem.usage.not-text", {word.name, *bad});
  }
  if (word.splits) values = split_at_commas(values);
  if (values.empty()) {
    if (word.is_required) complain(problems, "problem.usage.word-missing", {word.name});
    return;
  }
  if (values.size() > 1 && !word.repeats() && !word.is_flag()) {
    return complain(problems, "problem.usage.option-repeated", {word.name});
  }
  if (!word.one_of.empty()) {
    for (std::string& value : values) {
      const auto code = chosen(word, value);
      if (!code) return complain(problems, "problem.usage.choice", {word.name, value, joined(word.one_of)});
      value = *code;
    }
  }
  std::visit(Store{word, std::move(values), problems}, word.target);
}

/// Gives the words without a name to the arguments in their order.
void take_arguments(const Words& own, std::span<const std::string> typed, Problems& problems) {
  for (const Word& word : own.all()) {
    if (word.is_option()) continue;
    const std::size_t count = word.repeats() ? typed.size() : std::min<std::size_t>(1, typed.size());
    take(word, {typed.begin(), typed.begin() + static_cast<std::ptrdiff_t>(count)}, problems);
    typed = typed.subspan(count);
  }
  if (!problems.empty()) return;  // a surplus word may be the value of an option we do not know
  for (const std::string& surplus : typed) complain(problems, "problem.usage.word-too-many", {surplus});
}

void complain_of_option(const Words& own, const Words& shared, std::string_view typed, Problems& problems) {
  const std::string name{typed.substr(0, typed.find('='))};
  std::vector<std::string> names;
  for (const Words* list : {&own, &shared}) {
    for (const Word& word : list->all()) {
      if (word.is_option()) names.push_back(word.name);
    }
  }
  if (const auto near = nearest(name, names)) {
    return complain(problems, "problem.usage.option-unknown-nearest", {name, *near});
  }
  complain(problems, "problem.usage.option-unknown", {name});
}

/// Sorts what no option took into unknown options and arguments; behind "--" everything is an argument.
std::vector<std::string> arguments_of(const std::vector<std::string>& remaining, const Words& own, const Words& shared,
                                      Problems& problems) {
  std::vector<std::string> arguments;
  bool options_ended = false;
  for (const std::string& word : remaining) {
    const bool number = word.size() > 1 && word[1] >= '0' && word[1] <= '9';
    if (!options_ended && word == "--") {
      options_ended = true;
    } else if (!options_ended && word.size() > 1 && word.starts_with('-') && !number) {
      complain_of_option(own, shared, word, problems);
    } else {
      arguments.push_back(word);
    }
  }
  return arguments;
}

/// CLI11 takes the next word whatever it is; an option in the place of a value means that the value is missing.
bool lacks_value(const Word& word, const std::vector<std::string>& values, const Words& own, const Words& shared) {
  return !word.is_flag() && std::any_of(values.begin(), values.end(), [&](const std::string& value) {
    return value.starts_with("--") && (own.find(value) != nullptr || shared.find(value) != nullptr);
  });
}

}  // namespace

const Word* Words::find(std::string_view name) const {
  const auto found = std::find_if(words_.begin(), words_.end(), [&](const Word& word) { return word.name == name; });
  return found == words_.end() ? nullptr : &*found;
}

void read_words(const Words& own, const Words& shared, const std::vector<std::string>& typed) {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  std::vector<std::pair<const Word*, CLI::Option*>> options;
  for (const Words* list : {&own, &shared}) {
    for (const Word& word : list->all()) {
      if (!word.is_option()) continue;
      CLI::Option* option = word.is_flag() ? app.add_flag(word.name) : app.add_option(word.name)->expected(1);
      options.emplace_back(&word, option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll));
    }
  }

  Problems problems;
  for (const std::string& word : typed) {
    if (word == "--") break;
    if (!word.starts_with("--") || !word.ends_with('=')) continue;
    complain(problems, "problem.usage.value-missing", {word.substr(0, word.size() - 1)});
  }
  if (!problems.empty()) throw Error{Failure::usage, std::move(problems)};

  try {
    app.parse(std::vector<std::string>{typed.rbegin(), typed.rend()});  // CLI11 wants the last word first
  } catch (const CLI::ArgumentMismatch&) {
    const std::string& last = typed.back();  // the only way to lack a value here: the words ended
    throw Error{Failure::usage, Message{"problem.usage.value-missing", {last.substr(0, last.find('='))}}};
  } catch (const CLI::ParseError& error) {
    throw Error{Failure::usage, Message{"problem.usage.other", {std::string{error.what()}}}};
  }

  const auto arguments = arguments_of(app.remaining(), own, shared, problems);
  for (const auto& [word, option] : options) {
    if (lacks_value(*word, option->results(), own, shared)) {
      complain(problems, "problem.usage.value-missing", {word->name});
    } else {
      take(*word, option->results(), problems);
    }
  }
  take_arguments(own, arguments, problems);
  if (!problems.empty()) throw Error{Failure::usage, std::move(problems)};
}

}  // namespace svcadm::cmd
