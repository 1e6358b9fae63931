// svcadm regulation check: whether a regulation file is sound.

#include <ostream>
#include <set>

#include "cmd/regulation.hpp"
#include "locale/catalogue.hpp"
#include "usecase/regulations.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string file;
};

void declare(Words& words, Options& options) {
  words.argument("FILE", options.file, "The file; - is the standard input").required();
  words.explain(
      "Needs no office. Everything that is wrong is told at once, each with file, line and key, and ends "
      "with status 8. svcadm-regulation(5) has the whole vocabulary.");
  words.example("svcadm regulation check house.toml");
}

int run(const Options& options, Session& session) {
  const auto text = usecase::read_regulation_text(options.file);
  const regulation::Regulation& regulation = text.regulation;
  const auto entries = regulation.entries();
  std::set<std::string> rules;
  for (const regulation::EntryInfo& entry : entries) rules.insert(entry.rules.begin(), entry.rules.end());

  const auto say = [&](const Message& message) { print_indented(session.out, 0, locale::say(message)); };
  say({"regulation.sound", {regulation.code(), locale::label(regulation.title())}});
  say({"regulation.sound-counts",
       {static_cast<std::int64_t>(entries.size()), static_cast<std::int64_t>(rules.size()),
        static_cast<std::int64_t>(regulation.readings(Date{}).size()), regulation.change_days().front()}});
  say({"regulation.sound-areas", {area_words(regulation.areas())}});
  return 0;
}

}  // namespace

Verb regulation_check() { return verb<Options>("check", "Check a regulation file", declare, Needs::nothing, run); }

}  // namespace svcadm::cmd
