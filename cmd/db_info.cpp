// svcadm db info, migrate: the office file itself.

#include <charconv>
#include <ostream>

#include "cmd/audit.hpp"
#include "locale/catalogue.hpp"
#include "usecase/migration.hpp"

namespace svcadm::cmd {

namespace {

struct Options {};

void declare_info(Words& words, Options&) { words.example("svcadm db info"); }

void declare_migrate(Words& words, Options&) {
  words.explain(
      "Copies the file beside itself first, as FILE.schema-N. Other commands never migrate: they refuse an "
      "older file with status 12. A file of a newer svcadm is refused.");
  words.example("svcadm db migrate --db office.db");
}

int run_info(const Options&, Session& session) {
  const auto info = usecase::file_info(session.office());
  std::vector<std::pair<std::string, std::string>> fields{{"file", info.file},
                                                          {"company", info.company},
                                                          {"schema", std::to_string(info.schema)},
                                                          {"bytes", std::to_string(info.bytes)},
                                                          {"events", std::to_string(info.head.events)},
                                                          {"hash", info.head.hash}};
  fields.emplace_back("closed_until", info.closed_until ? to_string(*info.closed_until) : "");
  if (info.demo) fields.emplace_back("demo", locale::text("word.yes"));
  print_fields(session, locale::text("Office file"), "db.info", fields);
  return 0;
}

int run_migrate(const Options&, Session& session) {
  const auto outcome = usecase::migrate_file(session.file(), {.seconds = session.patience()}, caller_of(session));
  const char* id = outcome.from == outcome.to ? "db.is-newest"
                   : outcome.copy.empty()     ? "db.would-migrate"
                                              : "db.migrated";
  session.out << locale::say(
                     Message{id, {session.file(), std::int64_t{outcome.from}, std::int64_t{outcome.to}, outcome.copy}})
              << '\n';
  return 0;
}

}  // namespace

usecase::Caller caller_of(Session& session) {
  usecase::Caller caller{.uid = session.environment.uid,
                         .by = session.options.by.value_or(""),
                         .utc_seconds = session.environment.utc_seconds,
                         .dry_run = session.options.dry_run};
  const auto sudo = session.environment.variable("SUDO_UID");
  std::int64_t uid = 0;
  const auto [end, failed] = std::from_chars(sudo.data(), sudo.data() + sudo.size(), uid);
  if (!sudo.empty() && failed == std::errc{} && end == sudo.data() + sudo.size()) caller.sudo_uid = uid;
  if (session.options.as_of) caller.as_of = session.now();
  return caller;
}

Verb db_info() {
  return verb<Options>("info", "Print what the office file is", declare_info, Needs::reading, run_info);
}

Verb db_migrate() {
  return verb<Options>("migrate", "Bring an older office file to the program's schema", declare_migrate, Needs::nothing,
                       run_migrate);
}

}  // namespace svcadm::cmd
