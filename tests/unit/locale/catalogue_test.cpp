#include "locale/catalogue.hpp"

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include <doctest/doctest.h>

namespace fs = std::filesystem;
using namespace svcadm;

namespace {

using Entries = std::map<std::string, std::string>;

/// What stands between the quotes of a line of a .po file; \n and \" are undone.
std::string unquoted(const std::string& line) {
  std::string text;
  const auto open = line.find('"');
  for (auto i = open + 1; open != std::string::npos && i + 1 < line.size(); ++i) {
    if (line[i] == '\\') ++i;
    text += line[i - 1] == '\\' && line[i] == 'n' ? '\n' : line[i];
  }
  return text;
}

/// Every entry of a language; fails on a msgid that occurs twice, which msgfmt refuses too.
Entries read_catalogue(const std::string& language) {
  Entries entries;
  for (const auto& file : fs::directory_iterator(fs::path{SVCADM_SOURCE_DIR} / "lib/locale" / language)) {
    std::ifstream lines{file.path()};
    std::string id;
    std::string* target = nullptr;
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with("msgid ")) {
        id = unquoted(line);
        target = &id;
      } else if (line.starts_with("msgstr ")) {
        CHECK_MESSAGE(!entries.contains(id), file.path().string() << ": twice: " << id);
        target = &(entries[id] = unquoted(line));
      } else if (line.starts_with('"') && target != nullptr) {
        *target += unquoted(line);
      }
    }
  }
  entries.erase("");
  return entries;
}

std::set<std::string> braces(const std::string& sentence) {
  std::set<std::string> found;
  for (auto open = sentence.find('{'); open != std::string::npos; open = sentence.find('{', open + 1)) {
    found.insert(sentence.substr(open, sentence.find_first_of(":}", open) - open));
  }
  return found;
}

bool is_id(const std::string& msgid) {
  return msgid == "bug" || (msgid.find(' ') == std::string::npos && msgid.find('.') != std::string::npos &&
                            msgid.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ{:") == std::string::npos);
}

/// The ids that lib/ and cmd/ say: literals behind Message{, and others that begin like one.
std::set<std::string> ids_in_code() {
  const std::regex literal{
      R"re((Message\{\s*"([a-z0-9.-]+)")|"((problem|note|ground|column)\.[a-z0-9._-]+[a-z0-9])")re"};
  std::set<std::string> ids;
  for (const char* folder : {"lib", "cmd"}) {
    for (const auto& file : fs::recursive_directory_iterator(fs::path{SVCADM_SOURCE_DIR} / folder)) {
      const auto extension = file.path().extension();
      if (extension != ".cpp" && extension != ".hpp") continue;
      std::ostringstream text;
      text << std::ifstream{file.path()}.rdbuf();
      const std::string code = text.str();
      for (std::sregex_iterator found{code.begin(), code.end(), literal}, end; found != end; ++found) {
        const std::string id = (*found)[2].matched ? (*found)[2] : (*found)[3];
        if (is_id(id)) ids.insert(id);
      }
    }
  }
  return ids;
}

struct InLanguage {
  explicit InLanguage(locale::Language language) { locale::set_language(language); }
  ~InLanguage() { locale::set_language(locale::Language::en); }
  InLanguage(const InLanguage&) = delete;
  InLanguage& operator=(const InLanguage&) = delete;
};

}  // namespace

TEST_CASE("every id has a sentence in both languages, with the same braces") {
  const Entries english = read_catalogue("en");
  const Entries chinese = read_catalogue("zh_CN");
  REQUIRE(english.size() > 50);
  for (const auto& [id, sentence] : english) {
    CAPTURE(id);
    CHECK(is_id(id));
    CHECK_FALSE(sentence.empty());
    REQUIRE(chinese.contains(id));
    CHECK(braces(sentence) == braces(chinese.at(id)));
  }
}

TEST_CASE("what has Chinese alone is an English sentence, with the same braces") {
  const Entries english = read_catalogue("en");
  for (const auto& [id, sentence] : read_catalogue("zh_CN")) {
    CAPTURE(id);
    CHECK_FALSE(sentence.empty());
    if (english.contains(id)) continue;
    CHECK_FALSE(is_id(id));
    CHECK(braces(id) == braces(sentence));
  }
}

TEST_CASE("every id in the code has a sentence") {
  const Entries english = read_catalogue("en");
  const auto ids = ids_in_code();
  CHECK(ids.contains("problem.usage.day"));
  for (const std::string& id : ids) CHECK_MESSAGE(english.contains(id), "no sentence in lib/locale/en: " << id);
}

TEST_CASE("each sentence is formatted in both languages without a brace left over") {
  const Entries chinese = read_catalogue("zh_CN");
  const std::vector<Arg> args(9, Arg{Rational{2, 5}});
  for (const auto language : {locale::Language::en, locale::Language::zh}) {
    const InLanguage scope{language};
    for (const auto& [id, sentence] : chinese) {
      const std::string said = locale::say(Message{id, args});
      CAPTURE(id);
      CHECK(said.find('{') == std::string::npos);
      if (language == locale::Language::zh) CHECK(locale::text(id) == sentence);
    }
  }
}

TEST_CASE("arguments are said as people write them") {
  using locale::say;
  CHECK(say(Arg{yuan(50)}) == "50.00");
  CHECK(say(Arg{minutes(15) + Span{1}}) == "15:01");
  CHECK(say(Arg{minutes(4) + Span{30}}) == "4:30");
  CHECK(say(Arg{HalfDays{1}}) == "0.5");
  CHECK(say(Arg{make_date(2026, 10, 12)}) == "2026-10-12");
  CHECK(say(Arg{Rational{2, 5}}) == "0.4");
  CHECK(say(Arg{std::string{"a\x1b[31m"}}) == "a\u241b[31m");
  CHECK(say(Arg{std::int64_t{-3}}) == "-3");
}

TEST_CASE("a fraction is a percentage where the sentence says so") {
  CHECK(locale::say(Message{"{0:%} of {1}", {Rational{2, 5}, yuan(10)}}) == "40% of 10.00");
}

TEST_CASE("a fraction is a decimal where the sentence says so, about where it is none, and unlike others beside it") {
  const auto said = [](const std::vector<Arg>& args) { return locale::say(Message{"{0:.} and {1:.}", args}); };
  CHECK(said({Rational{181, 2}, yuan(10)}) == "90.5 and 10.00");
  CHECK(said({Rational{26999, 300}, Rational{80999, 900}}) == "about 89.9967 and about 89.9989");
  CHECK(said({Rational{2, 3}, Rational{666667, 1000000}}) == "about 0.666666667 and 0.666667");
  const InLanguage scope{locale::Language::zh};
  CHECK(said({Rational{2, 3}, Rational{3}}) == "约 0.6667 and 3");
}

TEST_CASE("an id without a sentence is printed with its arguments") {
  CHECK(locale::say(Message{"problem.nobody.wrote-this", {yuan(1), std::string{"x"}}}) ==
        "problem.nobody.wrote-this: 1.00, x");
}

TEST_CASE("braces that name no argument stay") { CHECK(locale::say(Message{"a {3} b {x}"}) == "a {3} b {x}"); }

TEST_CASE("labels and headings follow the language") {
  const Label leave{.zh = "病假", .en = "sick leave"};
  CHECK(locale::label(leave) == "sick leave");
  CHECK(locale::text("column.payable") == "Payable");
  const InLanguage scope{locale::Language::zh};
  CHECK(locale::label(leave) == "病假");
  CHECK(locale::label({.zh = "", .en = "only"}) == "only");
  CHECK(locale::text("column.payable") == "应发");
  CHECK(locale::text("column.absenteeism_days") == "旷工");
}

TEST_CASE("a term is known by its key and by its word in either language, and the language stays what it was") {
  for (const auto language : {locale::Language::en, locale::Language::zh}) {
    const InLanguage scope{language};
    for (const char* typed : {"half-absence", "Half a day absent", "旷工半天"}) {
      CHECK(locale::names(Term{"half-absence"}, typed));
    }
    CHECK_FALSE(locale::names(Term{"half-absence"}, "旷工一天"));
    CHECK(locale::language() == language);
    CHECK(locale::text("column.payable") == (language == locale::Language::zh ? "应发" : "Payable"));
  }
}

TEST_CASE("a term that nobody translated is its key") { CHECK(locale::say(Arg{Term{"no-such"}}) == "no-such"); }
