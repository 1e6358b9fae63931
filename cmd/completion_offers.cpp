// Where in a command the last word stands, and what the table of commands allows there.

#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "cmd/completion.hpp"
#include "cmd/shared_options.hpp"
#include "locale/catalogue.hpp"

namespace svcadm::cmd {

namespace {

/// bash hands over "--lang=zh" as three words; joined, they are as other shells give them.
std::vector<std::string> joined_at_equals(std::span<const std::string> typed) {
  std::vector<std::string> words;
  for (const std::string& word : typed) {
    const bool option = !words.empty() && words.back().starts_with("--");
    if (option && (word == "=" || words.back().ends_with('='))) {
      words.back() += word;
    } else {
      words.push_back(word);
    }
  }
  return words;
}

const Noun* noun_named(std::span<const Noun> nouns, std::string_view typed) {
  const Noun* cut = nullptr;
  int longer = 0;
  for (const Noun& noun : nouns) {
    if (noun.name == typed || (!noun.alias.empty() && noun.alias == typed)) return &noun;
    if (!noun.name.starts_with(typed)) continue;
    cut = &noun;
    ++longer;
  }
  return longer == 1 ? cut : nullptr;
}

std::optional<Verb> verb_named(const Noun& noun, std::string_view typed) {
  std::optional<Verb> cut;
  int longer = 0;
  for (const auto& make : noun.verbs) {
    Verb verb = make();
    if (verb.name == typed) return verb;
    if (typed.empty() || !verb.name.starts_with(typed)) continue;
    cut = std::move(verb);
    ++longer;
  }
  return longer == 1 ? cut : std::nullopt;
}

/// A command line up to the word that is being typed.
class Line {
 public:
  explicit Line(std::span<const Noun> nouns) : nouns_{nouns} { declare_shared(common_, shared_); }

  /// False where the word can stand in no command.
  bool take(const std::string& word);
  Offers offers(const std::string& typed, const NamesAt& names);

 private:
  const Word* option(std::string_view name) const {
    const Word* own = own_.find(name);
    return own != nullptr ? own : common_.find(name);
  }
  bool take_plain(const std::string& word);
  void take_value(const Word& option, const std::string& value);
  /// The argument that comes next; nullptr where there is none.
  const Word* argument() const;
  Offers values(const Word& word, const std::string& typed, const NamesAt& names) const;
  std::vector<Offer> nouns() const;
  std::vector<Offer> verbs() const;
  std::vector<Offer> options() const;

  std::span<const Noun> nouns_;
  SharedOptions shared_;
  Words common_;
  Words own_;
  Action keeps_targets_ = {};  ///< what own_ points into lives as long as this
  const Noun* noun_ = nullptr;
  std::optional<Verb> verb_ = std::nullopt;
  const Word* waiting_ = nullptr;  ///< an option whose value comes next
  std::size_t arguments_ = 0;
  bool ended_ = false;  ///< by --: no options any more
  std::vector<std::string> given_ = {};
  TypedOptions typed_ = {};
};

void Line::take_value(const Word& option, const std::string& value) {
  if (option.name == "--db") typed_.db = value;
  if (option.name == "--as-of") typed_.as_of = value;
  if (option.name == "--by") typed_.by = value;
}

bool Line::take_plain(const std::string& word) {
  if (verb_) {
    ++arguments_;
    return true;
  }
  if (noun_ == nullptr) {
    noun_ = noun_named(nouns_, word);
    if (noun_ == nullptr) return word == "help";
    verb_ = verb_named(*noun_, "");  // of a noun that is itself a command
  } else {
    verb_ = verb_named(*noun_, word);
    if (!verb_) return false;
  }
  if (verb_) keeps_targets_ = verb_->declare(own_);
  return true;
}

bool Line::take(const std::string& word) {
  if (const Word* before = std::exchange(waiting_, nullptr)) {
    take_value(*before, word);
    return true;
  }
  if (!ended_ && word == "--") {
    ended_ = true;
    return true;
  }
  if (ended_ || word.size() < 2 || !word.starts_with("-")) return take_plain(word);
  const auto equals = word.find('=');
  const std::string name = word.substr(0, equals);
  given_.push_back(name);
  const Word* known = option(name);
  if (known == nullptr || known->is_flag()) return true;
  if (equals == std::string::npos) {
    waiting_ = known;
  } else {
    take_value(*known, word.substr(equals + 1));
  }
  return true;
}

const Word* Line::argument() const {
  std::size_t at = 0;
  for (const Word& word : own_.all()) {
    if (word.is_option()) continue;
    if (at++ == arguments_ || word.repeats()) return &word;
  }
  return nullptr;
}

std::string about(const Word& word) { return locale::text(word.help); }

/// "KIND|list|import" names words that may stand in the place as they are.
std::vector<Offer> words_in(std::string_view name) {
  std::vector<Offer> words;
  while (!name.empty()) {
    const auto bar = name.find('|');
    const std::string_view part = name.substr(0, bar);
    if (!part.empty() && part.front() >= 'a' && part.front() <= 'z') words.push_back({std::string{part}});
    name.remove_prefix(bar == std::string_view::npos ? name.size() : bar + 1);
  }
  return words;
}

Offers Line::values(const Word& word, const std::string& typed, const NamesAt& names) const {
  const std::string_view what = word.is_option() ? word.value : word.name;
  Offers offers;
  if (!word.one_of.empty()) {
    for (const std::string& code : word.one_of) {
      const std::string meaning = locale::say(Arg{Term{code}});
      offers.words.push_back({code, meaning == code ? std::string{} : meaning});
    }
  } else if (what == "FILE") {
    offers.files = true;
  } else if (what == "DIR") {
    offers.folders = true;
  } else if (what == "MONTH") {
    offers.words = {{"last"}, {"this"}};
  } else if (what == "DATE") {
    offers.words = {{"today"}, {"yesterday"}};
  } else {
    offers.words = words_in(what);
    const auto found =
        names({what, noun_ == nullptr ? "" : noun_->name, verb_ ? std::string_view{verb_->name} : "", typed}, typed_);
    offers.words.insert(offers.words.end(), found.begin(), found.end());
  }
  return offers;
}

std::vector<Offer> Line::nouns() const {
  std::vector<Offer> words;
  for (const Noun& noun : nouns_) words.push_back({std::string{noun.name}, locale::text(noun.summary)});
  return words;
}

std::vector<Offer> Line::verbs() const {
  std::vector<Offer> words;
  for (const auto& make : noun_->verbs) {
    if (const Verb verb = make(); !verb.name.empty()) words.push_back({verb.name, locale::text(verb.summary)});
  }
  return words;
}

std::vector<Offer> Line::options() const {
  std::vector<Offer> words;
  for (const Words* list : {&own_, &common_}) {
    for (const Word& word : list->all()) {
      const bool given = std::find(given_.begin(), given_.end(), word.name) != given_.end();
      if (word.is_option() && (!given || word.repeats())) words.push_back({word.name, about(word)});
    }
  }
  return words;
}

/// Keeps what begins with `typed`, and puts `before` in front.
void narrow(std::vector<Offer>& words, std::string_view typed, const std::string& before = {}) {
  std::erase_if(words, [typed](const Offer& offer) { return !offer.word.starts_with(typed); });
  for (Offer& offer : words) offer.word.insert(0, before);
}

Offers Line::offers(const std::string& typed, const NamesAt& names) {
  Offers found;
  const Word* word = waiting_;
  std::string before;  // of the value, within the word
  std::string value = typed;
  if (word == nullptr && !ended_ && typed.starts_with("--") && typed.find('=') != std::string::npos) {
    before = typed.substr(0, typed.find('=') + 1);
    value = typed.substr(before.size());
    word = option(before.substr(0, before.size() - 1));
    if (word == nullptr || word->is_flag()) return {};
  } else if (word == nullptr && !ended_ && typed.starts_with('-')) {
    found.words = options();
  } else if (word == nullptr && noun_ == nullptr) {
    found.words = nouns();
  } else if (word == nullptr && !verb_) {
    found.words = verbs();
  } else if (word == nullptr) {
    word = argument();
    if (word == nullptr) found.words = options();
  }
  if (word != nullptr) {
    if (const auto comma = value.rfind(','); word->splits && comma != std::string::npos) {
      before += value.substr(0, comma + 1);
      value.erase(0, comma + 1);
    }
    found = values(*word, value, names);
  }
  narrow(found.words, value, before);
  return found;
}

}  // namespace

Offers offers_for(std::span<const Noun> nouns, std::span<const std::string> typed, const NamesAt& names) {
  std::vector<std::string> words = joined_at_equals(typed);
  const bool split = !typed.empty() && !words.empty() && words.back() != typed.back();
  const std::string last = words.empty() ? std::string{} : words.back();
  if (!words.empty()) words.pop_back();
  Line line{nouns};
  for (const std::string& word : words) {
    if (!line.take(word)) return {};
  }
  Offers offers = line.offers(last, names);
  // A shell that splits at "=" replaces what is behind it only.
  if (split) {
    const std::size_t length = last.find('=') + 1;
    for (Offer& offer : offers.words) offer.word.erase(0, length);
  }
  return offers;
}

}  // namespace svcadm::cmd
