#include "cmd/run.hpp"

#include <exception>
#include <new>
#include <optional>
#include <ostream>

#include "base/error.hpp"
#include "cmd/failure.hpp"
#include "cmd/help.hpp"
#include "cmd/path.hpp"
#include "cmd/session.hpp"
#include "cmd/version.hpp"
#include "locale/catalogue.hpp"
#include "store/database.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

using locale::Language;

/// What the machine says; the office and --lang come before it.
Language language_of(const Environment& environment) {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (const auto value = environment.variable(name); !value.empty()) {
      return value.starts_with("zh") ? Language::zh : Language::en;
    }
  }
  return Language::en;
}

/// How to complain about words that cannot be read yet: looks only for --lang, --format and --db.
struct Manner {
  Language language = Language::en;
  bool language_given = false;
  bool json = false;
  std::optional<std::string> file = std::nullopt;
};

/// What follows `name` at the place, as "--name=value" or "--name value".
std::optional<std::string> value_at(std::span<const std::string> words, std::size_t i, std::string_view name) {
  if (words[i] == name && i + 1 < words.size()) return words[i + 1];
  if (words[i].starts_with(name) && words[i].substr(name.size()).starts_with('=')) {
    return words[i].substr(name.size() + 1);
  }
  return std::nullopt;
}

Manner manner_of(std::span<const std::string> words, const Environment& environment) {
  Manner manner{.language = language_of(environment)};
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    const auto language = value_at(words, i, "--lang");
    if (language == "zh") manner.language = Language::zh;
    if (language == "en") manner.language = Language::en;
    manner.language_given = manner.language_given || language == "zh" || language == "en";
    if (value_at(words, i, "--format") == "json") manner.json = true;
    if (const auto file = value_at(words, i, "--db")) manner.file = file;
  }
  return manner;
}

void finish(std::ostream& out) {
  out.flush();
  if (!out) throw Error{Failure::disk, Message{"problem.output.failed"}};
}

int run_command(const Path& path, const Words& common, const SharedOptions& shared, std::istream& in, std::ostream& out,
                std::ostream& err, const Environment& environment) {
  Words own;
  const Action action = path.verb->declare(own);
  if (path.help) {
    print_verb_help(out, *path.noun, *path.verb, own);
    return 0;
  }
  read_words(own, common, path.rest);
  check_shared(shared);
  Session session{shared, environment, in, out, err, path.verb->needs};
  if (shared.output) session.check_output(*shared.output);
  const int status = action(session);
  session.print_notes();
  return status;
}

int dispatch(std::span<const std::string> words, std::istream& in, std::ostream& out, std::ostream& err,
             const Environment& environment, std::span<const Noun> nouns) {
  SharedOptions shared;
  Words common;
  declare_shared(common, shared);
  const Path path = find_path(words, nouns, common, environment.interactive());
  if (path.version) {
    print_version(out);
    return 0;
  }
  if (path.verb) return run_command(path, common, shared, in, out, err, environment);

  read_words({}, common, path.rest);
  if (path.noun != nullptr) {
    print_noun_help(out, *path.noun);
  } else if (path.help) {
    print_full_help(out, nouns, common);
  } else {
    print_overview(out, nouns);
  }
  return 0;
}

void use_office_language(const Manner& manner, const Environment& environment) {
  const std::string file = office_file(manner.file, environment);
  if (!store::file_exists(file)) return;
  const std::string language = usecase::language_of_office(file, environment.utc_seconds);
  if (!language.empty()) locale::set_language(language == "zh" ? Language::zh : Language::en);
}

int report(std::ostream& out, std::ostream& err, const Error& error, bool json, bool terminal) {
  out.flush();  // what was printed before comes before
  if (json) {
    report_json(err, error);
  } else {
    report_text(err, error, terminal);
  }
  err.flush();
  return static_cast<int>(error.failure());
}

}  // namespace

int run(std::span<const std::string> words, std::istream& in, std::ostream& out, std::ostream& err,
        const Environment& environment, std::span<const Noun> nouns) {
  const Manner manner = manner_of(words, environment);
  const bool terminal = environment.err_is_terminal;
  const auto failed = [&](const Error& error) {
    // Much is complained about before the office is asked for its language; where its disk fails it is not asked.
    const bool may_ask = error.failure() != Failure::bug && error.failure() != Failure::disk;
    if (may_ask && !manner.language_given) use_office_language(manner, environment);
    return report(out, err, error, manner.json, terminal);
  };
  try {
    locale::set_language(manner.language);
    const int status = dispatch(words, in, out, err, environment, nouns);
    finish(out);
    return status;
  } catch (const Error& error) {
    return failed(error);
  } catch (const std::bad_alloc&) {
    return failed(Error{Failure::bug, Message{"problem.memory"}});
  } catch (const std::exception& error) {
    return failed(Error{Failure::bug, Message{"bug", {std::string{error.what()}}}});
  }
}

}  // namespace svcadm::cmd
