// svcadm init: a new office file.

#include "usecase/init.hpp"

#include <ostream>

#include <fmt/format.h>

#include "cmd/verbs.hpp"
#include "locale/catalogue.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string company;
  std::optional<std::string> language;
  std::string place;
  std::optional<std::string> first_month;
  bool demo = false;
};

void declare(Words& words, Options& options) {
  words.option("--company", options.company, "NAME", "Name of the company").required();
  words.option("--language", options.language, "LANG", "Language of the office; else the one that is set now")
      .choices({"zh", "en"});
  words.option("--place", options.place, "PLACE", "Place whose minimum wage holds");
  words.option("--first-month", options.first_month, "MONTH", "The month from which pay is computed; else this one");
  words.flag("--demo", options.demo, "A demonstration: everybody may choose the time with --as-of");
  words.example("svcadm init --company 星河客服 --language zh --first-month 2026-09");
}

/// The commands that come next, most offices' first hour.
constexpr const char* next_commands[] = {
    "svcadm department add NAME",
    "svcadm employee import FILE",
    "svcadm role grant payroll PERSON",
    "svcadm regulation adopt CODE --department NAME --from DATE",
};

int run(const Options& options, Session& session) {
  usecase::NewOffice office{.company = options.company, .place = options.place, .demo = options.demo};
  office.language = options.language.value_or(locale::language() == locale::Language::zh ? "zh" : "en");
  if (options.first_month) office.first_month = read_month(*options.first_month, session.present());
  usecase::Caller caller{.uid = session.environment.uid,
                         .utc_seconds = session.environment.utc_seconds,
                         .dry_run = session.options.dry_run};
  if (session.options.as_of) caller.as_of = session.now();
  const auto outcome = usecase::init_office(session.file(), caller, office);

  session.set_office_language(office.language == "zh" ? locale::Language::zh : locale::Language::en);
  std::string years;
  for (const int year : outcome.years) years += (years.empty() ? "" : ", ") + std::to_string(year);
  session.out << locale::say(Message{"init.done", {outcome.file, options.company, outcome.first_month}}) << '\n'
              << locale::say(Message{"init.administrator", {outcome.holder}}) << '\n'
              << locale::say(Message{"init.calendars", {years}}) << '\n'
              << locale::text("Next:") << '\n';
  for (const char* command : next_commands) session.out << "  " << command << '\n';
  return 0;
}

}  // namespace

Verb init() { return verb<Options>("", "Make a new office file", declare, Needs::nothing, run); }

}  // namespace svcadm::cmd
