#include "locale/catalogue.hpp"

#include <algorithm>
#include <charconv>
#include <clocale>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <vector>

#include <libintl.h>

#include "base/text.hpp"

namespace svcadm::locale {

namespace {

constexpr const char* domain = "svcadm";
Language current = Language::en;
bool opened = false;

/// The catalogues lie beside the program: bin/svcadm and share/locale.
std::string catalogue_directory() {
  std::error_code failed;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", failed);
  if (failed) return "/usr/share/locale";
  return (program.parent_path().parent_path() / "share" / "locale").string();
}

void open_catalogues() {
  opened = true;
  std::setlocale(LC_ALL, "C.UTF-8");  // gettext looks at LANGUAGE only where the locale is not plain "C"
  bindtextdomain(domain, catalogue_directory().c_str());
  bind_textdomain_codeset(domain, "UTF-8");
  set_language(current);
}

/// Whether a msgid is an id and no sentence.
bool is_id(std::string_view msgid) {
  return msgid.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-_") == std::string_view::npos;
}

std::string without_sentence(const Message& message) {
  std::string line = message.id;
  for (std::size_t i = 0; i < message.args.size(); ++i) line += (i == 0 ? ": " : ", ") + say(message.args[i]);
  return line;
}

/// A placeholder at the start of `rest`: {N}, {N:%} or {N:.}.
struct Placeholder {
  std::size_t index = 0;
  bool percent = false;
  bool decimal = false;
  std::size_t length = 0;  ///< 0 where there is none
};

Placeholder placeholder(std::string_view rest) {
  Placeholder found;
  const auto close = rest.find('}');
  if (close == std::string_view::npos || close < 2) return {};
  std::string_view inside = rest.substr(1, close - 1);
  if (inside.ends_with(":%")) {
    found.percent = true;
    inside.remove_suffix(2);
  }
  if (inside.ends_with(":.")) {
    found.decimal = true;
    inside.remove_suffix(2);
  }
  const auto [end, failed] = std::from_chars(inside.data(), inside.data() + inside.size(), found.index);
  if (failed != std::errc{} || end != inside.data() + inside.size()) return {};
  found.length = close + 1;
  return found;
}

/// How many decimals a fraction has that is not finite, so that none of a sentence's looks like another.
constexpr int decimals[] = {4, 6, 9};

std::string rounded_to(const Rational& value, int digits) {
  std::int64_t scale = 1;
  for (int i = 0; i < digits; ++i) scale *= 10;
  return to_string(Rational{round_to_whole(value * Rational{scale}, Rounding::half_up), scale});
}

/// "90.5", or "about 89.9967" for thirds and their like.
std::string to_decimal(const Rational& value, const std::vector<Arg>& beside) {
  const std::string exact = to_string(value);
  if (exact.find('/') == std::string::npos) return exact;
  std::string shown;
  for (const int digits : decimals) {
    shown = rounded_to(value, digits);
    const bool alike = std::any_of(beside.begin(), beside.end(), [&](const Arg& arg) {
      const auto* other = std::get_if<Rational>(&arg);
      return other != nullptr && *other != value && rounded_to(*other, digits) == shown;
    });
    if (!alike) break;
  }
  return say(Message{"word.about", {shown}});
}

std::string fill(std::string_view sentence, const std::vector<Arg>& args) {
  std::string filled;
  while (!sentence.empty()) {
    const auto brace = sentence.find('{');
    filled += sentence.substr(0, brace);
    if (brace == std::string_view::npos) break;
    sentence.remove_prefix(brace);
    const Placeholder place = placeholder(sentence);
    if (place.length == 0 || place.index >= args.size()) {
      filled += sentence.front();
      sentence.remove_prefix(1);
      continue;
    }
    const Arg& arg = args[place.index];
    const auto* fraction = std::get_if<Rational>(&arg);
    filled += fraction == nullptr ? say(arg)
              : place.percent     ? to_percent(*fraction)
              : place.decimal     ? to_decimal(*fraction, args)
                                  : say(arg);
    sentence.remove_prefix(place.length);
  }
  return filled;
}

/// No text that is kept has more bytes; a longer one is somebody's cell with a whole page in it.
constexpr std::size_t longest_text = 1000;
/// How much of it a sentence repeats, in columns.
constexpr int shown = 60;

struct Sayer {
  std::string operator()(std::int64_t count) const { return std::to_string(count); }
  std::string operator()(const std::string& text) const {
    if (text.size() <= longest_text) return printable(text);
    return truncate(printable(text.substr(0, longest_text)), shown);
  }
  std::string operator()(const Label& name) const { return printable(label(name)); }
  std::string operator()(const Term& term) const {
    const std::string id = "term." + term.key;
    const std::string word = text(id);
    return word == id ? term.key : word;
  }
  template <class Value>
  std::string operator()(const Value& value) const {
    return to_string(value);
  }
};

}  // namespace

void set_language(Language language) {
  current = language;
  if (!opened) open_catalogues();
  setenv("LANGUAGE", language == Language::zh ? "zh_CN:en" : "en", 1);
  textdomain(domain);  // also makes gettext forget what it looked up before
}

Language language() { return current; }

std::string text(std::string_view msgid) {
  if (msgid.empty()) return {};  // the empty msgid is the header of the catalogue
  if (!opened) open_catalogues();
  return gettext(std::string{msgid}.c_str());
}

std::string say(const Message& message) {
  const std::string sentence = text(message.id);
  if (sentence == message.id && is_id(message.id)) return without_sentence(message);
  return fill(sentence, message.args);
}

std::string say(const Arg& arg) { return std::visit(Sayer{}, arg); }

bool names(const Term& term, std::string_view typed) {
  const std::string folded = fold(typed);
  if (folded == fold(term.key)) return true;
  const Language before = current;
  bool same = false;
  for (const Language each : {Language::en, Language::zh}) {
    set_language(each);
    same = same || folded == fold(say(Arg{term}));
  }
  set_language(before);
  return same;
}

std::string label(const Label& label) {
  const bool chinese = current == Language::zh ? !label.zh.empty() : label.en.empty();
  return chinese ? label.zh : label.en;
}

}  // namespace svcadm::locale
