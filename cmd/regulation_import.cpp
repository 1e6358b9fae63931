// svcadm regulation import: a new edition of the office's own copy.

#include <ostream>

#include "cmd/regulation.hpp"
#include "locale/catalogue.hpp"
#include "usecase/office.hpp"
#include "usecase/regulation_editions.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string file;
};

void declare(Words& words, Options& options) {
  words.argument("FILE", options.file, "The file, or the code of a regulation that the program carries").required();
  words.explain(
      "An edition governs wherever its code is adopted, from the moment it is imported. It must say the same "
      "as the one before about every day of a closed month; otherwise it is refused. The same text once "
      "more changes nothing. Law holds as soon as it is imported; nobody adopts it.");
  words.example("svcadm regulation import house.toml");
  words.example("svcadm regulation import CODE");
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const auto outcome = usecase::import_regulation(office, usecase::read_regulation_text(options.file));
  const char* id = outcome.made ? "regulation.imported" : "regulation.import-same";
  session.out << locale::say(Message{id, {outcome.code, std::int64_t{outcome.number}}}) << '\n';
  return 0;
}

}  // namespace

Verb regulation_import() {
  return verb<Options>("import", "Import a new edition of a regulation", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
