#include "cmd/help.hpp"

#include <algorithm>
#include <array>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"
#include "locale/catalogue.hpp"

namespace svcadm::cmd {

namespace {

using Row = std::pair<std::string, std::string>;

/// Lines below a first one are moved in by `indent`.
void paragraph(std::ostream& out, const std::string& text, int indent = 0) {
  bool first = true;
  for (const std::string& line : wrap(text, help_width - indent)) {
    out << (first ? "" : pad("", indent)) << line << '\n';
    first = false;
  }
}

void heading(std::ostream& out, std::string_view msgid) { out << '\n' << locale::text(msgid) << '\n'; }

/// Two columns; a left one that is too long gets a line of its own.
void rows(std::ostream& out, const std::vector<Row>& rows) {
  constexpr int most_left = 24;
  int left = 0;
  for (const auto& [name, text] : rows) {
    if (const int width = display_width(name); width <= most_left) left = std::max(left, width);
  }
  const int indent = left + 4;
  for (const auto& [name, text] : rows) {
    const bool alone = display_width(name) > left;
    if (alone) out << "  " << name << '\n';
    out << (alone ? pad("", indent) : "  " + pad(name, left) + "  ");
    paragraph(out, text, indent);
  }
}

std::string full_stop(const std::string& text) {
  return text + (locale::language() == locale::Language::zh ? "。" : ".");
}

/// "--month MONTH" or "PERSON...".
std::string form(const Word& word) {
  std::string form = word.name;
  if (!word.value.empty()) form += " " + word.value;
  if (word.repeats() && !word.splits) form += "...";
  return form;
}

std::string description(const Word& word) {
  std::string text = locale::text(word.help);
  if (word.one_of.empty()) return text;
  std::string codes;
  for (const std::string& code : word.one_of) codes += (codes.empty() ? "" : ", ") + code;
  return locale::say(Message{"{0}: {1}", {text, codes}});
}

std::vector<Row> rows_of(const Words& words, bool options) {
  std::vector<Row> found;
  for (const Word& word : words.all()) {
    if (word.is_option() == options) found.emplace_back(form(word), description(word));
  }
  return found;
}

/// A line that is no sentence, as typed: broken at blanks, continued lines moved in.
void command_line(std::ostream& out, const std::string& start, const std::string& line) {
  bool first = true;
  const int indent = display_width(start);
  for (const std::string& part : wrap(line, help_width - indent)) {
    out << (first ? start : pad("", indent)) << part << '\n';
    first = false;
  }
}

std::string usage_of(const Noun& noun, const Verb& verb, const Words& words) {
  std::string line = "svcadm " + std::string{noun.name};
  if (!verb.name.empty()) line += " " + verb.name;
  bool optional = false;
  for (const Word& word : words.all()) {
    if (!word.is_option()) continue;
    if (word.is_required) line += " " + form(word);
    optional = optional || !word.is_required;
  }
  if (optional) line += " [" + locale::text("OPTIONS") + "]";
  for (const Word& word : words.all()) {
    if (!word.is_option()) line += word.is_required ? " " + form(word) : " [" + form(word) + "]";
  }
  return line;
}

/// The nouns under their groups, both in the order of the table.
void noun_table(std::ostream& out, std::span<const Noun> nouns) {
  std::vector<std::string_view> groups;
  for (const Noun& noun : nouns) {
    if (std::find(groups.begin(), groups.end(), noun.group) == groups.end()) groups.push_back(noun.group);
  }
  for (const std::string_view group : groups) {
    std::vector<Row> lines;
    for (const Noun& noun : nouns) {
      if (noun.group != group) continue;
      std::string name{noun.name};
      if (!noun.alias.empty()) name += " (" + std::string{noun.alias} + ")";
      lines.emplace_back(name, locale::text(noun.summary));
    }
    heading(out, group);
    rows(out, lines);
  }
}

constexpr std::array<std::pair<int, const char*>, 15> statuses{{
    {0, "done"},
    {static_cast<int>(Failure::check_found), "a check found something"},
    {static_cast<int>(Failure::usage), "the command line is wrong"},
    {static_cast<int>(Failure::refused), "a rule refuses"},
    {static_cast<int>(Failure::not_permitted), "the acting person may not"},
    {static_cast<int>(Failure::not_found), "no such thing"},
    {static_cast<int>(Failure::conflict), "conflicts with the present state"},
    {static_cast<int>(Failure::no_rule), "no rule or calendar in force"},
    {static_cast<int>(Failure::input), "an input was rejected"},
    {static_cast<int>(Failure::no_database), "no office file"},
    {static_cast<int>(Failure::busy), "the office file is locked"},
    {static_cast<int>(Failure::version), "file and program do not fit"},
    {static_cast<int>(Failure::disk), "disk or file error"},
    {static_cast<int>(Failure::bug), "a mistake in svcadm"},
    {static_cast<int>(Failure::interrupted), "interrupted"},
}};

/// The verbs of a noun that have a name.
void verb_table(std::ostream& out, const Noun& noun) {
  std::vector<Row> lines;
  for (const auto& make : noun.verbs) {
    if (const Verb verb = make(); !verb.name.empty()) lines.emplace_back(verb.name, locale::text(verb.summary));
  }
  if (lines.empty()) return;
  heading(out, "Verbs:");
  rows(out, lines);
}

}  // namespace

void print_overview(std::ostream& out, std::span<const Noun> nouns) {
  command_line(out, locale::text("Usage: "), "svcadm NOUN VERB [" + locale::text("OPTIONS") + "]");
  noun_table(out, nouns);
  out << '\n';
  paragraph(out, locale::text("'svcadm NOUN' lists its verbs, 'svcadm --help' the common options."));
}

void print_full_help(std::ostream& out, std::span<const Noun> nouns, const Words& shared) {
  command_line(out, locale::text("Usage: "), "svcadm NOUN VERB [" + locale::text("OPTIONS") + "]");
  noun_table(out, nouns);
  heading(out, "Common options, before or after the verb:");
  rows(out, rows_of(shared, true));
  heading(out, "Exit status:");
  std::vector<Row> lines;
  for (const auto& [status, meaning] : statuses) {
    lines.emplace_back(pad(std::to_string(status), 3, Align::right), locale::text(meaning));
  }
  rows(out, lines);
}

void print_noun_help(std::ostream& out, const Noun& noun) {
  command_line(out, locale::text("Usage: "),
               "svcadm " + std::string{noun.name} + " VERB [" + locale::text("OPTIONS") + "]");
  out << '\n';
  paragraph(out, full_stop(locale::text(noun.summary)));
  verb_table(out, noun);
  out << '\n';
  paragraph(out, locale::say(Message{"'svcadm {0} VERB --help' explains a verb.", {std::string{noun.name}}}));
}

void print_verb_help(std::ostream& out, const Noun& noun, const Verb& verb, const Words& words) {
  command_line(out, locale::text("Usage: "), usage_of(noun, verb, words));
  out << '\n';
  paragraph(out, full_stop(locale::text(verb.summary)));
  for (const std::string& text : words.paragraphs()) {
    out << '\n';
    paragraph(out, locale::text(text));
  }
  if (const auto arguments = rows_of(words, false); !arguments.empty()) {
    heading(out, "Arguments:");
    rows(out, arguments);
  }
  if (const auto options = rows_of(words, true); !options.empty()) {
    heading(out, "Options:");
    rows(out, options);
  }
  if (verb.name.empty()) verb_table(out, noun);
  out << '\n';
  paragraph(out, locale::text("Common options (--db, --as-of, --format, --lang ...): svcadm --help"));
  if (words.examples().empty()) return;
  heading(out, "Examples:");
  for (const std::string& line : words.examples()) command_line(out, "  ", line);
}

}  // namespace svcadm::cmd
