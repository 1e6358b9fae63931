#include "usecase/regulation_editions.hpp"

#include <fmt/format.h>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "base/suggestion.hpp"
#include "usecase/office.hpp"
#include "usecase/regulation_change.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

/// A word as a shell takes it.
std::string shell_word(const std::string& word) {
  const bool plain = !word.empty() && word.find_first_of(" \t'\"\\$`*?[](){}<>|&;#~!") == std::string::npos;
  return plain ? word : "'" + word + "'";
}

EditionOutcome record(UnitOfWork& work, store::RegulationStore& store, const store::EditionRow& edition) {
  store.add_edition(work.event(), edition);
  work.conclude(edition.code, fmt::format(R"({{"edition":{},"sha256":"{}"}})", edition.number, edition.sha256));
  return {.code = edition.code, .number = edition.number, .made = true, .first = edition.number == 1};
}

}  // namespace

EditionOutcome import_regulation(Office& office, const RegulationText& text) {
  UnitOfWork work{office, domain::Permission::regulate, "regulation.import"};
  store::RegulationStore store{office.database()};
  const std::string& code = text.regulation.code();
  const auto newest = store.newest_edition(code);
  const std::string digest = sha256(text.text);

  if (newest && newest->sha256 == digest) return {.code = code, .number = newest->number};
  const auto before = newest ? regulation::read_regulation(newest->text, newest->source) : regulation::Regulation{};
  require_closed_unchanged(office, before, text.regulation);

  return record(work, store,
                {.code = code,
                 .number = newest ? newest->number + 1 : 1,
                 .sha256 = digest,
                 .source = text.source,
                 .text = text.text});
}

namespace {

/// The edition with one value set.  It was sound before, so a key that means nothing is the one that was named.
regulation::Regulation read_changed(const std::string& text, const std::string& code) {
  try {
    return regulation::read_new_regulation(text, code);
  } catch (const Error& error) {
    const bool unknown = std::any_of(error.problems().begin(), error.problems().end(), [](const Problem& problem) {
      return problem.message.id == "regulation.unknown-key";
    });
    throw Error{unknown ? Failure::not_found : error.failure(), error.problems()};
  }
}

}  // namespace

EditionOutcome set_regulation_value(Office& office, std::string_view code, const std::string& key,
                                    const std::string& value, Date from) {
  UnitOfWork work{office, domain::Permission::regulate, "regulation.set"};
  store::RegulationStore store{office.database()};
  const store::EditionRow newest = find_regulation(office, code);
  const std::string source = fmt::format("set {} {} --from {}", shell_word(key), shell_word(value), to_string(from));

  if (newest.number == 0) {
    throw Error{Failure::not_found, Message{"regulation.not-in-file", {newest.code}},
                suggest("svcadm regulation import {}", newest.code)};
  }
  const auto before = regulation::read_regulation(newest.text, newest.source);
  const std::string text = regulation::set_value(newest.text, key, value, from);
  const auto after = read_changed(text, newest.code);
  if (say_the_same(before, after)) return {.code = newest.code, .number = newest.number};
  require_closed_unchanged(office, before, after);

  return record(
      work, store,
      {.code = newest.code, .number = newest.number + 1, .sha256 = sha256(text), .source = source, .text = text});
}

}  // namespace svcadm::usecase
