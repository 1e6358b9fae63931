#include <ostream>

#include "base/text.hpp"
#include "cmd/columns.hpp"
#include "cmd/regulation.hpp"
#include "locale/catalogue.hpp"

namespace svcadm::cmd {

namespace {

constexpr int page_width = 80;

std::string word_of(regulation::Area area) { return locale::say(Arg{Term{"area." + regulation::to_key(area)}}); }

}  // namespace

bool as_lines(const Session& session) {
  const SharedOptions& options = session.options;
  return options.format() == tabular::Format::table && !options.output && !options.wide && options.columns.empty();
}

std::string area_word(const Session& session, regulation::Area area) {
  return for_people(session) ? word_of(area) : regulation::to_key(area);
}

std::string area_words(const std::vector<regulation::Area>& areas) {
  std::string words;
  for (const regulation::Area area : areas) words += (words.empty() ? "" : ", ") + word_of(area);
  return words;
}

void print_indented(std::ostream& out, int margin, const std::string& text) {
  for (const std::string& line : wrap(printable(text), page_width - margin)) {
    out << std::string(static_cast<std::size_t>(margin), ' ') << line << '\n';
  }
}

}  // namespace svcadm::cmd
