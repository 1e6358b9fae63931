// svcadm regulation show: what a regulation says, entry by entry.

#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "base/text.hpp"
#include "cmd/columns.hpp"
#include "cmd/regulation.hpp"
#include "tabular/writer.hpp"
#include "usecase/office.hpp"
#include "usecase/regulations.hpp"

namespace svcadm::cmd {

namespace {

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

void print_lines(std::ostream& out, const usecase::ShownRegulation& shown) {
  print_indented(out, 0, heading(shown));
  for (const regulation::EntryInfo& entry : shown.entries) {
    out << '\n';
    std::string line = fmt::format("{}  {}  {}", path_of(entry), to_string(entry.from), entry.clause);
    if (entry.until)
      line = fmt::format("{}  {} .. {}  {}", path_of(entry), to_string(entry.from), to_string(*entry.until - 1),
                         entry.clause);
    if (!entry.rules.empty()) line += "  " + rules_of(entry);
    print_indented(out, 0, line);
    for (const auto& [key, value] : entry.values) print_indented(out, 2, key + ": " + value);
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
  for (const regulation::EntryInfo& entry : shown.entries) {
    for (const auto& [key, value] : entry.values) {
      writer->row(std::vector<tabular::Cell>{
          entry.area ? tabular::Cell{area_word(session, *entry.area)} : tabular::Cell{}, path_of(entry) + "." + key,
          entry.from, optional_cell(entry.until), entry.clause, text_cell(rules_of(entry)), value});
    }
  }
  writer->end();
}

int run(const Options& options, Session& session) {
  const auto shown = usecase::show_regulation(session.office(), options.code, options.edition);
  if (options.text) {
    session.out << shown.edition.text;
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
