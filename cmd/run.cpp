#include "cmd/run.hpp"

#include <exception>
#include <new>
#include <ostream>

#include "base/error.hpp"
#include "cmd/failure.hpp"
#include "cmd/help.hpp"
#include "cmd/path.hpp"
#include "cmd/version.hpp"
#include "locale/catalogue.hpp"

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

/// How to complain about words that cannot be read yet: looks only for --lang and --format.
struct Manner {
  Language language = Language::en;
  bool json = false;
};

Manner manner_of(std::span<const std::string> words, const Environment& environment) {
  Manner manner{.language = language_of(environment)};
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    const std::string& next = i + 1 < words.size() ? words[i + 1] : words[i];
    if (words[i] == "--lang=zh" || (words[i] == "--lang" && next == "zh")) manner.language = Language::zh;
    if (words[i] == "--lang=en" || (words[i] == "--lang" && next == "en")) manner.language = Language::en;
    if (words[i] == "--format=json" || (words[i] == "--format" && next == "json")) manner.json = true;
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
  const auto failed = [&](const Error& error) { return report(out, err, error, manner.json, terminal); };
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
