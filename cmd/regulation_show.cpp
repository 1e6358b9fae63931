// svcadm regulation show: what a regulation says, entry by entry.

#include <algorithm>
#include <ostream>
#include <sstream>

#include "base/text.hpp"
#include "cmd/columns.hpp"
#include "cmd/regulation.hpp"
#include "cmd/regulation_value.hpp"
#include "tabular/writer.hpp"
#include "usecase/office.hpp"
#include "usecase/regulations.hpp"

namespace svcadm::cmd {

namespace {

constexpr int page_width = 80;
constexpr int margin = 2;
constexpr int gap = 2;

struct Options {
  std::string code;
  std::optional<int> edition;
  bool text = false;
};

void declare(Words& words, Options& options) {
  words.argument("CODE", options.code, "Code of the regulation").required();
  words.option("--edition", options.edition, "N", "This edition; else the newest");
  words.flag("--text", options.text, "Print the file as it was read");
  words.example("svcadm regulation show CODE");
  words.example("svcadm regulation show CODE --edition 1 --text");
}

std::string rules_of(const regulation::EntryInfo& entry) {
  std::string rules;
  for (const std::string& rule : entry.rules) rules += (rules.empty() ? "" : " ") + rule;
  return rules;
}

std::string path_of(const regulation::EntryInfo& entry) {
  return entry.code.empty() ? entry.section : entry.section + "." + entry.code;
}

std::string heading(const usecase::ShownRegulation& shown) {
  const std::string& code = shown.edition.code;
  if (shown.edition.number == 0) {
    return locale::say(Message{"regulation.head-shipped", {code, locale::label(shown.title)}});
  }
  return locale::say(Message{
      "regulation.head", {code, locale::label(shown.title), std::int64_t{shown.edition.number}, shown.edition.source}});
}

/// Path, name, days and articles of an entry on one line.
std::string entry_heading(const regulation::EntryInfo& entry, const RegulationWords& words) {
  std::string line = path_of(entry);
  if (const std::string name = words.name_of(entry); !name.empty()) line += "  " + name;
  line += "  " + to_string(entry.from);
  if (entry.until) line += " .. " + to_string(*entry.until - 1);
  if (!entry.clause.empty()) line += "  " + entry.clause;
  if (!entry.rules.empty()) line += "  " + rules_of(entry);
  return line;
}

void print_entry(std::ostream& out, const regulation::EntryInfo& entry, const RegulationWords& words) {
  print_indented(out, 0, entry_heading(entry, words));
  int names = 0;
  for (const auto& [key, value] : entry.values) names = std::max(names, display_width(words.field(entry, key)));
  for (const auto& [key, value] : entry.values) {
    if (key == "label") continue;  // it stands in the heading
    std::string name = words.field(entry, key);
    for (const std::string& said : words.lines(key, value)) {
      for (const std::string& part : wrap(printable(said), page_width - margin - names - gap)) {
        out << std::string(margin, ' ') << pad(name, names + gap) << part << '\n';
        name.clear();
      }
    }
  }
}

void print_lines(std::ostream& out, const usecase::ShownRegulation& shown) {
  print_indented(out, 0, heading(shown));
  const RegulationWords words{shown.entries};
  for (const regulation::EntryInfo& entry : shown.entries) {
    out << '\n';
    print_entry(out, entry, words);
  }
}

void print_table(Session& session, const usecase::ShownRegulation& shown) {
  using tabular::Kind;
  const auto writer = session.writer();
  writer->begin({.title = shown.edition.code + " " + locale::label(shown.title),
                 .name = "regulation.show",
                 .columns = {column("area"), column("key", Kind::identifier), column("from", Kind::date),
                             column("until", Kind::date, false), column("clause"), column("rules"), column("value")},
                 .created = session.now()});
  const RegulationWords words{shown.entries};
  for (const regulation::EntryInfo& entry : shown.entries) {
    for (const auto& [key, value] : entry.values) {
      writer->row(
          std::vector<tabular::Cell>{entry.area ? tabular::Cell{area_word(session, *entry.area)} : tabular::Cell{},
                                     path_of(entry) + "." + key, entry.from, optional_cell(entry.until), entry.clause,
                                     text_cell(rules_of(entry)), words.structured(key, value, for_people(session))});
    }
  }
  writer->end();
}

/// The file's own bytes, to be kept in another file; on a terminal with what would steer it made visible.
void print_file(Session& session, const std::string& text) {
  if (!session.environment.out_is_terminal) {
    session.out << text;
    return;
  }
  std::istringstream lines{text};
  for (std::string line; std::getline(lines, line);) {
    std::replace(line.begin(), line.end(), '\t', ' ');
    session.out << printable(line) << '\n';
  }
}

int run(const Options& options, Session& session) {
  const auto shown = usecase::show_regulation(session.office(), options.code, options.edition);
  if (options.text) {
    print_file(session, shown.edition.text);
  } else if (as_lines(session)) {
    print_lines(session.out, shown);
  } else {
    print_table(session, shown);
  }
  return 0;
}

}  // namespace

Verb regulation_show() {
  return verb<Options>("show", "Show what a regulation says, with its articles", declare, Needs::reading, run);
}

}  // namespace svcadm::cmd
