// svcadm conduct record: what somebody did.

#include <ostream>

#include <fmt/format.h>

#include "cmd/conduct.hpp"
#include "cmd/several.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string kind;
  std::vector<std::string> people;
  std::string on;
  std::string text;
};

void declare(Words& words, Options& options) {
  words.argument("KIND", options.kind, "Code or name of a kind in the regulation that governs them").required();
  words.argument("PERSON", options.people, "Whom it concerns; who did it comes first").required().by_commas();
  words.option("--on", options.on, "DATE", "The day of it").required();
  words.option("--text", options.text, "TEXT", "What happened").required();
  words.explain(
      "Prints the number of the record.  It is no finding yet and proposes nothing: a second person must verify it.");
  words.example("svcadm conduct record proxy_punch 1001,1002 --on 2026-10-12 --text '1001 替 1002 打卡，监控可见'");
}

int run(const Options& options, Session& session) {
  const auto id = usecase::record_conduct(
      session.office(), {options.kind, options.people, read_day(options.on, session.present()), options.text});
  session.out << fmt::format("CO{}\n", id);
  return 0;
}

}  // namespace

namespace {

usecase::Matter read_matter(const std::string& word, const Present& present) {
  if (const auto place = word.find('@'); place != std::string::npos) {
    return {.person = word.substr(0, place), .last_day = read_day(word.substr(place + 1), present)};
  }
  const auto place = word.find('/');
  return {.record = read_id("co", word.substr(0, place)),
          .person = place == std::string::npos ? std::string{} : word.substr(place + 1)};
}

}  // namespace

std::vector<usecase::Matter> read_matters(const std::vector<std::string>& words, const Present& present) {
  return read_all(words, [&](const std::string& word) { return read_matter(word, present); });
}

Verb conduct_record() { return verb<Options>("record", "Record what somebody did", declare, Needs::writing, run); }

}  // namespace svcadm::cmd
