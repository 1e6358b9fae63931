// Makes mutants of a regulation file: each entry and each row of a table that names a catalogue rule is taken out, and
// each of its figures and words is moved by one step.  scripts/mutate runs the tests of the rule upon them.
//
//   mutate_regulation FILE FOLDER [RULE-ID ...]
//
// writes FOLDER/1/FILE, FOLDER/2/FILE ... and prints a line for each: number, rule ids, line, what was changed.  What
// the reader refuses is no mutant: a broken regulation never gets as far as a payroll.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/moment.hpp"
#include "base/money.hpp"
#include "regulation/regulation.hpp"

namespace {

using Lines = std::vector<std::string>;
using Words = std::vector<std::string>;

/// The words a key can have; "section key" goes before "key".
const std::map<std::string, Words> vocabulary{
    {"direction", {"windows", "file"}},
    {"missing", {"exception", "ignored", "half-absence", "whole-absence"}},
    {"one_direction", {"exception", "ignored", "half-absence", "whole-absence"}},
    {"appraisal.score missing", {"zero", "left-out", "required"}},
    {"reason", {"required", "optional"}},
    {"counts", {"if-known", "required", "ignored"}},
    {"early", {"listed", "ignored"}},
    {"lunch_punches missing", {"listed", "ignored"}},
    {"attendance.lateness method", {"event/1", "day-total/1", "month-total/1"}},
    {"attendance.early_leaving method", {"month-total/1"}},  // one event a day: by event and by day are the same
    {"precision", {"second", "minute-cut", "minute-up"}},
    {"leave.kind column", {"personal", "sick", "annual", "other_paid", "official", "rest_comp"}},
    {"counted", {"workdays", "calendar-days"}},
    {"per_year", {"unlimited", "1 day"}},
    {"measured", {"each-day", "month-day 1"}},
    {"payroll.item column", {"base", "full_attendance", "performance", "bonus", "other_pay"}},
    {"payroll.deduction column",
     {"absenteeism_deduction", "personal_deduction", "sick_deduction", "lateness_deduction", "other_deduction"}},
    {"for", {"everybody", "probation", "confirmed"}},
    {"part_month", {"workdays", "calendar-days", "full-only", "whole"}},
    {"conversions", {"together", "apart"}},
    {"payroll.divisor method", {"month-workdays/1", "calendar-days/1", "rostered-days/1"}},
    {"payroll.rounding method", {"half-up", "half-even", "down", "up"}},
    {"limit_of", {"pay-after-unpaid-time", "full-pay", "pay-after-deductions"}},
    {"payroll.below_zero method", {"carry", "drop"}},
    {"last_day", {"worked", "not-worked"}},
    {"appraisal.mean over", {"confirmed-whole-month", "confirmed", "everybody"}},
    {"failing_gate", {"stays-in", "left-out"}},
    {"measure", {"streak", "rolling-month", "calendar-month"}},
    {"proposes", {"warning", "demerit", "major_demerit", "demotion", "bonus_withheld", "dismissal"}},
    {"concerns", {"everybody-named", "first-named"}},
    {"leave", {"personal", "sick", "annual"}},
    {"input", {"contract_bonus", "sales_bonus"}},
    {"part", {"returned_orders", "wrong_orders"}},
    {"whole", {"orders", "wrong_orders"}},
};

/// Keys that name and cite, and lower bounds, which follow the upper bound of the row before.
const std::set<std::string> untouched{"code",   "from", "until",      "label",   "zh",         "en",
                                      "clause", "rule", "instrument", "checked", "from_years", "at_least"};

struct Entry {
  std::string section;
  std::size_t begin;  ///< its heading
  std::size_t end;    ///< one past its last line
};

/// A line's "key = value".
struct Value {
  std::size_t line;
  std::size_t column;  ///< of the value's text
  std::string key;
  std::string outer;  ///< the table it stands in; empty at the entry itself
  std::string text;   ///< as written, quotes included
};

class Mutator {
 public:
  Mutator(std::filesystem::path file, std::filesystem::path folder, std::set<std::string> wanted)
      : file_{std::move(file)}, folder_{std::move(folder)}, wanted_{std::move(wanted)} {
    std::ifstream in{file_};
    if (!in) throw std::runtime_error{"cannot read " + file_.string()};
    // Readings point at values that a mutant may lack, and change nothing.
    bool reading = false;
    for (std::string line; std::getline(in, line);) {
      if (line.starts_with("[[")) reading = line.starts_with("[[reading]]");
      lines_.push_back(reading ? std::string{} : line);
    }
  }

  void run() {
    for (const Entry& entry : entries()) {
      const Words own = own_rules(entry);
      const Words all = all_rules(entry);
      if (all.empty()) continue;
      Lines text = lines_;
      std::fill(text.begin() + static_cast<std::ptrdiff_t>(entry.begin),
                text.begin() + static_cast<std::ptrdiff_t>(entry.end), "");
      keep(text, own.empty() ? all : own, entry.begin, "[[" + entry.section + "]] taken out");
      for (std::size_t line = entry.begin + 1; line < entry.end; ++line) {
        const Words in_line = rules_in(lines_[line]);
        const bool row = is_row(lines_[line]);
        if (row && !in_line.empty()) take_row_out(entry, line, in_line);
        for (const Value& value : values_of(line)) {
          const Words& rules = (row || !value.outer.empty()) && !in_line.empty() ? in_line : own.empty() ? all : own;
          move(entry, value, rules);
        }
      }
    }
  }

 private:
  static bool is_row(const std::string& line) { return std::regex_search(line, std::regex{R"(^\s+\{)"}); }

  static Words rules_in(const std::string& line) {
    static const std::regex rule{R"(\brule = (\[[^\]]*\]|"[^"]*"))"};
    static const std::regex quoted{R"re("([^"]*)")re"};
    Words rules;
    for (std::sregex_iterator at{line.begin(), line.end(), rule}, end; at != end; ++at) {
      const std::string text = (*at)[1];
      for (std::sregex_iterator word{text.begin(), text.end(), quoted}; word != end; ++word)
        rules.push_back((*word)[1]);
    }
    return rules;
  }

  std::vector<Entry> entries() const {
    std::vector<Entry> found;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      static const std::regex heading{R"(^\[\[([^\]]+)\]\].*)"};
      std::smatch match;
      if (!std::regex_match(lines_[i], match, heading)) continue;
      if (!found.empty()) found.back().end = i;
      found.push_back({match[1], i, lines_.size()});
    }
    return found;
  }

  Words own_rules(const Entry& entry) const {
    for (std::size_t i = entry.begin; i < entry.end; ++i) {
      if (lines_[i].starts_with("rule = ")) return rules_in(lines_[i]);
    }
    return {};
  }

  Words all_rules(const Entry& entry) const {
    Words all;
    for (std::size_t i = entry.begin; i < entry.end; ++i) {
      for (const std::string& rule : rules_in(lines_[i])) {
        if (std::find(all.begin(), all.end(), rule) == all.end()) all.push_back(rule);
      }
    }
    return all;
  }

  std::vector<Value> values_of(std::size_t line) const {
    static const std::regex pair{R"re(\b([a-z_]+) = ("[^"]*"|\[[^\]\{]*\]|true|false|[0-9]+(?![-0-9])))re"};
    static const std::regex table{R"(\b([a-z_]+) = \{)"};
    const std::string& text = lines_[line];
    std::vector<Value> values;
    for (std::sregex_iterator at{text.begin(), text.end(), pair}, end; at != end; ++at) {
      const auto position = static_cast<std::size_t>(at->position(2));
      std::string outer;
      for (std::sregex_iterator open{text.begin(), text.end(), table}; open != end; ++open) {
        if (static_cast<std::size_t>(open->position(0)) < position) outer = (*open)[1];
      }
      values.push_back({line, position, (*at)[1], outer, (*at)[2]});
    }
    return values;
  }

  /// The key's value of a row; nothing where it has none.
  std::optional<Value> value_in(std::size_t line, const std::string& key) const {
    if (line >= lines_.size() || !is_row(lines_[line])) return std::nullopt;
    for (const Value& value : values_of(line)) {
      if (value.key == key) return value;
    }
    return std::nullopt;
  }

  static void put(Lines& text, const Value& value, const std::string& now) {
    text[value.line].replace(value.column, value.text.size(), now);
  }

  /// A row goes; the next one begins where it began, or the one before has no end.
  void take_row_out(const Entry& entry, std::size_t line, const Words& rules) {
    Lines text = lines_;
    text[line].clear();
    for (const auto& [upper, lower] : {std::pair{"up_to", "over"}, {"under_years", "from_years"}}) {
      const auto began = value_in(line, lower);
      if (const auto next = value_in(line + 1, lower)) {
        if (began) put(text, *next, began->text);
        if (!began)
          text[line + 1].erase(next->column - std::string{lower}.size() - 3,
                               next->text.size() + std::string{lower}.size() + 5);
      } else if (const auto before = value_in(line - 1, upper)) {
        text[line - 1].erase(before->column - std::string{upper}.size() - 3,
                             before->text.size() + std::string{upper}.size() + 5);
      }
    }
    keep(text, rules, line, "row taken out of [[" + entry.section + "]]");
  }

  /// What a value can be moved to.
  static Words steps(const Entry& entry, const Value& value) {
    const std::string& text = value.text;
    if (text == "true") return {"false"};
    if (text == "false") return {"true"};
    if (text.front() == '[') return shorter_lists(text);
    if (text.front() != '"') return {std::to_string(std::stoi(text) + 1), std::to_string(std::stoi(text) - 1)};
    const std::string word = text.substr(1, text.size() - 2);
    Words moved;
    for (const std::string& to : moved_words(entry, value, word)) moved.push_back('"' + to + '"');
    return moved;
  }

  static Words moved_words(const Entry& entry, const Value& value, const std::string& word) {
    if (value.key == "windows") return moved_windows(word);
    if (std::regex_match(word, std::regex{R"(\d+\.\d\d)"})) {
      const auto amount = *svcadm::parse_money(word);
      return {to_string(amount + svcadm::yuan(1)), to_string(amount - svcadm::yuan(1))};
    }
    if (std::regex_match(word, std::regex{R"(\d+(s|min|h))"})) {
      const auto seconds = svcadm::parse_span(word)->seconds;
      return {fmt::format("{}s", seconds + 1), fmt::format("{}s", seconds - 1)};
    }
    if (word.ends_with('%')) {
      const int percent = std::stoi(word);
      return {fmt::format("{}%", percent + 1), fmt::format("{}%", percent - 1)};
    }
    std::smatch counted;
    if (std::regex_match(word, counted, std::regex{R"((\d+)( days| months))"})) {
      const int count = std::stoi(counted[1]);
      return {fmt::format("{}{}", count + 1, counted[2].str()), fmt::format("{}{}", count - 1, counted[2].str())};
    }
    if (word == "1/2") return {"1"};
    if (std::regex_match(word, std::regex{R"(\d+)"})) return {word + "/2", std::to_string(std::stoi(word) + 1)};
    for (const std::string& name : {value.outer + " " + value.key, entry.section + " " + value.key, value.key}) {
      const auto words = vocabulary.find(name);
      if (words == vocabulary.end()) continue;
      Words others = words->second;
      std::erase(others, word);
      return others;
    }
    return {};
  }

  /// Each border of a window a minute later.
  static Words moved_windows(const std::string& text) {
    static const std::regex time{R"(\d\d:\d\d)"};
    Words moved;
    for (std::sregex_iterator at{text.begin(), text.end(), time}, end; at != end; ++at) {
      const auto later = *svcadm::parse_time(at->str()) + svcadm::minutes(1);
      std::string to = text;
      moved.push_back(to.replace(static_cast<std::size_t>(at->position()), 5, to_string(later)));
    }
    return moved;
  }

  /// The list without each of its words.
  static Words shorter_lists(const std::string& text) {
    static const std::regex quoted{R"("[^"]*")"};
    Words words;
    for (std::sregex_iterator at{text.begin(), text.end(), quoted}, end; at != end; ++at) words.push_back(at->str());
    Words lists;
    for (std::size_t left_out = 0; left_out < words.size(); ++left_out) {
      std::string list;
      for (std::size_t i = 0; i < words.size(); ++i) {
        if (i != left_out) list += (list.empty() ? "" : ", ") + words[i];
      }
      lists.push_back("[" + list + "]");
    }
    return lists;
  }

  void move(const Entry& entry, const Value& value, const Words& rules) {
    if (untouched.contains(value.key)) return;
    // A span over which something holds is the row before's `up_to`; elsewhere `over` is a word of its own.
    if (value.key == "over" && is_row(lines_[value.line])) return;
    for (const std::string& to : steps(entry, value)) {
      Lines text = lines_;
      put(text, value, to);
      const std::string lower = value.key == "up_to" ? "over" : value.key == "under_years" ? "from_years" : "";
      if (const auto next = value_in(value.line + 1, lower)) put(text, *next, to);
      keep(text, rules, value.line, fmt::format("{} = {} -> {}", value.key, value.text, to));
    }
  }

  /// Writes a mutant, unless the reader refuses it or none of its rules is wanted.
  void keep(const Lines& lines, const Words& rules, std::size_t line, const std::string& what) {
    const auto is_wanted = [&](const std::string& rule) { return wanted_.contains(rule); };
    if (!wanted_.empty() && std::none_of(rules.begin(), rules.end(), is_wanted)) return;
    std::string text;
    for (const std::string& one : lines) text += one + "\n";
    try {
      svcadm::regulation::read_regulation(text, file_.filename().string(), 1);
    } catch (const svcadm::Error&) {
      ++refused_;
      return;
    }
    ++made_;
    const auto folder = folder_ / std::to_string(made_);
    std::filesystem::create_directories(folder);
    for (const auto& other : std::filesystem::directory_iterator{file_.parent_path()}) {
      if (other.path().filename() != file_.filename()) {
        std::filesystem::create_symlink(std::filesystem::absolute(other.path()), folder / other.path().filename());
      }
    }
    std::ofstream{folder / file_.filename()} << text;
    std::cout << fmt::format("{}\t{}\t{}\t{}\n", made_, fmt::join(rules, ","), line + 1, what);
  }

 public:
  int made() const { return made_; }
  int refused() const { return refused_; }

 private:
  std::filesystem::path file_;
  std::filesystem::path folder_;
  std::set<std::string> wanted_;
  Lines lines_;
  int made_ = 0;
  int refused_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: mutate_regulation FILE FOLDER [RULE-ID ...]\n";
    return 2;
  }
  try {
    Mutator mutator{argv[1], argv[2], {argv + 3, argv + argc}};
    mutator.run();
    std::cerr << fmt::format("{} mutants; {} more were refused by the reader\n", mutator.made(), mutator.refused());
    return mutator.made() > 0 ? 0 : 1;
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
}
