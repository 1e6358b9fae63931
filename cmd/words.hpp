#pragma once
// The words a command takes: declared by its author, read by CLI11 behind words.cpp, described by help.cpp.

#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace svcadm::cmd {

/// Where a word's value goes.  A bool is a flag; a vector takes the word several times.
using Target = std::variant<bool*, std::string*, std::optional<std::string>*, int*, std::optional<int>*,
                            std::vector<std::string>*>;

/// One declared option, flag or argument.
struct Word {
  std::string name;   ///< "--month", or "PERSON" for an argument
  std::string value;  ///< what stands for the value in help, "MONTH"; empty for flags and arguments
  std::string help;   ///< an English noun phrase or sentence; zh_CN/help.po translates it
  Target target;
  bool is_required = false;
  bool splits = false;
  std::vector<std::string> one_of = {};

  /// The command cannot do without it.
  Word& required() {
    is_required = true;
    return *this;
  }
  /// Only these codes; typed as the code or as its word (term.CODE) in either language.
  Word& choices(std::vector<std::string> codes) {
    one_of = std::move(codes);
    return *this;
  }
  /// Into a vector: "a,b" is two values.
  Word& by_commas() {
    splits = true;
    return *this;
  }

  bool is_option() const { return name.starts_with('-'); }
  bool is_flag() const { return std::holds_alternative<bool*>(target); }
  bool repeats() const { return std::holds_alternative<std::vector<std::string>*>(target); }
};

/// The words of one command.
class Words {
 public:
  template <class T>
  Word& option(std::string name, T& target, std::string value, std::string help) {
    return words_.emplace_back(Word{std::move(name), std::move(value), std::move(help), Target{&target}});
  }
  Word& flag(std::string name, bool& target, std::string help) {
    return words_.emplace_back(Word{std::move(name), {}, std::move(help), Target{&target}});
  }
  /// A word without a name, in the order of declaration; one that is a vector comes last and takes the rest.
  template <class T>
  Word& argument(std::string name, T& target, std::string help) {
    return words_.emplace_back(Word{std::move(name), {}, std::move(help), Target{&target}});
  }
  /// A command line that works, for help and the manual.
  void example(std::string line) { examples_.push_back(std::move(line)); }
  /// A paragraph of help below the summary.
  void explain(std::string paragraph) { paragraphs_.push_back(std::move(paragraph)); }

  const std::deque<Word>& all() const { return words_; }
  const std::vector<std::string>& examples() const { return examples_; }
  const std::vector<std::string>& paragraphs() const { return paragraphs_; }
  /// The option of that name; none where there is no such option.
  const Word* find(std::string_view name) const;

 private:
  std::deque<Word> words_;  // a deque: option() hands out references
  std::vector<std::string> examples_;
  std::vector<std::string> paragraphs_;
};

/// Reads what was typed into the targets of both lists; options may stand anywhere.  Throws Failure::usage with
/// every problem found.
void read_words(const Words& own, const Words& shared, const std::vector<std::string>& typed);

}  // namespace svcadm::cmd
